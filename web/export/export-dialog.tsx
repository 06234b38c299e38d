// Export of a list or of the selected records: which, what of them, in which form. The server checks and logs.
import { Alert, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { isKind } from '#core/field/kinds.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import { errorText, fieldTexts, useSay } from '../lib/say.ts'
import type { Words } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import type { PathColumn } from '../field/path.ts'
import type { Asked, Choice } from './ask.ts'
import { allPaths, columnsAt, FEW, isDelicate, startExport, useCount } from './ask.ts'

interface Props {
  object: WebObject
  query: Asked
  selectedIds: string[]
  /** Paths as in the view. */
  columns: string[]
  onClose(): void
}

const names = (columns: PathColumn[], words: Words): string => columns.map(column => column.label).join(words.t('word.and'))

export function ExportDialog({ object, query, selectedIds, columns, onClose }: Props): ReactNode {
  const words = useT()
  const { t, lang, say } = words
  const catalog = useCatalog()
  const feedback = useSay()
  const [form] = Form.useForm<Choice>()
  const first: Choice = { rows: selectedIds.length > 0 ? 'selected' : 'whole', columns: 'view', format: 'xlsx', content: 'values' }
  const choice = { ...first, ...Form.useWatch([], form) }
  const count = useCount(object.name, query)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const chosen = columnsAt(catalog, object, choice.columns === 'all' ? allPaths(object) : columns, lang)
  const delicate = chosen.filter(isDelicate)
  const rows = choice.rows === 'selected' ? selectedIds.length : count?.n ?? 0
  const reason = fieldTexts(error, lang)['reason']
  const send = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await startExport(object.name, query, selectedIds, chosen.map(column => column.path), choice)
      feedback.ok(t('export.started'))
      onClose()
    } catch (caught) {
      setError(caught)
      setBusy(false)
    }
  }
  return (
    <Modal open title={t('export.title', { object: say(object.label) })} onCancel={onClose} onOk={form.submit} okText={t('export.go')} cancelText={t('word.cancel')} confirmLoading={busy} okButtonProps={{ disabled: chosen.length === 0 }} width={480}>
      {error !== undefined && !reason && <Alert type="error" showIcon title={errorText(error, t, lang)} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" initialValues={first} onFinish={() => void send()}>
        <Choices words={words} choice={choice} selected={selectedIds.length} count={count} inView={columnsAt(catalog, object, columns, lang).length} all={allPaths(object).length} computed={chosen.some(column => isKind(column.field, 'computed'))} />
        {delicate.length > 0 && (
          <Form.Item name="reason" label={t('export.reason')} extra={t('export.reasonHint', { fields: names(delicate, words) })} rules={[{ required: rows > FEW, whitespace: true, message: t('export.reasonNeeded') }]} {...(reason ? { validateStatus: 'error' as const, help: reason } : {})}>
            <Input maxLength={500} />
          </Form.Item>)}
      </Form>
      {chosen.some(column => column.masked) && <p>{t('export.masked', { fields: names(chosen.filter(column => column.masked), words) })}</p>}
      <p className="gu-faint">{t('export.logged')}</p>
    </Modal>
  )
}

interface ChoicesProps { words: Words; choice: Choice; selected: number; count: { n: number; exact: boolean } | undefined; inView: number; all: number; computed: boolean }

function Choices({ words: { t, lang }, choice, selected, count, inView, all, computed }: ChoicesProps): ReactNode {
  const whole = count ? t(count.exact ? 'export.wholeCount' : 'export.wholeMany', { n: count.n.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en') }) : t('export.whole')
  return (
    <>
      <Form.Item name="rows" label={t('export.rows')}>
        <Radio.Group options={[{ value: 'whole', label: whole }, { value: 'selected', label: t('export.selected', { n: selected }), disabled: selected === 0 }]} />
      </Form.Item>
      <Form.Item name="columns" label={t('export.columns')}>
        <Radio.Group options={[{ value: 'view', label: t('export.inView', { n: inView }) }, { value: 'all', label: t('export.allColumns', { n: all }) }]} />
      </Form.Item>
      <Form.Item name="format" label={t('export.format')}>
        <Radio.Group options={[{ value: 'xlsx', label: t('export.xlsx') }, { value: 'csv', label: t('export.csv') }]} />
      </Form.Item>
      {computed && choice.format === 'xlsx' && (
        <Form.Item name="content" label={t('export.computed')}>
          <Radio.Group options={[{ value: 'values', label: t('export.values') }, { value: 'formulas', label: t('export.formulas') }]} />
        </Form.Item>)}
    </>
  )
}

// Third step: which column is which field, with examples; what makes two records the same; what to do with bad rows.
import { Button, Checkbox, Radio, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { kinds, kindOf } from '#core/field/kinds.ts'
import { useCatalog } from '../lib/catalog.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { StepProps } from './import-page.tsx'
import { useJobActs } from './job.ts'
import { assign, fieldAt, firstDraft, isLookup, mappingBody, matchable, NEW, targetOf, targets } from './mapping.ts'
import type { Draft, DraftColumn } from './mapping.ts'
import type { Mode, SheetView } from './types.ts'

const MODES: Mode[] = ['both', 'create', 'update']
const FACTORS = ['1', '1000', '10000', '1000000', '100000000']
const FACTOR_NAMES: Record<string, { zh: string; en: string }> = {
  1: { zh: '元', en: '× 1' }, 1000: { zh: '千元', en: '× 1,000' }, 10000: { zh: '万元', en: '× 10,000' }, 1000000: { zh: '百万元', en: '× 1,000,000' }, 100000000: { zh: '亿元', en: '× 100,000,000' },
}

export function ColumnsStep({ object, job, go, sheet }: StepProps & { sheet: number }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useJobActs(job)
  const catalog = useCatalog()
  const [draft, setDraft] = useState<Draft>(() => firstDraft(object, job, sheet, key => isLookup(catalog.objects.get(targetOf(object, key) ?? ''))))
  const [busy, setBusy] = useState(false)
  const view = job.sheets[sheet]!
  const next = async (): Promise<void> => {
    setBusy(true)
    try {
      await acts.mapping(mappingBody(draft, sheet, view, object))
      await acts.run(true)
      go('check')
    } catch (error) {
      say.fail(error)
    }
    setBusy(false)
  }
  const mapped = draft.columns.filter(column => column.to !== '').length
  return (
    <div className="gu-stack">
      <p className="gu-dim gu-import-hint">{t('import.columnsHint')} {t('import.mapped', { n: mapped, of: draft.columns.length })}</p>
      <div className="gu-card gu-import-columns">
        <div className="head"><span>{t('import.column')}</span><span>{t('import.field')}</span><span>{t('import.options')}</span></div>
        {draft.columns.map(column => <ColumnRow key={column.index} object={object} column={column} view={view} mayAdd={job.mayAddFields} change={change => setDraft(assign(draft, column.index, change))} />)}
      </div>
      <Rules object={object} draft={draft} setDraft={setDraft} />
      <footer className="gu-import-foot">
        <Button onClick={() => go('sheet')}>{t('import.previous')}</Button>
        <Button type="primary" loading={busy} disabled={mapped === 0} onClick={() => void next()}>{t('import.next')}</Button>
      </footer>
    </div>
  )
}

interface RowProps { object: StepProps['object']; column: DraftColumn; view: SheetView; mayAdd: boolean; change(change: Partial<DraftColumn>): void }

function ColumnRow({ object, column, view, mayAdd, change }: RowProps): ReactNode {
  const { t, lang, say } = useT()
  const newField = mayAdd ? view.guess.find(guess => guess.index === column.index)?.newField : undefined
  const options = [
    { value: '', label: t('import.ignore') },
    ...(newField ? [{ value: NEW, label: t('import.newField', { label: say(newField.label), kind: say(kinds[newField.kind].label) }) }] : []),
    ...targets(object, lang),
  ]
  return (
    <div className={column.to === '' ? 'row off' : 'row'}>
      <div><strong className="gu-cut">{column.title}</strong><div className="gu-faint gu-small gu-cut" title={column.samples.join('\n')}>{column.samples.slice(0, 3).join(' · ')}</div></div>
      <Select aria-label={`${column.title} → ${t('import.field')}`} value={column.to} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={to => change({ to })} popupMatchSelectWidth={false} />
      {column.to === '' && newField ? <div><Button size="small" type="link" onClick={() => change({ to: NEW })}>{t('import.offerNew', { kind: say(kinds[newField.kind].label) })}</Button></div> : <Settings object={object} column={column} change={change} />}
    </div>
  )
}

function Settings({ object, column, change }: Pick<RowProps, 'object' | 'column' | 'change'>): ReactNode {
  const { t, say } = useT()
  const catalog = useCatalog()
  const field = fieldAt(object, column.to)
  if (!field || column.to.includes('.')) return <div />
  const kind = kindOf(field)
  const target = kind.target?.(field)
  if (target) return <div>{catalog.objects.get(target.object)?.can.create && <Checkbox checked={column.createMissing} onChange={event => change({ createMissing: event.target.checked })}>{t('import.createMissing')}</Checkbox>}</div>
  if (field.kind === 'money' || field.kind === 'number') return <div><Select aria-label={t('import.unit')} value={column.factor} onChange={factor => change({ factor })} options={FACTORS.map(value => ({ value, label: say(FACTOR_NAMES[value]!) }))} popupMatchSelectWidth={false} /></div>
  const slashed = column.samples.some(text => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(text))
  if ((kind.ruleType === 'date' || kind.ruleType === 'datetime') && slashed) return <div><Select value={column.dateOrder} onChange={dateOrder => change({ dateOrder })} options={(['mdy', 'dmy'] as const).map(value => ({ value, label: t(`import.order.${value}`) }))} /></div>
  return <div />
}

function Rules({ object, draft, setDraft }: { object: StepProps['object']; draft: Draft; setDraft(draft: Draft): void }): ReactNode {
  const { t, say } = useT()
  return (
    <div className="gu-card gu-import-rules">
      <div><label htmlFor="gu-import-match">{t('import.match')}</label>
        <Select id="gu-import-match" mode="multiple" style={{ minWidth: 240 }} value={draft.match} placeholder={t('import.matchNone')} onChange={match => setDraft({ ...draft, match })} options={matchable(object, draft.columns).map(field => ({ value: field.key, label: say(field.label) }))} />
        <p className="gu-faint gu-small">{t('import.matchHint')}</p></div>
      {draft.match.length > 0 && <div><span>{t('import.mode')}</span><Radio.Group value={draft.mode} onChange={event => setDraft({ ...draft, mode: event.target.value as Mode })} options={MODES.map(value => ({ value, label: t(`import.mode.${value}`) }))} /></div>}
      <div><span>{t('import.badRows')}</span><Radio.Group value={draft.badRows} onChange={event => setDraft({ ...draft, badRows: event.target.value as 'skip' | 'stop' })} options={(['skip', 'stop'] as const).map(value => ({ value, label: t(`import.badRows.${value}`) }))} /></div>
    </div>
  )
}

// A small form for a record needed on the way: only what is required and what names it.
import { Modal } from 'antd'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import type { WebField } from '../lib/api-types.ts'
import { useT } from '../lib/texts.ts'
import type { QuickCreateProps } from '../field/quick-create-context.ts'
import { Similar, useCreating } from './create-drawer.tsx'
import { Sections } from './sections.tsx'

export function QuickCreate({ object, name, close, done }: QuickCreateProps): ReactNode {
  const { t, say } = useT()
  const preset = useMemo(() => (object.fields[object.title]?.kind === 'text' && name ? { [object.title]: name } : {}), [object, name])
  const { form, busy, save } = useCreating(object, preset, `quick:${object.name}`)
  const only = (field: WebField): boolean => field.right === 'write' && !field.readOnly && field.kind !== 'serial' && kindOf(field).typed && (field.required === true || field.key === object.title || field.kind === 'phone')
  const run = async (): Promise<void> => {
    const row = await save()
    if (row) done({ id: row.id, label: String(row[object.title] ?? '') })
  }
  return (
    <Modal open title={t('record.new', { object: say(object.label) })} onCancel={close} onOk={() => void run()} okText={t('word.save')} confirmLoading={busy} width={520}>
      <Similar object={object} values={form.values} />
      <Sections object={object} form={form} editing="all" canEdit only={only} autoFocus={object.title} />
    </Modal>
  )
}

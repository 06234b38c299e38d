// A framed text: printed words, or a large place that is filled in.
import { Form, InputNumber } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { setBlock } from '#core/form/edit.ts'
import { useT } from '../lib/texts.ts'
import { BindSelect } from './bind-select.tsx'
import type { PartProps } from './part-editor.tsx'
import { TextInput } from './text-input.tsx'

export function NoteEditor({ design, block, at }: PartProps<'note'>): ReactNode {
  const { t } = useT()
  const id = useId()
  const { form, edit, english } = design
  return (
    <>
      <TextInput label={t('design.note.label')} value={block.label} english={english} onChange={label => edit(setBlock(form, at, 'note', { label }), `note ${at}`)} />
      <BindSelect design={design} label={t('design.note.what')} value={block} name={block.label} onChange={(bind, before = form) => edit(setBlock(before, at, 'note', bind))} />
      {block.at === undefined && block.text !== undefined && (
        <TextInput label={t('design.note.text')} value={block.text} english={english} lines={4} max={1000} onChange={text => edit(setBlock(form, at, 'note', { text: text ?? { zh: '', en: '' } }), `note text ${at}`)} />
      )}
      <Form.Item label={t('design.note.lines')} htmlFor={id}>
        <InputNumber id={id} min={1} max={40} precision={0} suffix={t('design.linesUnit')} value={block.lines ?? 3} onChange={lines => edit(setBlock(form, at, 'note', { lines: lines ?? undefined }), `note lines ${at}`)} />
      </Form.Item>
    </>
  )
}

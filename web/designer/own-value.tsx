// The choices of a value that is typed on the form itself.
import { Form, Input } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { FieldInput } from '#core/field/field.ts'
import { setValue } from '#core/form/edit.ts'
import { useT } from '../lib/texts.ts'
import type { Design } from './design.ts'
import { linesOf, optionsFrom } from './value-options.ts'

export function OwnOptions({ design, bind }: { design: Design; bind: string }): ReactNode {
  const key = bind.slice(1)
  const field = bind.startsWith('#') ? design.form.values?.[key] : undefined
  return field && 'options' in field ? <Lines key={key} design={design} name={key} field={field} /> : null
}

type Choice = Extract<FieldInput, { options: unknown }>

/** Read when the typing ends: half a line is no choice. */
function Lines({ design, name, field }: { design: Design; name: string; field: Choice }): ReactNode {
  const { t } = useT()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const text = typed ?? linesOf(field.options)
  const few = optionsFrom(text).length < 2
  const read = (): void => {
    if (typed === undefined || few) return
    design.edit(setValue(design.form, name, { ...field, options: optionsFrom(typed, field.options) }))
    setTyped(undefined)
  }
  return (
    <Form.Item label={t('design.ownOptions')} htmlFor={id} extra={t('design.ownOptionsHint')} validateStatus={few ? 'error' : undefined} help={few ? t('design.needOptions') : undefined}>
      <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 8 }} value={text} onChange={event => setTyped(event.target.value)} onBlur={read} />
    </Form.Item>
  )
}

// What the form says of itself: title, paper, who fills it, what for; and with what it opens.
import { Checkbox, Form, InputNumber, Segmented, Select } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Form as PaperForm } from '#core/form/form.ts'
import { setForm, setPreset } from '#core/form/edit.ts'
import { useRoles } from '../admin/queries.ts'
import { useForms, useRoleNames } from '../form/queries.ts'
import { useT } from '../lib/texts.ts'
import type { Design } from './design.ts'
import { OwnFields } from './own-fields.tsx'
import { TextInput } from './text-input.tsx'
import { TitleInput } from './title-input.tsx'

const NOTHING = { zh: '', en: '' }

export function FormSettings({ design }: { design: Design }): ReactNode {
  const { t } = useT()
  const { form, edit, english } = design
  const pages = (['portrait', 'landscape'] as const).map(value => ({ value, label: t(`design.form.${value}`) }))
  return (
    <div className="gu-design-editor">
      <div className="gu-row gu-design-heading"><h2 className="gu-grow">{t('design.settings')}</h2></div>
      <TitleInput design={design} />
      <Form.Item label={t('design.form.page')}><Segmented<PaperForm['page']> value={form.page} options={pages} onChange={page => edit(setForm(form, { page }))} /></Form.Item>
      <FilledBy design={design} />
      <TextInput label={t('design.form.about')} hint={t('design.form.aboutHint')} value={form.about} english={english} lines={2} max={300} onChange={about => edit(setForm(form, { about: about ?? NOTHING }), 'about')} />
      <Numbers design={design} />
      <Form.Item><Checkbox checked={english} onChange={event => design.setEnglish(event.target.checked)}>{t('design.englishHint')}</Checkbox></Form.Item>
      <OwnFields design={design} object={form.record} />
    </div>
  )
}

/** Roles by their keys where they are shipped ones, else by their names. */
function FilledBy({ design }: { design: Design }): ReactNode {
  const { t } = useT()
  const id = useId()
  const roles = useRoles().data ?? []
  const { form, edit, original } = design
  const nameOf = useRoleNames()
  const shipped = useForms().data?.roles ?? {}
  const named = [...new Set([...original.filledBy, ...form.filledBy, ...Object.keys(shipped)])]
  // A shipped role is known by its key: its record under the same name is no other.
  const known = new Set([...named, ...Object.values(shipped).map(name => name.zh)])
  const options = [...named.map(value => ({ value, label: nameOf(value) })), ...roles.filter(role => !known.has(role.name)).map(role => ({ value: role.name, label: role.name }))]
  return (
    <Form.Item label={t('design.form.filledBy')} htmlFor={id}>
      <Select id={id} mode="multiple" value={form.filledBy} showSearch={{ optionFilterProp: 'label' }} options={options} onChange={filledBy => edit(setForm(form, { filledBy }))} />
    </Form.Item>
  )
}

/** Numbers among the parameters: how many are at the top. Their first value is a matter of design; years and people are not. */
function Numbers({ design }: { design: Design }): ReactNode {
  const { t, say } = useT()
  const { form, edit } = design
  const numbers = Object.entries(form.params ?? {}).filter(([, param]) => typeof param.preset === 'number')
  if (numbers.length === 0) return null
  return (
    <Form.Item label={t('design.form.params')} extra={t('design.form.paramsHint')}>
      {numbers.map(([key, param]) => (
        <label key={key} className="gu-row gu-design-number"><span className="gu-grow">{say(param.label)}</span>
          <InputNumber min={1} max={500} precision={0} value={param.preset as number} onChange={preset => edit(setPreset(form, key, preset ?? 1), `preset ${key}`)} /></label>
      ))}
    </Form.Item>
  )
}

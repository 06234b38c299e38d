// The form's title: people look for it in the settings and in the head alike.
import type { ReactNode } from 'react'
import { setForm } from '#core/form/edit.ts'
import { useT } from '../lib/texts.ts'
import type { Design } from './design.ts'
import { TextInput } from './text-input.tsx'

export function TitleInput({ design }: { design: Design }): ReactNode {
  const { t } = useT()
  const { form, edit, english } = design
  return <TextInput label={t('design.form.title')} value={form.title} english={english} max={60} onChange={title => edit(setForm(form, { title: title ?? { zh: '', en: '' } }), 'title')} />
}

// The forms centre: what forms there are for this person, and what each is for.
import type { Form } from '#core/form/form.ts'
import type { Field } from '#core/field/field.ts'
import type { Text } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { formCan } from './access.ts'
import type { FormCan } from './access.ts'
import type { FormsNow, OpenForm } from './book.ts'
import type { FormBook } from './parts.ts'

type Told = Pick<Form, 'id' | 'title' | 'area' | 'about' | 'filledBy' | 'processes' | 'record' | 'params' | 'page'>

export interface FormInfo extends Told {
  values?: Record<string, Field>
  acts?: { key: string; label: Text; help?: Text }[]
  can: FormCan
  /** An administrator's variant, or a form of the company's set. */
  changed?: true
  set?: string
}

export interface FormList {
  forms: FormInfo[]
  set: string | null
  sets: { key: string; label: Text; forms: string[] }[]
  /** Names of roles by their keys in `filledBy`; roles of one's own stand there by name. */
  roles: Record<string, Text>
}

export function formList(now: FormsNow, shipped: FormBook, catalog: Catalog, actor: Actor): FormList {
  const forms = [...now.forms.values()].map(open => formInfo(open, formCan(catalog, actor, shipped, open.form)))
  return {
    forms: forms.filter(form => form.can.open || form.can.design).sort((a, b) => (a.id < b.id ? -1 : 1)),
    set: now.set, sets: shipped.sets.map(set => ({ key: set.key, label: set.label, forms: set.forms.map(form => form.id) })),
    roles: shipped.roles ?? {},
  }
}

function formInfo({ form, set, changed }: OpenForm, can: FormCan): FormInfo {
  const { id, title, area, about, filledBy, processes, record, params, page, values, acts } = form
  return {
    id, title, area, about, filledBy, ...(processes ? { processes } : {}), ...(record === undefined ? {} : { record }), ...(params ? { params } : {}), page, can,
    ...(values ? { values: Object.fromEntries(Object.entries(values).map(([key, input]) => [key, { ...input, key } as Field])) } : {}),
    ...(acts ? { acts: acts.map(({ key, label, help }) => ({ key, label, ...(help ? { help } : {}) })) } : {}),
    ...(changed ? { changed: true } : {}), ...(set === '' ? {} : { set }),
  }
}

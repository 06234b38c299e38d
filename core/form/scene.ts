// What a layout is about: form, data and catalog, and the kinds of input met on the way.
import type { Field, FieldInput } from '../field/field.ts'
import type { Catalog } from '../object/catalog.ts'
import type { ObjectDef } from '../object/object.ts'
import type { Text } from '../lib/text.ts'
import { inLang } from '../lib/text.ts'
import type { FormData } from './data.ts'
import type { Form } from './form.ts'

export interface Scene {
  form: Form
  data: FormData
  catalog: Catalog
  /** Object of the form's record. */
  object: ObjectDef | undefined
  /** Width between the margins in mm. */
  page: number
  /** Kinds of input that cells name by place. */
  fields: Field[]
  /** Fields made of the form's own values and parameters and of columns, once each. */
  made: Map<FieldInput | Omit<FieldInput, 'label'>, Field>
  remarks: string[]
}

export const said = (scene: Scene, text: Text | undefined): string => (text === undefined ? '' : inLang(text, scene.data.lang))

/** The field that a declaration inside the form means. */
export function fieldMade(scene: Scene, key: string, input: FieldInput | Omit<FieldInput, 'label'>, label: Text): Field {
  const known = scene.made.get(input)
  if (known) return known
  const field = { label, ...input, key } as Field
  scene.made.set(input, field)
  return field
}

/** Place of a field among those of the sheet. */
export function fieldPlace(scene: Scene, field: Field): number {
  const at = scene.fields.indexOf(field)
  return at >= 0 ? at : scene.fields.push(field) - 1
}

// The fields of a record in their sections; a value becomes its input where it is clicked.
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import type { WebField } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { FieldInput, FieldRow, Masked, ShowValue } from '../field/field-view.tsx'
import { MASK } from '../field/kind.ts'
import { isVisible } from '../field/rules.ts'
import type { Form } from './form.ts'

export interface SectionsProps {
  object: WebObject
  form: Form
  /** Fields that are being typed; 'all' for every one. */
  editing: ReadonlySet<string> | 'all'
  canEdit: boolean
  edit?(key: string): void
  reveal?(field: WebField): Promise<ReactNode>
  /** Only those that are typed: for the form of a new record. */
  only?: (field: WebField) => boolean
  autoFocus?: string
}

/** Declared sections first; fields that stand in none (added later) follow under their own heading. */
function sectionsOf(object: WebObject): { label?: WebObject['label']; fields: WebField[] }[] {
  const named = new Set(object.sections.flatMap(section => section.fields))
  const rest = liveFields(object).filter(field => !named.has(field.key) && !field.system && field.kind !== 'json')
  const declared = object.sections.map(section => ({ label: section.label, fields: section.fields.map(key => object.fields[key]).filter((field): field is WebField => field !== undefined && !field.retired) }))
  return [...declared, { label: { zh: '其他', en: 'Further fields' }, fields: rest }]
}

const typed = (field: WebField): boolean => field.right === 'write' && !field.readOnly && kindOf(field).typed

export function Sections({ object, form, only, ...rest }: SectionsProps): ReactNode {
  const { say } = useT()
  const sections = sectionsOf(object)
    .map(section => ({ ...section, fields: section.fields.filter(field => isVisible(object, field, form.values) && (only?.(field) ?? true)) }))
    .filter(section => section.fields.length > 0)
  return sections.map((section, i) => (
    <section key={section.label?.zh ?? i} className="gu-section">
      {sections.length > 1 && section.label && <h3>{say(section.label)}</h3>}
      <div className="gu-fields">{section.fields.map(field => <One key={field.key} field={field} form={form} {...rest} />)}</div>
    </section>
  ))
}

function One({ field, form, editing, canEdit, edit, reveal, autoFocus }: Omit<SectionsProps, 'object' | 'only'> & { field: WebField }): ReactNode {
  const value = form.values[field.key]
  const id = `f-${field.key}`
  const can = canEdit && typed(field)
  const open = can && (editing === 'all' || editing.has(field.key))
  const error = form.errors[field.key] ?? Object.entries(form.errors).find(([path]) => path.startsWith(`${field.key}.`))?.[1]
  return (
    <FieldRow field={field} error={error} id={id} editing={open}>
      {open ? <div onFocus={() => form.look(field.key)}><FieldInput field={field} value={value} error={error} id={id} autoFocus={autoFocus === field.key} onChange={next => form.set(field.key, next)} onRefuse={reason => form.refuse(field.key, reason)} /></div>
        : value === MASK ? <span className="gu-field-show"><Masked reveal={reveal ? () => reveal(field) : undefined} /></span>
          : <Readable field={field} value={value} edit={can ? () => edit?.(field.key) : undefined} />}
    </FieldRow>
  )
}

function Readable({ field, value, edit }: { field: WebField; value: unknown; edit?(): void }): ReactNode {
  const { t, say } = useT()
  if (!edit) return <div className="gu-field-show"><ShowValue field={field} value={value} /></div>
  const click = (event: MouseEvent): void => {
    // A link inside the value leads on, a picture opens; selecting text is not a wish to edit.
    if ((event.target as Element).closest('a, button, .ant-image') || window.getSelection()?.toString()) return
    edit()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    edit()
  }
  return (
    <div className="gu-field-show can" role="button" tabIndex={0} aria-label={`${t('word.edit')} ${say(field.label)}`} onClick={click} onKeyDown={press}>
      <ShowValue field={field} value={value} />
    </div>
  )
}

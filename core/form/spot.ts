// What stands at a bind: its field, its value, and whether it can be typed there.
import type { Field } from '../field/field.ts'
import { kindOf } from '../field/kinds.ts'
import type { ObjectDef } from '../object/object.ts'
import { resolvePath } from '../object/catalog.ts'
import type { Catalog } from '../object/catalog.ts'
import type { Bind } from './form.ts'
import type { Content } from './piece.ts'
import type { Scene } from './scene.ts'
import { fieldMade, fieldPlace } from './scene.ts'
import type { Look } from './shown.ts'
import { MASK, plain, shown } from './shown.ts'
import type { CellBind, CellStyle, SheetLink } from './sheet.ts'

export interface Spot {
  field?: Field
  value: unknown
  /** Printed as it is: the name behind a parameter's id. */
  text?: string
  /** Shown while there is no value: what is worked out, until somebody writes over it. */
  instead?: unknown
  masked?: boolean
  link?: SheetLink
  /** Its declaration lets people type it; `bind` is there when this person may, here and now. */
  editable?: boolean
  bind?: CellBind
}

/** Fields without a column (lines) and settings have no place in a cell; neither have fields that the system fills. */
export const isTyped = (field: Field): boolean => {
  const kind = kindOf(field)
  const stored = kind.columns(field)[0]
  return kind.typed && !field.readOnly && !field.system && stored !== undefined && stored.type !== 'jsonb'
}

/** The field at a path; `own` when it is one of the object itself. A part of a field ('address.city') has no kind of its own. */
export function fieldAt(catalog: Catalog, object: ObjectDef | undefined, path: string): { field?: Field; own: boolean; known: boolean } {
  const found = object && resolvePath(catalog, object, path)
  if (!found) return { own: false, known: false }
  return found.part === '' ? { field: found.field, own: found.hops.length === 0, known: true } : { own: false, known: true }
}

export function spotOf(scene: Scene, at: Bind): Spot {
  const name = at.slice(1)
  if (at.startsWith('@')) return paramSpot(scene, name)
  if (at.startsWith('#')) return valueSpot(scene, name)
  if (at.startsWith('$')) return factSpot(scene, name)
  if (at.startsWith('%')) return momentSpot(scene, name)
  return recordSpot(scene, at)
}

/** What stands at a place of a line or a row of fields. */
export function itemSpot(scene: Scene, at: Bind, or: Bind | undefined): Spot {
  const spot = spotOf(scene, at)
  return or === undefined ? spot : { ...spot, instead: spotOf(scene, or).value }
}

function recordSpot({ catalog, object, data }: Scene, path: string): Spot {
  const { field, own } = fieldAt(catalog, object, path)
  const record = data.record
  const editable = field !== undefined && own && isTyped(field)
  const masked = record?.masked.includes(path)
  const may = editable && !masked && record?.canUpdate && !record.fixed?.includes(path)
  const link = record?.links?.[path]
  return { field, value: record?.values[path], masked, editable, ...(link ? { link } : {}), ...(may ? { bind: { on: 'record', path } } : {}) }
}

function paramSpot(scene: Scene, name: string): Spot {
  const input = scene.form.params?.[name]
  if (!input) return { value: undefined }
  const { preset: _preset, ...declared } = input
  const field = scene.made.get(input) ?? fieldMade(scene, name, declared as typeof input, input.label)
  scene.made.set(input, field)
  const text = scene.data.paramLabels[name]
  return { field, value: scene.data.params[name], ...(text === undefined ? {} : { text }) }
}

function valueSpot(scene: Scene, name: string): Spot {
  const input = scene.form.values?.[name]
  if (!input) return { value: undefined }
  const field = fieldMade(scene, name, input, input.label)
  const editable = isTyped(field)
  return { field, value: scene.data.values[name], editable, ...(editable && scene.data.canValues ? { bind: { on: 'value', path: name } } : {}) }
}

/** The first grid that tells it. A fact may say of what kind it is: {value, as, link}. */
function factSpot(scene: Scene, name: string): Spot {
  const told = Object.values(scene.data.grids).find(grid => grid.facts && Object.hasOwn(grid.facts, name))
  const fact = told?.facts?.[name]
  if (typeof fact !== 'object' || fact === null || !('value' in fact)) return { value: fact }
  const { value, as, link } = fact as { value: unknown; as?: Omit<Field, 'label' | 'key'>; link?: SheetLink }
  const field = as && fieldMade(scene, name, as as never, { zh: '', en: '' })
  return { value, ...(field ? { field } : {}), ...(link ? { link } : {}) }
}

function momentSpot({ data }: Scene, name: string): Spot {
  const known: Record<string, string> = { today: data.today, me: data.me, department: data.department, company: data.company.name }
  return { value: Object.hasOwn(known, name) ? known[name] : undefined }
}

/** A place filled: masked values are neither typed nor told to a spreadsheet. */
export function filled(scene: Scene, spot: Spot, style: CellStyle, frame: boolean, look: Omit<Look, 'lang'> = {}): Content {
  const base = { style, frame }
  if (spot.masked) return { ...base, text: MASK, align: 'left', masked: true }
  const value = scene.data.blank ? undefined : spot.value
  if (spot.text !== undefined && !scene.data.blank) return { ...base, text: spot.text, align: 'left' }
  if (!spot.field) return { ...base, text: look.show && !scene.data.blank ? showPlain(scene, value, look) : plain(value), align: 'left', ...linked(spot) }
  const content = { ...base, ...shown(spot.field, value ?? (scene.data.blank ? undefined : spot.instead), { ...look, lang: scene.data.lang }), ...linked(spot) }
  return spot.bind && !scene.data.blank && canType(spot.field, look.show) ? { ...content, bind: spot.bind, field: fieldPlace(scene, spot.field), wire: value ?? null } : content
}

/** A weekday, the year of a date and an amount in words are worked out: nothing can be typed there. */
export const canType = (field: Field, show: Look['show']): boolean => show === undefined || show === 'tenThousand' || (show === 'year' && kindOf(field).numeric)

const showPlain = (scene: Scene, value: unknown, look: Omit<Look, 'lang'>): string =>
  shown({ kind: 'text', key: '', label: { zh: '', en: '' } }, value, { ...look, lang: scene.data.lang }).text

/** The record behind a number, or the one that a reference names. */
function linked({ field, value, link }: Spot): { link?: SheetLink } {
  if (link) return { link }
  const target = field && kindOf(field).target?.(field)
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return target && !target.many && typeof id === 'string' ? { link: { object: target.object, id } } : {}
}

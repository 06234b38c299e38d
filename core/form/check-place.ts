// Whether a bind means something, and whether its value can be shown as the place asks.
import type { Field } from '../field/field.ts'
import { kindOf } from '../field/kinds.ts'
import type { Check } from './check-form.ts'
import type { Bind, Item } from './form.ts'
import { fieldAt } from './spot.ts'

/** A value whose kind only the report knows. */
const UNTOLD = 'untold'
export type FoundKind = Field | typeof UNTOLD

const MOMENT = new Set(['today', 'me', 'company', 'department'])

/** Tells what is wrong; answers the field behind the bind where all is well. */
export function bindProblem(check: Check, at: Bind, place: string): FoundKind | undefined {
  const { form, tell } = check
  const name = at.slice(1)
  const declared = (fields: Record<string, unknown> | undefined, key: string): FoundKind | undefined => {
    if (fields && Object.hasOwn(fields, name)) return { ...(fields[name] as Field), key: name }
    tell(place, key, { name })
    return undefined
  }
  if (at.startsWith('@')) return declared(form.params, 'form.noParam')
  if (at.startsWith('#')) return declared(form.values, 'form.noValue')
  if (at.startsWith('%') && !MOMENT.has(name)) tell(place, 'form.noMoment', { name: at })
  if (at.startsWith('$') && !form.blocks.some(block => block.kind === 'grid' && 'report' in block.source)) tell(place, 'form.noFact', { name })
  return /^[%$]/.test(at) ? UNTOLD : pathProblem(check, at, place)
}

function pathProblem(check: Check, path: string, place: string): FoundKind | undefined {
  const { form, catalog, tell } = check
  if (form.record === undefined) {
    tell(place, 'form.noRecord', { name: path })
    return undefined
  }
  const { field, known } = fieldAt(catalog, catalog.objects.get(form.record), path)
  if (!known) tell(place, 'form.noField', { name: path })
  if (field && !fitsCell(field)) tell(place, 'form.notInCell', { name: path })
  return known ? field ?? UNTOLD : undefined
}

/** Lines and settings have no place in a cell. */
export function fitsCell(field: Field): boolean {
  const columns = kindOf(field).columns(field)
  return columns[0]?.type !== 'jsonb' && (columns.length > 0 || !kindOf(field).typed)
}

/** Boxes need choices; a weekday needs a date; 万元 and 金额大写 need a number. */
export function lookProblems({ tell }: Check, look: Pick<Item, 'boxes' | 'show'>, found: FoundKind, place: string): void {
  if (found === UNTOLD) return
  const kind = kindOf(found)
  const isDate = kind.ruleType === 'date' || kind.ruleType === 'datetime'
  if (look.boxes && !('options' in found)) tell(place, 'form.noChoices')
  if (look.show === 'weekday' && !isDate) tell(place, 'form.noDate')
  if (look.show === 'year' && !isDate && !kind.numeric) tell(place, 'form.noDate')
  if ((look.show === 'tenThousand' || look.show === 'uppercase') && !kind.numeric) tell(place, 'form.noNumber')
}

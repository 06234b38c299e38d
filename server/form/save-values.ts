// Values typed on the form itself: checked by their own fields, and kept in the filled form under the form's parameters.
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { Form } from '#core/form/form.ts'
import { AppError } from '#core/lib/error.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { sameValue } from '#server/action/fields.ts'
import { isNamed, parseValue } from '#server/action/parse.ts'
import { saveRecords } from '#server/action/save.ts'
import { visible } from '#server/action/rights.ts'
import { canKeep } from './access.ts'
import { FILLED } from './filled.ts'
import type { Filled } from './filled.ts'
import { idsIn } from './labels.ts'
import type { Meant } from './open.ts'
import { note } from './refusals.ts'
import type { Refusals } from './refusals.ts'
import { conflictOf } from './save-grid.ts'
import type { FilledName } from './title.ts'

const fieldOfForm = (form: Form, key: string): Field => ({ ...form.values![key]!, key }) as Field

/** Parsed values; refusals are noted at their places. */
export async function checkedValues(ctx: Ctx, form: Form, given: Readonly<Record<string, unknown>>, refusals: Refusals): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  for (const [key, raw] of Object.entries(given)) {
    const field = fieldOfForm(form, key)
    const answer = parseValue(field, raw)
    if ('refusal' in answer) note(refusals, `value.${key}`, answer.refusal)
    else if (await areKnown(ctx, field, answer.value)) values[key] = answer.value
    else note(refusals, `value.${key}`, { key: 'reference.unknown' })
  }
  return values
}

/** Links point to what the person may see. Names are for records alone: nobody looks them up here. */
async function areKnown(ctx: Ctx, field: Field, value: unknown): Promise<boolean> {
  const target = kindOf(field).target?.(field)
  if (!target || value === null) return true
  if ([value].flat().some(isNamed)) return false
  const ids = idsIn(value)
  const seen = await visible(ctx, objectOf(ctx.catalog, target.object), ids, 'read')
  return ids.every(id => seen.has(id))
}

/** Whoever did not see that something is kept, or saw an older state of it, is told instead of writing over it. */
export function refuseStaleValues(form: Form, filled: Filled | undefined, given: Readonly<Record<string, unknown>>, seen: { filled?: number } | undefined, refusals: Refusals): void {
  if (!filled || !seen || seen.filled === filled.version) return
  const keys = Object.keys(given).filter(key => {
    const kept = filled.content[key] ?? null
    return (seen.filled !== undefined || kept !== null) && !sameValue(fieldOfForm(form, key), kept, given[key] ?? null)
  })
  for (const key of keys) note(refusals, `value.${key}`, { key: 'record.changedField', params: { who: filled.by } })
  if (keys.length > 0) refusals.faults.push(conflictOf(filled.by))
}

/** Keeps the form's own values; answers the id of the filled form. */
export async function keepFilled(ctx: Ctx, meant: Meant, name: FilledName, more: Readonly<Record<string, unknown>>): Promise<string> {
  const { filled, open: { form }, params, record, slot } = meant
  if (filled ? !filled.canUpdate : !canKeep(ctx.catalog, ctx.actor)) throw new AppError('forbidden', { key: 'form.noKeep' })
  const about = form.record === undefined || record === undefined ? {} : { object: form.record, record }
  const values = filled ? { title: name.title, period: name.period, ...more } : { form: form.id, slot, params, state: 'open', title: name.title, period: name.period, ...about, ...more }
  const [saved] = await saveRecords(ctx, FILLED, [filled ? { id: filled.id, values } : { values }], { trusted: true })
  return (saved as { id: string }).id
}

// Values of a new record that nobody gave: initial ones, today, me, my department; and what must not stay empty.
import { today } from '#core/lib/date.ts'
import { isId } from '#core/lib/id.ts'
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Ctx } from './context.ts'
import type { Draft } from './draft.ts'
import { isFieldRefused, refuse } from './draft.ts'
import { ownFields } from './fields.ts'

const hasGiven = (draft: Draft, key: string): boolean => Object.hasOwn(draft.given, key)

export function fillDefaults(ctx: Ctx, object: ObjectDef, drafts: Draft[]): void {
  const fields = ownFields(object)
  const initial = new Map(fields.map(field => [field.key, initialOf(ctx, field)]))
  for (const draft of drafts) {
    if (!draft.fresh) continue
    for (const field of fields) {
      if (hasGiven(draft, field.key) && !field.readOnly) {
        draft.values[field.key] ??= null
        continue
      }
      draft.values[field.key] ??= initial.get(field.key)
      draft.changed.add(field.key)
    }
  }
}

function initialOf(ctx: Ctx, field: Field): unknown {
  if (field.kind === 'rollup') return emptyRollup(field.fn)
  switch (field.fill) {
    case 'today': return today(ctx.actor.zone)
    case 'now': return ctx.now
    case 'me': return isId(ctx.actor.userId) ? ctx.actor.userId : null
    case 'myDepartment': return ctx.actor.departments[0] ?? null
    case undefined: return field.initial ?? null
  }
}

/** Nothing to count or add is zero; nothing has no least. */
const emptyRollup = (fn: 'count' | 'sum' | 'min' | 'max'): unknown => (fn === 'count' ? 0 : fn === 'sum' ? '0' : null)

export function refuseMissing(object: ObjectDef, drafts: Draft[]): void {
  const required = Object.values(object.fields).filter(field => field.required && !field.retired && kindOf(field).typed && field.kind !== 'serial')
  for (const draft of drafts) {
    for (const field of required) {
      const touched = draft.fresh || draft.changed.has(field.key)
      const empty = field.kind === 'lines' ? isEmptyLines(draft, field.key) : (draft.values[field.key] ?? null) === null
      if (touched && empty && !isFieldRefused(draft, field.key)) refuse(draft, field.key, { key: 'field.required' })
    }
  }
}

const isEmptyLines = (draft: Draft, key: string): boolean =>
  (hasGiven(draft, key) || draft.fresh) && !(Array.isArray(draft.given[key]) && draft.given[key].length > 0)

// Computed fields and checks of records that are about to be saved.
import type { Field } from '#core/field/field.ts'
import { round } from '#core/lib/decimal.ts'
import { today } from '#core/lib/date.ts'
import { kindOf } from '#core/field/kinds.ts'
import { fillPlaces, inLang } from '#core/lib/text.ts'
import type { Check, ObjectDef } from '#core/object/object.ts'
import type { RuleEnv, RuleValue } from '#core/rule/rule.ts'
import type { Ctx } from './context.ts'
import type { Draft } from './draft.ts'
import { isRefused, refuse } from './draft.ts'
import type { FarValues } from './far-values.ts'
import { farValues } from './far-values.ts'
import type { Values } from './fields.ts'
import { sameValue } from './fields.ts'
import type { ObjectRules } from './object-rules.ts'
import { rulesOf } from './object-rules.ts'

export const ruleEnv = (ctx: Ctx): RuleEnv => ({ today: today(ctx.actor.zone), now: ctx.now, zone: ctx.actor.zone })

/** Results as the wire carries them: rounded to the field's places, whole numbers as numbers. */
export function resultValue(field: Field, value: RuleValue): unknown {
  if (value === null || field.kind !== 'computed') return value
  if (typeof value !== 'string') return value
  switch (field.result) {
    case 'integer': return Number(round(value, 0))
    case 'money': return round(value, field.decimals ?? 2)
    case 'percent': return round(value, (field.decimals ?? 4) + 2)
    case 'number': return round(value, field.decimals ?? 6)
    case 'text': return value.slice(0, 2000)
    case 'date':
    case 'yesNo': return value
  }
}

/** Works out all computed fields of one record in place; tells which changed. */
export function computeInto(rules: ObjectRules, values: Values, far: FarValues, env: RuleEnv): string[] {
  const changed: string[] = []
  for (const { field, run } of rules.computed) {
    const value = resultValue(field, run(ref => far.read(values, ref), env))
    if (sameValue(field, values[field.key], value)) continue
    values[field.key] = value
    changed.push(field.key)
  }
  return changed
}

export async function deriveDrafts(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<void> {
  const rules = rulesOf(ctx.catalog, object)
  if (rules.computed.length === 0 && rules.checks.length === 0) return
  const open = drafts.filter(draft => !isRefused(draft))
  const far = await farValues(ctx, object, open.map(draft => draft.values), rules.far)
  const env = ruleEnv(ctx)
  for (const draft of open) {
    if (draft.parent && object.parent) far.put(`${object.parent}.`, draft.parent.id, draft.parent.values)
    if (draft.fresh || draft.changed.size > 0) for (const key of computeInto(rules, draft.values, far, env)) draft.changed.add(key)
    checkDraft(ctx, object, rules, draft, far, env, false)
  }
}

/** Old records may break a rule that came later: only what is touched is checked. */
function checkDraft(ctx: Ctx, object: ObjectDef, rules: ObjectRules, draft: Draft, far: FarValues, env: RuleEnv, late: boolean): void {
  for (const { check, run, keys, late: isLate } of rules.checks) {
    if (isLate !== late) continue
    if (!late && !draft.fresh && ![...keys].some(key => draft.changed.has(key))) continue
    if (run(ref => far.read(draft.values, ref), env) !== false) continue
    refuse(draft, check.field ?? '', { key: 'check.failed', params: { text: sentence(ctx, object, check, keys, draft) } })
  }
}

/** The sentence may tell the very values that it complains of: '现为 {weightSum}'. */
function sentence(ctx: Ctx, object: ObjectDef, check: Check, keys: ReadonlySet<string>, draft: Draft): string {
  const told = [...keys].flatMap(key => {
    const field = object.fields[key]
    const value = draft.values[key] ?? null
    return field && value !== null ? [[key, kindOf(field).format(value, field, ctx.actor.lang)]] : []
  })
  return fillPlaces(inLang(check.message, ctx.actor.lang), Object.fromEntries(told) as Record<string, string>)
}

/** Records whose sums may have come to break a check: new ones, those saved with lines, those of which the check reads a changed field. */
export function needLateChecks(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Draft[] {
  const late = rulesOf(ctx.catalog, object).checks.filter(item => item.late)
  return drafts.filter(draft => late.some(({ keys }) => draft.fresh || draft.lines.size > 0 || [...keys].some(key => draft.changed.has(key))))
}

/** Checks that rest on sums of the children, after these are known; `values` are read back from the database. */
export async function checkLate(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<void> {
  const rules = rulesOf(ctx.catalog, object)
  const far = await farValues(ctx, object, drafts.map(draft => draft.values), rules.far)
  const env = ruleEnv(ctx)
  for (const draft of drafts) checkDraft(ctx, object, rules, draft, far, env, true)
}

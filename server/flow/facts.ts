// What the conditions of a diagram know: the record's fields, the last decision, and whether the amount lay within the
// authority of whoever decided.
import type { Flow, FlowEdge } from '#core/flow/flow.ts'
import { cmp } from '#core/lib/decimal.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { ruleScope } from '#core/object/rule-scope.ts'
import { checkRule, compileRule, parseRule } from '#core/rule/rule.ts'
import type { CheckedRule, CompiledRule, RuleScope, RuleType } from '#core/rule/rule.ts'
import type { Ctx } from '#server/action/context.ts'
import { loadRows } from '#server/action/rows.ts'
import { getRecord } from '#server/record/get-record.ts'
import type { RunRow } from '#server/schema/flow-rows.ts'
import { systemActor } from '#server/user/system-actor.ts'
import type { Asking } from './asking.ts'

export interface Facts {
  decision: string | null
  withinAuthority: boolean
}

const OWN: Readonly<Record<keyof Facts, RuleType>> = { decision: 'text', withinAuthority: 'boolean' }
const isOwn = (ref: string): ref is keyof Facts => Object.hasOwn(OWN, ref)

/** The case's own words come before fields of the same name. */
function scopeOf(catalog: Catalog, object: string): RuleScope {
  const fields = ruleScope(catalog, objectOf(catalog, object))
  return { ...fields, resolve: path => (path.length === 1 && isOwn(path[0]!) ? { type: OWN[path[0]!], ref: path[0]!, nonNull: path[0] === 'withinAuthority' } : fields.resolve(path)) }
}

/** Throws a RuleError that says what is wrong. */
export const checkedCondition = (catalog: Catalog, object: string, text: string): CheckedRule => checkRule(parseRule(text), scopeOf(catalog, object), 'boolean')

const compiled = new WeakMap<Catalog, Map<string, { run: CompiledRule; refs: readonly string[] }>>()

function conditionOf(catalog: Catalog, object: string, text: string): { run: CompiledRule; refs: readonly string[] } {
  const known = compiled.get(catalog) ?? new Map<string, { run: CompiledRule; refs: readonly string[] }>()
  compiled.set(catalog, known)
  const key = `${object}\n${text}`
  let condition = known.get(key)
  if (!condition) {
    const checked = checkedCondition(catalog, object, text)
    known.set(key, condition = { run: compileRule(checked), refs: checked.refs })
  }
  return condition
}

const idOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value)

/** Conditions ready to be asked: whatever they name has been read. */
export async function conditionsOf(ctx: Ctx, asking: Asking, flow: Flow, run: RunRow, facts: Facts): Promise<(edge: FlowEdge) => boolean> {
  const conditions = new Map([...flow.edges.values()].flatMap(edge => (edge.when === undefined ? [] : [[edge.id, conditionOf(ctx.catalog, run.object, edge.when)] as const])))
  const refs = new Set([...conditions.values()].flatMap(one => one.refs).filter(ref => !isOwn(ref)))
  const values = refs.size === 0 ? {} : await getRecord(ctx.tx, ctx.catalog, systemActor(ctx.org, ctx.catalog, 'flow'), run.object, run.record, { columns: [...refs] })
  const read = (ref: string): unknown => (isOwn(ref) ? facts[ref] : idOf(values[ref]))
  const env = { today: asking.today, now: asking.now, zone: asking.zone }
  return edge => conditions.get(edge.id)?.run(read, env) === true
}

const isAmount = (value: unknown): value is string | number => (typeof value === 'string' || typeof value === 'number') && Number.isFinite(Number(value))

/** The most that one of the roles may approve; null: any amount, undefined: nothing is said of it. */
function limitOf(asking: Asking, kind: string, roles: readonly string[]): string | null | undefined {
  const own = asking.settings['limits']
  let best: string | undefined
  for (const role of roles) {
    const given = word(word(own, role), kind)
    const limit = given === undefined ? asking.flows.book.limits[role]?.[kind] : given
    if (limit === null) return null
    if (isAmount(limit) && (best === undefined || cmp(String(limit), best) > 0)) best = String(limit)
  }
  return best
}

const word = (of: unknown, key: string): unknown => (typeof of === 'object' && of !== null && Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined)

/** A record without an amount is within anybody's authority; a role of which nothing is said may approve no amount at all. */
export async function withinAuthority(ctx: Ctx, asking: Asking, run: RunRow, roles: readonly string[]): Promise<boolean> {
  const cost = asking.flows.book.amounts[run.object]
  if (!cost) return true
  const object = objectOf(ctx.catalog, run.object)
  const fields = cost.fields.flatMap(key => object.fields[key] ?? [])
  const values = (await loadRows(ctx, object, [run.record], fields)).get(run.record)?.values ?? {}
  const amount = cost.fields.map(key => values[key]).filter(isAmount).map(String).reduce((most, one) => (cmp(one, most) > 0 ? one : most), '0')
  const limit = limitOf(asking, cost.kind, roles)
  return limit === null || cmp(amount, limit ?? '0') <= 0
}

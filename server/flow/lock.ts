// While a case runs its record is held still: at a decision nobody changes it (but what the step itself fills in), at other
// steps whoever has the step, and after an approval only the fields that the step names. Lines and covered records count as
// the record. A case is held until the change is through, so that nobody decides on what is just being written.
import type { Flow, FlowNode } from '#core/flow/flow.ts'
import { isKind } from '#core/field/kinds.ts'
import type { Refusal } from '#core/lib/error.ts'
import { inLang } from '#core/lib/text.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { parentName } from '#core/object/rights.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineGuard } from '#server/action/guards.ts'
import type { Guarded } from '#server/action/guards.ts'
import { loadRows } from '#server/action/rows.ts'
import { runningOn } from '#server/schema/flow-rows.ts'
import type { LockedRow } from '#server/schema/flow-rows.ts'
import { openTasksOf } from '#server/schema/task-rows.ts'
import type { Holding, TaskRow } from '#server/schema/task-rows.ts'
import { askingIn } from './asking.ts'
import type { Asking } from './asking.ts'
import type { FlowStore } from './book.ts'
import { coversOf } from './covers.ts'
import { holdingOf, standingTo } from './people.ts'

/** A change as a change of the record that a case is about. */
interface Touch {
  /** The record that changes. */
  item: string
  record: string
  keys: readonly string[] | undefined
  gone: boolean
}

export const flowGuard = defineGuard(async (ctx, object, items) => {
  const refused = new Map<string, Refusal>()
  // What the product does by itself (computed values, the demo company) is no person's change.
  if (!ctx.env.flows || ctx.actor.via === 'job' || ctx.actor.via === 'setup') return refused
  for (const [about, touches] of await touchedOf(ctx, ctx.env.flows, object, items)) {
    const asking = await askingIn(ctx)
    for (const [item, refusal] of await refusalsOf(ctx, asking, objectOf(ctx.catalog, about), touches)) refused.set(item, refusal)
  }
  return refused
})

/** By the object of the case: the records themselves, those that lines belong to, and those that a case covers. */
async function touchedOf(ctx: Ctx, flows: FlowStore, object: ObjectDef, items: readonly Guarded[]): Promise<Map<string, Touch[]>> {
  const about = new Map<string, Touch[]>()
  const add = (name: string, touches: Touch[]): void => void about.set(name, [...about.get(name) ?? [], ...touches])
  const open = [...(await flows.current(ctx.tx)).values()].map(one => one.flow)
  if (open.some(flow => flow.objects.includes(object.name))) {
    add(object.name, items.filter(item => !item.fresh).map(({ id, keys, gone }) => ({ item: id, record: id, keys, gone })))
  }
  const parent = parentName(object)
  if (parent !== undefined && open.some(flow => flow.objects.includes(parent))) add(parent, await through(ctx, object, object.parent!, items, linesKey(objectOf(ctx.catalog, parent), object)))
  for (const flow of open) {
    for (const name of flow.covers.includes(object.name) ? flow.objects : []) {
      const cover = coversOf(ctx.catalog, flow, name).find(one => one.object.name === object.name)
      if (cover) add(name, await through(ctx, object, cover.field, items, object.name))
    }
  }
  return about
}

const linesKey = (parent: ObjectDef, child: ObjectDef): string =>
  Object.values(parent.fields).find(field => isKind(field, 'lines') && field.of === child.name)?.key ?? child.name

/** Records that a link points to, before the change and after it. */
async function through(ctx: Ctx, object: ObjectDef, field: string, items: readonly Guarded[], key: string): Promise<Touch[]> {
  const rows = await loadRows(ctx, object, items.filter(item => !item.fresh).map(item => item.id), [object.fields[field]!])
  return items.flatMap(item => [...new Set([rows.get(item.id)?.values[field], item.after?.[field]])]
    .filter(value => typeof value === 'string').map(record => ({ item: item.id, record, keys: [key], gone: false })))
}

async function refusalsOf(ctx: Ctx, asking: Asking, object: ObjectDef, touches: readonly Touch[]): Promise<Map<string, Refusal>> {
  const refused = new Map<string, Refusal>()
  const runs = await runningOn(ctx.tx, ctx.org, object.name, [...new Set(touches.map(touch => touch.record))])
  if (runs.length === 0) return refused
  const tasks = Map.groupBy(await openTasksOf(ctx.tx, ctx.org, runs.map(run => run.id)), task => task.run)
  const holding = await holdingOf(asking, ctx.actor.userId)
  for (const run of runs) {
    const flow = await asking.flows.at(ctx.tx, run.flow, run.version)
    const state = stateOf(flow, run, tasks.get(run.id) ?? [], holding)
    for (const touch of touches) {
      const refusal = touch.record === run.record ? refusalOf(ctx, object, flow, state, touch) : undefined
      if (refusal) refused.set(touch.item, refusal)
    }
  }
  return refused
}

interface State {
  step: string
  deciding: boolean
  open: '*' | ReadonlySet<string>
}

/** What this person may change now: what the steps that are his leave open. */
function stateOf(flow: Flow, run: LockedRow, tasks: readonly TaskRow[], holding: Holding): State {
  const deciding = tasks.some(task => task.review)
  const nodes = tasks.filter(task => typeof standingTo(task, run, holding) === 'object').map(task => flow.nodes.get(task.node)!)
  const edits = nodes.map(node => editsOf(node, deciding || run.approved))
  const open = edits.includes('*') ? '*' : new Set(edits.flatMap(one => (one === '*' ? [] : one)))
  return { step: tasks.map(task => task.name).join('、'), deciding, open }
}

const editsOf = (node: FlowNode, settled: boolean): '*' | readonly string[] => node.edits ?? (settled ? [] : '*')

function refusalOf(ctx: Ctx, object: ObjectDef, flow: Flow, { step, deciding, open }: State, { keys, gone }: Touch): Refusal | undefined {
  if (gone) return { key: 'flow.inUse', params: { flow: flow.name } }
  if (open === '*') return undefined
  const shut = keys?.filter(key => !open.has(key))
  if (shut?.length === 0) return undefined
  if (!shut || open.size === 0 || (deciding && shut.length === keys?.length)) return { key: 'flow.locked', params: { flow: flow.name, step } }
  const fields = shut.map(key => (object.fields[key] ? inLang(object.fields[key].label, ctx.actor.lang) : key)).join('、')
  return { key: 'flow.lockedFields', params: { flow: flow.name, step, fields } }
}

// A case moves: the pure machine says what closes and opens, and here it becomes steps of people, in the transaction that
// holds the case's row.
import { advance, NotThere } from '#core/flow/advance.ts'
import type { FlowEvent } from '#core/flow/advance.ts'
import { dueAt } from '#core/flow/due.ts'
import type { Flow, FlowNode } from '#core/flow/flow.ts'
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { loadRows } from '#server/action/rows.ts'
import { saveRun } from '#server/schema/flow-rows.ts'
import type { RunRow, RunState } from '#server/schema/flow-rows.ts'
import { headsAbove, peopleAt } from '#server/schema/people-rows.ts'
import { addTask, saveTask } from '#server/schema/task-rows.ts'
import type { TaskRow } from '#server/schema/task-rows.ts'
import type { Asking } from './asking.ts'
import type { Facts } from './facts.ts'
import { conditionsOf } from './facts.ts'
import { escalated, takersOf } from './people.ts'
import { note, stir, tell } from './tell.ts'
import type { Telling } from './tell.ts'

export interface Moving {
  ctx: Ctx
  asking: Asking
  run: RunRow
  flow: Flow
  /** All steps of the case so far. */
  tasks: TaskRow[]
  tellings: Telling[]
  /** It came to its end just now. */
  over?: true
}

/** Working days for a step that says nothing of it; the company's settings may. */
const DAYS = 2

export async function move(it: Moving, event: FlowEvent, facts: Facts): Promise<void> {
  const { ctx, asking, run, flow } = it
  const step = machine(it, event, await conditionsOf(ctx, asking, flow, run, facts))
  run.tokens = step.tokens
  run.next = step.next
  for (const effect of step.effects) {
    if (effect.kind === 'close') await closeSteps(it, effect.token)
    else if (effect.kind === 'ended') end(it, run.decision === 'reject' ? 'rejected' : 'ended')
    else {
      const node = flow.nodes.get(effect.node)!
      if (node.kind === 'user') await openStep(it, node, effect.token)
      else await serve(it, node, effect.token, facts)
    }
  }
}

function machine({ run, flow }: Moving, event: FlowEvent, holds: Parameters<typeof advance>[3]): ReturnType<typeof advance> {
  try {
    return advance(flow, run, event, holds)
  } catch (fault) {
    if (fault instanceof NotThere) throw new AppError('conflict', { key: 'flow.over', cause: fault })
    throw fault
  }
}

export function end(it: Moving, state: RunState): void {
  if (it.run.state !== 'running') return
  it.run.state = state
  it.run.endedAt = it.ctx.now
  it.over = true
}

async function serve(it: Moving, node: FlowNode, token: number, facts: Facts): Promise<void> {
  await it.asking.flows.book.services[node.action ?? '']?.(it.ctx, it.run)
  await note(it.ctx, it.run, 'service', { task: { id: newId(), name: node.name } })
  await move(it, { kind: 'done', token }, facts)
}

async function closeSteps(it: Moving, token: number): Promise<void> {
  for (const task of it.tasks) if (task.token === token && (task.state === 'open' || task.state === 'held')) await saveTask(it.ctx.tx, it.ctx.org, task, { state: 'closed' })
}

const dueOf = ({ ctx, asking }: Moving, node: FlowNode): string => {
  const days = asking.settings['stepDays']
  const after = node.limits?.find(limit => limit.edge === undefined)?.after ?? `P${Number.isInteger(days) && Number(days) > 0 ? Number(days) : DAYS}D`
  return dueAt(ctx.now, after, asking.zone)
}

/** The soonest of the time limits that have an arrow of their own. */
const limitOf = ({ ctx, asking }: Moving, node: FlowNode): string | null =>
  node.limits?.filter(limit => limit.edge !== undefined).map(limit => dueAt(ctx.now, limit.after, asking.zone)).sort()[0] ?? null

export const freshTask = (it: Moving, node: FlowNode, token: number): TaskRow => ({
  id: newId(), run: it.run.id, token, node: node.id, name: node.name || node.id, lane: it.flow.lanes.find(lane => lane.id === node.lane)?.name ?? null,
  form: node.form ?? null, kind: 'step', parent: null, role: null, person: null, also: null, own: node.who?.starter === true, review: node.review === true,
  apart: node.review === true || node.apart === true, state: 'open', openedAt: it.ctx.now, dueAt: dueOf(it, node), limitAt: limitOf(it, node), remindedAt: null, escalatedAt: null, askedAt: null,
  doneAt: null, doneBy: null, doneName: null, doneFor: null, decision: null, within: null, note: null, seen: null,
})

async function openStep(it: Moving, node: FlowNode, token: number): Promise<void> {
  const task = freshTask(it, node, token)
  Object.assign(task, await whoseStep(it, node))
  if (node.many !== undefined && node.many !== 'any' && task.role !== null) return openForEach(it, task)
  await place(it, task)
}

async function whoseStep({ ctx, run, asking }: Moving, { who }: FlowNode): Promise<Pick<TaskRow, 'role' | 'person'>> {
  if (who?.starter) return { role: null, person: run.starter }
  if (who?.superior) return { role: null, person: (await headsAbove(asking.reader, asking.org, run.starter))[0]?.id ?? null }
  if (who?.field === undefined) return { role: who?.role ?? null, person: null }
  const object = objectOf(ctx.catalog, run.object)
  const field = object.fields[who.field]
  const value = field && (await loadRows(ctx, object, [run.record], [field])).get(run.record)?.values[field.key]
  return { role: null, person: typeof value === 'string' ? value : null }
}

/** Several decide: each has a step of his own, and the machine counts them. */
async function openForEach(it: Moving, task: TaskRow): Promise<void> {
  const takers = await takersOf(it.asking, task, it.run)
  if (takers.length < 2) return place(it, task)
  for (const one of takers) await place(it, { ...task, id: newId(), role: null, person: one.id })
}

/** Writes the step down where somebody can take it, and tells those who can. */
async function place(it: Moving, task: TaskRow): Promise<void> {
  let takers: Telling['people'] = await takersOf(it.asking, task, it.run)
  if (takers.length === 0) takers = await sendUp(it, task)
  await addTask(it.ctx.tx, it.ctx.org, task)
  it.tasks.push(task)
  it.tellings.push({ people: takers, key: 'task', params: { flow: it.flow.name, step: task.name } })
}

/** A step that nobody can take goes up; everybody sees that it did. Changes `task` but does not write it. */
export async function sendUp(it: Moving, task: TaskRow): Promise<Telling['people']> {
  const above = await escalated(it.asking, task, it.run)
  if (!above) {
    await note(it.ctx, it.run, 'nobody', { task, detail: { role: task.role } })
    return []
  }
  await note(it.ctx, it.run, 'sentUp', { task, detail: { role: task.role, to: above.names } })
  Object.assign(task, { role: above.role, person: above.person, own: false })
  return takersOf(it.asking, task, it.run)
}

/** The end of every change of a case. */
export async function settleRun(it: Moving): Promise<void> {
  const { ctx, run, asking } = it
  if (it.over && (run.state === 'ended' || run.state === 'rejected')) {
    await note(ctx, run, run.state)
    if (run.state === 'ended') it.tellings.push({ people: [...(await peopleAt(asking.reader, asking.org, [run.starter])).values()], key: 'done', params: { flow: it.flow.name } })
  }
  await saveRun(ctx.tx, ctx.org, run)
  await tell(ctx, run, it.tellings)
  stir(ctx, run)
  ctx.journal.title = `${it.flow.name} ${run.title}`.slice(0, 60)
}

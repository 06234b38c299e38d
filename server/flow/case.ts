// One case in the hands of an action: its row locked, its steps read, and what the person may do with it.
import type { Flow, FlowNode } from '#core/flow/flow.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { hasPower } from '#core/object/rights.ts'
import type { Ctx } from '#server/action/context.ts'
import { loadRows } from '#server/action/rows.ts'
import { eventsOf, lockRun, lockRunOf } from '#server/schema/flow-rows.ts'
import type { RunRow } from '#server/schema/flow-rows.ts'
import { tasksOf } from '#server/schema/task-rows.ts'
import type { Holding, TaskRow } from '#server/schema/task-rows.ts'
import { askingIn } from './asking.ts'
import type { Asking } from './asking.ts'
import type { Moving } from './move.ts'
import { holdingOf, isLastResort, mayRead, standingTo } from './people.ts'
import type { Standing } from './people.ts'

export interface Case extends Moving {
  holding: Holding
}

const noRun = (): AppError => new AppError('not_found', { key: 'flow.noRun' })

/** Locks the case before anything of it is read. Unknown and not visible answer alike. */
export async function openCase(ctx: Ctx, by: { run?: string | undefined; task?: string | undefined }): Promise<Case> {
  const run = by.run !== undefined ? await lockRun(ctx.tx, ctx.org, by.run) : by.task !== undefined ? await lockRunOf(ctx.tx, ctx.org, by.task) : undefined
  if (!run) throw noRun()
  const asking = await askingIn(ctx)
  const flow = await asking.flows.at(ctx.tx, run.flow, run.version)
  const it: Case = { ctx, asking, run, flow, tasks: await tasksOf(ctx.tx, ctx.org, run.id), tellings: [], holding: await holdingOf(asking, ctx.actor.userId) }
  run.people = await requesters(ctx, run)
  if (!await mayKnow(asking, ctx.actor, it.holding, run, it.tasks)) throw noRun()
  if (!keyAllows(ctx.actor, run.object)) throw new AppError('forbidden', { key: 'flow.keyScope' })
  return it
}

/** Whose request it is: who began it, whose record it is, who made it, and whoever any of them was before. */
export async function requesters(ctx: Ctx, { people, object: name, record, starter }: Pick<RunRow, 'people' | 'object' | 'record' | 'starter'>): Promise<string[]> {
  const object = objectOf(ctx.catalog, name)
  const fields = [object.fields['createdBy']!, ...object.owned ? [object.fields['owner']!] : []]
  const values = (await loadRows(ctx, object, [record], fields)).get(record)?.values ?? {}
  return [...new Set([...people, starter, ...Object.values(values).filter(value => typeof value === 'string')])].filter(id => id.length === 36)
}

export function keyAllows(actor: Actor, object: string): boolean {
  return !actor.scopes || actor.scopes.some(scope => (scope.object === object || scope.object === '*') && scope.verbs.includes('write'))
}

/** Those who had or have something to do with it, those who may see its record, and whoever keeps the system. */
export async function mayKnow(asking: Asking, actor: Actor, holding: Holding, run: RunRow, tasks: readonly TaskRow[]): Promise<boolean> {
  const me = holding.me
  if (run.starter === me || hasPower(actor, 'admin') || tasks.some(task => task.doneBy === me)) return true
  if (tasks.some(task => task.state === 'open' && (task.person === me || (isLastResort(asking, task) && holding.roles.includes(task.role!))))) return true
  return mayRead(asking, actor, run.object, run.record)
}

export const nodeOf = ({ flow }: { flow: Flow }, task: Pick<TaskRow, 'node'>): FlowNode => flow.nodes.get(task.node)!

/** Refuses, and so leaves an entry in the log, whoever may not decide here. */
export function needStanding(it: Case, task: TaskRow): Standing {
  const standing = standingTo(task, it.run, it.holding)
  if (standing === 'own') throw new AppError('forbidden', { key: 'flow.ownRequest', params: { step: task.name, run: it.run.id } })
  if (standing === 'no') throw new AppError('forbidden', { key: 'flow.notYours', params: { step: task.name, run: it.run.id } })
  return standing
}

/** Who was quicker is told by name. */
export async function needOpen(it: Case, task: TaskRow): Promise<void> {
  if (it.run.state === 'running' && task.state === 'open') return
  if (it.run.state === 'running' && task.state === 'held') throw new AppError('conflict', { key: 'flow.held', params: { step: task.name } })
  const winner = task.doneName ?? it.tasks.findLast(other => other.token === task.token && other.doneName !== null)?.doneName
    ?? (await eventsOf(it.ctx.tx, it.ctx.org, it.run.id)).at(-1)?.by ?? ''
  throw new AppError('conflict', { key: 'flow.decided', params: { step: task.name, who: winner } })
}

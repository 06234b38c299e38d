// What the clock does with cases: late steps are asked for once and go up once, time limits with an arrow of their own are
// taken, steps of people who have left find somebody else. Under the lock of the case and written down in the same
// transaction: of two processes the second finds it done.
import { z } from 'zod'
import { dueAt } from '#core/flow/due.ts'
import type { Env } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import { perform } from '#server/action/perform.ts'
import { read } from '#server/database/transaction.ts'
import { eventsOf, flowSettings, lockRun } from '#server/schema/flow-rows.ts'
import { headsAbove, peopleAt } from '#server/schema/people-rows.ts'
import type { PersonRow } from '#server/schema/people-rows.ts'
import { lateTasks, orphanTasks, saveTask, tasksOf } from '#server/schema/task-rows.ts'
import type { TaskRow } from '#server/schema/task-rows.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { askingIn } from './asking.ts'
import { countVotes, factsOf } from './decide.ts'
import type { Moving } from './move.ts'
import { move, sendUp, settleRun } from './move.ts'
import { escalated, takersOf } from './people.ts'
import { note } from './tell.ts'

/** After which a late step goes up. */
const PATIENCE = 'P1D'

/** One look at everything; answers how many cases were taken care of. */
export async function lookAfterCases(env: Env, org: number, now = new Date().toISOString()): Promise<number> {
  const runs = await read(env.pool, async reader => {
    const { zone } = await flowSettings(reader, org)
    const late = (await lateTasks(reader, org, now)).filter(task => isDue(task, now, zone))
    return new Set([...late, ...await orphanTasks(reader, org)].map(task => task.run))
  })
  const actor = systemActor(org, env.catalog.current(), 'job')
  let done = 0
  for (const run of runs) if ((await perform<{ done: boolean }>(env, actor, 'flow.clock', { run })).done) done++
  return done
}

const isDue = (task: Pick<TaskRow, 'dueAt' | 'remindedAt' | 'limitAt'>, now: string, zone: string): boolean =>
  (task.limitAt !== null && task.limitAt < now) || (task.dueAt !== null && task.dueAt < now && (task.remindedAt === null || dueAt(task.dueAt, PATIENCE, zone) < now))

export const clockAction = defineAction<{ run: string }, { done: boolean }>({
  name: 'flow.clock', label: { zh: '催办与上报', en: 'Reminders and escalation' }, undoable: false, input: z.strictObject({ run: z.uuid() }),
  async run(ctx, input) {
    const run = await lockRun(ctx.tx, ctx.org, input.run)
    if (run?.state !== 'running') return { done: false }
    const asking = await askingIn(ctx)
    const it: Moving = { ctx, asking, run, flow: await asking.flows.at(ctx.tx, run.flow, run.version), tasks: await tasksOf(ctx.tx, ctx.org, run.id), tellings: [] }
    let done = false
    for (const task of it.tasks.filter(one => one.state === 'open')) if (await lookAfter(it, task)) done = true
    if (done) await settleRun(it)
    return { done }
  },
})

async function lookAfter(it: Moving, task: TaskRow): Promise<boolean> {
  const { ctx } = it
  if (task.state !== 'open') return false
  if (task.limitAt !== null && task.limitAt < ctx.now && await leaveByClock(it, task)) return true
  const takers = await takersOf(it.asking, task, it.run)
  if (takers.length === 0) return findAnother(it, task)
  return late(it, task, takers)
}

async function leaveByClock(it: Moving, task: TaskRow): Promise<boolean> {
  const limit = it.flow.nodes.get(task.node)?.limits?.find(one => one.edge !== undefined && dueAt(task.openedAt, one.after, it.asking.zone) <= it.ctx.now)
  if (!limit) return false
  await note(it.ctx, it.run, 'limit', { task })
  await move(it, { kind: 'late', token: task.token, limit: limit.id }, factsOf(it, task))
  return true
}

/** One of several who decide is let go; a step of one goes up. */
async function findAnother(it: Moving, task: TaskRow): Promise<boolean> {
  const others = it.tasks.filter(one => one.token === task.token && one.kind === 'step' && one.id !== task.id && one.state !== 'closed')
  if (task.kind === 'step' && others.length > 0) {
    await saveTask(it.ctx.tx, it.ctx.org, task, { state: 'closed' })
    await note(it.ctx, it.run, 'left', { task })
    if (others.some(one => one.state === 'done')) await countVotes(it, task)
    return true
  }
  // Said once that nobody is left, it is not said again with every look.
  if (!await escalated(it.asking, task, it.run) && (await eventsOf(it.ctx.tx, it.ctx.org, it.run.id)).some(event => event.kind === 'nobody' && event.task === task.id)) return false
  const people = await sendUp(it, task)
  await saveTask(it.ctx.tx, it.ctx.org, task, { role: task.role, person: task.person, own: task.own, also: null })
  it.tellings.push({ people, key: 'task', params: { flow: it.flow.name, step: task.name } })
  return true
}

async function late(it: Moving, task: TaskRow, takers: readonly PersonRow[]): Promise<boolean> {
  const { ctx, asking } = it
  if (task.dueAt === null || task.dueAt >= ctx.now) return false
  const params = { flow: it.flow.name, step: task.name }
  const first = task.remindedAt === null
  if (first) {
    await saveTask(ctx.tx, ctx.org, task, { remindedAt: ctx.now })
    await note(ctx, it.run, 'late', { task })
    it.tellings.push({ people: takers, key: 'late', params })
  }
  if (task.escalatedAt !== null || dueAt(task.dueAt, PATIENCE, asking.zone) >= ctx.now) return first
  const above = await superiorTo(it, task, takers)
  await saveTask(ctx.tx, ctx.org, task, { escalatedAt: ctx.now, ...(above && !task.own ? { also: above.id } : {}) })
  await note(ctx, it.run, 'escalated', { task, detail: { to: above ? [above.name] : [] } })
  if (above) it.tellings.push({ people: [above], key: 'escalated', params })
  return true
}

/** The nearest above the starter who has not got the step already and may take it; of the starter's own step he is only told. */
async function superiorTo(it: Moving, task: TaskRow, takers: readonly PersonRow[]): Promise<PersonRow | undefined> {
  const { asking, run } = it
  const has = new Set(takers.map(one => one.id))
  const heads = (await headsAbove(asking.reader, asking.org, run.starter)).filter(head => !has.has(head.id))
  if (task.own) return heads[0]
  for (const head of heads) if ((await takersOf(asking, { ...task, role: null, person: head.id, also: null }, run, 1)).length > 0) return head
  for (const role of asking.flows.book.escalate.slice(0, -1)) {
    const found = (await takersOf(asking, { ...task, role, person: null, also: null }, run)).find(one => !has.has(one.id))
    if (found) return (await peopleAt(asking.reader, asking.org, [found.id])).get(found.id)
  }
  return undefined
}

// What can be done around a step: handed over, signed by somebody more, asked for, talked about, taken back, cancelled.
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { hasPower } from '#core/object/rights.ts'
import { holdersOf, peopleAt } from '#server/schema/people-rows.ts'
import type { PersonRow } from '#server/schema/people-rows.ts'
import { addTask, saveTask } from '#server/schema/task-rows.ts'
import type { TaskRow } from '#server/schema/task-rows.ts'
import type { Case } from './case.ts'
import { needOpen, needStanding, nodeOf } from './case.ts'
import { end, freshTask, move } from './move.ts'
import { takersOf } from './people.ts'
import { note } from './tell.ts'

export interface AroundInput {
  note?: string | undefined
  person?: string | undefined
  where?: 'before' | 'after' | undefined
}

const NO_FACTS = { decision: null, withinAuthority: true }
const HOUR = 3_600_000

export async function handOver(it: Case, task: TaskRow, input: AroundInput): Promise<void> {
  needStanding(it, task)
  await needOpen(it, task)
  const person = await fitting(it, task, input.person, await rolesFor(it, task))
  // Whoever does the starter's part of a request has a part in it: he does not decide on it later.
  if (task.own) it.run.people = [...new Set([...it.run.people, person.id])]
  await saveTask(it.ctx.tx, it.ctx.org, task, { person: person.id, role: null, also: null })
  await note(it.ctx, it.run, 'handOver', { task, note: input.note ?? null, detail: { to: person.name } })
  it.tellings.push({ people: [person], key: 'task', params: { flow: it.flow.name, step: task.name } })
}

/** Only to those of the step's role, as long as there are any who could. */
async function rolesFor(it: Case, task: TaskRow): Promise<string | undefined> {
  const role = nodeOf(it, task).who?.role
  if (role === undefined || task.kind !== 'step') return undefined
  const takers = await takersOf(it.asking, { ...task, role, person: null, also: null }, it.run, 1)
  return takers.length > 0 ? role : undefined
}

async function fitting(it: Case, task: TaskRow, id: string | undefined, role: string | undefined): Promise<PersonRow> {
  const { asking, run, ctx } = it
  const person = id === undefined ? undefined : (await peopleAt(ctx.tx, ctx.org, [id])).get(id)
  const holds = person && (role === undefined || (await holdersOf(ctx.tx, ctx.org, role)).some(one => one.id === person.id))
  const taken = holds && person.id !== ctx.actor.userId ? await takersOf(asking, { ...task, role: null, person: person.id, also: null, own: true }, run, 1) : []
  if (taken.length === 0) throw new AppError('invalid', { fields: { person: { key: 'flow.notFitting', params: { who: person?.name ?? '', step: task.name } } } })
  return taken[0]!
}

/** Before: the step waits for him. After: the case does. */
export async function addSigner(it: Case, task: TaskRow, input: AroundInput): Promise<void> {
  needStanding(it, task)
  await needOpen(it, task)
  if (!task.review) throw new AppError('invalid', { key: 'flow.notOffered', params: { step: task.name } })
  const person = await fitting(it, task, input.person, undefined)
  const where = input.where ?? 'before'
  const signer: TaskRow = {
    ...freshTask(it, nodeOf(it, task), task.token), id: newId(), kind: where, parent: task.id, person: person.id, own: false, state: where === 'before' ? 'open' : 'held',
  }
  await addTask(it.ctx.tx, it.ctx.org, signer)
  it.tasks.push(signer)
  if (where === 'before') {
    await saveTask(it.ctx.tx, it.ctx.org, task, { state: 'held' })
    it.tellings.push({ people: [person], key: 'task', params: { flow: it.flow.name, step: task.name } })
  }
  await note(it.ctx, it.run, 'addSigner', { task, note: input.note ?? null, detail: { who: person.name, where } })
}

export async function comment(it: Case, input: AroundInput): Promise<void> {
  if (!input.note) throw new AppError('invalid', { fields: { note: { key: 'field.required' } } })
  await note(it.ctx, it.run, 'comment', { note: input.note })
  const taking = it.tasks.flatMap(task => [task.doneBy, task.state === 'open' ? task.person : null]).filter(id => id !== null)
  const people = await peopleAt(it.ctx.tx, it.ctx.org, [...new Set([it.run.starter, ...taking])])
  it.tellings.push({ people: [...people.values()], key: 'comment', params: { flow: it.flow.name, who: it.ctx.actor.name, note: input.note } })
}

export async function remind(it: Case): Promise<void> {
  needRunning(it)
  const open = it.tasks.filter(task => task.state === 'open')
  const waiting = open.filter(task => task.askedAt === null || Date.parse(it.ctx.now) - Date.parse(task.askedAt) > HOUR)
  if (waiting.length === 0) throw new AppError('conflict', { key: 'flow.remindedAlready' })
  for (const task of waiting) {
    await saveTask(it.ctx.tx, it.ctx.org, task, { askedAt: it.ctx.now })
    await note(it.ctx, it.run, 'remind', { task })
    it.tellings.push({ people: await takersOf(it.asking, task, it.run), key: 'remind', params: { flow: it.flow.name, step: task.name, who: it.ctx.actor.name } })
  }
}

function needRunning({ run }: Case): void {
  if (run.state !== 'running') throw new AppError('conflict', { key: 'flow.over' })
}

/** By the starter, as long as nobody else has done anything. */
export async function withdraw(it: Case, input: AroundInput): Promise<void> {
  if (it.ctx.actor.userId !== it.run.starter) throw new AppError('forbidden', { key: 'flow.notYours', params: { step: it.flow.name, run: it.run.id } })
  needRunning(it)
  if (it.tasks.some(task => task.doneBy !== null && task.doneBy !== it.run.starter)) throw new AppError('conflict', { key: 'flow.tooLate' })
  await stop(it, 'withdrawn', input)
}

/** By the starter at any time, and by whoever keeps the system where a case cannot go on. */
export async function cancel(it: Case, input: AroundInput): Promise<void> {
  if (it.ctx.actor.userId !== it.run.starter && !hasPower(it.ctx.actor, 'admin')) throw new AppError('forbidden', { key: 'flow.notYours', params: { step: it.flow.name, run: it.run.id } })
  needRunning(it)
  if (!input.note) throw new AppError('invalid', { fields: { note: { key: 'flow.needsNote' } } })
  const people = await peopleAt(it.ctx.tx, it.ctx.org, [...new Set([it.run.starter, ...it.tasks.map(task => task.doneBy).filter(id => id !== null)])])
  it.tellings.push({ people: [...people.values()], key: 'cancelled', params: { flow: it.flow.name, who: it.ctx.actor.name, note: input.note } })
  await stop(it, 'cancelled', input)
}

async function stop(it: Case, state: 'withdrawn' | 'cancelled', input: AroundInput): Promise<void> {
  end(it, state)
  await move(it, { kind: 'stop' }, NO_FACTS)
  await note(it.ctx, it.run, state, { note: input.note ?? null })
}

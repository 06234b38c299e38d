// A decision on a step: approved, done, rejected or sent back. The case's row is locked, the step still open, the content the
// one that was seen; then the case moves. All in one transaction, so of many at the same moment one alone decides.
import { answersReject, earlier, standing as stillStanding } from '#core/flow/ways.ts'
import { AppError } from '#core/lib/error.ts'
import { peopleAt } from '#server/schema/people-rows.ts'
import { saveTask } from '#server/schema/task-rows.ts'
import type { TaskRow } from '#server/schema/task-rows.ts'
import type { Case } from './case.ts'
import { needOpen, needStanding } from './case.ts'
import type { Facts } from './facts.ts'
import { withinAuthority } from './facts.ts'
import { end, move } from './move.ts'
import type { Moving } from './move.ts'
import type { Standing } from './people.ts'
import { takersOf } from './people.ts'
import { contentHash } from './seen.ts'
import { note } from './tell.ts'

export type StepDecision = 'approve' | 'done' | 'reject' | 'back'

export interface StepInput {
  decision: StepDecision
  seen?: string | undefined
  note?: string | undefined
  /** Where it is sent back to. */
  to?: string | undefined
}

/** What a step offers to whom it is. A signer before or after decides like the step itself. */
export const offersOf = (task: Pick<TaskRow, 'review' | 'kind'>, canGoBack: boolean): StepDecision[] =>
  [...(task.review ? ['approve', 'reject'] as const : ['done'] as const), ...(canGoBack ? ['back'] as const : [])]

export const doneNodes = (tasks: readonly TaskRow[]): string[] =>
  tasks.filter(task => task.kind === 'step' && task.state === 'done' && task.decision !== 'back').sort((a, b) => (a.doneAt! < b.doneAt! ? -1 : 1)).map(task => task.node)

export async function decideStep(it: Case, task: TaskRow, input: StepInput): Promise<void> {
  const standing = needStanding(it, task)
  await needOpen(it, task)
  const back = earlier(it.flow, task.node, doneNodes(it.tasks))
  if (!offersOf(task, back.length > 0).includes(input.decision)) throw new AppError('invalid', { key: 'flow.notOffered', params: { step: task.name } })
  if ((input.decision === 'reject' || input.decision === 'back') && !input.note) throw new AppError('invalid', { fields: { note: { key: 'flow.needsNote' } } })
  await needSeen(it, input)
  const to = input.decision === 'back' ? (input.to === undefined ? back.at(-1) : back.find(node => node.id === input.to)) : undefined
  if (input.decision === 'back' && !to) throw new AppError('invalid', { fields: { to: { key: 'flow.noWayBack' } } })
  await sign(it, task, standing, input)
  if (input.decision === 'reject') await reject(it, task)
  else if (to) await sendBack(it, task, to.id)
  else await goOn(it, task)
  await tellStarter(it, task, input, to?.name)
}

/** Values, lines and files as they stand must be those that the person had before him. */
async function needSeen({ ctx, asking, flow, run }: Case, { seen, decision }: StepInput): Promise<void> {
  const now = await contentHash(asking, ctx.actor, flow, run)
  if (seen === undefined && decision !== 'back') throw new AppError('invalid', { fields: { seen: { key: 'flow.needsSeen' } } })
  if (seen !== undefined && seen !== now) throw new AppError('conflict', { key: 'flow.changed' })
}

async function sign(it: Case, task: TaskRow, standing: Standing, { decision, note: text, seen }: StepInput): Promise<void> {
  const { ctx, asking, run } = it
  const within = decision === 'approve' || decision === 'done' ? await withinAuthority(ctx, asking, run, standing.roles) : null
  await saveTask(ctx.tx, ctx.org, task, {
    state: 'done', doneAt: ctx.now, doneBy: ctx.actor.userId, doneName: ctx.actor.name, doneFor: standing.for ?? null, decision, note: text ?? null, seen: seen ?? null, within,
  })
  const principal = standing.for === undefined ? undefined : (await peopleAt(ctx.tx, ctx.org, [standing.for])).get(standing.for)?.name
  await note(ctx, run, decision, { task, note: text ?? null, detail: { ...(principal === undefined ? {} : { for: principal }), ...(decision === 'approve' ? { within } : {}) } })
  if (task.review && (decision === 'approve' || decision === 'reject')) run.decision = decision
  if (decision === 'approve') run.approved = true
}

export const factsOf = (it: Moving, task: TaskRow): Facts => ({
  decision: it.run.decision,
  // Anybody may say no; of those who said yes the one with the widest authority counts.
  withinAuthority: it.run.decision === 'reject' || it.tasks.some(one => one.token === task.token && one.state === 'done' && one.within === true),
})

async function reject(it: Case, task: TaskRow): Promise<void> {
  if (answersReject(it.flow, task.node)) return move(it, { kind: 'done', token: task.token }, factsOf(it, task))
  end(it, 'rejected')
  await move(it, { kind: 'stop' }, factsOf(it, task))
}

async function sendBack(it: Case, task: TaskRow, to: string): Promise<void> {
  const approved = it.tasks.filter(one => one.review && one.decision === 'approve').map(one => one.node)
  it.run.approved = stillStanding(it.flow, approved, to).length > 0
  await move(it, { kind: 'back', token: task.token, to }, factsOf(it, task))
}

/** A signer before gives the step back to its holder; those after come before the case goes on. */
async function goOn(it: Case, task: TaskRow): Promise<void> {
  const next = it.tasks.find(one => one.state === 'held' && (task.kind === 'before' ? one.id === task.parent : one.kind === 'after' && one.token === task.token))
  if (next) return reopen(it, next)
  await countVotes(it, task)
}

/** Where several decide, the machine is told how many have; those who left do not count. */
export async function countVotes(it: Moving, task: TaskRow): Promise<void> {
  const votes = it.tasks.filter(one => one.token === task.token && one.kind === 'step' && one.state !== 'closed')
  const tally = votes.length > 1 ? { done: votes.filter(one => one.state === 'done').length, of: votes.length } : undefined
  await move(it, { kind: 'done', token: task.token, ...(tally ? { tally } : {}) }, factsOf(it, task))
}

async function reopen(it: Case, task: TaskRow): Promise<void> {
  await saveTask(it.ctx.tx, it.ctx.org, task, { state: 'open', openedAt: it.ctx.now })
  it.tellings.push({ people: await takersOf(it.asking, task, it.run), key: 'task', params: { flow: it.flow.name, step: task.name } })
}

async function tellStarter(it: Case, task: TaskRow, { decision, note: text }: StepInput, step = task.name): Promise<void> {
  if (decision !== 'reject' && decision !== 'back') return
  const starter = await peopleAt(it.ctx.tx, it.ctx.org, [it.run.starter])
  it.tellings.push({ people: [...starter.values()], key: decision === 'reject' ? 'rejected' : 'back', params: { flow: it.flow.name, step, who: it.ctx.actor.name, note: text ?? '' } })
}


// What is done with processes: begun, decided in, published. Importing this file makes the actions known.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import { messages } from '#core/lib/messages.ts'
import { defineAction } from '#server/action/define.ts'
import type { TaskRow } from '#server/schema/task-rows.ts'
import type { AroundInput } from './around.ts'
import { addSigner, cancel, comment, handOver, remind, withdraw } from './around.ts'
import type { Case } from './case.ts'
import { openCase } from './case.ts'
import type { StepDecision, StepInput } from './decide.ts'
import { decideStep } from './decide.ts'
import './clock.ts'
import './deputy.ts'
import './lock.ts'
import { settleRun } from './move.ts'
import { publish } from './publish.ts'
import type { Published } from './publish.ts'
import { start } from './start.ts'

const id = z.string().refine(isId, { error: 'reference.notAnId' })
const flowId = z.string().regex(/^[A-Za-z_][\w.-]{0,62}$/, { error: 'value.invalid' })

export const STEP_DECISIONS = ['approve', 'done', 'reject', 'back'] as const
export const DECISIONS = [...STEP_DECISIONS, 'handOver', 'addSigner', 'comment', 'remind', 'withdraw', 'cancel'] as const
export type Decision = (typeof DECISIONS)[number]

export const decisionBody = z.strictObject({
  seen: z.string().max(128).optional(), note: z.string().trim().max(2000).optional(), to: z.string().max(200).optional(),
  person: id.optional(), where: z.enum(['before', 'after']).optional(),
})

export interface MovedAnswer {
  run: string
  state: string
}

export const startAction = defineAction<{ flow: string; object: string; record: string }, MovedAnswer>({
  name: 'flow.start', label: messages['flow.startLabel']!, undoable: false,
  input: z.strictObject({ flow: flowId, object: z.string().min(1).max(63), record: id }),
  run: start,
})

type DecideInput = { task?: string | undefined; run?: string | undefined; decision: Decision } & Omit<StepInput, 'decision'> & AroundInput

export const decideAction = defineAction<DecideInput, MovedAnswer>({
  name: 'flow.decide', label: messages['flow.decideLabel']!, undoable: false,
  input: decisionBody.extend({ task: id.optional(), run: id.optional(), decision: z.enum(DECISIONS) }),
  async run(ctx, input) {
    const it = await openCase(ctx, input)
    await decide(it, it.tasks.find(task => task.id === input.task), input)
    await settleRun(it)
    return { run: it.run.id, state: it.run.state }
  },
})

const isStepDecision = (decision: Decision): decision is StepDecision => (STEP_DECISIONS as readonly string[]).includes(decision)

function decide(it: Case, task: TaskRow | undefined, input: DecideInput): Promise<void> {
  const { decision } = input
  if (decision === 'comment') return comment(it, input)
  if (decision === 'remind') return remind(it)
  if (decision === 'withdraw') return withdraw(it, input)
  if (decision === 'cancel') return cancel(it, input)
  if (!task) throw new AppError('not_found', { key: 'flow.noRun' })
  if (isStepDecision(decision)) return decideStep(it, task, { ...input, decision })
  return decision === 'handOver' ? handOver(it, task, input) : addSigner(it, task, input)
}

export const publishBody = z.strictObject({ xml: z.string().min(1).max(2_000_000), note: z.string().trim().max(500).optional(), seen: z.int().min(0) })

export const publishAction = defineAction<z.infer<typeof publishBody> & { flow: string }, Published>({
  name: 'flow.publish', label: messages['flow.publishLabel']!, power: 'catalog', undoable: false, input: publishBody.extend({ flow: flowId }), run: publish,
})

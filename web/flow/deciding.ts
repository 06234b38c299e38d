// A decision on its way: sent with the hash of what was seen. Somebody quicker, or changed content, is said and the case asked anew.
import { useState } from 'react'
import { AppError } from '#core/lib/error.ts'
import { useSay } from '../lib/say.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { useFlowActs } from './queries.ts'
import type { Decision, DecisionBody, RunView, TaskView } from './types.ts'

const DONE: Record<Decision, TextKey> = {
  approve: 'flow.approved', done: 'flow.doneSaid', reject: 'flow.rejectedSaid', back: 'flow.backSaid', handOver: 'flow.handedOver', addSigner: 'flow.signerAdded',
  comment: 'flow.commented', remind: 'flow.reminded', withdraw: 'flow.withdrawn', cancel: 'flow.cancelledSaid',
}
const SEES = new Set<Decision>(['approve', 'done', 'reject', 'back'])

/** Where it is decided: a step of a case, or the case itself. */
export interface Place { run: Pick<RunView, 'id' | 'seen'>; task?: Pick<TaskView, 'id'> }

export interface Deciding {
  busy: boolean
  /** Answers with what went wrong; it has been said, but for what belongs to a field. */
  decide(place: Place, decision: Decision, body: DecisionBody): Promise<unknown>
}

export function useDecide(): Deciding {
  const { t } = useT()
  const say = useSay()
  const acts = useFlowActs()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async decide({ run, task }, decision, body) {
      setBusy(true)
      try {
        await acts.decide({ run: run.id, task: task?.id }, decision, { ...body, ...(SEES.has(decision) && run.seen ? { seen: run.seen } : {}) })
        say.ok(t(DONE[decision]))
        return undefined
      } catch (error) {
        if (!(error instanceof AppError && error.fields)) say.fail(error)
        if (error instanceof AppError && (error.code === 'conflict' || error.code === 'not_found' || error.code === 'forbidden')) acts.again()
        return error
      } finally {
        setBusy(false)
      }
    },
  }
}

// What people do with cases in scenario tests: begin one, look into their inbox, decide on what they have seen.
import { expect } from 'vitest'
import type { InboxPage } from '#server/flow/inbox.ts'
import type { RunView, TaskView } from '#server/flow/view.ts'
import type { Refused, Row } from './test-hands.ts'
import { make } from './test-hands.ts'
import type { Person } from './test-site.ts'

export const begin = (who: Person, flow: string, object: string, record: string): Promise<RunView> =>
  who.ok<RunView>('POST', `/api/flows/${flow}/runs`, { object, record })

export const look = (who: Person, run: string): Promise<RunView> => who.ok<RunView>('GET', `/api/runs/${run}`)

export const box = async (who: Person, name = 'todo'): Promise<InboxPage['rows']> => (await who.ok<InboxPage>('GET', `/api/tasks?box=${name}`)).rows

export const openTask = (view: RunView): TaskView => view.tasks.find(task => task.state === 'open')!

export type Reply = ReturnType<Person['call']>

/** A decision on the step that is open, with what the person sees of it now. */
export async function decide(who: Person, run: string, decision: string, body: object = {}): Reply {
  const view = await look(who, run)
  return who.call('POST', `/api/tasks/${openTask(view).id}/${decision}`, { ...(view.seen === null ? {} : { seen: view.seen }), ...body })
}

/** The same, and it must succeed; answers the state of the case. */
export async function act(who: Person, run: string, decision: string, body: object = {}): Promise<string> {
  const answer = await decide(who, run, decision, body)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ state: string }>().state
}

/** Steps by name, each done or approved by a person, in this order; each must be in his inbox first. */
export async function walk(run: string, steps: readonly [who: Person, step: string, decision?: string][]): Promise<string> {
  let state = 'running'
  for (const [who, step, decision = 'done'] of steps) {
    const mine = (await box(who)).find(row => row.run === run)
    expect(mine?.step, `${step} in the inbox`).toBe(step)
    state = await act(who, run, decision)
  }
  return state
}

export interface Told { status: number; error: Refused & { code: string; fields?: Record<string, Refused> } }

export async function told(reply: Reply): Promise<Told> {
  const { statusCode, body } = await reply
  return { status: statusCode, error: (JSON.parse(body) as { error: Told['error'] }).error }
}

/** An application for hospitality (F21) of this budget. */
export const ask = (who: Person, budget: string, values: object = {}): Promise<Row> =>
  make(who, 'hospitality', { customerName: '来访客户', date: '2026-12-01', meal: budget, purpose: '洽谈明年合同', ...values })

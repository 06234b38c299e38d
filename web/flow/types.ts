// What the server answers about processes and cases, as the browser reads it.
import type { FlowNode } from '#core/flow/flow.ts'
import type { Link } from '../lib/api-types.ts'

export type Decision = 'approve' | 'done' | 'reject' | 'back' | 'handOver' | 'addSigner' | 'comment' | 'remind' | 'withdraw' | 'cancel'
export type RunState = 'running' | 'ended' | 'rejected' | 'withdrawn' | 'cancelled'
export type Box = 'todo' | 'waiting' | 'done' | 'mine'

/** A step in an inbox; among those that one began: a case. */
export interface InboxRow {
  id: string | null
  run: string
  flow: string
  flowName: string
  object: string
  record: string
  /** Null for those who may not see the record. */
  title: string | null
  step: string
  lane: string | null
  form: string | null
  review: boolean
  runState: RunState
  starter: Link
  startedAt: string
  openedAt: string | null
  dueAt: string | null
  late: boolean
  doneAt: string | null
  decision: string | null
  can: Decision[]
}

export interface InboxPage { rows: InboxRow[]; next: string | null; count: number }

export interface TaskView {
  id: string
  node: string
  name: string
  lane: string | null
  form: string | null
  kind: 'step' | 'before' | 'after'
  state: 'open' | 'held' | 'done' | 'closed'
  review: boolean
  role: string | null
  holders: string[]
  openedAt: string
  dueAt: string | null
  late: boolean
  doneAt: string | null
  doneBy: string | null
  decision: string | null
  note: string | null
  can: Decision[]
  backTo: { node: string; name: string }[]
}

export interface RunEvent { id: string; at: string; by: string; kind: string; step: string | null; note: string | null; detail: Record<string, unknown> | null }

export interface RunView {
  id: string
  flow: { id: string; name: string; version: number }
  object: string
  record: string
  title: string | null
  state: RunState
  starter: Link
  startedAt: string
  endedAt: string | null
  xml: string
  at: string[]
  passed: string[]
  seen: string | null
  tasks: TaskView[]
  events: RunEvent[]
  can: Decision[]
}

export interface RecordRun { id: string; flow: string; name: string; version: number; state: RunState; starter: Link; startedAt: string; endedAt: string | null; at: { node: string; name: string; dueAt: string | null; since: string }[] }
export interface RecordRuns { runs: RecordRun[]; start: { id: string; name: string }[] }

export interface DecisionBody { seen?: string; note?: string; to?: string; person?: string; where?: 'before' | 'after' }

export interface FlowEntry { id: string; name: string; version: number; objects: string[]; lanes: string[]; steps: number; shipped: boolean; at: string; by: string; note: string | null }
export interface FlowVersion { version: number; name: string; shipped: boolean; at: string; by: string; note: string | null }
export interface FlowDetail extends FlowEntry { xml: string; nodes: FlowNode[]; covers: string[]; versions: FlowVersion[] }

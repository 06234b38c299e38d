// What every action is given: the transaction, who acts, and a journal of what was done so far.
import type pg from 'pg'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Tx } from '#server/database/transaction.ts'
import type { FlowStore } from '#server/flow/book.ts'
import type { FormStore } from '#server/form/book.ts'

export interface ActionLog {
  info(detail: object, text: string): void
  warn(detail: object, text: string): void
  error(detail: object, text: string): void
}

/** What the process offers to actions; made once at start. */
export interface Env {
  pool: pg.Pool
  catalog: { current(): Catalog; reload(): Promise<unknown> }
  /** Objects declared in code, to which the catalog's rows are added. */
  declared: readonly ObjectDef[]
  log: ActionLog
  /** Told after each commit, so that listeners need not wait for the next look. */
  events?: { hint(): void }
  /** Paper forms, for the actions that fill them. */
  forms?: FormStore
  /** Processes, for the actions that move their cases. */
  flows?: FlowStore
}

/** Records that were written, for what depends on them (settle.ts) and for the events. */
export interface Touched {
  ids: Set<string>
  /** Keys of changed fields; undefined stands for all (records came or went). */
  keys: Set<string> | undefined
  /** Parents that records pointed to before, and dates that they had, by field. */
  former: Map<string, Set<string>>
}

export interface AuditEntry {
  what: string
  object?: string
  record?: string
  detail?: Record<string, unknown>
}

export interface Journal {
  /** Waiting for settle. */
  touched: Map<string, Touched>
  /** All records written, by object. */
  changed: Map<string, Set<string>>
  /** Records whose derived values changed. */
  derived: Map<string, Set<string>>
  /** Changes written to history. */
  count: number
  audit: AuditEntry[]
  events: { kind: string; payload: Record<string, unknown> }[]
  /** Fills {title} in the label of the undo list. */
  title?: string
  /** Run after the commit: caches to renew. */
  after: (() => Promise<unknown>)[]
  /** How a change of the catalog is taken back: an action and its input. */
  inverse?: { action: string; input: unknown }
}

export interface Ctx {
  tx: Tx
  catalog: Catalog
  actor: Actor
  org: number
  /** ISO in UTC: one moment for the whole action. */
  now: string
  batch: string
  action: string
  env: Env
  journal: Journal
}

export interface Undoing {
  kind: 'do' | 'undo' | 'redo'
  target?: string
}

export const newJournal = (): Journal =>
  ({ touched: new Map(), changed: new Map(), derived: new Map(), count: 0, audit: [], events: [], after: [] })

/** Adds to a map of sets. */
export function addTo<K>(map: Map<K, Set<string>>, key: K, values: Iterable<string>): void {
  const set = map.get(key) ?? new Set<string>()
  for (const value of values) set.add(value)
  map.set(key, set)
}

/** Notes that records were written; `keys` undefined: they came or went. */
export function touch(ctx: Ctx, object: string, ids: Iterable<string>, keys?: Iterable<string>, former?: Map<string, Set<string>>): void {
  const list = [...ids]
  if (list.length === 0) return
  addTo(ctx.journal.changed, object, list)
  const known = ctx.journal.touched.get(object)
  const touched = known ?? { ids: new Set<string>(), keys: new Set<string>(), former: new Map() }
  for (const id of list) touched.ids.add(id)
  if (keys === undefined) touched.keys = undefined
  else if (touched.keys) for (const key of keys) touched.keys.add(key)
  for (const [by, parents] of former ?? []) addTo(touched.former, by, parents)
  ctx.journal.touched.set(object, touched)
}

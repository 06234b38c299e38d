// A record on its way into the database: what was given, what it becomes, and what is wrong with it.
import type { FieldErrors, Refusal } from '#core/lib/error.ts'
import { isId, newId } from '#core/lib/id.ts'
import type { Values } from './fields.ts'
import type { Row } from './rows.ts'

export interface Change {
  /** Absent: a new record. */
  id?: string
  /** The version that the person saw. */
  version?: number
  values: Record<string, unknown>
}

export interface SaveOptions {
  /** 'all': one refusal refuses everything. 'good': refused records are told, the others saved. */
  mode?: 'all' | 'good'
  /** Imports may bring the author and date of the original. */
  keepAuthor?: boolean
  /** For what the system itself writes: no rights are asked. Never with input that a person chose freely. */
  trusted?: boolean
}

export interface Draft {
  index: number
  id: string
  fresh: boolean
  version: number | undefined
  given: Record<string, unknown>
  before: Row | undefined
  /** The record as it will be. */
  values: Values
  /** Keys that change. */
  changed: Set<string>
  /** Author and dates that are kept. */
  system: Readonly<Values>
  lines: ReadonlyMap<string, Draft[]>
  /** Lines that the parent no longer has. */
  gone: ReadonlyMap<string, string[]>
  parent: Draft | undefined
  /** Where its errors stand: '' or 'lines.3.'. */
  prefix: string
  errors: Map<string, Refusal>
  conflict: boolean
  /** Why nobody may change it now (guards.ts). */
  guarded: Refusal | undefined
}

/** Shared by all drafts that have none: an import makes very many. */
const NOTHING: Readonly<Values> = Object.freeze({})
const NO_LINES: ReadonlyMap<string, Draft[]> = new Map()
const NO_IDS: ReadonlyMap<string, string[]> = new Map()

export function newDraft(change: Change, index: number, parent?: Draft, prefix = ''): Draft {
  const draft: Draft = {
    index, id: isId(change.id) ? change.id : newId(), fresh: change.id === undefined, version: change.version,
    given: change.values, before: undefined, values: {}, changed: new Set(), system: NOTHING,
    lines: NO_LINES, gone: NO_IDS, parent, prefix, errors: parent?.errors ?? new Map<string, Refusal>(), conflict: false, guarded: undefined,
  }
  if (change.id !== undefined && !isId(change.id)) refuse(draft, '', { key: 'record.unknown' })
  return draft
}

export function refuse(draft: Draft, key: string, refusal: Refusal): void {
  const at = `${draft.prefix}${key}`.replace(/\.$/, '')
  if (!draft.errors.has(at)) draft.errors.set(at, refusal)
}

/** Errors of lines stand in their parent's table, so a parent falls with its lines. */
export const isRefused = (draft: Draft): boolean => draft.errors.size > 0

/** As the answer carries them; keys that nobody declared must not reach a prototype. */
export const errorsOf = (draft: Draft): FieldErrors =>
  Object.assign(Object.create(null) as FieldErrors, Object.fromEntries(draft.errors))

export const isFieldRefused = (draft: Draft, key: string): boolean => draft.errors.size > 0 && draft.errors.has(`${draft.prefix}${key}`)

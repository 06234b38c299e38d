// What the server answers, as the browser reads it (docs: GET /api/openapi.json).
import type { Field } from '#core/field/field.ts'
import type { FieldRight, Power } from '#core/object/access.ts'
import type { ObjectArea } from '#core/object/areas.ts'
import type { ListView, Related, Section } from '#core/object/object.ts'
import type { Refusal } from '#core/lib/error.ts'
import type { Lang, Text } from '#core/lib/text.ts'

export interface SessionUser { id: string; name: string; email: string; lang?: Lang; settings?: { theme?: ThemeName; formStars?: string[] } | null; departments?: string[]; roles?: string[] }
export type ThemeName = 'light' | 'dark' | 'system'

export interface Session {
  user: SessionUser | null
  /** True while there is no administrator yet. */
  setup: boolean
  company: { name: string }
  powers: Power[]
  catalogVersion: number
  demo?: boolean
  /** A mail server is set: links are mailed, too. */
  mail?: boolean
}

export type WebField = Field & { right: Exclude<FieldRight, 'hidden'> }
export interface Can { read: boolean; create: boolean; update: boolean; delete: boolean; export: boolean; import: boolean }

export interface WireObject {
  name: string
  label: Text
  icon?: string
  title: string
  code?: string
  parent?: string
  owned?: boolean
  area?: ObjectArea
  custom?: boolean
  internal?: boolean
  can: Can
  fields: WebField[]
  views: ListView[]
  sections: Section[]
  related: Related[]
  matchKeys?: string[][]
}

export interface WireCatalog { version: number; objects: WireObject[]; powers: Power[] }

/** A record as it comes: values under their paths, beside the bookkeeping. */
export interface WireRow extends Record<string, unknown> {
  id: string
  version: number
  _masked?: string[]
  _can?: { update: boolean; delete: boolean }
}

export interface Link { id: string; label: string; hint?: string }
export interface Found { object: string; id: string; title: string; code?: string | null; hint?: string | null }
export interface SaveChange { id?: string; version?: number; values: Record<string, unknown> }
export type SaveResult =
  | { ok: true; id: string; version: number }
  | { ok: false; fields: Record<string, Refusal & { message?: string }>; message?: string }

export interface UndoStep { batch: string; label: string | Text; count: number; objects?: string[] }
export interface UndoState { undo: UndoStep | null; redo: UndoStep | null }

export interface Comment { id: string; text: string; at: string; author: Link | null; mentions?: Link[] }
export interface HistoryRow {
  id: string
  at: string
  actor: Link | null
  via: string
  batch: string
  label: Text | null
  undone: boolean
  kind: 'created' | 'changed' | 'deleted' | 'restored'
  changes: { field: string; before: unknown; after: unknown }[]
}
export type TimelineRow = { id: string; at: string } & (
  | { kind: 'history'; history: HistoryRow }
  | { kind: 'comment'; comment: Comment }
  | { kind: 'record'; object: string; title: unknown; by: Link | null; day: string | null; amount: { field: string; value: unknown } | null })
export interface StoredFile { id: string; name: string; size: number; type: string }

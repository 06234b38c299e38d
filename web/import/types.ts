// What the server tells of an import (server/import/preview.ts).
import type { SkipReason } from '#core/lib/guess-table.ts'
import type { ColumnGuess } from '#core/lib/map-columns.ts'
import type { DuplicateReason } from '#core/lib/near-duplicates.ts'

export type JobState = 'read' | 'mapped' | 'checking' | 'checked' | 'running' | 'done' | 'cancelled' | 'failed'
export type Outcome = 'created' | 'updated' | 'skipped' | 'failed'
export type Choice = 'create' | 'skip' | { update: string } | { updateRow: number }
export type Only = 'problems' | 'duplicates' | 'skipped'

export interface Counts extends Record<Outcome, number> { reasons: Record<string, number>; duplicates: number }

export interface SheetView {
  name: string
  hidden: boolean
  headerRow: number
  headerRows: 1 | 2
  rowCount: number
  columns: { index: number; title: string; samples: string[] }[]
  skippedCounts: Partial<Record<SkipReason, number>>
  guess: ColumnGuess[]
}

export interface PlanColumn { index: number; title: string; field: string; factor?: string; dateOrder?: 'mdy' | 'dmy'; createMissing?: boolean }
export interface Plan { sheet: number; columns: PlanColumn[]; match: string[]; mode: Mode; badRows: 'skip' | 'stop' }
export type Mode = 'create' | 'update' | 'both'

export interface JobView {
  id: string
  object: string
  name: string
  state: JobState
  at: string
  total: number
  done: number
  batch: string | null
  undone: boolean
  sheets: SheetView[]
  plan?: Plan
  check?: Counts
  counts?: Counts
  reasonTexts: Record<string, string>
  error?: { message: string }
  mayAddFields: boolean
}

export interface RecentJob { id: string; name: string; state: JobState; at: string; total: number; counts: Counts | null }
export interface RawRow { row: number; cells: (string | null)[]; why?: SkipReason | 'header' }

export interface Twin { row?: number; record?: string; label: string; reason: DuplicateReason }
export interface PreviewRow {
  row: number
  cells: { raw: string | null; text: string; problem?: { message: string } }[]
  outcome?: Outcome
  problem?: { message: string }
  duplicates?: Twin[]
  choice?: Choice
}
export interface Preview { rows: PreviewRow[]; next: number | null }

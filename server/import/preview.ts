// What a person sees of an import: its state and counts, the raw rows of a sheet, and rows as they will be saved
// with every problem at its cell.
import { kindOf } from '#core/field/kinds.ts'
import type { Refusal } from '#core/lib/error.ts'
import type { SheetRow, SkipReason } from '#core/lib/guess-table.ts'
import { rowJudge } from '#core/lib/guess-table.ts'
import type { ColumnGuess } from '#core/lib/map-columns.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { Lang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { hasPower } from '#core/object/rights.ts'
import { isNamed } from '#server/action/parse.ts'
import { transaction } from '#server/database/transaction.ts'
import { cleanRow, columnOf, limitProblems, readyColumns } from './clean.ts'
import type { ReadyColumn } from './clean.ts'
import { isUndone, ownJob } from './job.ts'
import type { Choice, Counts, ImportHome, Job, JobState, Outcome, Plan, SheetFacts } from './job.ts'
import { guessMapping, sheetAt } from './mapping.ts'
import type { PossibleDuplicate } from './near.ts'
import { headRows, recordRows, rowsFrom } from './sheet-rows.ts'
import { jobDir } from './upload.ts'

export type Told = Refusal & { message: string }

export interface JobView {
  id: string
  object: string
  name: string
  state: JobState
  at: string
  total: number
  /** Rows looked at in this pass. */
  done: number
  batch: string | null
  undone: boolean
  sheets: (Omit<SheetFacts, 'tail' | 'columns'> & { columns: Omit<SheetFacts['columns'][number], 'values' | 'filled'>[]; guess: ColumnGuess[] })[]
  plan?: Plan
  check?: Counts
  counts?: Counts
  /** Keys of `reasons` as sentences. */
  reasonTexts: Record<string, string>
  error?: Told
  /** New fields may be added on the way. */
  mayAddFields: boolean
}

const told = (refusal: Refusal, lang: Lang): Told => ({ ...refusal, message: messageOf(refusal, lang) })
const seen = (counts: Counts | undefined): number => (counts ? counts.created + counts.updated + counts.skipped + counts.failed : 0)

/** Places of a sentence that stands for many rows stay open: “…”. */
const reasonText = (key: string, lang: Lang): string => messageOf({ key }, lang).replaceAll(/[“"]?\{\w+\}[”"]?/g, '…')

export async function viewJob(home: ImportHome, actor: Actor, id: string): Promise<JobView> {
  const { job, undone } = await transaction(home.env.pool, async tx => {
    const job = await ownJob(tx, actor, id)
    return { job, undone: await isUndone(tx, job) }
  })
  return jobView(home, actor, job, undone)
}

export function jobView(home: ImportHome, actor: Actor, job: Job, undone = false): JobView {
  const { sheets, plan, check, counts, error } = job.detail
  const object = objectOf(home.env.catalog.current(), job.object)
  // Asked again and again while it runs, and nobody maps columns then.
  const going = job.state === 'checking' || job.state === 'running'
  const reasons = [...Object.keys(check?.reasons ?? {}), ...Object.keys(counts?.reasons ?? {})]
  return {
    id: job.id, object: job.object, name: job.name, state: job.state, at: job.at, total: job.total, batch: job.batch, undone,
    done: seen(job.state === 'checking' ? check : counts ?? check),
    sheets: sheets.map(({ tail: _tail, columns, ...sheet }) => ({
      ...sheet, columns: columns.map(({ index, title, samples }) => ({ index, title, samples })), guess: going ? [] : guessMapping(actor, object, { ...sheet, tail: [], columns }),
    })),
    ...(plan ? { plan } : {}), ...(check ? { check } : {}), ...(counts ? { counts } : {}),
    reasonTexts: Object.fromEntries(reasons.map(key => [key, reasonText(key, actor.lang)])),
    ...(error ? { error: told(error, actor.lang) } : {}),
    mayAddFields: hasPower(actor, 'catalog'),
  }
}

export interface RawRow {
  row: number
  cells: (string | null)[]
  /** Why it is no record; 'header' for the header itself. */
  why?: SkipReason | 'header'
}

const CELL = 200

export async function rawRows(home: ImportHome, actor: Actor, id: string, at: number, from: number, size: number): Promise<RawRow[]> {
  const job = await transaction(home.env.pool, tx => ownJob(tx, actor, id))
  const facts = sheetAt(job, at)
  const dir = jobDir(home, id)
  const judge = rowJudge(await headRows(dir, at), { ...facts, columns: [], lastRow: 0, skipped: [] })
  const out: RawRow[] = []
  for await (const row of rowsFrom(dir, at, from)) {
    const header = row.index >= facts.headerRow && row.index < facts.headerRow + facts.headerRows
    const why = header ? 'header' : facts.skipped.find(item => item.row === row.index)?.why ?? judge(row)
    out.push({ row: row.index, cells: row.cells.map(cell => cell?.v?.slice(0, CELL) ?? null), ...(why ? { why } : {}) })
    if (out.length >= size) break
  }
  return out
}

export interface PreviewCell {
  raw: string | null
  /** As it will be read in the record. */
  text: string
  problem?: Told
}

export interface PreviewRow {
  row: number
  /** In the order of the plan's columns. */
  cells: PreviewCell[]
  outcome?: Outcome
  /** With the row as a whole. */
  problem?: Told
  duplicates?: (Omit<PossibleDuplicate, 'score'>)[]
  choice?: Choice
}

export interface Preview { rows: PreviewRow[]; next: number | null }

interface StoredRow { row: number; outcome: Outcome; detail: { problems?: Record<string, Refusal>; duplicates?: PossibleDuplicate[] } | null }

export interface PreviewAsk { from: number; size: number; only?: 'problems' | 'duplicates' | 'skipped' | undefined }

const CONDITIONS = { problems: `outcome = 'failed'`, skipped: `outcome = 'skipped'`, duplicates: `detail ? 'duplicates'` }

export async function previewRows(home: ImportHome, actor: Actor, id: string, { from, size, only }: PreviewAsk): Promise<Preview> {
  const job = await transaction(home.env.pool, tx => ownJob(tx, actor, id))
  const { plan } = job.detail
  if (!plan) return { rows: [], next: null }
  const facts = sheetAt(job, plan.sheet)
  const dir = jobDir(home, id)
  const wanted = only ? await storedRows(home, job, `row >= $3 and ${CONDITIONS[only]}`, [from], size + 1) : undefined
  const rows: SheetRow[] = []
  const source = wanted ? rowsFrom(dir, plan.sheet, from, new Set(wanted.map(row => row.row))) : recordRows(dir, plan.sheet, facts, from)
  if (wanted?.length !== 0) for await (const row of source) if (rows.push(row) > size) break
  const shown = rows.slice(0, size)
  const stored = wanted ?? await storedRows(home, job, 'row = any($3::int[])', [shown.map(row => row.index)], size)
  const byRow = new Map(stored.map(row => [row.row, row]))
  const columns = readyColumns(objectOf(home.env.catalog.current(), job.object), plan.columns)
  return { rows: shown.map(row => previewRow(columns, row, byRow.get(row.index), plan, actor.lang)), next: rows.length > size ? rows[size]!.index : null }
}

async function storedRows(home: ImportHome, job: Job, condition: string, params: unknown[], limit: number): Promise<StoredRow[]> {
  const { rows } = await home.env.pool.query<StoredRow>(
    `select row, outcome, detail from import_row where org = $1 and job = $2 and ${condition} order by row limit ${limit}`, [job.org, job.id, ...params])
  return rows
}

function previewRow(columns: ReadyColumn[], row: SheetRow, stored: StoredRow | undefined, plan: Plan, lang: Lang): PreviewRow {
  const clean = cleanRow(columns, row, lang)
  const problems: Record<string, Refusal> = { ...limitProblems(columns, clean.values), ...clean.problems, ...stored?.detail?.problems }
  const out: PreviewRow = {
    row: row.index, cells: columns.map(column => ({ raw: row.cells[column.index]?.v?.slice(0, CELL) ?? null, text: shownText(column, clean.values[column.key], lang) })),
    ...(stored ? { outcome: stored.outcome } : {}),
  }
  for (const [path, refusal] of Object.entries(problems)) {
    const at = columns.indexOf(columnOf(columns, path)!)
    if (path === '' || at < 0) out.problem ??= told(refusal, lang)
    else out.cells[at]!.problem ??= told(refusal, lang)
  }
  const duplicates = stored?.detail?.duplicates
  if (duplicates) out.duplicates = duplicates.map(({ score: _score, ...twin }) => twin)
  const choice = plan.choices[row.index]
  return choice === undefined ? out : { ...out, choice }
}

function shownText({ target, key, part }: ReadyColumn, value: unknown, lang: Lang): string {
  if (value === undefined || value === null) return ''
  if (part) return String((value as Record<string, unknown>)[part] ?? '')
  if (isNamed(value)) return value.name
  if (Array.isArray(value) && value.some(isNamed)) return value.map(item => (isNamed(item) ? item.name : String(item))).join('、')
  return key === '' ? '' : kindOf(target).format(value, target, lang).slice(0, CELL)
}

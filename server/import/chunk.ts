// A few thousand rows of an import inside one transaction: cleaned, matched, saved or only planned, each with its outcome.
import type { Refusal } from '#core/lib/error.ts'
import { AppError } from '#core/lib/error.ts'
import { inLang } from '#core/lib/text.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Ctx } from '#server/action/context.ts'
import type { Change } from '#server/action/draft.ts'
import { saveRecords } from '#server/action/save.ts'
import { ident } from '#server/schema/ident.ts'
import { limitProblems } from './clean.ts'
import type { CleanRow, ReadyColumn } from './clean.ts'
import type { Choice, Outcome, Plan } from './job.ts'
import { findMatches, matchKey } from './match.ts'
import type { Match } from './match.ts'
import { resolveEarly } from './names.ts'
import type { Planned } from './planned.ts'

export interface RowResult {
  row: number
  outcome: Outcome
  record?: string
  /** By field key; '' is the row as a whole. */
  problems?: Record<string, Refusal>
}

export interface Work {
  job: string
  object: ObjectDef
  columns: readonly ReadyColumn[]
  plan: Plan
  /** A dry run: what the rows so far would have done. */
  planned?: Planned
  /** Rows that a check over sums refused after the others were written: the chunk is done again without them. */
  late: Map<number, Record<string, Refusal>>
}

/** Thrown out of the transaction, so that nothing of the chunk stays. */
export class LateRefusal extends Error {
  readonly rows: Map<number, Record<string, Refusal>>

  constructor(rows: Map<number, Record<string, Refusal>>) {
    super('some rows were refused after they had been written')
    this.rows = rows
  }
}

/** One record named by more rows of one chunk than this: the match field is no key. */
const MOST_ROUNDS = 50

export type Results = Map<number, RowResult>

export const put = (results: Results, row: number, outcome: Outcome, more: Omit<RowResult, 'row' | 'outcome'> = {}): void =>
  void results.set(row, { row, outcome, ...more })

const because = (key: string, params?: Refusal['params']): { problems: Record<string, Refusal> } => ({ problems: { '': params ? { key, params } : { key } } })

export async function doChunk(ctx: Ctx, work: Work, given: readonly CleanRow[]): Promise<RowResult[]> {
  const results: Results = new Map()
  // Names become ids below, and the transaction may run again: the rows given stay as they are.
  const rows = given.map(({ row, values, problems }): CleanRow => ({ row, values: { ...values }, problems: { ...problems } }))
  await resolveEarly(ctx, work.columns, work.plan, rows.filter(row => Object.keys(row.problems).length === 0))
  let open = rows.filter(row => isOpen(work, row, results))
  for (let round = 0; open.length > 0; round++) {
    if (round >= MOST_ROUNDS) for (const row of open.splice(0)) put(results, row.row, 'failed', because('import.repeatedTooOften'))
    open = await doRound(ctx, work, open, results)
  }
  return rows.map(row => results.get(row.row)!)
}

function isOpen(work: Work, row: CleanRow, results: Results): boolean {
  const late = work.late.get(row.row)
  if (late) put(results, row.row, 'failed', { problems: late })
  else if (Object.keys(row.problems).length > 0) put(results, row.row, 'failed', { problems: { ...limitProblems(work.columns, row.values), ...row.problems } })
  else if (Object.keys(row.values).length === 0) put(results, row.row, 'skipped', because('import.emptyRow'))
  else if (choiceOf(work, row) === 'skip') put(results, row.row, 'skipped', because('import.chosenSkip'))
  return !results.has(row.row)
}

const choiceOf = (work: Work, row: CleanRow): Choice | undefined => work.plan.choices[row.row]

export interface Decided {
  row: CleanRow
  key: string | undefined
  match: Match | undefined
}

/** Rows that name one record twice wait for the next round, so that each sees what the one before it did. */
async function doRound(ctx: Ctx, work: Work, open: readonly CleanRow[], results: Results): Promise<CleanRow[]> {
  const now: { row: CleanRow; key: string | undefined }[] = []
  const later: CleanRow[] = []
  const keys = new Set<string>()
  const waiting = new Set(open.map(row => row.row))
  for (const row of open) {
    const key = matchKey(row, work.plan.match)
    const choice = choiceOf(work, row)
    const follows = typeof choice === 'object' && 'updateRow' in choice && waiting.has(choice.updateRow)
    if (follows || (key !== undefined && keys.has(key))) later.push(row)
    else now.push({ row, key })
    if (key !== undefined) keys.add(key)
  }
  const keyed = now.filter(item => item.key !== undefined)
  const found = await findMatches(ctx, work.object, work.plan.match, keyed.map(item => item.row))
  const matches = new Map(keyed.map((item, at) => [item.row, found.get(at) ?? []]))
  const decided: Decided[] = []
  const taken = new Set<string>()
  for (const item of now) {
    const match = await decide(ctx, work, item, matches.get(item.row) ?? [], results)
    if (match === 'settled') continue
    if (match && taken.has(match.id)) later.push(item.row)
    else decided.push({ ...item, match })
    if (match) taken.add(match.id)
  }
  if (work.planned) await work.planned.plan(ctx, work, decided, results)
  else await save(ctx, work, decided, results)
  return later
}

/** The record to update, undefined for a new one; or the row is settled already. */
async function decide(ctx: Ctx, work: Work, { row, key }: { row: CleanRow; key: string | undefined }, matches: Match[], results: Results): Promise<Match | undefined | 'settled'> {
  const choice = choiceOf(work, row)
  const settled = (outcome: Outcome, more: Omit<RowResult, 'row' | 'outcome'>): 'settled' => {
    put(results, row.row, outcome, more)
    return 'settled'
  }
  if (typeof choice === 'object') {
    const id = 'update' in choice ? choice.update : await recordOfRow(ctx, work, choice.updateRow, results)
    if (id !== undefined) return { id, version: 0 }
    return settled(work.planned ? 'updated' : 'failed', work.planned ? {} : because('import.targetFailed', { row: 'updateRow' in choice ? choice.updateRow + 1 : 0 }))
  }
  const { mode } = work.plan
  if (matches.length > 1) return settled('failed', because('import.ambiguous', { count: matches.length }))
  const known = matches[0] ?? (key !== undefined && work.planned?.has(key) ? null : undefined)
  if (known !== undefined && mode === 'create') return settled('skipped', { ...because('import.exists'), ...(known ? { record: known.id } : {}) })
  if (known === undefined && mode === 'update') return settled('skipped', because('import.noMatch'))
  if (known === undefined && !rightsOf(ctx.actor, work.object).create) {
    return settled('failed', because('record.noCreate', { object: inLang(work.object.label, ctx.actor.lang) }))
  }
  return known ?? undefined
}

async function recordOfRow(ctx: Ctx, work: Work, row: number, results: Results): Promise<string | undefined> {
  const here = results.get(row)?.record
  if (here !== undefined || work.planned) return here
  const { rows } = await ctx.tx.query<{ record: string | null }>(
    'select record from import_row where org = $1 and job = $2 and row = $3', [ctx.org, work.job, row])
  return rows[0]?.record ?? undefined
}

async function save(ctx: Ctx, work: Work, decided: Decided[], results: Results): Promise<void> {
  if (decided.length === 0) return
  const changes = decided.map(({ row, match }): Change => (match ? { id: match.id, values: row.values } : { values: row.values }))
  const versions = await versionsOf(ctx, work, decided)
  const saved = await saveRecords(ctx, work.object.name, changes, { mode: 'good', keepAuthor: true }).catch((fault: unknown) => { throw lateRefusal(fault, decided) })
  decided.forEach(({ row, match }, at) => {
    const result = saved[at]!
    if (!result.ok) put(results, row.row, 'failed', { problems: result.fields })
    else if (match && versions.get(match.id) === result.version) put(results, row.row, 'skipped', { ...because('import.unchanged'), record: result.id })
    else put(results, row.row, match ? 'updated' : 'created', { record: result.id })
  })
}

/** Versions before the save; those of records that a person chose were not asked for yet. */
async function versionsOf(ctx: Ctx, work: Work, decided: Decided[]): Promise<Map<string, number>> {
  const versions = new Map(decided.flatMap(({ match }) => (match ? [[match.id, match.version] as const] : [])))
  const open = [...versions].filter(([, version]) => version === 0).map(([id]) => id)
  if (open.length === 0) return versions
  const { rows } = await ctx.tx.query<Match>(
    `select id, version from ${ident(work.object.table)} where org = $1 and id = any($2::uuid[]) and deleted_at is null`, [ctx.org, open])
  for (const row of rows) versions.set(row.id, row.version)
  return versions
}

/** '12.phone' → the row of the twelfth change. */
function lateRefusal(fault: unknown, decided: Decided[]): unknown {
  if (!(fault instanceof AppError) || !fault.fields) return fault
  const rows = new Map<number, Record<string, Refusal>>()
  for (const [path, refusal] of Object.entries(fault.fields)) {
    const [, at, key = ''] = /^(\d+)\.?(.*)$/.exec(path) ?? []
    const row = at === undefined ? undefined : decided[Number(at)]?.row.row
    if (row !== undefined) rows.set(row, { ...rows.get(row), [key]: refusal })
  }
  return rows.size > 0 ? new LateRefusal(rows) : fault
}

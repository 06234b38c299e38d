// The row of an import: what was uploaded, how it is mapped, how far it is. Everything a restarted server needs.
import type { Refusal } from '#core/lib/error.ts'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { SkipReason } from '#core/lib/guess-table.ts'
import type { Actor } from '#core/object/access.ts'
import type { Env } from '#server/action/context.ts'
import type { Tx } from '#server/database/transaction.ts'

/** What imports need of the process; made from the site by the routes, by hand in tests. */
export interface ImportHome {
  env: Env
  org: number
  /** Folder of uploaded sheets, one folder a job. */
  dir: string
  /** The person as he is now: rights taken away are felt by a running import. */
  person(userId: string): Promise<Actor | null>
}

export type JobState = 'read' | 'mapped' | 'checking' | 'checked' | 'running' | 'done' | 'cancelled' | 'failed'

export interface SheetColumn {
  index: number
  title: string
  samples: string[]
  /** Values that stand in it, each once, of the first rows. */
  values: string[]
  filled: number
}

export interface SheetFacts {
  name: string
  hidden: boolean
  headerRow: number
  headerRows: 1 | 2
  firstRow: number
  /** Rows that are records. */
  rowCount: number
  columns: SheetColumn[]
  /** Rows that are none, the first few, and how many for each reason. */
  skipped: { row: number; why: SkipReason }[]
  skippedCounts: Partial<Record<SkipReason, number>>
  /** Rows near the end that only the whole sheet shows to be no records. */
  tail: number[]
}

export interface PlanColumn {
  index: number
  title: string
  /** 'phone', or a part: 'address.city'. */
  field: string
  factor?: string
  dateOrder?: 'mdy' | 'dmy'
  /** Lookups that do not exist yet are created. */
  createMissing?: boolean
}

/** What a person decided for a row that may be a duplicate. */
export type Choice = 'create' | 'skip' | { update: string } | { updateRow: number }

export interface Plan {
  sheet: number
  columns: PlanColumn[]
  match: string[]
  mode: 'create' | 'update' | 'both'
  badRows: 'skip' | 'stop'
  choices: Record<string, Choice>
}

export type Outcome = 'created' | 'updated' | 'skipped' | 'failed'

export interface Counts extends Record<Outcome, number> {
  /** Keys of refusals, and how often. */
  reasons: Record<string, number>
  duplicates: number
}

export interface JobDetail {
  sheets: SheetFacts[]
  plan?: Plan
  /** Of the dry run, and of the run. */
  check?: Counts
  counts?: Counts
  error?: Refusal
}

export interface Job {
  id: string
  org: number
  actor: string
  object: string
  state: JobState
  name: string
  batch: string | null
  total: number
  /** The row of the sheet to go on with. */
  done: number
  detail: JobDetail
  at: string
}

interface Row extends Omit<Job, 'total' | 'done'> {
  total: string | null
  done: string
}

const COLUMNS = 'id, org, actor, object, state, name, batch, total, done, detail, created_at as at'
const fromRow = (row: Row): Job => ({ ...row, total: Number(row.total ?? 0), done: Number(row.done) })

export const noCounts = (): Counts => ({ created: 0, updated: 0, skipped: 0, failed: 0, reasons: {}, duplicates: 0 })

export async function findJob(tx: Tx, org: number, id: string): Promise<Job | undefined> {
  const { rows } = await tx.query<Row>(`select ${COLUMNS} from import_job where org = $1 and id = $2`, [org, id])
  return rows[0] && fromRow(rows[0])
}

/** One's own only: another person's import does not exist. */
export async function ownJob(tx: Tx, actor: Actor, id: string): Promise<Job> {
  const job = isId(id) ? await findJob(tx, actor.org, id) : undefined
  if (!job || job.actor !== actor.userId) throw new AppError('not_found')
  return job
}

export async function recentJobs(tx: Tx, actor: Actor, object: string): Promise<Job[]> {
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} from import_job where org = $1 and actor = $2 and object = $3 order by created_at desc limit 10`, [actor.org, actor.userId, object])
  return rows.map(fromRow)
}

export async function insertJob(tx: Tx, job: Pick<Job, 'id' | 'org' | 'actor' | 'object' | 'name' | 'detail'>): Promise<void> {
  await tx.query(
    `insert into import_job (org, id, actor, object, state, name, detail) values ($1, $2, $3, $4, 'read', $5, $6)`,
    [job.org, job.id, job.actor, job.object, job.name, JSON.stringify(job.detail)])
}

export interface JobChange {
  state?: JobState
  batch?: string | null
  total?: number
  done?: number
  detail?: JobDetail
}

/** Only while it is in one of these states: who comes too late changes nothing and is told so. */
export async function changeJob(tx: Tx, job: Pick<Job, 'org' | 'id'>, from: readonly JobState[], change: JobChange): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update import_job set state = coalesce($4, state), batch = coalesce($5::uuid, batch), total = coalesce($6, total), done = coalesce($7, done),
       detail = coalesce($8::jsonb, detail), updated_at = now(), beat = now()
     where org = $1 and id = $2 and state = any($3::text[])`,
    [job.org, job.id, from, change.state ?? null, change.batch ?? null, change.total ?? null, change.done ?? null, change.detail ? JSON.stringify(change.detail) : null])
  return rowCount === 1
}

/** Undone by whatever way: here, by Ctrl+Z, or by name. */
export async function isUndone(tx: Tx, job: Pick<Job, 'org' | 'batch'>): Promise<boolean> {
  if (job.batch === null) return false
  const { rows } = await tx.query<{ undone: boolean }>(
    'select undone_by is not null as undone from action_batch where org = $1 and id = $2', [job.org, job.batch])
  return rows[0]?.undone ?? false
}

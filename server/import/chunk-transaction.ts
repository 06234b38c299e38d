// The transaction around a chunk: the lock that keeps two imports from creating one record twice, the rows' outcomes,
// how far the job is, and the one batch that all chunks of an import share.
import { AppError } from '#core/lib/error.ts'
import type { Refusal } from '#core/lib/error.ts'
import { inLang } from '#core/lib/text.ts'
import type { Lang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { writeAudit } from '#server/action/audit.ts'
import type { Ctx } from '#server/action/context.ts'
import { writeEvents } from '#server/action/finish.ts'
import { contextOf } from '#server/action/perform.ts'
import { settle } from '#server/action/settle.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Tx } from '#server/database/transaction.ts'
import { doChunk } from './chunk.ts'
import type { RowResult, Work } from './chunk.ts'
import { changeJob } from './job.ts'
import type { Counts, ImportHome, Job } from './job.ts'
import type { ChunkStep } from './run.ts'

const TIMEOUT_MS = 120_000
const ACTION = 'import.run'

/** The job was cancelled, or another process has taken it. */
export class Stopped extends Error {}

/** Undoes the dry run's transaction and carries its answer out. */
class Planned extends Error {
  readonly results: RowResult[]

  constructor(results: RowResult[]) {
    super('a dry run keeps nothing')
    this.results = results
  }
}

export function addCounts(counts: Counts, results: readonly RowResult[]): Counts {
  const sum = { ...counts, reasons: { ...counts.reasons } }
  for (const { outcome, problems } of results) {
    sum[outcome]++
    for (const { key } of Object.values<Refusal>(problems ?? {})) sum.reasons[key] = (sum.reasons[key] ?? 0) + 1
  }
  return sum
}

/** Imports into one object take turns while they match: what one creates the next one finds. */
const takeTurn = (ctx: Ctx, work: Work): Promise<unknown> =>
  ctx.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import:${ctx.org}:${work.object.name}`])

export async function dryChunk(home: ImportHome, job: Job, actor: Actor, work: Work, step: ChunkStep): Promise<void> {
  const results = await transaction(home.env.pool, async tx => {
    throw new Planned(await doChunk(contextOf(home.env, actor, tx, ACTION), work, step.rows))
  }, { timeoutMs: TIMEOUT_MS }).catch((fault: unknown) => {
    if (fault instanceof Planned) return fault.results
    throw fault
  })
  Object.assign(step.counts, addCounts(step.counts, results))
  await transaction(home.env.pool, async tx => {
    await writeRows(tx, job, results)
    const detail = { ...job.detail, check: step.counts }
    if (!await changeJob(tx, job, [step.inside ? 'running' : 'checking'], step.inside ? {} : { detail, done: step.next })) throw new Stopped()
  })
}

export async function realChunk(home: ImportHome, job: Job, actor: Actor, work: Work, step: ChunkStep): Promise<void> {
  const counts = await transaction(home.env.pool, async tx => {
    const ctx = { ...contextOf(home.env, actor, tx, ACTION), batch: job.batch! }
    await takeTurn(ctx, work)
    const results = await doChunk(ctx, work, step.rows)
    const sum = addCounts(step.counts, results)
    if (work.plan.badRows === 'stop' && sum.failed > 0) throw new AppError('invalid', { key: 'import.badRows', params: { count: sum.failed } })
    await settle(ctx)
    await writeRows(tx, job, results)
    await growBatch(ctx, job, work)
    await writeAudit(tx, actor, ctx.now, ctx.journal.audit)
    await writeEvents(ctx)
    await advance(tx, job, sum, step)
    return sum
  }, { timeoutMs: TIMEOUT_MS })
  Object.assign(step.counts, counts)
  home.env.events?.hint()
}

/** Only from where this runner began: a second runner of the same job, or a cancelled job, keeps nothing. */
async function advance(tx: Tx, job: Job, counts: Counts, { done, next }: ChunkStep): Promise<void> {
  const { rowCount } = await tx.query(
    `update import_job set done = $4, detail = jsonb_set(detail, '{counts}', $5::jsonb), beat = now(), updated_at = now()
     where org = $1 and id = $2 and state = 'running' and done = $3`, [job.org, job.id, done, next, JSON.stringify(counts)])
  if (rowCount === 0) throw new Stopped()
}

async function writeRows(tx: Tx, job: Job, results: readonly RowResult[]): Promise<void> {
  if (results.length === 0) return
  const rows = results.map(({ row, record, outcome, problems }) => ({ row, record: record ?? null, outcome, detail: problems ? { problems } : null }))
  await tx.query(
    `insert into import_row (org, job, row, record, outcome, detail)
     select $1, $2, x.row, x.record, x.outcome, x.detail from json_to_recordset($3::json) as x(row int, record uuid, outcome text, detail jsonb)
     on conflict (org, job, row) do update set record = excluded.record, outcome = excluded.outcome, detail = excluded.detail`,
    [job.org, job.id, JSON.stringify(rows)])
}

/** Nobody can undo half an import while the other half is being written: the batch opens for undo at the end. */
async function growBatch(ctx: Ctx, job: Job, work: Work): Promise<void> {
  const { actor, journal } = ctx
  if (journal.count === 0) return
  const label = (lang: Lang): string => `${lang === 'zh' ? '导入' : 'Import '}${inLang(work.object.label, lang)} ${job.name}`.slice(0, 200)
  await ctx.tx.query(
    `insert into action_batch as b (org, id, at, actor, actor_name, via, action, label, kind, undoable, count, objects)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'do', false, $9, $10)
     on conflict (org, id) do update set count = b.count + excluded.count, undoable = false,
       objects = (select jsonb_agg(distinct e) from jsonb_array_elements(b.objects || excluded.objects) e)`,
    [ctx.org, ctx.batch, ctx.now, actor.userId, actor.name, actor.via, ACTION, JSON.stringify({ zh: label('zh'), en: label('en') }),
      journal.count, JSON.stringify([...journal.changed.keys()])])
}

/** The import is over, whole or not: from now on it can be undone, and the log tells of it once. */
export async function closeBatch(tx: Tx, job: Job, counts: Counts): Promise<void> {
  await tx.query('update action_batch set undoable = true where org = $1 and id = $2', [job.org, job.batch])
  const { created, updated, skipped, failed } = counts
  await writeAudit(tx, { org: job.org, via: 'import', userId: job.actor }, new Date().toISOString(), [
    { what: ACTION, object: job.object, detail: { import: job.id, name: job.name, batch: job.batch, created, updated, skipped, failed } },
  ])
}

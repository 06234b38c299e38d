// Runs an import chunk by chunk. Each chunk is one transaction that also writes how far the job is: after a crash
// it goes on exactly there, two runners cannot do one chunk twice, and all chunks are one batch for undo.
import { AppError } from '#core/lib/error.ts'
import type { Refusal } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { perform } from '#server/action/perform.ts'
import { isUniqueViolation } from '#server/action/unique.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Tx } from '#server/database/transaction.ts'
import { closeBatch, dryChunk, realChunk, Stopped } from './chunk-transaction.ts'
import { LateRefusal } from './chunk.ts'
import type { Work } from './chunk.ts'
import { cleanRow, readyColumns } from './clean.ts'
import type { CleanRow } from './clean.ts'
import { changeJob, findJob, isUndone, noCounts, ownJob } from './job.ts'
import type { Counts, ImportHome, Job } from './job.ts'
import { noteDuplicates } from './near.ts'
import { Planned } from './planned.ts'
import { recordRows } from './sheet-rows.ts'
import { jobDir, needImport } from './upload.ts'

/** Small enough that a cancel is felt at once and other people's requests get their turn. */
export const CHUNK = 1000
const CHUNK_RETRIES = 4

const going = new Map<string, Promise<void>>()

/** Starts it and returns at once; `finished` waits for its end (tests, shut-down). */
export async function startImport(home: ImportHome, actor: Actor, id: string, dryRun: boolean): Promise<Job> {
  const job = await transaction(home.env.pool, async tx => {
    const job = await ownJob(tx, actor, id)
    needImport(actor, objectOf(home.env.catalog.current(), job.object))
    if (!job.detail.plan) throw new AppError('conflict', { key: 'import.notMapped' })
    const written = job.batch !== null && !await isUndone(tx, job)
    if (written && (dryRun || job.state === 'done')) throw new AppError('conflict', { key: job.state === 'running' ? 'import.running' : 'import.finished' })
    await begin(tx, job, dryRun, written)
    return (await findJob(tx, job.org, id))!
  })
  drive(home, id)
  return job
}

/** A run that was cancelled or failed half way goes on where it stopped; any other begins anew. */
async function begin(tx: Tx, job: Job, dryRun: boolean, written: boolean): Promise<void> {
  const { sheets, plan, check, counts } = job.detail
  const detail = { sheets, ...(plan ? { plan } : {}), ...(dryRun ? { check: noCounts() } : { ...(check ? { check } : {}), counts: written ? counts ?? noCounts() : noCounts() }) }
  const started = await changeJob(tx, job, ['mapped', 'checked', 'failed', 'cancelled', 'done'], {
    state: dryRun ? 'checking' : 'running', detail, ...(written ? {} : { done: 0 }), ...(dryRun || written ? {} : { batch: newId() }) })
  if (!started) throw new AppError('conflict', { key: 'import.running' })
  if (!written) await tx.query('delete from import_row where org = $1 and job = $2', [job.org, job.id])
}

/** At most one runner a job in this process. */
export function drive(home: ImportHome, id: string): void {
  if (going.has(id)) return
  const run = runJob(home, id)
    .catch((fault: unknown) => failJob(home, id, fault))
    .catch((fault: unknown) => home.env.log.error({ err: fault }, 'an import could not be ended'))
    .finally(() => going.delete(id))
  going.set(id, run)
}

const paused = new WeakSet<ImportHome['env']>()

/** The server stops: chunks under way are finished, the rest is left to the next start. */
export async function pauseImports(home: ImportHome): Promise<void> {
  paused.add(home.env)
  await Promise.all(going.values())
}

export const finished = async (id: string): Promise<void> => { await going.get(id) }

async function runJob(home: ImportHome, id: string): Promise<void> {
  const job = await transaction(home.env.pool, tx => findJob(tx, home.org, id))
  if (!job || (job.state !== 'running' && job.state !== 'checking')) return
  const dry = job.state === 'checking'
  if (!dry && job.detail.plan!.badRows === 'stop' && job.done === 0) await refuseBadRows(home, job)
  try {
    const counts = await runChunks(home, job, dry)
    if (dry) await noteDuplicates(home, job, counts)
    await endJob(home, job, dry ? 'checked' : 'done', counts)
  } catch (fault) {
    if (!(fault instanceof Stopped)) throw fault
  }
}

/** All or nothing: the whole sheet is looked at before the first row is written. */
async function refuseBadRows(home: ImportHome, job: Job): Promise<void> {
  const counts = await runChunks(home, { ...job, detail: { ...job.detail, counts: noCounts() } }, true, true)
  if (counts.failed === 0) return
  await transaction(home.env.pool, tx => changeJob(tx, job, ['running'], { detail: { ...job.detail, check: counts } }))
  throw new AppError('invalid', { key: 'import.badRows', params: { count: counts.failed } })
}

async function runChunks(home: ImportHome, job: Job, dry: boolean, inside = false): Promise<Counts> {
  const counts = structuredClone((dry ? noCounts() : job.detail.counts) ?? noCounts())
  const planned = dry ? new Planned() : undefined
  let done = dry ? 0 : job.done
  const chunks = cleanChunks(home, job, done)
  // The next rows are read and cleaned while the database is busy with these.
  for (let coming = chunks.next(); ;) {
    const { value: rows } = await coming
    if (!rows) return counts
    coming = chunks.next()
    coming.catch(() => undefined) // met at the next turn, unless this chunk fails first
    const next = rows.at(-1)!.row + 1
    if (paused.has(home.env)) throw new Stopped()
    await oneChunk(home, job, { dry, inside, planned, rows, counts, done, next })
    done = next
  }
}

async function* cleanChunks(home: ImportHome, job: Job, from: number): AsyncGenerator<CleanRow[], undefined> {
  const { plan, sheets } = job.detail
  const lang = (await home.person(job.actor))?.lang ?? 'zh'
  const columns = readyColumns(objectOf(home.env.catalog.current(), job.object), plan!.columns)
  let rows: CleanRow[] = []
  for await (const row of recordRows(jobDir(home, job.id), plan!.sheet, sheets[plan!.sheet]!, from)) {
    if (rows.push(cleanRow(columns, row, lang)) < CHUNK) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

export interface ChunkStep {
  dry: boolean
  /** A dry run before a run that must be whole: the job stays 'running'. */
  inside: boolean
  planned: Planned | undefined
  rows: CleanRow[]
  /** Grows when the chunk is done. */
  counts: Counts
  done: number
  next: number
}

async function oneChunk(home: ImportHome, job: Job, step: ChunkStep): Promise<void> {
  const person = await home.person(job.actor)
  if (!person) throw new AppError('forbidden', { key: 'import.noPerson' })
  const actor: Actor = { ...person, via: 'import' }
  const object = objectOf(home.env.catalog.current(), job.object)
  needImport(actor, object)
  const plan = job.detail.plan!
  const work: Work = { job: job.id, object, columns: readyColumns(object, plan.columns), plan, late: new Map(), ...(step.planned ? { planned: step.planned } : {}) }
  for (let attempt = 1; ; attempt++) {
    try {
      return await (step.dry ? dryChunk(home, job, actor, work, step) : realChunk(home, job, actor, work, step))
    } catch (fault) {
      if (fault instanceof LateRefusal) for (const [row, problems] of fault.rows) work.late.set(row, problems)
      else if (!isUniqueViolation(fault) || attempt >= CHUNK_RETRIES) throw fault
    }
  }
}

async function endJob(home: ImportHome, job: Job, state: 'checked' | 'done', counts: Counts): Promise<void> {
  await transaction(home.env.pool, async tx => {
    const now = (await findJob(tx, job.org, job.id))!
    const detail = { ...now.detail, ...(state === 'checked' ? { check: counts } : { counts }) }
    const ended = await changeJob(tx, job, [state === 'checked' ? 'checking' : 'running'], { state, detail })
    if (ended && state === 'done') await closeBatch(tx, now, counts)
  })
  home.env.events?.hint()
}

/** What was written stays and can be undone; the job says why it stopped and may be run on. */
async function failJob(home: ImportHome, id: string, fault: unknown): Promise<void> {
  // A database that is away comes back: the job stays as it is and is taken over then (resume.ts).
  if (fault instanceof AppError && fault.code === 'unavailable') return home.env.log.warn({ err: fault, import: id }, 'an import waits for the database')
  if (!(fault instanceof AppError)) home.env.log.error({ err: fault, import: id }, 'an import failed')
  const error: Refusal = fault instanceof AppError ? { key: fault.key, params: fault.params } : { key: 'error.internal' }
  await transaction(home.env.pool, async tx => {
    const job = await findJob(tx, home.org, id)
    if (!job) return
    const failed = await changeJob(tx, job, ['running', 'checking'], { state: 'failed', detail: { ...job.detail, error } })
    if (failed && job.state === 'running') await releaseBatch(tx, job)
  })
  if (error.key === 'import.badRows') await takeBackAll(home, id)
}

/** All or nothing was asked for, and a row failed that the look before had let through: what is written goes again. */
async function takeBackAll(home: ImportHome, id: string): Promise<void> {
  const job = await transaction(home.env.pool, tx => findJob(tx, home.org, id))
  const person = job?.batch && job.done > 0 ? await home.person(job.actor) : null
  if (job && person) await undoImport(home, person, id)
}

async function releaseBatch(tx: Tx, job: Job): Promise<void> {
  if (job.batch === null) return
  if (job.done === 0) await tx.query('update import_job set batch = null where org = $1 and id = $2', [job.org, job.id])
  else await closeBatch(tx, job, job.detail.counts ?? noCounts())
}

/** Felt at once: the chunk under way finds the job cancelled and writes nothing. */
export async function cancelImport(home: ImportHome, actor: Actor, id: string): Promise<Job> {
  return transaction(home.env.pool, async tx => {
    const job = await ownJob(tx, actor, id)
    const dry = job.state === 'checking'
    if (!await changeJob(tx, job, ['running', 'checking'], { state: dry ? 'mapped' : 'cancelled' })) throw new AppError('conflict', { key: 'import.notRunning' })
    if (!dry) await releaseBatch(tx, (await findJob(tx, job.org, id))!)
    return (await findJob(tx, job.org, id))!
  })
}

export async function undoImport(home: ImportHome, actor: Actor, id: string, partly = false): Promise<unknown> {
  const job = await transaction(home.env.pool, tx => ownJob(tx, actor, id))
  if (job.batch === null || job.state === 'running') throw new AppError('conflict', { key: job.state === 'running' ? 'import.running' : 'import.nothingToUndo' })
  return perform(home.env, actor, 'undo', { batch: job.batch, ...(partly ? { partly } : {}) })
}

// The child process that reads a strange file. It gets one job, writes rows into the folder it was given, reports,
// and ends; whatever goes wrong in here, the server only sees a refusal.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#core/lib/error.ts'
import type { ErrorCode } from '#core/lib/error.ts'
import { parseFile } from './parse-file.ts'
import type { ParseJob } from './parse-file.ts'
import { RowSink } from './row-sink.ts'

export interface ChildJob extends ParseJob { dir: string }

export type ChildReport =
  | { type: 'progress'; done: number; total: number; rows: number }
  | { type: 'done' }
  | { type: 'refused'; code: ErrorCode; key: string; params: Record<string, string | number> }

const REPORT_EVERY = 200

const report = (message: ChildReport): Promise<void> => new Promise((resolve) => {
  if (!process.send) resolve()
  else process.send(message, () => resolve())
})

function refusalOf(error: unknown): ChildReport {
  if (error instanceof AppError) return { type: 'refused', code: error.code, key: error.key, params: error.params }
  const space = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  if (space) return { type: 'refused', code: 'unavailable', key: 'error.unavailable', params: {} }
  return error instanceof RangeError
    ? { type: 'refused', code: 'too_large', key: 'sheet.tooHeavy', params: {} }
    : { type: 'refused', code: 'invalid', key: 'sheet.unreadable', params: {} }
}

async function run(job: ChildJob): Promise<void> {
  const started = Date.now()
  let progress = { done: 0, total: 1 }
  let reported = started
  const tick = (): void => {
    if (Date.now() - reported < REPORT_EVERY) return
    reported = Date.now()
    void report({ type: 'progress', ...progress, rows: sink.rows })
  }
  const sink = new RowSink(job.dir, job.limits, tick)
  try {
    const source = await parseFile(job, sink, (done, total) => {
      progress = { done, total }
      tick()
    })
    const stats = { milliseconds: Date.now() - started, peakRss: process.resourceUsage().maxRSS * 1024 }
    writeFileSync(join(job.dir, 'scan.json'), JSON.stringify({ ...source, sheets: sink.sheets, stats }))
    await report({ type: 'done' })
  } catch (error) {
    await report(refusalOf(error))
  }
  process.exit(0)
}

// The server is gone: nobody wants the rows any more.
process.once('disconnect', () => process.exit(0))
process.once('message', (job: ChildJob) => void run(job))

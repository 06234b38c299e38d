// Reads a spreadsheet file of any kind we know, in a child process with limits on time and memory. What comes back
// are facts about the sheets and their rows as a stream from a temporary folder; `dispose` removes that.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '#core/lib/error.ts'
import type { SheetRow } from '#core/lib/guess-table.ts'
import { DEFAULT_LIMITS, MEGABYTE, refuse, refuseSize } from './limits.ts'
import type { ReadLimits } from './limits.ts'
import type { ChildJob, ChildReport } from './parse-child.ts'
import type { Source } from './parse-file.ts'
import { parseLine, rowFile } from './row-sink.ts'
import type { SheetScan } from './row-sink.ts'
import { inTurn } from './turns.ts'

export type { SheetScan } from './row-sink.ts'

interface ScanFacts extends Source {
  sheets: SheetScan[]
  stats: { milliseconds: number; peakRss: number }
}

export interface WorkbookScan extends ScanFacts {
  /** The folder with the rows; `openScan` finds them again after a restart. */
  dir: string
  /** Rows with values of one sheet, in order; `from` skips rows of the sheet before that index. */
  rows(sheet: number, from?: number): AsyncGenerator<SheetRow>
  dispose(): Promise<void>
}

export interface ReadProgress { done: number; total: number; rows: number }

export interface ReadOptions {
  fileName: string
  limits?: Partial<ReadLimits>
  onProgress?: (progress: ReadProgress) => void
  signal?: AbortSignal
  /** Where to put the rows (an existing, empty folder); a new temporary one by default. */
  dir?: string
}

const CHILD = join(import.meta.dirname, 'parse-child.ts')
const ROOT = resolve(import.meta.dirname, '../..')
const WATCH_EVERY = 100

/** Lines end at LF only: node:readline would also break at U+2028, which people paste into cells. */
async function* readRows(dir: string, sheet: number, from: number): AsyncGenerator<SheetRow> {
  let carry = ''
  for await (const piece of createReadStream(rowFile(dir, sheet), { highWaterMark: 256 * 1024, encoding: 'utf8' })) {
    const lines = (carry + String(piece)).split('\n')
    carry = lines.pop() ?? ''
    for (const line of lines) {
      const row = parseLine(line)
      if (row.index >= from) yield row
    }
  }
}

export async function openScan(dir: string): Promise<WorkbookScan> {
  const facts = JSON.parse(await readFile(join(dir, 'scan.json'), 'utf8')) as ScanFacts
  return { ...facts, dir, rows: (sheet, from = 0) => readRows(dir, sheet, from), dispose: () => rm(dir, { recursive: true, force: true }) }
}

function startChild(path: string, dir: string, limits: ReadLimits): ChildProcess {
  return fork(CHILD, [], {
    // It may read the program and the one file, and write its folder: nothing else, and start nothing.
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--permission', `--allow-fs-read=${ROOT}`, `--allow-fs-read=${path}`, `--allow-fs-read=${dir}`, `--allow-fs-write=${dir}`, '--disable-warning=SecurityWarning'],
    // Nothing of our environment (passwords of the database) goes along; Windows starts nothing without this one.
    env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}, cwd: dir, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'json',
  })
}

/** Kills the child when it takes more memory than allowed; elsewhere than on Linux the heap limit must do. */
function watchMemory(child: ChildProcess, limit: number, onExcess: () => void): NodeJS.Timeout {
  return setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then((text) => {
      if (Number(/^VmRSS:\s*(\d+)/m.exec(text)?.[1]) * 1024 > limit) onExcess()
    }, () => undefined)
  }, WATCH_EVERY)
}

function runChild(child: ChildProcess, job: ChildJob, options: ReadOptions): Promise<void> {
  return new Promise((done, fail) => {
    let verdict: unknown = new AppError('too_large', { key: 'sheet.tooHeavy' })
    let finished = false
    const stop = (error: unknown): void => {
      verdict = error
      child.kill('SIGKILL')
    }
    const { milliseconds, rssBytes } = job.limits
    const watch = watchMemory(child, rssBytes, () => stop(new AppError('too_large', { key: 'sheet.tooHeavy' })))
    const timer = setTimeout(() => stop(new AppError('too_large', { key: 'sheet.tooSlow', params: { seconds: Math.round(milliseconds / 1000) } })), milliseconds)
    const onAbort = (): void => stop(options.signal?.reason)
    options.signal?.addEventListener('abort', onAbort, { once: true })
    child.on('message', (message: ChildReport) => {
      if (message.type === 'progress') options.onProgress?.(message)
      else if (message.type === 'done') finished = true
      else verdict = new AppError(message.code, { key: message.key, params: message.params })
    })
    child.on('error', (error) => { verdict = error })
    child.once('close', () => {
      clearInterval(watch)
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
      if (finished) done()
      else fail(verdict)
    })
    child.send(job, (error) => { if (error) stop(error) })
  })
}

export async function readWorkbook(path: string, options: ReadOptions): Promise<WorkbookScan> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  options.signal?.throwIfAborted()
  const { size } = await stat(path)
  if (size === 0) refuse('sheet.empty')
  if (size > limits.fileBytes) refuseSize('sheet.fileTooBig', { max: Math.round(limits.fileBytes / MEGABYTE) })
  const dir = options.dir ?? await mkdtemp(join(tmpdir(), 'guanxi-sheet-'))
  try {
    const file = resolve(path)
    await inTurn(options.signal, () => runChild(startChild(file, dir, limits), { path: file, fileName: options.fileName, size, limits, dir }, options))
    return await openScan(dir)
  } catch (error) {
    await rm(dir, { recursive: true, force: true })
    throw error
  }
}

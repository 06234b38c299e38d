// Forms as PDF, made in one child process that stays for a minute: its fonts take a third of a second to load.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#core/lib/error.ts'
import type { Sheet } from '#core/form/sheet.ts'
import type { PdfOrder, PdfReport } from './pdf-child.ts'
import type { PaperEnv } from './paper.ts'

const CHILD = join(import.meta.dirname, 'pdf-child.ts')
const ROOT = resolve(import.meta.dirname, '../..')
const STAYS = 60_000
const LONGEST = 60_000
/** After so many pages it has taken memory that it never gives back. */
const HEAVY = 100
/** More in one file would take too long and too much memory: a thousand forms are a few seconds. */
const MOST_SHEETS = 1_000

interface Waiting { done(pdf: Buffer): void; fail(error: unknown): void; timer: NodeJS.Timeout }

let child: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let last = 0
const waiting = new Map<number, Waiting>()

export async function writeFormPdf(sheets: readonly Sheet[], env: PaperEnv): Promise<Buffer> {
  if (sheets.length > MOST_SHEETS) throw new AppError('too_large', { key: 'form.tooManyRecords', params: { max: MOST_SHEETS } })
  clearTimeout(idle)
  const id = ++last
  const { images, ...rest } = env
  const maker = child ??= start()
  maker.ref()
  maker.channel?.ref()
  return new Promise((done, fail) => {
    const timer = setTimeout(() => maker.kill('SIGKILL'), LONGEST)
    waiting.set(id, { done, fail, timer })
    const send = (order: PdfOrder): void => void maker.send(order, error => { if (error) settle(id, STAYS, one => one.fail(error)) })
    void handOver(id, sheets, send).then(() => send({ id, env: { ...rest, images: [...images ?? []] } }))
  })
}

/** One by one: others get their turn between. */
async function handOver(id: number, sheets: readonly Sheet[], send: (order: PdfOrder) => void): Promise<void> {
  for (const sheet of sheets) {
    if (!waiting.has(id)) return
    send({ id, sheet: printed(sheet) })
    await setImmediate()
  }
}

/** What is not printed stays here: values, choices and links are nothing to the child. */
const printed = (sheet: Sheet): Sheet =>
  ({ ...sheet, params: {}, fields: [], cells: sheet.cells.map(({ row, col, rowSpan, colSpan, text, style, align, frame, excel, image, small }) => ({ row, col, rowSpan, colSpan, text, style, align, frame, excel, image, small })) })

function start(): ChildProcess {
  const maker = fork(CHILD, [], {
    // It reads the program and its fonts, writes nothing and starts nothing; nothing of our environment goes along.
    execArgv: ['--permission', '--allow-addons', `--allow-fs-read=${ROOT}`, '--disable-warning=SecurityWarning'],
    env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced',
  })
  maker.on('message', (report: PdfReport) => settle(report.id, 'pages' in report && report.pages > HEAVY ? 0 : STAYS, one => {
    if ('fault' in report) one.fail(new AppError('internal', { key: 'paper.pdfFailed', cause: new Error(report.fault) }))
    else one.done(Buffer.from(report.pdf.buffer, report.pdf.byteOffset, report.pdf.byteLength))
  }))
  maker.on('error', () => undefined)
  maker.once('close', () => {
    if (child === maker) child = undefined
    for (const id of waiting.keys()) settle(id, STAYS, one => one.fail(new AppError('internal', { key: 'paper.pdfFailed' })))
  })
  return maker
}

/** With nothing left to do the child keeps nobody alive, and goes after a while. */
function settle(id: number, stays: number, say: (one: Waiting) => void): void {
  const one = waiting.get(id)
  if (!one) return
  waiting.delete(id)
  clearTimeout(one.timer)
  say(one)
  if (waiting.size > 0) return
  child?.unref()
  child?.channel?.unref()
  idle = setTimeout(leave, stays)
  idle.unref()
}

/** A new one is started for the next form. */
function leave(): void {
  const maker = child
  child = undefined
  maker?.disconnect()
}

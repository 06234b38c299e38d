// Writes an export into a stream: all rows from one moment, one page in memory at a time.
import type { Writable } from 'node:stream'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import { perform } from '#server/action/perform.ts'
import type { Env } from '#server/action/context.ts'
import { read } from '#server/database/transaction.ts'
import { MAX_ROWS } from '#server/sheet/book-spec.ts'
import type { WriteColumn, WriteValue } from '#server/sheet/book-spec.ts'
import { writeCsv } from '#server/sheet/write-csv.ts'
import { writeXlsx } from '#server/sheet/write-xlsx.ts'
import { kindOf } from '#core/field/kinds.ts'
import { inLang } from '#core/lib/text.ts'
import { messages } from '#core/lib/messages.ts'
import { streamRows } from '#server/record/stream.ts'
import type { ExportColumn } from './columns.ts'
import { livingFormulas, reckons } from './living.ts'
import type { Living } from './living.ts'
import { markLine, markSheet } from './mark.ts'
import { delicateTitles, planExport } from './plan.ts'
import type { ExportAsk, ExportPlan } from './plan.ts'
import { fileName, requested, startExport } from './request.ts'

export const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }

/** Each holds a connection while it lasts. */
const AT_ONCE = 4
let underWay = 0

/** Empty rows below the data that still offer the lists of choices. */
const SPARE_ROWS = 500
/** Milliseconds for one page of rows. */
const TIMEOUT_MS = 60_000

export interface SentFile {
  name: string
  type: string
}

/** `open` is called when all is allowed and logged; before that, refusals are thrown. The stream is ended. */
export async function sendExport(env: Env, actor: Actor, id: string, open: (file: SentFile) => Writable): Promise<void> {
  if (underWay >= AT_ONCE) throw new AppError('too_many', { key: 'export.busy' })
  underWay++
  try {
    // Bytes that left cannot be taken back: there is one attempt.
    await read(env.pool, async reader => {
      const catalog = env.catalog.current()
      const ask = await requested(reader, actor, id)
      const plan = await planExport(reader, catalog, actor, ask)
      await perform(env, actor, startExport.name, { id, ask, count: plan.count, delicate: delicateTitles(plan) })
      const rows = ahead(streamRows(reader, catalog, actor, plan.query))
      const living = ask.formulas && ask.format === 'xlsx' ? livingFormulas(catalog, plan.object, plan.columns) : []
      const out = open({ name: fileName({ catalog, actor }, ask), type: TYPES[ask.format] })
      await (ask.format === 'xlsx' ? sendXlsx(out, actor, ask, plan, cellRows(rows, plan.columns, living)) : sendCsv(out, actor, ask, plan, rows))
    }, { retries: 0, timeoutMs: TIMEOUT_MS })
  } finally {
    underWay--
  }
}

/** The database works on the next page while this one is written. */
async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  for (let next = items.next(); ;) {
    const { done, value } = await next
    if (done) return
    next = items.next()
    // Thrown when it is asked for; nobody may ask any more.
    next.catch(() => undefined)
    yield value
  }
}

type Pages = AsyncIterable<Record<string, unknown>[]>

const plain = (column: ExportColumn, value: unknown): string | boolean | null => (value === null || value === undefined ? null : column.text(value))

async function* cellRows(pages: Pages, columns: readonly ExportColumn[], living: readonly (Living | undefined)[]): AsyncGenerator<WriteValue[]> {
  // The header is row 1 of every sheet that the rows fill.
  let number = 1
  for await (const page of pages) for (const record of page) {
    number = number >= MAX_ROWS ? 2 : number + 1
    const at = number
    yield columns.map((column, index): WriteValue => {
      const v = plain(column, record[column.path])
      const formula = living[index]
      return formula?.reads.every(place => reckons(columns[place]!, record[columns[place]!.path])) ? { v, f: formula.at(at) } : v
    })
  }
}

/** Wide enough for the title with the filter's arrow; Chinese characters take two places. */
export const widthFor = (title: string, width: number): number => Math.max(width, Math.min(40, title.replace(/[^\x00-\xff]/g, '**').length + 4))

const writeColumn = ({ title, kind, format, width, choices }: ExportColumn): WriteColumn => ({ title, kind, format, width: widthFor(title, width), ...(choices ? { choices } : {}) })

async function sendXlsx(out: Writable, actor: Actor, ask: ExportAsk, plan: ExportPlan, rows: AsyncIterable<WriteValue[]>): Promise<void> {
  const { lang } = actor
  const sheet = { name: inLang(plan.object.label, lang), columns: plan.columns.map(writeColumn), rows, spareRows: SPARE_ROWS }
  const mark = markSheet(actor, ask, plan)
  await writeXlsx(out, { sheets: mark ? [sheet, mark] : [sheet], choicesSheet: inLang(messages['sheet.choicesSheet']!, lang) })
}

/** A file without formats: shares are written as percentages, or 1.5 would come back as 1.5 %. */
async function sendCsv(out: Writable, actor: Actor, ask: ExportAsk, plan: ExportPlan, pages: Pages): Promise<void> {
  const columns = plan.columns.map((column): ExportColumn => (column.kind === 'number' && column.format.endsWith('%') && !column.masked
    ? { ...column, kind: 'text', text: value => kindOf(column.field).format(value, column.field, actor.lang) } : column))
  const mark = markLine(actor, ask, plan)
  await writeCsv(out, { columns: columns.map(writeColumn), rows: mark === undefined ? cellRows(pages, columns, []) : withLine(cellRows(pages, columns, []), mark) })
}

async function* withLine(rows: AsyncIterable<WriteValue[]>, line: string): AsyncGenerator<WriteValue[]> {
  yield* rows
  yield [{ v: line, kind: 'text' }]
}

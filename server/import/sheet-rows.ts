// Rows of an uploaded sheet from its folder: the records among them, from any row on, without keeping them in memory.
import { createReadStream } from 'node:fs'
import { AppError } from '#core/lib/error.ts'
import { rowJudge } from '#core/lib/guess-table.ts'
import type { SheetRow } from '#core/lib/guess-table.ts'
import { parseLine, rowFile } from '#server/sheet/row-sink.ts'
import type { SheetFacts } from './job.ts'

/** By this many rows the table is guessed and its rows are judged. */
export const HEAD = 2000

const indexOf = (line: string): number => Number.parseInt(line.slice(1, 12), 10)

/** `wanted` names the only rows to be read; lines before `from` are not taken apart. */
export async function* rowsFrom(dir: string, sheet: number, from: number, wanted?: ReadonlySet<number>): AsyncGenerator<SheetRow> {
  let carry = ''
  let left = wanted?.size ?? Number.POSITIVE_INFINITY
  try {
    for await (const piece of createReadStream(rowFile(dir, sheet), { highWaterMark: 256 * 1024, encoding: 'utf8' })) {
      const lines = (carry + String(piece)).split('\n')
      carry = lines.pop() ?? ''
      for (const line of lines) {
        const index = indexOf(line)
        if (index < from || (wanted && !wanted.has(index))) continue
        yield parseLine(line)
        if (--left <= 0) return
      }
    }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('not_found', { key: 'import.gone', cause: fault })
    throw fault
  }
}

export async function headRows(dir: string, sheet: number): Promise<SheetRow[]> {
  const head: SheetRow[] = []
  for await (const row of rowsFrom(dir, sheet, 0)) {
    head.push(row)
    if (head.length >= HEAD) break
  }
  return head
}

/** Tells records from titles, totals, notes and repeated headers. */
export async function recordJudge(dir: string, sheet: number, facts: SheetFacts): Promise<(row: SheetRow) => boolean> {
  const head = await headRows(dir, sheet)
  const judge = rowJudge(head, { headerRow: facts.headerRow, headerRows: facts.headerRows, columns: [], firstRow: facts.firstRow, lastRow: 0, skipped: [] })
  const tail = new Set(facts.tail)
  return row => row.index >= facts.headerRow + facts.headerRows && !tail.has(row.index) && judge(row) === null
}

export async function* recordRows(dir: string, sheet: number, facts: SheetFacts, from: number): AsyncGenerator<SheetRow> {
  const isRecord = await recordJudge(dir, sheet, facts)
  for await (const row of rowsFrom(dir, sheet, from)) if (isRecord(row)) yield row
}

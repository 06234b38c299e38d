// Excel 97-2003 files. The only file that knows SheetJS, and it is loaded in the child process alone.
import { readFileSync } from 'node:fs'
import { read, set_cptable } from '@e965/xlsx'
import type { CellObject, WorkSheet } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { SheetCell } from '#core/lib/guess-table.ts'
import { MEGABYTE, refuse, refuseSize } from './limits.ts'
import type { ReadLimits } from './limits.ts'
import { formatKind, numberText, serialText } from './number-text.ts'
import type { RowSink } from './row-sink.ts'
import { checkContainer } from './sniff.ts'

const LARGEST = 40

/** 1 → '#NULL!': how BIFF numbers its errors. */
const ERRORS = new Map([[0, '#NULL!'], [7, '#DIV/0!'], [15, '#VALUE!'], [23, '#REF!'], [29, '#NAME?'], [36, '#NUM!'], [42, '#N/A']])

function numberCell(value: number, format: string | number | undefined, is1904: boolean): SheetCell | null {
  const kind = formatKind(0, format === undefined ? 'General' : String(format))
  if (kind === 'date' || kind === 'dateTime' || kind === 'time') {
    const text = serialText(value, kind, is1904)
    if (text !== null) return { v: text, t: kind === 'time' ? 's' : 'd' }
  }
  const text = numberText(String(value))
  if (text === null) return null
  return kind === 'percent' ? { v: text, t: 'n', p: true } : { v: text, t: 'n' }
}

function valueOf(cell: CellObject, is1904: boolean): SheetCell | null {
  const { v } = cell
  if (v === undefined || v === '') return null
  if (cell.t === 'n' && typeof v === 'number') return numberCell(v, cell.z, is1904)
  if (cell.t === 'b') return { v: v ? 'true' : 'false', t: 'b' }
  if (cell.t === 'e') return { v: ERRORS.get(Number(v)) ?? '#VALUE!', t: 'e' }
  return cell.t === 's' ? { v: String(v).replaceAll('\r\n', '\n').replaceAll('\r', '\n'), t: 's' } : null
}

function readSheet(data: WorkSheet, is1904: boolean, sink: RowSink): void {
  const sheet = sink.sheets.at(-1)
  const rows = (data['!data'] ?? []) as (CellObject | undefined)[][]
  for (const { s, e } of data['!merges'] ?? []) sink.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c })
  data['!rows']?.forEach((row, at) => { if (row?.hidden) sheet?.hiddenRows.push(at) })
  data['!cols']?.forEach((column, at) => { if (column?.hidden) sheet?.hiddenColumns.push(at) })
  rows.forEach((row, index) => {
    if (!row) return
    sink.row(index, Array.from(row, (cell) => {
      const kept = cell ? valueOf(cell, is1904) : null
      return kept && cell?.f !== undefined ? { ...kept, f: cell.f } : kept
    }))
  })
}

export function readXls(path: string, limits: ReadLimits, sink: RowSink): void {
  const file = readFileSync(path)
  if (file.length > LARGEST * MEGABYTE) refuseSize('sheet.fileTooBig', { max: LARGEST })
  checkContainer(file)
  set_cptable(codepages)
  let book: ReturnType<typeof read>
  try {
    // One row more than allowed is asked for, so that the sink sees the excess and says so.
    book = read(file, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false, cellDates: false, cellFormula: true, sheetRows: limits.rows + 1 })
  } catch (error) {
    return /password|ECMA-376|Encryption(?:Info| Flags| scheme)/i.test(String(error)) ? refuse('sheet.encrypted') : refuse('sheet.damaged', { part: 'xls' })
  }
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  if (book.SheetNames.length === 0) refuse('sheet.noSheet')
  book.SheetNames.forEach((name, at) => {
    const data = book.Sheets[name]
    sink.begin(name, (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0)
    if (data) readSheet(data, is1904, sink)
    sink.end()
  })
}

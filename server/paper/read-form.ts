// One worksheet filled in by hand, against what it said when it was made: which cells changed, which rows were added.
import type { SheetCell, SheetRow } from '#core/lib/guess-table.ts'
import { cellAddress } from '#core/form/changes.ts'
import { mul } from '#core/lib/decimal.ts'
import type { Meta, MetaCell } from './meta.ts'
import type { ReadCell, ReadForm, Stray } from './paper.ts'
import { backInPlace } from './sorted-rows.ts'
import { sameWritten } from './written.ts'

/** The hidden marks of a worksheet: which form of the workbook it is, and where its columns are now. */
export interface Marks {
  form: number
  row: number
  keys: number
  /** Column of the file by column of the form. */
  columns: Map<number, number>
}

const numberIn = (cell: SheetCell | null | undefined, mark: string): number | undefined => {
  const match = cell?.t === 's' && cell.v !== null ? /^([a-z:]+)(\d{1,6})$/.exec(cell.v) : null
  return match?.[1] === mark ? Number(match[2]) : undefined
}

export function findMarks(rows: readonly SheetRow[]): Marks | undefined {
  for (const { index, cells } of rows) {
    const keys = cells.findIndex(cell => numberIn(cell, 'guanxi:') !== undefined)
    if (keys < 0) continue
    const columns = new Map<number, number>()
    cells.forEach((cell, at) => {
      const col = numberIn(cell, 'c')
      if (col !== undefined && !columns.has(col)) columns.set(col, at)
    })
    return { form: numberIn(cells[keys], 'guanxi:')!, row: index, keys, columns }
  }
  return undefined
}

/** A row of the file. `from` is the row of the form that it was; without it somebody put it in. */
export interface Line {
  row: number
  from?: number
  /** Grid that it belongs to. */
  block?: string
  at(col: number): SheetCell | null
}

/** A key that stands twice was copied along with its row: the second one is a row put in. */
function linesOf(meta: Meta, rows: readonly SheetRow[], marks: Marks): Line[] {
  const seen = new Set<number>()
  let block: string | undefined
  return rows.filter(row => row.index !== marks.row).map(({ index, cells }) => {
    const key = numberIn(cells[marks.keys], 'k')
    const at = (col: number): SheetCell | null => cells[marks.columns.get(col) ?? -1] ?? null
    if (key === undefined || seen.has(key) || key >= meta.rows.length) {
      const isRemark = key !== undefined && key >= meta.rows.length
      return { row: index, at, ...(block !== undefined && !isRemark ? { block } : {}) }
    }
    seen.add(key)
    block = meta.rows[key]!.block
    return { row: index, from: key, at, ...(block === undefined ? {} : { block }) }
  })
}

interface Read { text: string; number?: string; fault?: true }

/** A percentage is a fraction for Excel and 25% for people. */
export function readOf(cell: SheetCell | null): Read {
  if (!cell) return { text: '' }
  if (cell.t === 'e' || (cell.v === null && cell.f !== undefined)) return { text: cell.v ?? `=${cell.f ?? ''}`, fault: true }
  const text = cell.v ?? ''
  return cell.t === 'n' ? { text: cell.p ? `${mul(text, '100')}%` : text, number: text } : { text }
}

/** As it is compared with what was written. */
export const bareOf = (cell: SheetCell | null): string => cell?.v ?? ''

export function readForm(meta: Meta, rows: readonly SheetRow[], marks: Marks, name: string): ReadForm {
  const lines = backInPlace(meta, linesOf(meta, rows, marks))
  const cells: ReadCell[] = []
  const strays: Stray[] = []
  const byRow = new Map(lines.flatMap(line => (line.from === undefined ? [] : [[line.from, line] as const])))
  for (const cell of meta.cells) {
    const line = byRow.get(cell.r)
    if (!line || !marks.columns.has(cell.c) || sameWritten(cell.w, bareOf(line.at(cell.c)))) continue
    const place = { address: cellAddress({ row: line.row, col: marks.columns.get(cell.c)! }), label: meta.labels[cell.l] ?? '' }
    if (cell.bind) cells.push({ bind: cell.bind, ...place, ...readOf(line.at(cell.c)), was: cell.w, ...(isNew(cell) ? { added: line.row } : {}) })
    else if (!cell.quiet) strays.push({ ...place, text: readOf(line.at(cell.c)).text })
  }
  for (const line of lines) if (line.from === undefined && line.block !== undefined) cells.push(...addedCells(meta, line, marks))
  return { ...headOf(meta), name, cells: cells.toSorted((a, b) => (a.added ?? 0) - (b.added ?? 0)), strays }
}

const isNew = ({ bind }: MetaCell): boolean => bind?.row?.startsWith('new:') ?? false

function addedCells(meta: Meta, line: Line, marks: Marks): ReadCell[] {
  const block = line.block!
  const grid = Object.hasOwn(meta.grids, block) ? meta.grids[block]! : { paths: {}, labels: {} }
  return Object.entries(grid.paths).flatMap(([key, path]) => {
    const col = Number(key)
    const read = readOf(line.at(col))
    if (read.text.trim() === '') return []
    const address = cellAddress({ row: line.row, col: marks.columns.get(col)! })
    return [{ bind: { on: 'row' as const, block, row: 'new:', path }, added: line.row, address, label: grid.labels[key] ?? '', was: '', ...read }]
  })
}

function headOf(meta: Meta): Omit<ReadForm, 'name' | 'cells' | 'strays'> {
  const rows = Object.fromEntries(meta.rows.flatMap(({ row, version }) => (row === undefined || version === undefined ? [] : [[row, version]])))
  return {
    form: meta.form, title: meta.title, version: meta.version, lang: meta.lang, params: meta.params,
    ...(meta.record === undefined ? {} : { record: meta.record }),
    versions: { rows, ...(typeof meta.recordVersion === 'number' ? { record: meta.recordVersion } : {}), ...(meta.filledVersion === undefined ? {} : { filled: meta.filledVersion }) },
  }
}

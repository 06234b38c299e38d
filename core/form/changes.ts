// What is typed into a sheet, on its way to the server and back: changes by where they go, and errors back to their cells.
import type { CellBind, CellChange, Sheet, Cell } from './sheet.ts'

/** Columns as Excel names them: 0 is A, 26 is AA. */
export function columnLetters(col: number): string {
  const rest = Math.floor(col / 26)
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (col % 26))}`
}

/** 'B7'. */
export const cellAddress = ({ row, col }: { row: number; col: number }): string => `${columnLetters(col)}${row + 1}`

/** Under which the server tells what is wrong with a cell: 'record.phone', 'value.advice', 'row.items.new:0.product'. */
export function errorKey(bind: CellBind): string {
  return bind.on === 'row' ? `row.${bind.block ?? ''}.${bind.row ?? ''}.${bind.path}` : `${bind.on}.${bind.path}`
}

export const sameBind = (a: CellBind, b: CellBind): boolean => errorKey(a) === errorKey(b)

/** The cell that an error belongs to. An error of a row as a whole ('row.items.new:0') belongs to its first place. */
export function cellAtError(sheet: Sheet, key: string): Cell | undefined {
  const keys = sheet.cells.flatMap(cell => (cell.bind ? [{ cell, key: errorKey(cell.bind) }] : []))
  return (keys.find(one => one.key === key) ?? keys.find(one => one.key.startsWith(`${key}.`)))?.cell
}

/** Wire values by field, for one row of a grid. */
export interface RowChange {
  block: string
  row: string
  values: Record<string, unknown>
}

export interface GroupedChanges {
  record: Record<string, unknown>
  values: Record<string, unknown>
  /** Rows of records that there are. */
  rows: RowChange[]
  /** Rows typed in anew, in the order of their numbers. */
  fresh: RowChange[]
}

const bag = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>

/** Of two changes of one cell the later counts. A new row of nothing but emptied cells is no row. */
export function groupChanges(changes: readonly CellChange[]): GroupedChanges {
  const grouped: GroupedChanges = { record: bag(), values: bag(), rows: [], fresh: [] }
  const rows = new Map<string, RowChange>()
  for (const { bind, value } of changes) {
    if (bind.on === 'record') grouped.record[bind.path] = value
    else if (bind.on === 'value') grouped.values[bind.path] = value
    else rowOf(rows, bind.block ?? '', bind.row ?? '').values[bind.path] = value
  }
  for (const change of rows.values()) {
    if (!isNewRow(change.row)) grouped.rows.push(change)
    else if (Object.values(change.values).some(value => !isNothing(value))) grouped.fresh.push(change)
  }
  const number = (change: RowChange): number => Number(change.row.slice(NEW.length))
  grouped.fresh.sort((a, b) => number(a) - number(b))
  return grouped
}

const NEW = 'new:'
export const isNewRow = (row: string): boolean => row.startsWith(NEW)

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function rowOf(rows: Map<string, RowChange>, block: string, row: string): RowChange {
  const key = JSON.stringify([block, row])
  const known = rows.get(key) ?? { block, row, values: bag() }
  rows.set(key, known)
  return known
}

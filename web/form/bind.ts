// The name of a place on a form: the same that the server's refusals are keyed by.
import type { Field } from '#core/field/field.ts'
import { errorKey } from '#core/form/changes.ts'
import type { Cell, CellBind, Sheet } from '#core/form/sheet.ts'
import type { WebField } from '../lib/api-types.ts'

export const bindKey = (bind: CellBind): string => errorKey(bind)

export type BoundCell = Cell & { bind: CellBind; field: number }

/** Can be typed in, or ticked. */
export const isBound = (cell: Cell): cell is BoundCell => cell.bind !== undefined && cell.field !== undefined && cell.masked !== true

export function fieldAt(sheet: Sheet, cell: Cell): WebField | undefined {
  const field: Field | undefined = cell.field === undefined ? undefined : sheet.fields[cell.field]
  return field && { ...field, right: 'write' }
}

/** Bound cells by the name of their place; the same place may be shown more than once. */
export function cellsByKey(sheet: Sheet): Map<string, BoundCell> {
  const found = new Map<string, BoundCell>()
  for (const cell of sheet.cells) if (isBound(cell) && !found.has(bindKey(cell.bind))) found.set(bindKey(cell.bind), cell)
  return found
}

const NEW = /^new:(\d+)$/

/** The number of an empty row; undefined for a record's row. */
export const newNumber = (row: string | undefined): number | undefined => {
  const found = NEW.exec(row ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

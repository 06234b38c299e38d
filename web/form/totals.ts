// Sums of a grid while it is typed: the sheet's own SUM formulas over the values on the screen. The server works them out when saved.
import { sum } from '#core/lib/decimal.ts'
import { shown } from '#core/form/shown.ts'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import { bindKey, fieldAt } from './bind.ts'

const RANGE = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/

/** 'A' is column 0. */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const isNumber = (value: unknown): boolean => /^-?\d+(\.\d+)?$/.test(String(value ?? ''))

interface Range { col: number; from: number; to: number }

/** The runs that a total adds up; nothing for any other formula. */
function rangesOf(formula: string | undefined): Range[] {
  const inner = /^SUM\(([^()]*)\)$/.exec(formula ?? '')?.[1]
  return (inner?.split(',') ?? []).flatMap(part => {
    const [, col, from, , to] = RANGE.exec(part.trim()) ?? []
    return col === undefined || from === undefined ? [] : [{ col: columnOf(col), from: Number(from) - 1, to: Number(to ?? from) - 1 }]
  })
}

const valueOf = (cell: Cell, typed: ReadonlyMap<string, unknown>): unknown => {
  const key = cell.bind && bindKey(cell.bind)
  return key !== undefined && typed.has(key) ? typed.get(key) : cell.wire ?? (cell.excel?.kind === 'number' ? cell.excel.v : undefined)
}

/** Texts of total cells whose summands were typed in, by the cell. */
export function liveTotals(sheet: Sheet, typed: ReadonlyMap<string, unknown>, gone: ReadonlySet<string>): Map<Cell, string> {
  const texts = new Map<Cell, string>()
  if (typed.size === 0 && gone.size === 0) return texts
  for (const total of sheet.cells) {
    const ranges = rangesOf(total.formula)
    if (ranges.length === 0) continue
    const cells = sheet.cells.filter(cell => ranges.some(range => cell.col === range.col && cell.row >= range.from && cell.row <= range.to))
    const isGone = (cell: Cell): boolean => cell.bind?.row !== undefined && gone.has(`${cell.bind.block ?? ''} ${cell.bind.row}`)
    if (!cells.some(cell => isGone(cell) || (cell.bind && typed.has(bindKey(cell.bind))))) continue
    const values = cells.filter(cell => !isGone(cell)).map(cell => valueOf(cell, typed)).filter(isNumber)
    const field = cells.map(cell => fieldAt(sheet, cell)).find(one => one !== undefined)
    const show = cells.some(cell => cell.scale) ? { show: 'tenThousand' as const } : {}
    if (field) texts.set(total, shown(field, sum(values.map(String)), { lang: sheet.lang, ...show }).text)
  }
  return texts
}

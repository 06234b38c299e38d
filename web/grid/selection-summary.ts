// The status bar's numbers for the selected range, as far as its rows are loaded.
import type { GridModel } from './model.ts'
import type { Range } from './range.ts'
import type { SelectionSummary } from './types.ts'
import type { SummaryCell } from './summary.ts'
import { colsIn, rowsIn } from './range.ts'
import { numberText, summarise } from './summary.ts'

/** More cells than this are for the server to add up. */
const MOST_CELLS = 200_000

export function selectionSummary(model: GridModel, range: Range): SelectionSummary {
  const bottom = Math.min(range.bottom, model.dataRows() - 1)
  const data = { ...range, bottom: Math.max(range.top, bottom) }
  const keys = model.columns.slice(range.left, range.right + 1).map((column) => column.key)
  const place = { range, from: range.top, to: data.bottom, keys }
  if (rowsIn(data) * colsIn(data) > MOST_CELLS || !model.loaded(data)) {
    return { ...place, ...summarise([]), cells: rowsIn(data) * colsIn(data), complete: false }
  }
  return { ...place, ...summarise(cells(model, data)), complete: true }
}

function* cells(model: GridModel, range: Range): Generator<SummaryCell> {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let col = range.left; col <= range.right; col += 1) {
      const numeric = model.columns[col]?.numeric === true
      yield { filled: model.filled(row, col), number: numeric ? numberText(model.value(row, col)) : null }
    }
  }
}

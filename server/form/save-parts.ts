// What a person typed into a form, sorted by where it goes and checked against the form as it stands for him: only a place
// that his own sheet offers is written.
import { errorKey, groupChanges, isNewRow } from '#core/form/changes.ts'
import type { GroupedChanges, RowChange } from '#core/form/changes.ts'
import type { GridBlock } from '#core/form/form.ts'
import type { CellBind, CellChange, FormSave, Sheet } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors, Refusal } from '#core/lib/error.ts'
import type { Form } from '#core/form/form.ts'

export interface GridChange {
  grid: GridBlock
  rows: RowChange[]
  fresh: RowChange[]
  removed: string[]
}

export interface SaveParts extends Pick<GroupedChanges, 'record' | 'values'> {
  grids: GridChange[]
}

/** New rows are offered by the first empty one: whoever types ten writes into rows that the sheet did not show. */
const keyOf = (bind: CellBind): string => errorKey(bind.on === 'row' && isNewRow(bind.row ?? '') ? { ...bind, row: 'new:*' } : bind)

export function partsOf(form: Form, sheet: Sheet, save: Pick<FormSave, 'changes' | 'removed'>): SaveParts {
  refuseUnknown(sheet, save.changes)
  const grouped = groupChanges(save.changes)
  const grids = form.blocks.filter((block): block is GridBlock => block.kind === 'grid').map((grid): GridChange => ({
    grid,
    rows: grouped.rows.filter(row => row.block === grid.key), fresh: grouped.fresh.filter(row => row.block === grid.key),
    removed: [...new Set(save.removed?.filter(row => row.block === grid.key).map(row => row.row))],
  }))
  refuseRemoved(sheet, save.removed ?? [])
  return { record: grouped.record, values: grouped.values, grids: grids.filter(part => part.rows.length + part.fresh.length + part.removed.length > 0) }
}

function refuseUnknown(sheet: Sheet, changes: readonly CellChange[]): void {
  const offered = new Set(sheet.cells.flatMap(cell => (cell.bind ? [keyOf(cell.bind)] : [])))
  const shown = new Set(sheet.rows.map(row => row.row))
  const fields = Object.create(null) as FieldErrors
  for (const { bind } of changes) if (!offered.has(keyOf(bind))) fields[errorKey(bind)] = refusalOf(bind, shown)
  if (Object.keys(fields).length > 0) throw new AppError('invalid', { fields })
}

function refusalOf(bind: CellBind, shown: ReadonlySet<string | undefined>): Refusal {
  if (bind.on !== 'row') return { key: 'form.notHere' }
  if (isNewRow(bind.row ?? '')) return { key: 'form.noRowsHere' }
  return { key: shown.has(bind.row) ? 'form.notHere' : 'form.rowGone' }
}

/** Only rows that the form shows are taken away by it. */
function refuseRemoved(sheet: Sheet, removed: readonly { block: string; row: string }[]): void {
  const fields = Object.create(null) as FieldErrors
  for (const { block, row } of removed) {
    const there = sheet.bands.some(band => band.block === block && sheet.rows.slice(band.from, band.to).some(one => one.row === row && !isNewRow(row)))
    if (!there) fields[`row.${block}.${row}`] = { key: 'form.rowGone' }
  }
  if (Object.keys(fields).length > 0) throw new AppError('conflict', { key: 'form.rowGone', fields })
}

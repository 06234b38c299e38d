// Values that the business looks up beside the rows of an object: sales of a year, a trend.
import type { GridData, RowData } from '#core/form/data.ts'
import type { GridBlock, GridColumn } from '#core/form/form.ts'
import type { SheetLink } from '#core/form/sheet.ts'
import type { Scope } from './scope.ts'

export async function withLookups(scope: Scope, grid: GridBlock, data: GridData): Promise<GridData> {
  const { lookups } = scope.parts
  let { rows } = data
  for (const column of grid.columns) {
    const lookup = column.lookup !== undefined && Object.hasOwn(lookups, column.lookup) ? lookups[column.lookup] : undefined
    if (!lookup || rows.length === 0) continue
    const found = await lookup.run(scope.ask, rows)
    rows = rows.map(row => beside(row, column, found.get(row.id ?? '')))
  }
  return { ...data, rows }
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** What a person typed in the field of the row stands instead of what is looked up. */
function beside(row: RowData, { key, as }: GridColumn, found: { value: unknown; link?: SheetLink } | undefined): RowData {
  if (!found || row.masked?.includes(key) || (as === undefined && !isNothing(row.values[key]))) return row
  return { ...row, values: { ...row.values, [key]: found.value }, ...(found.link ? { links: { ...row.links, [key]: found.link } } : {}) }
}

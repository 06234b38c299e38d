// The heading of a group of rows.
import { kindOf } from '../field/kinds.ts'
import type { RowData } from './data.ts'
import type { GridBlock } from './form.ts'
import { rowObject } from './grid-columns.ts'
import type { Scene } from './scene.ts'
import { fieldMade } from './scene.ts'
import { plain } from './shown.ts'
import { fieldAt } from './spot.ts'

/** Printed as its own field prints it; a dash stands for rows without a value. */
export function groupLabel(scene: Scene, grid: GridBlock, row: RowData): string {
  const key = grid.groupBy!
  const value = row.values[key]
  if (plain(value) === '') return '—'
  const column = [...grid.columns, ...grid.spare ?? []].find(one => one.key === key)
  const field = column?.as ? fieldMade(scene, key, column.as, column.label) : fieldAt(scene.catalog, rowObject(scene.catalog, scene.form, grid), key).field
  return field && !row.masked?.includes(key) ? kindOf(field).format(value, field, scene.data.lang) : plain(value)
}

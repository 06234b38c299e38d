// Where the values of a column come from, in words. Pure.
import type { GridBlock, GridColumn } from '#core/form/form.ts'
import { columnAt } from '../field/path.ts'
import { rowObject } from './choices.ts'
import type { Design } from './design.ts'

export function columnWords({ said, form }: Pick<Design, 'said' | 'form'>, block: GridBlock, column: GridColumn): string {
  if (column.number) return said.t('design.column.number')
  const object = rowObject(said.catalog, form, block.source)
  if (!object || column.lookup) return said.t('design.column.report')
  return columnAt(said.catalog, object, column.key, said.lang)?.label ?? `${column.key} ${said.t('design.unknown')}`
}

// Tables of monthly sums: one row for each record and month in which something was counted.
import { seriesTable, snake } from '#core/object/series.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { indexShape } from './index-shape.ts'
import type { TableShape } from './shape.ts'

/** Own columns of the key come first; a measure is called as its key. */
export const measureColumnName = (key: string): string => snake(key)

export const seriesShapes = (object: ObjectDef): TableShape[] => (object.series ?? []).map(series => {
  const name = seriesTable(object, series)
  return {
    name, primaryKey: ['org', 'parent', 'month'],
    columns: [
      { name: 'org', type: 'integer', notNull: true }, { name: 'parent', type: 'uuid', notNull: true }, { name: 'month', type: 'integer', notNull: true },
      ...Object.keys(series.measures).map(key => ({ name: measureColumnName(key), type: 'bigint', notNull: true, default: '0' })),
    ],
    // A year of everybody is a part of the table; one customer's months are found by the primary key.
    indexes: [indexShape({ table: name, columns: ['org', 'month', 'parent'] })],
  }
})

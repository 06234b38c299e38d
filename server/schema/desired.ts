// All tables that the product wants: the fixed ones and one for each declared object.
import type pg from 'pg'
import type { ObjectDef } from '#core/object/object.ts'
import { fixedTables } from './fixed-tables.ts'
import { objectShape } from './object-shape.ts'
import { seriesShapes } from './series-shape.ts'
import type { TableShape } from './shape.ts'
import { tableSql } from './table-sql.ts'

export const desiredTables = (objects: readonly ObjectDef[]): TableShape[] => [...fixedTables, ...objects.map(objectShape), ...objects.flatMap(seriesShapes)]

/** For tests and throw-away databases: all tables straight from the declarations, without migrations. */
export async function prepareTestDatabase(pool: pg.Pool, objects: readonly ObjectDef[]): Promise<void> {
  await pool.query(desiredTables(objects).flatMap(tableSql).join(';\n'))
}

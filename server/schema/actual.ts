// The tables that the database really has, read from its own catalog.
import type { Tx } from '#server/database/transaction.ts'
import type { ColumnShape, TableShape } from './shape.ts'

interface ColumnRow {
  table: string
  name: string
  type: string
  not_null: boolean
  default: string | null
  collate_c: boolean
  identity: boolean
}

const COLUMNS = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
    pg_get_expr(d.adbin, d.adrelid) as default, coalesce(o.collname = 'C', false) as collate_c, a.attidentity <> '' as identity
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  left join pg_collation o on o.oid = a.attcollation
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
  order by c.relname, a.attnum`

const INDEXES = `
  select t.relname as table, i.relname as name, x.indisunique as unique, x.indisprimary as primary, pg_get_indexdef(x.indexrelid) as definition,
    array(select a.attname::text from unnest(x.indkey) with ordinality k(n, at)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by k.at) as columns
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  where t.relnamespace = current_schema()::regnamespace`

interface IndexRow {
  table: string
  name: string
  unique: boolean
  primary: boolean
  definition: string
  columns: string[]
}

function columnShape(row: ColumnRow): ColumnShape {
  return {
    name: row.name, type: row.type,
    ...(row.not_null ? { notNull: true } : {}),
    ...(row.default === null ? {} : { default: row.default }),
    ...(row.collate_c ? { collateC: true } : {}),
    ...(row.identity ? { identity: true } : {}),
  }
}

/** All tables of the current schema, those of other libraries too. */
export async function actualTables(tx: Tx): Promise<TableShape[]> {
  const { rows: columns } = await tx.query<ColumnRow>(COLUMNS)
  const { rows: indexes } = await tx.query<IndexRow>(INDEXES)
  const tables = new Map<string, TableShape>()
  for (const row of columns) {
    const table = tables.get(row.table) ?? { name: row.table, columns: [], primaryKey: [], indexes: [] }
    table.columns.push(columnShape(row))
    tables.set(row.table, table)
  }
  for (const row of indexes) {
    const table = tables.get(row.table)
    if (row.primary) table!.primaryKey = row.columns
    else table?.indexes.push({ name: row.name, definition: row.definition, unique: row.unique })
  }
  return [...tables.values()]
}

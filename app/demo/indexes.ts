// Indexes are taken down while millions of rows go in, and built once over all of them.
import { ident } from '#server/schema/ident.ts'
import type { Tx } from '#server/database/transaction.ts'

interface Index {
  table: string
  name: string
  /** A primary key is a constraint. */
  primary: boolean
  definition: string
}

const INDEXES = `
  select t.relname as table, i.relname as name, x.indisprimary as primary,
    case when x.indisprimary then pg_get_constraintdef(c.oid) else pg_get_indexdef(x.indexrelid) end as definition
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    left join pg_constraint c on c.conindid = x.indexrelid and c.contype = 'p'
  where t.relnamespace = current_schema()::regnamespace and t.relname = any($1)`

const drop = ({ table, name, primary }: Index): string => (primary ? `alter table ${ident(table)} drop constraint ${ident(name)}` : `drop index ${ident(name)}`)
const make = ({ table, name, primary, definition }: Index): string => (primary ? `alter table ${ident(table)} add constraint ${ident(name)} ${definition}` : definition)

/** Inside the transaction: whoever looks meanwhile waits, and a failure leaves everything as it was. */
export async function withoutIndexes(tx: Tx, tables: readonly string[], fill: () => Promise<void>, say: (text: string) => void): Promise<void> {
  const { rows } = await tx.query<Index>(INDEXES, [tables])
  await tx.query("set local maintenance_work_mem = '256MB'")
  for (const index of rows) await tx.query(drop(index))
  await fill()
  for (const table of tables) {
    for (const index of rows.filter(one => one.table === table)) await tx.query(make(index))
    say(`${table}: indexed`)
  }
}

// How many rows: exact up to a cap, an estimate only where it cannot tell anything that is hidden.
import type { Reader } from '#server/database/transaction.ts'
import { literal } from '#server/schema/ident.ts'
import type { Rows } from './rows.ts'
import { fromSql } from './source.ts'

const COUNT_CAP = 100_000

export interface Total {
  total: number | null
  exact: boolean
}

export async function countRows(reader: Reader, rows: Rows): Promise<Total> {
  const { params } = rows.ask
  if (rows.everything) {
    const table = literal(`"${rows.source.object.table.replaceAll('"', '""')}"`)
    const found = await params.run<{ about: number }>(reader, `select reltuples::float8 as about from pg_class where oid = to_regclass(${table})`)
    const about = Math.round(found.rows[0]?.about ?? 0)
    if (about > COUNT_CAP) return { total: about, exact: false }
  }
  // Parts are counted one after the other until the cap is met.
  const parts = (rows.countParts ?? [rows.where]).map(where => `select from ${fromSql(rows.source)} where ${where}`)
  const { rows: [row] } = await params.run<{ count: number }>(reader,
    `select count(*)::int as count from (${parts.join(' union all ')} limit ${COUNT_CAP + 1}) capped`)
  const count = row!.count
  return count > COUNT_CAP ? { total: COUNT_CAP, exact: false } : { total: count, exact: true }
}

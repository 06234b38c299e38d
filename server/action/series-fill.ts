// A database of an earlier release has no monthly sums yet, nor the sums that they are made of. At the start notes go into the
// outbox, and the job that derives what is left over (catch-up.ts) fills everything in small steps while people work.
import { newId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { derivedFrom } from '#core/object/derived-from.ts'
import { seriesTable } from '#core/object/series.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Tx } from '#server/database/transaction.ts'
import { ident } from '#server/schema/ident.ts'
import type { Env } from './context.ts'
import type { SeriesGroup } from './depends.ts'
import { seriesGroups } from './depends.ts'
import { isDerived } from './fields.ts'

/** Two processes that start at once: one writes the notes. */
const LOCK = "select pg_advisory_xact_lock(hashtextextended('guanxi:series', 0))"

/** Answers the objects whose records will be worked through. */
export function fillSeries(env: Env, { org }: Pick<Actor, 'org'>): Promise<string[]> {
  const catalog = env.catalog.current()
  return transaction(env.pool, async tx => {
    await tx.query(LOCK)
    const noted: string[] = []
    for (const group of seriesGroups(catalog)) if (await isMissing(tx, org, group)) noted.push(...madeOf(catalog, group))
    for (const object of new Set(noted)) {
      await tx.query(`insert into outbox (org, id, kind, payload, xid) values ($1, $2, 'recompute', $3, pg_current_xact_id()::text::bigint)`,
        [org, newId(), JSON.stringify({ object })])
    }
    return [...new Set(noted)]
  })
}

async function isMissing(tx: Tx, org: number, { parent, child, series }: SeriesGroup): Promise<boolean> {
  const { rows: [row] } = await tx.query<{ missing: boolean }>(
    `select exists (select from ${ident(child.table)} where org = $1 and deleted_at is null)
       and not exists (select from ${ident(seriesTable(parent, series))} where org = $1)
       and not exists (select from outbox where org = $1 and kind = 'recompute' and done_at is null and payload ->> 'object' = $2) as missing`, [org, parent.name])
  return row!.missing
}

/** What the months are made of comes first: lines, then orders, then customers. */
function madeOf(catalog: Catalog, { parent, child, series }: SeriesGroup): string[] {
  const fields = Object.values(series.measures).flatMap(measure => (measure.field === undefined ? [] : [child.fields[measure.field]!]))
  const below = fields.flatMap(field => derivedFrom(catalog, child, field).filter(place => isDerived(place.field)).map(place => place.object.name)).filter(name => name !== child.name && name !== parent.name)
  return [...new Set(below)].reverse().concat(child.name, parent.name)
}

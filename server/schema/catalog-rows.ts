// Rows of objects and fields that were added or changed at run time. The actions of the catalog write
// them; each change raises the version, so that all processes and browsers notice.
import type { CustomRows } from '#core/object/build-catalog.ts'
import type { Reader, Tx } from '#server/database/transaction.ts'

export async function catalogVersion(reader: Reader, org: number): Promise<number> {
  const { rows } = await reader.query<{ version: string }>('select version from catalog_version where org = $1', [org])
  return Number(rows[0]?.version ?? 0)
}

export async function loadCustom(reader: Reader, org: number): Promise<CustomRows> {
  // The version first: rows read after it are at least as new, never older.
  const version = await catalogVersion(reader, org)
  const objects = await reader.query<CustomRows['objects'][number]>(
    'select name, definition, position from catalog_object where org = $1 order by position, name', [org])
  const fields = await reader.query<CustomRows['fields'][number]>(
    'select object, key, definition, position from catalog_field where org = $1 order by object, position, key', [org])
  return { version, objects: objects.rows, fields: fields.rows }
}

export async function saveObjectRow(tx: Tx, org: number, row: CustomRows['objects'][number]): Promise<void> {
  await tx.query(`insert into catalog_object (org, name, definition, position) values ($1, $2, $3, $4)
    on conflict (org, name) do update set definition = excluded.definition, position = excluded.position, at = now()`,
  [org, row.name, JSON.stringify(row.definition), row.position])
}

export async function saveFieldRow(tx: Tx, org: number, row: CustomRows['fields'][number]): Promise<void> {
  await tx.query(`insert into catalog_field (org, object, key, definition, position) values ($1, $2, $3, $4, $5)
    on conflict (org, object, key) do update set definition = excluded.definition, position = excluded.position, at = now()`,
  [org, row.object, row.key, JSON.stringify(row.definition), row.position])
}

/**
 * To be called first in a transaction that changes the catalog: the row lock lets one change pass at a time.
 * The notification is a hint; whoever misses it sees the version at the next look.
 */
export async function raiseCatalogVersion(tx: Tx, org: number): Promise<number> {
  const { rows } = await tx.query<{ version: string }>(`insert into catalog_version (org, version) values ($1, 1)
    on conflict (org) do update set version = catalog_version.version + 1 returning version`, [org])
  const version = Number(rows[0]!.version)
  await tx.query("select pg_notify('guanxi_catalog', $1)", [String(version)])
  return version
}

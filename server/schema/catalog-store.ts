// The catalog of this process: built from declarations and rows, rebuilt when the version in the database moves.
import type pg from 'pg'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { read } from '#server/database/transaction.ts'
import { catalogVersion, loadCustom } from './catalog-rows.ts'

export interface CatalogStore {
  current(): Catalog
  /** Reads the rows anew; call it after a change of one's own has been committed. */
  reload(): Promise<Catalog>
  /** Reloads only when the version has moved: for the hint of NOTIFY and for the clock. */
  refresh(): Promise<Catalog>
  onChange(listener: (catalog: Catalog) => void): () => void
  /** Stops looking. */
  close(): void
}

interface CatalogStoreOptions {
  org?: number
  /** Milliseconds between looks at the version; 0: never by itself. */
  every?: number
  warn?: (message: string) => void
}

export async function openCatalog(pool: pg.Pool, declared: readonly ObjectDef[], options: CatalogStoreOptions = {}): Promise<CatalogStore> {
  const org = options.org ?? 1
  const listeners = new Set<(catalog: Catalog) => void>()
  const load = async (): Promise<Catalog> => buildCatalog(declared, await read(pool, reader => loadCustom(reader, org)))
  let catalog = await load()

  async function reload(): Promise<Catalog> {
    const next = await load()
    // Two reloads may overtake each other: the newer version stays.
    if (next.version < catalog.version) return catalog
    const moved = next.version > catalog.version
    catalog = next
    if (moved) for (const listener of listeners) listener(catalog)
    return catalog
  }
  async function refresh(): Promise<Catalog> {
    const version = await read(pool, reader => catalogVersion(reader, org))
    return version === catalog.version ? catalog : reload()
  }

  // A catalog that cannot be read or built leaves the one that works in place; the next look tries again.
  const look = (): void => void refresh().catch((fault: unknown) => options.warn?.(`the catalog could not be reloaded: ${String(fault)}`))
  const every = options.every ?? 1000
  const timer = every > 0 ? setInterval(look, every).unref() : undefined
  return {
    current: () => catalog, reload, refresh,
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => clearInterval(timer),
  }
}

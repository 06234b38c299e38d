// All rows of a query, page by page, for exports and jobs. Give it a reader from `read`: then every page
// sees the same moment, and the memory it takes is that of one page.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Query } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { rawPage } from './page.ts'
import { checkedQuery } from './rows.ts'
import { renameRow } from './wire.ts'

export async function* streamRows(reader: Reader, catalog: Catalog, actor: Actor, query: Query, size = 2000): AsyncGenerator<Record<string, unknown>[], void, void> {
  const asked: Query = { ...checkedQuery(query), size, total: 'none' }
  for (let after = asked.after; ; ) {
    const page = await rawPage(reader, catalog, actor, { ...asked, after, ...(after === asked.after ? {} : { skip: 0 }) })
    const rows = (JSON.parse(page.rows) as Record<string, unknown>[]).map(row => renameRow(page.wire, row))
    if (rows.length > 0) yield rows
    if (page.next === null) return
    after = page.next
  }
}

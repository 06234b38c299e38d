// What somebody saw when he decided, as one hash: every value that people fill in and that he may see, with the lines and the
// records that belong to the case. Sums and formulas follow from those; values hidden from him leave no trace in it.
import { createHash } from 'node:crypto'
import type { Flow } from '#core/flow/flow.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import { isDerived } from '#server/action/fields.ts'
import { stable } from '#server/action/perform.ts'
import { getRecord } from '#server/record/get-record.ts'
import { runQuery } from '#server/record/page.ts'
import { visibleRight } from '#server/record/right.ts'
import type { RunRow } from '#server/schema/flow-rows.ts'
import type { Asking } from './asking.ts'
import { coversOf } from './covers.ts'

/** Rows of a covered object; a case has a few. */
const MOST = 500

const filledKeys = (catalog: Catalog, actor: Actor, object: ObjectDef): string[] => Object.values(object.fields)
  .filter(field => !field.system && !field.retired && !isDerived(field) && visibleRight(catalog, actor, object, field) !== 'hidden').map(field => field.key)

/** Titles of links and versions of lines change without anybody touching what is signed. */
const CARRIED = new Set(['version', '_masked', '_can'])

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value)
  if (keys.length === 2 && 'id' in value && 'label' in value) return value.id
  return Object.fromEntries(Object.entries(value).filter(([key]) => !CARRIED.has(key)).map(([key, part]) => [key, plain(part)]))
}

/** Throws not_found where the person may not see the record. */
export async function contentHash({ reader, catalog }: Asking, actor: Actor, flow: Flow, run: Pick<RunRow, 'object' | 'record'>): Promise<string> {
  const record = await getRecord(reader, catalog, actor, run.object, run.record, { columns: filledKeys(catalog, actor, objectOf(catalog, run.object)) })
  const parts: unknown[] = [plain(record)]
  for (const { object, field } of coversOf(catalog, flow, run.object)) {
    if (rightsOf(actor, object).read.length === 0) continue
    const { rows } = await runQuery(reader, catalog, actor, {
      object: object.name, columns: filledKeys(catalog, actor, object).filter(key => object.fields[key]!.kind !== 'lines'), filter: { field, op: 'eq', value: run.record }, size: MOST,
    })
    parts.push(rows.map(plain).sort((a, b) => (String((a as { id: unknown }).id) < String((b as { id: unknown }).id) ? -1 : 1)))
  }
  return createHash('sha256').update(stable(parts)).digest('hex')
}

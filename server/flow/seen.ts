// What somebody saw when he decided, as one hash: every value that people fill in and that he may see, with the lines and the
// records that belong to the case. Sums and formulas follow from those; values hidden from him leave no trace in it.
import { createHash } from 'node:crypto'
import type { Field } from '#core/field/field.ts'
import type { Flow } from '#core/flow/flow.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Ctx } from '#server/action/context.ts'
import { isDerived, ownFields } from '#server/action/fields.ts'
import type { Values } from '#server/action/fields.ts'
import { linesFields, linesOfRecord } from '#server/action/lines.ts'
import { stable } from '#server/action/perform.ts'
import { loadRows } from '#server/action/rows.ts'
import { visibleRight } from '#server/record/right.ts'
import { visibleIds } from '#server/record/visible.ts'
import type { RunRow } from '#server/schema/flow-rows.ts'
import type { Asking } from './asking.ts'
import { coversOf } from './covers.ts'

const MASKED = '*'

/** Fields that people fill in, of those that this person may see; masked ones with the mask alone. */
function seenFields(catalog: Catalog, actor: Actor, object: ObjectDef): { open: Field[]; masked: string[] } {
  const filled = ownFields(object).filter(field => !isDerived(field)).map(field => ({ field, right: visibleRight(catalog, actor, object, field) }))
  return { open: filled.filter(({ right }) => right === 'read' || right === 'write').map(one => one.field), masked: filled.filter(({ right }) => right === 'masked').map(one => one.field.key) }
}

/** Only the transaction and whose it is are asked of the context here. */
const rowsIn = ({ reader, org, catalog }: Asking): Ctx => ({ tx: reader, org, catalog }) as Ctx

async function valuesOf(asking: Asking, actor: Actor, object: ObjectDef, ids: readonly string[]): Promise<[string, Values][]> {
  const { open, masked } = seenFields(asking.catalog, actor, object)
  const rows = await loadRows(rowsIn(asking), object, ids, open)
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(row => {
    const { _: _one, ...values } = row.values
    return [row.id, { ...values, ...Object.fromEntries(masked.map(key => [key, MASKED])) }]
  })
}

/** Throws not_found where the person may not see the record. */
export async function contentHash(asking: Asking, actor: Actor, flow: Flow, run: Pick<RunRow, 'object' | 'record'>): Promise<string> {
  const { reader, catalog } = asking
  const object = objectOf(catalog, run.object)
  if (!(await visibleIds(reader, catalog, actor, object, [run.record], 'read')).has(run.record)) throw new AppError('not_found', { key: 'record.unknown' })
  const parts: unknown[] = [await valuesOf(asking, actor, object, [run.record])]
  for (const field of linesFields(object)) {
    if (!['read', 'write'].includes(visibleRight(catalog, actor, object, field))) continue
    const child = objectOf(catalog, field.of)
    parts.push(await valuesOf(asking, actor, child, await linesOfRecord(rowsIn(asking), child, field.by, run.record)))
  }
  for (const { object: covered, field } of coversOf(catalog, flow, run.object)) {
    const ids = await linesOfRecord(rowsIn(asking), covered, field, run.record)
    parts.push(await valuesOf(asking, actor, covered, [...await visibleIds(reader, catalog, actor, covered, ids, 'read')]))
  }
  return createHash('sha256').update(stable(parts)).digest('hex')
}

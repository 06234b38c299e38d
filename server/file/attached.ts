// Where a file is attached: asked of the records themselves, so a right that ends there ends here at once.
import { columnName } from '#core/field/kinds.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Reader } from '#server/database/transaction.ts'
import { ident, literal } from '#server/schema/ident.ts'

export interface Place {
  object: string
  field: string
  record: string
}

/** Records (not in the bin) whose attachment fields hold the file; array indexes answer it. */
export async function attachedAt(reader: Reader, catalog: Catalog, org: number, file: string): Promise<Place[]> {
  const parts = [...catalog.objects.values()].flatMap(object => Object.values(object.fields)
    .filter(field => field.kind === 'attachment' && !field.retired)
    .map(field => `select ${literal(object.name)} as object, ${literal(field.key)} as field, id as record from ${ident(object.table)}
      where org = $1 and deleted_at is null and ${ident(columnName(field))} @> array[$2::uuid]`))
  if (parts.length === 0) return []
  const { rows } = await reader.query<Place>(parts.join('\nunion all\n'), [org, file])
  return rows
}

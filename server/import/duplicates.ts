// Groups of records in the base that may be one: what the merge page offers, among what the person may see.
import type { DuplicateReason, NamedRow, NearDuplicate } from '#core/lib/near-duplicates.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Filter } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { streamRows } from '#server/record/stream.ts'
import { compareNames, MOST_NAMES } from './compare-names.ts'
import { nameFields } from './near.ts'

const MOST_GROUPS = 200
const MOST_IN_GROUP = 20

export interface DuplicateGroup {
  records: { id: string; label: string }[]
  /** Of the most alike pair. */
  reason: DuplicateReason
  score: number
}

export interface DuplicateAnswer {
  groups: DuplicateGroup[]
  /** Not all records were compared, or there are more groups. */
  more: boolean
}

export async function duplicateGroups(reader: Reader, catalog: Catalog, actor: Actor, name: string, filter?: Filter): Promise<DuplicateAnswer> {
  const object = objectOf(catalog, name)
  const fields = nameFields(actor, object)
  if (!fields) throw new AppError('invalid', { key: 'field.notHere' })
  const rows: NamedRow[] = []
  const columns = [fields.title.key, ...(fields.phone ? [fields.phone.key] : [])]
  for await (const page of streamRows(reader, catalog, actor, { object: name, columns, sort: [{ field: 'updatedAt', dir: 'desc' }], ...(filter ? { filter } : {}) })) {
    for (const row of page) {
      const label = row[fields.title.key]
      if (typeof label === 'string') rows.push({ id: String(row.id), name: label, phone: fields.phone ? (row[fields.phone.key] as string | null) : null })
    }
    if (rows.length >= MOST_NAMES) break
  }
  const pairs = await compareNames(rows.slice(0, MOST_NAMES)) ?? []
  const groups = groupsOf(pairs, new Map(rows.map(row => [row.id, row.name])))
  return { groups: groups.slice(0, MOST_GROUPS), more: groups.length > MOST_GROUPS || rows.length > MOST_NAMES }
}

/** Pairs that share a record are one group, best pairs first. */
function groupsOf(pairs: NearDuplicate[], labels: Map<string, string>): DuplicateGroup[] {
  const groupOf = new Map<string, { ids: Set<string>; reason: DuplicateReason; score: number }>()
  for (const { a, b, reason, score } of pairs) {
    const [left, right] = [groupOf.get(a), groupOf.get(b)]
    if (left && right && left !== right) {
      if (left.ids.size + right.ids.size > MOST_IN_GROUP) continue
      for (const id of right.ids) {
        left.ids.add(id)
        groupOf.set(id, left)
      }
      continue
    }
    const group = left ?? right ?? { ids: new Set<string>(), reason, score }
    if (group.ids.size >= MOST_IN_GROUP) continue
    for (const id of [a, b]) {
      group.ids.add(id)
      groupOf.set(id, group)
    }
  }
  return [...new Set(groupOf.values())].map(({ ids, reason, score }) => ({ records: [...ids].map(id => ({ id, label: labels.get(id) ?? '' })), reason, score }))
}

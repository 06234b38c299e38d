// The history of one record for people: who changed which field from what to what, in so far as the reader may see the field.
import { columnName, kindOf } from '#core/field/kinds.ts'
import type { Field } from '#core/field/field.ts'
import { AppError } from '#core/lib/error.ts'
import type { Text } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Reader } from '#server/database/transaction.ts'
import { MASK } from '#server/record/label.ts'
import { visibleRight } from '#server/record/right.ts'
import { visibleIds } from '#server/record/visible.ts'
import { ident } from '#server/schema/ident.ts'
import { columnsOf } from './fields.ts'

export interface HistoryEntry {
  id: string
  at: string
  actor: { id: string | null; label: string }
  via: string
  action: string
  label: Text | null
  batch: string
  version: number
  /** 'created', 'deleted', 'restored' or 'changed'. */
  what: 'created' | 'deleted' | 'restored' | 'changed'
  fields: { field: string; before: unknown; after: unknown; masked?: true }[]
}

interface Row extends Omit<HistoryEntry, 'actor' | 'what' | 'fields'> {
  actor: string | null
  name: string | null
  created: boolean
  bin: boolean | null
  before: Record<string, unknown>
  after: Record<string, unknown>
}

export interface HistoryPage {
  entries: HistoryEntry[]
  /** `before` of the next page; null at the end. */
  next: string | null
}

/** Newest first. A record in the bin shows its history to those who see it there. */
export async function readHistory(reader: Reader, catalog: Catalog, actor: Actor, name: string, id: string, page: { before?: string; size?: number } = {}): Promise<HistoryPage> {
  const object = objectOf(catalog, name)
  const seen = [...await visibleIds(reader, catalog, actor, object, [id], 'read'), ...await visibleIds(reader, catalog, actor, object, [id], 'read', { bin: true })]
  if (seen.length === 0) throw new AppError('not_found', { key: 'record.unknown' })
  const fields = Object.values(object.fields).filter(field => !field.system && columnsOf(field).length > 0)
  const rights = new Map(fields.map(field => [field.key, visibleRight(catalog, actor, object, field)]))
  const shown = fields.filter(field => rights.get(field.key) !== 'hidden')
  const size = Math.min(page.size ?? 50, 200)
  const table = ident(object.table)
  // Read through the very expressions that lists use, so that numbers keep their digits and addresses are whole.
  const side = (which: string, alias: string): string => `(select jsonb_strip_nulls(to_jsonb(x)) from (select ${shown.map(field => `${touched(field, which)} as ${ident(field.key)}`).join(', ')}) x) as ${alias}`
  const touched = (field: Field, which: string): string => `case when ${columnsOf(field).map(column => `coalesce(h.before, h.after) ? '${column.name}' or h.after ? '${column.name}'`).join(' or ')}
    then jsonb_build_object('v', ${kindOf(field).read(suffix => `${which}.${ident(columnName(field, suffix))}`, field)}) end`
  const { rows } = await reader.query<Row>(
    `select h.id::text, h.at, h.actor, b.actor_name as name, h.via, h.action, b.label, h.batch, h.version, h.before is null as created,
       case when h.after ? 'deleted_at' and h.before is not null then h.after ->> 'deleted_at' is not null end as bin, ${side('p', 'before')}, ${side('n', 'after')}
     from (select * from history where org = $1 and object = $2 and record = $3 and ($4::bigint is null or id < $4::bigint) order by id desc limit ${size + 1}) h
     left join action_batch b on b.org = h.org and b.id = h.batch
     cross join lateral jsonb_populate_record(null::${table}, coalesce(h.before, '{}')) p
     cross join lateral jsonb_populate_record(null::${table}, coalesce(h.after, '{}')) n order by h.id desc`,
    [actor.org, object.name, id, page.before ?? null])
  const entries = rows.slice(0, size).map(row => entryOf(row, shown, rights))
  return { entries, next: rows.length > size ? entries.at(-1)!.id : null }
}

function entryOf(row: Row, shown: Field[], rights: Map<string, string>): HistoryEntry {
  const fields = shown.filter(field => row.before[field.key] !== undefined || row.after[field.key] !== undefined).map(field => {
    if (rights.get(field.key) === 'masked') return { field: field.key, before: MASK, after: MASK, masked: true as const }
    return { field: field.key, before: valueOf(row.before[field.key]), after: valueOf(row.after[field.key]) }
  })
  const what = row.created ? 'created' : row.bin === null ? 'changed' : row.bin ? 'deleted' : 'restored'
  return {
    id: row.id, at: row.at, actor: { id: row.actor, label: row.name ?? '' }, via: row.via, action: row.action, label: row.label,
    batch: row.batch, version: row.version, what, fields,
  }
}

const valueOf = (wrapped: unknown): unknown =>
  (typeof wrapped === 'object' && wrapped !== null && 'v' in wrapped ? wrapped.v : null)

// Who changed what of a record, field by field: only fields that the reader may read, links with their names.
import type { Field } from '#core/field/field.ts'
import { columnName, kindOf } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import type { Text } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Reader } from '#server/database/transaction.ts'
import { getRecord } from './get-record.ts'
import { linkSql, linksSql, MASK } from './label.ts'
import { rightTo } from './right.ts'
import { newAsk } from './ask.ts'

const PAGE = 50

type Image = Record<string, unknown> | null

interface Row {
  id: string
  at: string
  actor: string | null
  name: string | null
  via: string
  batch: string
  label: Text | null
  undone: boolean
  before: Image
  after: Image
}

export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

export interface HistoryEntry {
  id: string
  at: string
  actor: { id: string; label: string } | null
  via: string
  batch: string
  label: Text | null
  undone: boolean
  kind: 'created' | 'changed' | 'deleted' | 'restored'
  changes: FieldChange[]
}

export interface History {
  entries: HistoryEntry[]
  /** Give it as `before` for older entries; null at the end. */
  next: string | null
}

/** Also for records in the bin, to those who may see them there. */
export async function historyOf(reader: Reader, catalog: Catalog, actor: Actor, object: string, id: string, before?: string): Promise<History> {
  await seen(reader, catalog, actor, object, id)
  if (before !== undefined && !/^\d{1,18}$/.test(before)) throw new AppError('invalid', { key: 'query.cursor' })
  const { rows } = await reader.query<Row>(
    `select h.id, h.at, h.actor, b.actor_name as name, h.via, h.batch, b.label, b.undone_by is not null as undone, h.before, h.after
     from history h left join action_batch b on b.org = h.org and b.id = h.batch
     where h.org = $1 and h.object = $2 and h.record = $3 and ($4::bigint is null or h.id < $4) order by h.id desc limit $5`,
    [actor.org, object, id, before ?? null, PAGE + 1])
  const page = rows.slice(0, PAGE)
  const entries = page.map(row => entryOf(catalog, actor, object, row))
  await nameLinks(reader, catalog, actor, object, entries)
  return { entries: entries.filter(entry => entry.kind !== 'changed' || entry.changes.length > 0), next: rows.length > PAGE ? page.at(-1)!.id : null }
}

async function seen(reader: Reader, catalog: Catalog, actor: Actor, object: string, id: string): Promise<void> {
  try {
    await getRecord(reader, catalog, actor, object, id, { columns: [] })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error
    await getRecord(reader, catalog, actor, object, id, { columns: [], bin: true })
  }
}

function kindOfEntry(row: Row): HistoryEntry['kind'] {
  if (row.before === null) return 'created'
  const gone = row.after?.['deleted_at'] ?? null
  if (row.after && 'deleted_at' in row.after) return gone === null ? 'restored' : 'deleted'
  return 'changed'
}

function entryOf(catalog: Catalog, actor: Actor, name: string, row: Row): HistoryEntry {
  const object = objectOf(catalog, name)
  const ask = newAsk(catalog, actor)
  const changes = Object.values(object.fields).flatMap((field): FieldChange[] => {
    const column = columnName(field)
    const right = rightTo(ask, object, field)
    if (field.system || right === 'hidden' || !(Object.hasOwn(row.after ?? {}, column) || Object.hasOwn(row.before ?? {}, column))) return []
    if (right === 'masked') return [{ field: field.key, before: MASK, after: MASK }]
    return [{ field: field.key, before: wire(field, row.before?.[column]), after: wire(field, row.after?.[column]) }]
  })
  const { id, at, via, batch, label, undone } = row
  return { id, at, via, batch, label, undone, kind: kindOfEntry(row), changes, actor: row.actor ? { id: row.actor, label: row.name ?? '' } : null }
}

/** History keeps columns; numbers go out as they do elsewhere, an address as its line. */
function wire(field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return null
  const numeric = kindOf(field).columns(field)[0]?.type === 'numeric'
  return numeric ? String(value) : value
}

/** One statement for each reference field that occurs. */
async function nameLinks(reader: Reader, catalog: Catalog, actor: Actor, name: string, entries: HistoryEntry[]): Promise<void> {
  const object = objectOf(catalog, name)
  for (const [key, changes] of Map.groupBy(entries.flatMap(entry => entry.changes), change => change.field)) {
    const field = object.fields[key]!
    const target = kindOf(field).target?.(field)
    if (!target) continue
    const values = changes.flatMap(change => [change.before, change.after]).filter(value => value !== null && value !== MASK)
    const ask = newAsk(catalog, actor)
    const given = ask.params.bind(JSON.stringify(values), 'jsonb')
    const id = target.many ? `array(select jsonb_array_elements_text(v.value))::uuid[]` : `(v.value #>> '{}')::uuid`
    const { rows } = await ask.params.run<{ link: unknown }>(reader,
      `select ${target.many ? linksSql(ask, field, 'x.ids') : linkSql(ask, field, 'x.ids')} as link
       from jsonb_array_elements(${given}) with ordinality v(value, n) cross join lateral (select ${id} as ids) x order by v.n`)
    let next = 0
    const named = (value: unknown): unknown => (value === null || value === MASK ? value : rows[next++]?.link)
    for (const change of changes) {
      change.before = named(change.before)
      change.after = named(change.after)
    }
  }
}

// Who changed what of a record, field by field: only fields that the reader may read, links with their names.
import type { Field } from '#core/field/field.ts'
import { columnName, kindOf } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { Text } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Reader } from '#server/database/transaction.ts'
import { ident, literal } from '#server/schema/ident.ts'
import { newAsk } from './ask.ts'
import { linkSql, linksSql, MASK } from './label.ts'
import { visibleRight } from './right.ts'
import { visibleIds } from './visible.ts'

const PAGE = 50

type Image = Record<string, { v?: unknown } | undefined>

interface Row {
  id: string
  at: string
  actor: string | null
  name: string | null
  via: string
  batch: string
  label: Text | null
  undone: boolean
  created: boolean
  /** Whether the record went to the bin or came back; null when neither. */
  bin: boolean | null
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

/** Newest first. A record in the bin shows its history to those who see it there. */
export async function historyOf(reader: Reader, catalog: Catalog, actor: Actor, name: string, id: string, before?: string): Promise<History> {
  const object = objectOf(catalog, name)
  if (before !== undefined && !/^\d{1,18}$/.test(before)) throw new AppError('invalid', { key: 'query.cursor' })
  if (!isId(id)) throw new AppError('not_found', { key: 'record.unknown' })
  const living = await visibleIds(reader, catalog, actor, object, [id], 'read')
  const seen = living.size > 0 || (await visibleIds(reader, catalog, actor, object, [id], 'read', { bin: true })).size > 0
  if (!seen) throw new AppError('not_found', { key: 'record.unknown' })
  const shown = Object.values(object.fields).filter(field => !field.system && kindOf(field).columns(field).length > 0 && visibleRight(catalog, actor, object, field) !== 'hidden')
  const { rows } = await reader.query<Row>(historySql(object, shown), [actor.org, object.name, id, before ?? null])
  const page = rows.slice(0, PAGE)
  const entries = page.map(row => entryOf(row, shown, field => visibleRight(catalog, actor, object, field) === 'masked'))
  await nameLinks(reader, catalog, actor, name, entries)
  return { entries: entries.filter(entry => entry.kind !== 'changed' || entry.changes.length > 0), next: rows.length > PAGE ? page.at(-1)!.id : null }
}

/** Values are read through the very expressions that lists use, so that numbers keep their digits and addresses are whole. */
function historySql(object: ObjectDef, shown: Field[]): string {
  const touched = (field: Field, image: string): string => {
    const names = kindOf(field).columns(field).map(column => literal(columnName(field, column.suffix)))
    return `case when ${names.map(name => `h.before ? ${name} or h.after ? ${name}`).join(' or ')}
      then jsonb_build_object('v', ${kindOf(field).read(suffix => `${image}.${ident(columnName(field, suffix))}`, field)}) end as ${ident(field.key)}`
  }
  const side = (image: string): string => `(select jsonb_strip_nulls(to_jsonb(x)) from (select ${shown.map(field => touched(field, image)).join(', ')}) x)`
  const table = ident(object.table)
  return `select h.id::text, h.at, h.actor, b.actor_name as name, h.via, h.batch, b.label, b.undone_by is not null as undone, h.before is null as created,
      case when h.after ? 'deleted_at' and h.before is not null then h.after ->> 'deleted_at' is not null end as bin, ${side('p')} as before, ${side('n')} as after
    from (select * from history where org = $1 and object = $2 and record = $3 and ($4::bigint is null or id < $4) order by id desc limit ${PAGE + 1}) h
    left join action_batch b on b.org = h.org and b.id = h.batch
    cross join lateral jsonb_populate_record(null::${table}, coalesce(h.before, '{}')) p
    cross join lateral jsonb_populate_record(null::${table}, coalesce(h.after, '{}')) n order by h.id desc`
}

function entryOf(row: Row, shown: Field[], masked: (field: Field) => boolean): HistoryEntry {
  const changes = shown.filter(({ key }) => row.before[key] !== undefined || row.after[key] !== undefined).map((field): FieldChange => (masked(field)
    ? { field: field.key, before: MASK, after: MASK }
    : { field: field.key, before: row.before[field.key]?.v ?? null, after: row.after[field.key]?.v ?? null }))
  const { id, at, via, batch, label, undone } = row
  const kind = row.created ? 'created' : row.bin === null ? 'changed' : row.bin ? 'deleted' : 'restored'
  return { id, at, via, batch, label, undone, kind, changes, actor: row.actor ? { id: row.actor, label: row.name ?? '' } : null }
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

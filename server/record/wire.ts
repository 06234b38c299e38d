// The columns of an answer: each path as its wire value, links with labels, masks as a constant.
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import { column } from './column.ts'
import type { ColumnRef } from './column.ts'
import { linksSql, MASK, titleSql } from './label.ts'
import { rightTo } from './right.ts'
import { hop } from './source.ts'
import type { Ask, Source } from './source.ts'

interface WireColumn {
  path: string
  /** Name in the statement: PostgreSQL cuts names at 63 bytes. */
  name: string
  sql: string
}

export interface Wire {
  columns: WireColumn[]
  masked: string[]
  /** True when some name in the statement is not the path. */
  renamed: boolean
}

const LONGEST = 63

/** Own columns named so would hide the two that every row has. */
const TAKEN = new Set(['id', 'version', '_masked', '_can'])

export function wireColumns(source: Source, paths: readonly string[]): Wire {
  const refs = [...new Set(paths)].filter(path => !TAKEN.has(path)).map(path => column(source, path))
  const columns = refs.map((ref, index) => ({
    path: ref.path, sql: wireSql(ref),
    name: Buffer.byteLength(ref.path) <= LONGEST ? ref.path : `~${index}`,
  }))
  return { columns, masked: refs.filter(ref => ref.masked).map(ref => ref.path), renamed: columns.some(one => one.name !== one.path) }
}

/** Null and filled look alike behind a mask. */
function wireSql(ref: ColumnRef): string {
  if (ref.masked) return `'${MASK}'::text`
  const target = ref.part === '' ? kindOf(ref.field).target?.(ref.field) : undefined
  if (!target) return ref.read()
  if (target.many) return linksSql(ref.source.ask, ref.field, ref.value)
  if (ref.field.key === 'id') return ref.value
  return `case when ${ref.value} is null then null else json_build_object('id', ${ref.value}, 'label', coalesce(${titleSql(hop(ref.source, ref.field))}, '')) end`
}

/** The select list of one record. */
export function wireList(source: Source, wire: Wire, further: string[] = []): string {
  return [
    `${source.alias}.id as "id"`, `${source.alias}.version as "version"`,
    ...wire.columns.map(one => `${one.sql} as ${ident(one.name)}`),
    ...(wire.masked.length > 0 ? [`${source.ask.params.bind(JSON.stringify(wire.masked), 'jsonb')} as "_masked"`] : []),
    ...further,
  ].join(', ')
}

/** Gives long paths their names back. */
export function renameRow(wire: Wire, row: Record<string, unknown>): Record<string, unknown> {
  if (!wire.renamed) return row
  const names = new Map(wire.columns.map(one => [one.name, one.path]))
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [names.get(name) ?? name, value]))
}

/** All that the reader may see, masked ones too. */
export const visibleFields = (ask: Ask, object: ObjectDef): Field[] =>
  Object.values(object.fields).filter(field => !field.retired && rightTo(ask, object, field) !== 'hidden')

// Lines that are saved inside their parent: given ones are created or changed, those no longer given go to the bin with it.
import type { Field, FieldOf } from '#core/field/field.ts'
import { columnName, isKind } from '#core/field/kinds.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { isId } from '#core/lib/id.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import type { Draft } from './draft.ts'
import { newDraft, refuse } from './draft.ts'

export type LinesField = Field & FieldOf<'lines'>

export const linesFields = (object: ObjectDef): LinesField[] =>
  Object.values(object.fields).filter(field => !field.retired).filter(field => isKind(field, 'lines'))

/** Makes the drafts of all lines of one field, over all parents of the save. */
export async function draftLines(ctx: Ctx, field: LinesField, parents: Draft[]): Promise<{ child: ObjectDef; drafts: Draft[] }> {
  const child = objectOf(ctx.catalog, field.of)
  const open = parents.filter(parent => parent.lines.has(field.key))
  const present = await presentLines(ctx, child, field, open.filter(parent => !parent.fresh).map(parent => parent.id))
  const drafts = open.flatMap(parent => linesOf(parent, field, present.get(parent.id) ?? []))
  return { child, drafts }
}

async function presentLines(ctx: Ctx, child: ObjectDef, field: LinesField, parents: string[]): Promise<Map<string, string[]>> {
  if (parents.length === 0) return new Map()
  const by = ident(columnName(child.fields[field.by]!))
  const { rows } = await ctx.tx.query<{ id: string; parent: string }>(
    `select id, ${by} as parent from ${ident(child.table)} where org = $1 and deleted_at is null and ${by} = any($2::uuid[])`, [ctx.org, parents])
  return new Map([...Map.groupBy(rows, row => row.parent)].map(([parent, lines]) => [parent, lines.map(line => line.id)]))
}

/** Living records that point to one. */
export async function linesOfRecord(ctx: Ctx, child: ObjectDef, by: string, record: string): Promise<string[]> {
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select id from ${ident(child.table)} where org = $1 and deleted_at is null and ${ident(columnName(child.fields[by]!))} = $2 order by id limit 2000`, [ctx.org, record])
  return rows.map(row => row.id)
}

function linesOf(parent: Draft, field: LinesField, present: string[]): Draft[] {
  const given = parent.given[field.key] as Record<string, unknown>[]
  const drafts = given.map((line, at) => oneLine(parent, field, line, at, present))
  const kept = new Set(drafts.map(draft => draft.id))
  parent.lines = new Map([...parent.lines, [field.key, drafts]])
  parent.gone = new Map([...parent.gone, [field.key, present.filter(id => !kept.has(id))]])
  return drafts
}

/** What the page carries along with a line without meaning to change it. */
const CARRIED = new Set(['id', 'version', '_masked', '_can', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'])

function oneLine(parent: Draft, field: LinesField, line: Record<string, unknown>, at: number, present: string[]): Draft {
  const values = Object.fromEntries(Object.entries(line).filter(([key]) => !CARRIED.has(key) && key !== field.by))
  const id = isId(line.id) ? line.id : undefined
  const draft = newDraft(id === undefined ? { values } : { id, values }, parent.index, parent, `${parent.prefix}${field.key}.${at}.`)
  if (id !== undefined && !present.includes(id)) refuse(draft, '', { key: 'lines.unknown' })
  if (draft.fresh) {
    draft.values[field.by] = parent.id
    draft.changed.add(field.by)
  }
  return draft
}

// Links of the records to be saved: names become ids, and every linked record must exist and be readable.
// Unknown and forbidden give the same answer.
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import { columnName } from '#core/field/kinds.ts'
import { inLang } from '#core/lib/text.ts'
import type { Refusal } from '#core/lib/error.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { fieldRight } from '#core/object/rights.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import type { Draft, SaveOptions } from './draft.ts'
import { isFieldRefused, refuse } from './draft.ts'
import { ownFields } from './fields.ts'
import { isNamed } from './parse.ts'
import { visible } from './rights.ts'

interface LinkField {
  field: Field
  many: boolean
}

type Wanted = Map<string, { fields: LinkField[]; ids: Set<string>; names: Set<string> }>

interface Found {
  ids: Set<string>
  /** Ids by name; more than one is ambiguous. */
  names: Map<string, string[]>
}

export async function resolveLinks(ctx: Ctx, object: ObjectDef, drafts: Draft[], options: SaveOptions): Promise<void> {
  const wanted = wantedLinks(object, drafts)
  for (const [name, { fields, ids, names }] of wanted) {
    const target = objectOf(ctx.catalog, name)
    const found = await findLinks(ctx, target, ids, names, options)
    for (const draft of drafts) for (const link of fields) settleLink(ctx, draft, link, target, found)
  }
}

const partsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value])

/** Only what changes is asked for: a link that stands may point to what the person cannot see. */
function wantedLinks(object: ObjectDef, drafts: Draft[]): Wanted {
  const wanted: Wanted = new Map()
  for (const field of ownFields(object)) {
    const target = kindOf(field).target?.(field)
    if (!target) continue
    const entry = wanted.get(target.object) ?? { fields: [], ids: new Set(), names: new Set() }
    entry.fields.push({ field, many: target.many })
    wanted.set(target.object, entry)
    for (const draft of drafts) {
      if (!isOpen(draft, field)) continue
      for (const part of partsOf(draft.values[field.key])) {
        if (isNamed(part)) entry.names.add(part.name)
        else if (typeof part === 'string') entry.ids.add(part)
      }
    }
  }
  for (const [name, { ids, names }] of wanted) if (ids.size + names.size === 0) wanted.delete(name)
  return wanted
}

const isOpen = (draft: Draft, field: Field): boolean =>
  draft.changed.has(field.key) && Object.hasOwn(draft.given, field.key) && !isFieldRefused(draft, field.key)

async function findLinks(ctx: Ctx, target: ObjectDef, ids: Set<string>, names: Set<string>, options: SaveOptions): Promise<Found> {
  const named = names.size > 0 ? await findNames(ctx, target, names) : new Map<string, string[]>()
  const all = [...new Set([...ids, ...[...named.values()].flat()])]
  const seen = options.trusted ? new Set(all) : await visible(ctx, target, all, 'read')
  if (target.name === 'user') seen.add(ctx.actor.userId)
  return { ids: seen, names: new Map([...named].map(([name, list]) => [name, list.filter(id => seen.has(id))])) }
}

/** Exactly the title or the code, in so far as the actor may read them. */
export async function findNames(ctx: Ctx, target: ObjectDef, names: Set<string>): Promise<Map<string, string[]>> {
  const keys = [...new Set([target.title, target.code])].flatMap(key => (key === undefined ? [] : [target.fields[key]]))
    .filter((field): field is Field => field !== undefined && kindOf(field).columns(field)[0]?.type === 'text')
    .filter(field => ['read', 'write'].includes(fieldRight(ctx.actor, target, field)))
  const found = new Map<string, string[]>()
  for (const field of keys) {
    const column = ident(columnName(field))
    const { rows } = await ctx.tx.query<{ id: string; name: string }>(
      `select id, ${column} as name from ${ident(target.table)} where org = $1 and deleted_at is null and ${column} = any($2::text[])`,
      [ctx.org, [...names]])
    for (const row of rows) found.set(row.name, [...new Set([...found.get(row.name) ?? [], row.id])])
  }
  return found
}

function settleLink(ctx: Ctx, draft: Draft, { field, many }: LinkField, target: ObjectDef, found: Found): void {
  if (!isOpen(draft, field)) return
  const before = new Set(partsOf(draft.before?.values[field.key]))
  const ids: string[] = []
  for (const part of partsOf(draft.values[field.key])) {
    const answer = idOf(ctx, part, before, target, found)
    if (typeof answer !== 'string') return refuse(draft, field.key, answer)
    ids.push(answer)
  }
  draft.values[field.key] = many ? (ids.length > 0 ? [...new Set(ids)] : null) : ids[0] ?? null
}

function idOf(ctx: Ctx, part: unknown, before: Set<unknown>, target: ObjectDef, found: Found): string | Refusal {
  if (!isNamed(part)) {
    const id = String(part)
    return found.ids.has(id) || before.has(id) ? id : { key: 'reference.unknown' }
  }
  const ids = found.names.get(part.name) ?? []
  const params = { name: part.name, object: inLang(target.label, ctx.actor.lang) }
  return ids.length === 1 ? ids[0]! : { key: ids.length === 0 ? 'reference.notFound' : 'reference.ambiguous', params }
}

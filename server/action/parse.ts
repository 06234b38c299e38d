// What was given, checked field by field: unknown, hidden and read-only fields are refused, values parsed by their kind.
import type { ZodType } from 'zod'
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { Refusal } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import { refusalOf } from '#core/lib/messages.ts'
import { rightsOf } from '#core/object/rights.ts'
import { fieldOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Ctx } from './context.ts'
import type { Draft, SaveOptions } from './draft.ts'
import { refuse } from './draft.ts'
import { sameValue } from './fields.ts'
import { writeRefusal } from './rights.ts'

/** A link given by name, to be looked up (links.ts). */
export interface Named {
  name: string
}

export const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'

const LINES_LIMIT = 2000

const schemas = new WeakMap<Field, ZodType>()

function schemaOf(field: Field): ZodType {
  const known = schemas.get(field)
  if (known) return known
  const schema = kindOf(field).schema(field)
  schemas.set(field, schema)
  return schema
}

/** Refusal of writing each field, worked out once for all records of a save. */
type Refusals = Map<string, Refusal | undefined>

export function parseDrafts(ctx: Ctx, object: ObjectDef, drafts: Draft[], options: SaveOptions): void {
  const refusals: Refusals = new Map()
  for (const draft of drafts) {
    for (const [key, raw] of Object.entries(draft.given)) {
      const field = fieldOf(object, key)
      const refusal = field ? refusalOfWriting(ctx, object, field, refusals, options) : { key: 'field.unknown' }
      if (!field || refusal) refuse(draft, key, refusal ?? { key: 'field.unknown' })
      else if (field.system) keepSystem(draft, field, raw)
      else if (field.kind === 'lines') keepLines(draft, field, raw)
      else keepValue(draft, field, raw)
    }
  }
}

function refusalOfWriting(ctx: Ctx, object: ObjectDef, field: Field, known: Refusals, options: SaveOptions): Refusal | undefined {
  if (known.has(field.key)) return known.get(field.key)
  const refusal = options.trusted ? undefined
    : field.system && options.keepAuthor && rightsOf(ctx.actor, object).import ? undefined
      : writeRefusal(ctx, object, field)
  known.set(field.key, refusal)
  return refusal
}

function keepValue(draft: Draft, field: Field, raw: unknown): void {
  const answer = parseValue(field, raw)
  if ('refusal' in answer) return refuse(draft, field.key, answer.refusal)
  const before = draft.before?.values[field.key]
  draft.values[field.key] = answer.value
  if (draft.fresh || !sameValue(field, before, answer.value)) draft.changed.add(field.key)
}

function keepSystem(draft: Draft, field: Field, raw: unknown): void {
  const answer = parseValue(field, raw)
  if ('refusal' in answer || isNamed(answer.value)) return refuse(draft, field.key, 'refusal' in answer ? answer.refusal : { key: 'reference.notAnId' })
  if (answer.value !== null) draft.system = { ...draft.system, [field.key]: answer.value }
}

function keepLines(draft: Draft, field: Field, raw: unknown): void {
  if (!Array.isArray(raw) || raw.some(line => typeof line !== 'object' || line === null || Array.isArray(line))) return refuse(draft, field.key, { key: 'lines.notText' })
  if (raw.length > LINES_LIMIT) return refuse(draft, field.key, { key: 'lines.tooMany', params: { max: LINES_LIMIT } })
  draft.lines = new Map([...draft.lines, [field.key, []]])
  draft.changed.add(field.key)
}

const isBlank = (raw: unknown): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '') || (Array.isArray(raw) && raw.length === 0)

export function parseValue(field: Field, raw: unknown): { value: unknown } | { refusal: Refusal } {
  if (isBlank(raw)) return { value: null }
  const target = kindOf(field).target?.(field)
  if (!target) return parseBySchema(field, raw)
  if (!target.many) return isNamed(raw) && !hasId(raw) ? { value: { name: raw.name.trim() } } : parseBySchema(field, raw)
  if (!Array.isArray(raw)) return { refusal: { key: 'value.invalid' } }
  const answer = parseBySchema(field, raw.filter(item => !isNamed(item) || hasId(item)))
  if ('refusal' in answer) return answer
  const named = raw.filter(item => isNamed(item) && !hasId(item)).map(item => ({ name: (item as Named).name.trim() }))
  return { value: [...new Set(answer.value as string[]), ...named] }
}

const hasId = (raw: object): boolean => 'id' in raw && isId(raw.id)

function parseBySchema(field: Field, raw: unknown): { value: unknown } | { refusal: Refusal } {
  try {
    const answer = schemaOf(field).safeParse(raw)
    if (answer.success) return { value: typeof answer.data === 'string' ? tidy(field, answer.data) : answer.data }
    return { refusal: refusalOf(answer.error.issues[0]?.message ?? '') }
  } catch {
    return { refusal: { key: 'value.invalid' } } // a later step of the schema met what an earlier one had refused
  }
}

/** Blanks at the ends are typing accidents, except in long texts, where they may be layout. */
const tidy = (field: Field, text: string): string => (field.kind === 'longText' || field.kind === 'json' ? text : text.trim())

// A whole form as JSON: an administrator's variant comes from a browser, so nothing of it is taken on trust and all is capped.
// What it means (fields, reports, parameters) is checked in check-form.ts.
import { z } from 'zod'
import type { FieldInput } from '../field/field.ts'
import { customFieldSchema } from '../object/custom.ts'
import { filterSchema, sortSchema } from '../report/query.ts'
import type { Block, Form, GridColumn, Item, Param } from './form.ts'

const text = z.strictObject({ zh: z.string().max(1000), en: z.string().max(1000) })
/** Also the ends of error keys, which are joined by dots; no __proto__. */
const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,62}$/)
const path = z.string().max(200)
const bind = z.string().min(1).max(200)
const weight = z.number().positive().max(1000)
const share = z.number().min(0).max(1)
const lines = z.number().min(1).max(60)
const boxes = z.union([z.literal(true), z.literal('numbered')])
const show = z.enum(['tenThousand', 'weekday', 'year', 'uppercase'])
const count = z.union([z.int().min(0).max(500), z.string().regex(/^@[a-z][A-Za-z0-9]{0,62}$/)])

/** Ids of filters and of what is handed to reports: small plain JSON. */
const json = z.unknown().refine(value => value === undefined || JSON.stringify(value).length <= 10_000)
const bag = z.record(key, json)

const NO_LABEL = { zh: '—', en: '—' }

/** A field without a label of its own. */
const kindOnly = z.looseObject({ kind: z.string() }).transform((value, context): Omit<FieldInput, 'label'> => {
  const answer = customFieldSchema.safeParse({ ...value, label: NO_LABEL })
  if (!answer.success) {
    for (const issue of answer.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: issue.path as string[] })
    return z.NEVER
  }
  const { label: _label, ...rest } = answer.data
  return rest
})

const param = z.looseObject({ kind: z.string() }).transform(({ preset, ...value }, context): Param => {
  const answer = customFieldSchema.safeParse(value)
  if (!answer.success || !json.safeParse(preset).success) {
    for (const issue of answer.error?.issues ?? [{ message: 'value.invalid', path: ['preset'] }]) context.addIssue({ code: 'custom', message: issue.message, path: issue.path as string[] })
    return z.NEVER
  }
  return { ...answer.data, ...(preset === undefined ? {} : { preset }) }
})

const item = z.strictObject({
  label: text.optional(), at: bind.optional(), or: bind.optional(), text: text.optional(), weight: weight.optional(), labelShare: share.optional(),
  lines: lines.optional(), boxes: boxes.optional(), lookup: z.string().max(100).optional(), show: show.optional(),
}) satisfies z.ZodType<Item>

const column = z.strictObject({
  key: path, label: text, under: text.optional(), weight, number: z.literal(true).optional(), merge: z.literal(true).optional(), sum: z.literal(true).optional(),
  as: kindOnly.optional(), lookup: z.string().max(100).optional(), across: z.literal(true).optional(), boxes: boxes.optional(), show: show.optional(),
}) satisfies z.ZodType<GridColumn>

const source = z.union([
  z.strictObject({ lines: z.string().max(63) }),
  z.strictObject({ object: z.string().max(63), filter: filterSchema.optional(), sort: z.array(sortSchema).max(8).optional(), fresh: bag.optional() }),
  z.strictObject({ report: z.string().max(100), with: bag.optional() }),
])

const items = z.array(item).min(1).max(16)

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), below: text.optional(), at: bind.optional() }),
  z.strictObject({ kind: z.literal('line'), items }),
  z.strictObject({ kind: z.literal('fields'), rows: z.array(items).min(1).max(100), heading: text.optional() }),
  z.strictObject({
    kind: z.literal('grid'), key, source, columns: z.array(column).min(1).max(60), spare: z.array(column).max(100).optional(), heading: text.optional(),
    least: count.optional(), most: count.optional(), total: text.optional(), groupBy: path.optional(),
  }),
  z.strictObject({ kind: z.literal('signatures'), items }),
  z.strictObject({ kind: z.literal('note'), label: text.optional(), at: bind.optional(), text: text.optional(), lines: lines.optional() }),
]) satisfies z.ZodType<Block>

const name = z.string().min(1).max(63)

/** Characters that a database refuses, and settings far larger than any form. */
const storable = (form: unknown): boolean => {
  const written = JSON.stringify(form)
  return written.length <= 300_000 && !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(written)
}

export const formSchema: z.ZodType<Form> = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,30}$/), title: text, area: z.enum(['master', 'analysis', 'contact', 'service']), about: text,
  filledBy: z.array(name).max(50), processes: z.array(name).max(50).optional(), page: z.enum(['portrait', 'landscape']),
  record: name.optional(), params: z.record(key, param).optional(), values: z.record(key, customFieldSchema).optional(),
  blocks: z.array(block).min(1).max(60),
  acts: z.array(z.strictObject({ key: name, label: text, action: z.string().min(1).max(100), help: text.optional() })).max(20).optional(),
  logged: z.literal(true).optional(),
}).refine(storable, { error: 'text.control' })

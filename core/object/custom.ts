// What an administrator may add or change at run time, as it is kept in the rows of the catalog.
// Declarations in code are typed by the compiler; these are checked here.
import { z } from 'zod'
import type { FieldInput, KindName } from '../field/field.ts'
import { kinds } from '../field/kinds.ts'
import { filterSchema, sortSchema } from '../report/query.ts'

const text = z.strictObject({ zh: z.string().max(200), en: z.string().max(200) })
  .refine(value => value.zh.trim() !== '' || value.en.trim() !== '', { error: 'required' })
const name = z.string().min(1).max(63)
const rule = z.string().min(1).max(2000)
const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/)
const places = z.int().min(0).max(12)
const option = z.strictObject({ value: z.string().min(1).max(100), label: text, color: z.string().max(30).optional(), retired: z.boolean().optional() })
const options = { options: z.array(option).max(1000) }
const bounded = { decimals: places.optional(), min: decimal.optional(), max: decimal.optional() }
const result = z.enum(['text', 'number', 'money', 'percent', 'integer', 'date', 'yesNo'])

/** A pattern runs on every value: one that can take for ever is refused (groups repeated inside repeats). */
const pattern = z.string().max(200).refine(source => !/\([^)]*[+*}][^)]*\)[+*{]/.test(source) && compiles(source), { error: 'text.pattern' })

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp
  } catch {
    return false
  }
}

const OPTIONS: Record<KindName, z.ZodRawShape> = {
  text: { maxLength: z.int().min(1).max(2000).optional(), pattern: pattern.optional() },
  longText: { maxLength: z.int().min(1).max(32_767).optional() },
  number: { ...bounded, unit: text.optional() },
  integer: { min: z.int().optional(), max: z.int().optional(), unit: text.optional() },
  percent: bounded, money: bounded,
  date: {}, datetime: {}, time: {}, birthday: {},
  choice: options, choices: options, tags: {}, yesNo: {},
  phone: {}, email: {}, url: {}, address: {},
  reference: { to: name, onDelete: z.enum(['restrict', 'clear']).optional() },
  references: { to: name }, user: {}, department: {},
  lines: { of: name, by: name },
  attachment: { accept: z.array(z.string().max(50)).max(50).optional() },
  serial: { rule: z.string().min(1).max(100) },
  computed: { rule, result, decimals: places.optional(), volatile: z.boolean().optional() },
  rollup: { of: name, by: name, fn: z.enum(['count', 'sum', 'min', 'max']), field: name.optional(), where: rule.optional(), result, decimals: places.optional() },
  json: {},
}

/** What may be said anew of a field that is declared in code. */
const SHOWN = {
  label: text, help: text, width: z.int().min(30).max(1000), synonyms: z.array(z.string().max(100)).max(100),
  required: z.boolean(), visibleIf: rule, retired: z.boolean(), indexed: z.boolean(), search: z.boolean(),
  sensitivity: z.enum(['general', 'restricted', 'sensitive']), purpose: text,
  options: z.array(option).max(1000),
} satisfies z.ZodRawShape

const { label, options: _options, ...common } = SHOWN

const BASE = {
  ...z.object(common).partial().shape,
  label, unique: z.boolean().optional(), person: z.boolean().optional(), readOnly: z.boolean().optional(),
  initial: z.unknown().optional(), fill: z.enum(['today', 'now', 'me', 'myDepartment']).optional(),
} satisfies z.ZodRawShape

const byKind = new Map(Object.keys(kinds).map(kind =>
  [kind, z.strictObject({ kind: z.literal(kind as KindName), ...BASE, ...OPTIONS[kind as KindName] })]))

/** Definition of a field added at run time. */
export const customFieldSchema = z.looseObject({ kind: z.string() }).transform((value, context): FieldInput => {
  const answer = byKind.get(value.kind)?.safeParse(value)
  if (answer?.success) return answer.data as unknown as FieldInput
  for (const issue of answer?.error.issues ?? [{ message: 'field.kind', path: ['kind'] }]) context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
  return z.NEVER
})

/** Definition row of a field that is declared in code. */
export const fieldChangeSchema = z.strictObject(SHOWN).partial()

const view = z.strictObject({
  key: name, label: text, columns: z.array(z.string().max(200)).max(200), filter: filterSchema.optional(), sort: z.array(sortSchema).max(8).optional(),
  layout: z.union([z.strictObject({ kind: z.literal('grid') }), z.strictObject({ kind: z.enum(['kanban', 'calendar']), by: name })]).optional(),
})

const LOOKS = {
  label: text, icon: z.string().max(60).optional(), retired: z.boolean().optional(),
  sections: z.array(z.strictObject({ label: text, fields: z.array(name).max(500) })).max(100).optional(),
  views: z.array(view).max(100).optional(),
  related: z.array(z.strictObject({ object: name, by: name, label: text.optional() })).max(50).optional(),
  checks: z.array(z.strictObject({ rule, message: text, field: name.optional() })).max(100).optional(),
  matchKeys: z.array(z.array(name).max(10)).max(10).optional(),
} satisfies z.ZodRawShape

/** Definition of an object added at run time; its fields are rows of their own. */
export const customObjectSchema = z.strictObject({
  ...LOOKS, title: name, code: name.optional(), parent: name.optional(), owned: z.boolean().optional(),
  unique: z.array(z.array(name).min(1).max(10)).max(20).optional(), indexes: z.array(z.array(name).min(1).max(10)).max(20).optional(),
})

/** Definition row of an object that is declared in code. */
export const objectChangeSchema = z.strictObject(LOOKS).partial()

// How the columns of a sheet become fields: guessed, corrected by a person, checked against what he may write.
import { z } from 'zod'
import { kindOf } from '#core/field/kinds.ts'
import type { Field } from '#core/field/field.ts'
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import { isImportable, mapColumns } from '#core/lib/map-columns.ts'
import type { ColumnGuess } from '#core/lib/map-columns.ts'
import { inLang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { fieldOf, objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { fieldRight, rightsOf } from '#core/object/rights.ts'
import '#server/action/actions.ts'
import { perform } from '#server/action/perform.ts'
import { transaction } from '#server/database/transaction.ts'
import { openScan } from '#server/sheet/read-workbook.ts'
import { describeSheet } from './describe-sheet.ts'
import { changeJob, isUndone, ownJob } from './job.ts'
import type { ImportHome, Job, Plan, PlanColumn, SheetFacts } from './job.ts'
import { jobDir, needImport } from './upload.ts'

const choice = z.union([z.enum(['create', 'skip']), z.strictObject({ update: z.string().refine(isId) }), z.strictObject({ updateRow: z.int().min(0) })])

export const mappingSchema = z.strictObject({
  sheet: z.int().min(0).default(0),
  headerRow: z.int().min(0).optional(),
  columns: z.array(z.strictObject({
    index: z.int().min(0), field: z.string().max(130).nullish(), newField: z.record(z.string(), z.unknown()).nullish(),
    factor: z.string().regex(/^\d{1,12}(\.\d{1,6})?$/).nullish(), dateOrder: z.enum(['mdy', 'dmy']).nullish(), createMissing: z.boolean().nullish(),
  })).max(2000),
  match: z.array(z.string().max(63)).max(10).default([]),
  mode: z.enum(['create', 'update', 'both']).default('both'),
  badRows: z.enum(['skip', 'stop']).default('skip'),
})
export const choicesSchema = z.record(z.string().regex(/^\d{1,8}$/), choice)
export type MappingInput = z.infer<typeof mappingSchema>

/** Author and date of the original need the right to import, nothing else. */
export function mayImport(actor: Actor, object: ObjectDef, field: Field): boolean {
  if (!isImportable(field)) return false
  return field.system ? rightsOf(actor, object).import : fieldRight(actor, object, field) === 'write'
}

export function guessMapping(actor: Actor, object: ObjectDef, sheet: SheetFacts): ColumnGuess[] {
  const fields = Object.values(object.fields).filter(field => mayImport(actor, object, field))
  return mapColumns(fields, sheet.columns.map(({ index, title, samples, values, filled }) => ({ index, title, samples, seen: { values, filled } })))
}

/** Another row is the header: the sheet is looked at anew. */
export async function chooseHeader(home: ImportHome, actor: Actor, id: string, at: number, headerRow: number | undefined): Promise<Job> {
  const job = await transaction(home.env.pool, tx => ownJob(tx, actor, id))
  const sheet = sheetAt(job, at)
  if (headerRow === undefined || (headerRow === sheet.headerRow && sheet.columns.length > 0)) return job
  const scan = await openScan(jobDir(home, id)).catch(cause => { throw new AppError('not_found', { key: 'import.gone', cause }) })
  const facts = scan.sheets[at]!
  const described = await describeSheet({ dir: jobDir(home, id), index: at, name: facts.name, hidden: facts.hidden, merges: facts.merges }, headerRow)
  const detail = { ...job.detail, sheets: job.detail.sheets.map((one, index) => (index === at ? described : one)) }
  await saveIdle(home, job, { detail })
  return { ...job, detail }
}

export function sheetAt(job: Job, at: number): SheetFacts {
  const sheet = job.detail.sheets[at]
  if (!sheet) throw new AppError('invalid', { key: 'import.noSheet' })
  return sheet
}

const IDLE = ['read', 'mapped', 'checked', 'failed', 'cancelled', 'done'] as const

/** An import that has written rows is not mapped anew, unless it was undone: its rows would follow two mappings. */
async function saveIdle(home: ImportHome, job: Job, change: Parameters<typeof changeJob>[3]): Promise<void> {
  await transaction(home.env.pool, async tx => {
    if (job.batch !== null && !await isUndone(tx, job)) throw new AppError('conflict', { key: 'import.finished' })
    if (!await changeJob(tx, job, IDLE, change)) throw new AppError('conflict', { key: 'import.running' })
    await tx.query('update import_job set batch = null where org = $1 and id = $2', [job.org, job.id])
  })
}

/** What to do with rows that may be duplicates; the dry run's findings stay. */
export async function setChoices(home: ImportHome, actor: Actor, id: string, choices: Plan['choices']): Promise<void> {
  const job = await transaction(home.env.pool, tx => ownJob(tx, actor, id))
  const { plan } = job.detail
  if (!plan) throw new AppError('conflict', { key: 'import.notMapped' })
  await saveIdle(home, job, { detail: { ...job.detail, plan: { ...plan, choices: { ...plan.choices, ...choices } } } })
}

export async function setMapping(home: ImportHome, actor: Actor, id: string, input: MappingInput): Promise<Job> {
  const job = await chooseHeader(home, actor, id, input.sheet, input.headerRow)
  needImport(actor, objectOf(home.env.catalog.current(), job.object))
  const sheet = sheetAt(job, input.sheet)
  const columns: PlanColumn[] = []
  for (const { index, field, newField, factor, dateOrder, createMissing } of input.columns) {
    const source = sheet.columns.find(column => column.index === index)
    if (!source) throw new AppError('invalid', { key: 'import.noColumn' })
    const key = newField ? await addField(home, actor, job.object, newField) : field
    if (!key) continue
    columns.push({ index, title: source.title, field: key, ...(factor ? { factor } : {}), ...(dateOrder ? { dateOrder } : {}), ...(createMissing ? { createMissing } : {}) })
  }
  const plan: Plan = { sheet: input.sheet, columns, match: input.match, mode: input.match.length === 0 ? 'create' : input.mode, badRows: input.badRows, choices: {} }
  checkPlan(actor, objectOf(home.env.catalog.current(), job.object), plan)
  const detail = { sheets: job.detail.sheets, plan }
  await saveIdle(home, job, { state: 'mapped', total: sheet.rowCount, done: 0, detail })
  return { ...job, state: 'mapped', total: sheet.rowCount, done: 0, detail }
}

async function addField(home: ImportHome, actor: Actor, object: string, definition: Record<string, unknown>): Promise<string> {
  const clean = Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== undefined && value !== null))
  return (await perform<{ key: string }>(home.env, actor, 'catalog.addField', { object, definition: clean })).key
}

function checkPlan(actor: Actor, object: ObjectDef, plan: Plan): void {
  const fields = Object.create(null) as FieldErrors
  const seen = new Set<string>()
  for (const { field: path, index } of plan.columns) {
    const [key = '', part = ''] = path.split('.')
    const field = fieldOf(object, key)
    const known = field && (part === '' || Object.hasOwn(kindOf(field).parts ?? {}, part))
    if (!known || fieldRight(actor, object, field) === 'hidden') fields[`columns.${index}`] = { key: 'field.unknown' }
    else if (!mayImport(actor, object, field)) fields[`columns.${index}`] = { key: 'field.notWritable' }
    else if (seen.has(path)) fields[`columns.${index}`] = { key: 'import.twice', params: { field: inLang(field.label, actor.lang) } }
    seen.add(path)
  }
  if (plan.columns.length === 0) fields[''] = { key: 'import.noColumns' }
  for (const key of plan.match) {
    const refusal = matchRefusal(actor, object, plan, key)
    if (refusal) fields['match'] = refusal
  }
  if (plan.mode !== 'update') refuseMissing(actor, object, plan, fields)
  if (Object.keys(fields).length > 0) throw new AppError('invalid', { fields })
}

/** Whoever cannot read a field must not learn by matching what stands in it. */
function matchRefusal(actor: Actor, object: ObjectDef, plan: Plan, key: string) {
  const field = fieldOf(object, key)
  const right = field && fieldRight(actor, object, field)
  if (!field || right === 'hidden') return { key: 'field.unknown' }
  const params = { field: inLang(field.label, actor.lang) }
  if (right === 'masked') return { key: 'field.masked' }
  if (!plan.columns.some(column => column.field === key)) return { key: 'import.matchNotMapped', params }
  const column = kindOf(field).columns(field)[0]
  return field.system || !column || !['text', 'uuid', 'date', 'bigint', 'numeric'].includes(column.type) || isAddress(field) ? { key: 'import.matchKind', params } : undefined
}

const isAddress = (field: Field): boolean => field.kind === 'address' || field.kind === 'longText'

function refuseMissing(actor: Actor, object: ObjectDef, plan: Plan, fields: FieldErrors): void {
  const mapped = new Set(plan.columns.map(column => column.field.split('.')[0]))
  for (const field of Object.values(object.fields)) {
    const needed = field.required && !field.retired && isImportable(field) && field.kind !== 'serial' && field.initial === undefined && field.fill === undefined
    if (needed && !mapped.has(field.key)) fields[field.key] = { key: 'import.requiredMissing', params: { field: inLang(field.label, actor.lang) } }
  }
}

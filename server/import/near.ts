// New rows that may be somebody who is known already: another row of the file, or a record that the person may see.
// Only told, never decided: a person chooses for each row.
import { kindOf } from '#core/field/kinds.ts'
import type { Field } from '#core/field/field.ts'
import type { DuplicateReason, NamedRow } from '#core/lib/near-duplicates.ts'
import type { Actor } from '#core/object/access.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { objectOf } from '#core/object/catalog.ts'
import { fieldRight } from '#core/object/rights.ts'
import { contextOf } from '#server/action/perform.ts'
import { transaction } from '#server/database/transaction.ts'
import { cleanRow, readyColumns } from './clean.ts'
import { compareNames } from './compare-names.ts'
import type { Counts, ImportHome, Job } from './job.ts'
import { knownNames } from './near-known.ts'
import { recordRows } from './sheet-rows.ts'
import { jobDir } from './upload.ts'

export interface PossibleDuplicate {
  /** One of the two: a row of the file, or a record. */
  row?: number
  record?: string
  label: string
  reason: DuplicateReason
  score: number
}

/** A row rarely has more twins than a person wants to read. */
const MOST_TWINS = 5
const PART = 1000

const readable = (actor: Actor, object: ObjectDef, field: Field | undefined): field is Field =>
  field !== undefined && !field.retired && ['read', 'write'].includes(fieldRight(actor, object, field))

export interface NameFields {
  title: Field
  phone: Field | undefined
}

/** By which fields records are compared; what the person cannot read says nothing. */
export function nameFields(actor: Actor, object: ObjectDef): NameFields | undefined {
  const title = object.fields[object.title]
  if (!readable(actor, object, title) || kindOf(title).columns(title)[0]?.type !== 'text') return undefined
  return { title, phone: Object.values(object.fields).find(field => field.kind === 'phone' && readable(actor, object, field)) }
}

export async function noteDuplicates(home: ImportHome, job: Job, counts: Counts): Promise<void> {
  const actor = await home.person(job.actor)
  const object = objectOf(home.env.catalog.current(), job.object)
  const fields = actor && nameFields(actor, object)
  if (!actor || !fields) return
  const rows = await namesInFile(home, job, object, fields)
  if (rows.length === 0) return
  const fresh = await freshRows(home, job)
  const twins = new Map<number, PossibleDuplicate[]>()
  const add = (row: number, twin: PossibleDuplicate): void => {
    const list = twins.get(row) ?? []
    if (list.length < MOST_TWINS) twins.set(row, [...list, twin])
  }
  const labels = new Map(rows.map(row => [row.id, row.name]))
  for (const { a, b, reason, score } of await compareNames(rows) ?? []) {
    const [first, second] = [Number(a), Number(b)]
    if (fresh.has(first) && fresh.has(second)) add(second, { row: first, label: labels.get(a) ?? '', reason, score })
  }
  await againstBase(home, actor, { object, fields, rows: rows.filter(row => fresh.has(Number(row.id))), add })
  counts.duplicates = twins.size
  await writeTwins(home, job, twins)
}

async function namesInFile(home: ImportHome, job: Job, object: ObjectDef, fields: NameFields): Promise<NamedRow[]> {
  const plan = job.detail.plan!
  const columns = readyColumns(object, plan.columns).filter(column => column.key === fields.title.key || column.key === fields.phone?.key)
  const rows: NamedRow[] = []
  if (!columns.some(column => column.key === fields.title.key)) return rows
  for await (const row of recordRows(jobDir(home, job.id), plan.sheet, job.detail.sheets[plan.sheet]!, 0)) {
    const { values } = cleanRow(columns, row, 'zh')
    const name = values[fields.title.key]
    if (typeof name === 'string') rows.push({ id: String(row.index), name, phone: fields.phone ? (values[fields.phone.key] as string | undefined) ?? null : null })
  }
  return rows
}

/** Rows that become new records; one that updates a record is no duplicate of it. */
async function freshRows(home: ImportHome, job: Job): Promise<Set<number>> {
  const { rows } = await home.env.pool.query<{ row: number }>(
    `select row from import_row where org = $1 and job = $2 and outcome = 'created'`, [job.org, job.id])
  return new Set(rows.map(item => item.row))
}

interface Against {
  object: ObjectDef
  fields: NameFields
  rows: NamedRow[]
  add(row: number, twin: PossibleDuplicate): void
}

async function againstBase(home: ImportHome, actor: Actor, { object, fields, rows, add }: Against): Promise<void> {
  for (let from = 0; from < rows.length; from += PART) {
    const part = rows.slice(from, from + PART)
    const known = await transaction(home.env.pool, tx => knownNames(contextOf(home.env, actor, tx, 'import.check'), object, fields, part, from))
    if (known.length === 0) continue
    const labels = new Map(known.map(row => [row.id, row.name]))
    const pairs = await compareNames([...part, ...known]) ?? []
    for (const { a, b, reason, score } of pairs) if (!labels.has(a) && labels.has(b)) add(Number(a), { record: b, label: labels.get(b)!, reason, score })
  }
}

async function writeTwins(home: ImportHome, job: Job, twins: Map<number, PossibleDuplicate[]>): Promise<void> {
  if (twins.size === 0) return
  const rows = [...twins].map(([row, duplicates]) => ({ row, duplicates: duplicates.toSorted((a, b) => b.score - a.score) }))
  await transaction(home.env.pool, tx => tx.query(
    `update import_row r set detail = coalesce(r.detail, '{}') || jsonb_build_object('duplicates', x.duplicates)
     from json_to_recordset($3::json) as x(row int, duplicates jsonb) where r.org = $1 and r.job = $2 and r.row = x.row`,
    [job.org, job.id, JSON.stringify(rows)]))
}

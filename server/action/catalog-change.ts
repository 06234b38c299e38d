// Changes of the catalog at run time: rows, tables and columns in one transaction, one change at a time.
import { AppError } from '#core/lib/error.ts'
import { messageOf } from '#core/lib/messages.ts'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { CustomRows } from '#core/object/build-catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { loadCustom, raiseCatalogVersion, saveFieldRow, saveObjectRow } from '#server/schema/catalog-rows.ts'
import { addFieldSql, changeFieldSql, createTableSql } from '#server/schema/table-sql.ts'
import { backfill } from './backfill.ts'
import type { Ctx } from './context.ts'
import { dependsOf } from './depends.ts'
import { rulesOf } from './object-rules.ts'
import { isUniqueViolation } from './unique.ts'

export type ObjectRow = CustomRows['objects'][number]
export type FieldRow = CustomRows['fields'][number]

export interface CatalogChange {
  objects?: ObjectRow[]
  fields?: FieldRow[]
}

export interface CatalogNow {
  catalog: Catalog
  rows: CustomRows
}

/** Locks the catalog until the end of the transaction and reads what stands, whatever this process believed. */
export async function lockCatalog(ctx: Ctx): Promise<CatalogNow> {
  const version = await raiseCatalogVersion(ctx.tx, ctx.org)
  const rows = { ...await loadCustom(ctx.tx, ctx.org), version }
  return { rows, catalog: buildCatalog(ctx.env.declared, rows) }
}

export async function applyChange(ctx: Ctx, now: CatalogNow, change: CatalogChange): Promise<Catalog> {
  const rows = withChange(now.rows, change)
  const next = buildCatalog(ctx.env.declared, rows)
  refuseBadRules(ctx, next)
  await alterTables(ctx, now.catalog, next, change)
  for (const row of change.objects ?? []) await saveObjectRow(ctx.tx, ctx.org, row)
  for (const row of change.fields ?? []) await saveFieldRow(ctx.tx, ctx.org, row)
  ctx.journal.inverse = { action: 'catalog.revert', input: inverseOf(now.rows, change) }
  ctx.journal.audit.push({ what: 'catalog', detail: { ...change } })
  ctx.journal.events.push({ kind: 'catalog', payload: { version: rows.version } })
  ctx.journal.after.push(() => ctx.env.catalog.reload())
  ctx.catalog = next
  for (const name of touchedObjects(change)) await backfill(ctx, now.catalog.objects.get(name), next.objects.get(name)!)
  return next
}

const touchedObjects = (change: CatalogChange): string[] =>
  [...new Set([...(change.objects ?? []).map(row => row.name), ...(change.fields ?? []).map(row => row.object)])]

const sameField = (row: FieldRow) => (other: FieldRow): boolean => other.object === row.object && other.key === row.key

function withChange(rows: CustomRows, change: CatalogChange): CustomRows {
  const objects = rows.objects.filter(row => !change.objects?.some(other => other.name === row.name))
  const fields = rows.fields.filter(row => !change.fields?.some(sameField(row)))
  return { version: rows.version, objects: [...objects, ...change.objects ?? []], fields: [...fields, ...change.fields ?? []] }
}

/** What did not exist before is retired when it is taken back: its column and what was typed stay. */
function inverseOf(rows: CustomRows, change: CatalogChange): CatalogChange {
  const retired = (definition: unknown): unknown => ({ ...(definition as object), retired: true })
  return {
    objects: (change.objects ?? []).map(row => rows.objects.find(other => other.name === row.name)
      ?? { ...row, definition: isCustomName(row.name) ? retired(row.definition) : {} }),
    fields: (change.fields ?? []).map(row => rows.fields.find(sameField(row))
      ?? (isCustomName(row.key) ? { ...row, definition: retired(row.definition) } : { ...row, definition: {}, position: 0 })),
  }
}

const isCustomName = (name: string): boolean => name.startsWith('x_')

/** A rule that breaks by the change (its field retired, a wrong name) refuses it. */
function refuseBadRules(ctx: Ctx, next: Catalog): void {
  for (const object of next.objects.values()) {
    if (object.retired) continue
    try {
      rulesOf(next, object)
    } catch (fault) {
      throw ruleFault(ctx, fault, object)
    }
  }
  try {
    dependsOf(next)
  } catch (fault) {
    throw ruleFault(ctx, fault, undefined)
  }
}

function ruleFault(ctx: Ctx, fault: unknown, object: ObjectDef | undefined): unknown {
  if (!(fault instanceof AppError)) return fault
  const text = messageOf({ key: fault.key, params: fault.params }, ctx.actor.lang)
  return new AppError('invalid', { key: 'catalog.rule', params: { text: object ? `${object.label[ctx.actor.lang]}: ${text}` : text }, cause: fault })
}

async function alterTables(ctx: Ctx, before: Catalog, next: Catalog, change: CatalogChange): Promise<void> {
  const statements: string[] = []
  for (const name of touchedObjects(change)) {
    const [old, now] = [before.objects.get(name), next.objects.get(name)!]
    if (!old) statements.push(...createTableSql(now))
    else for (const row of change.fields?.filter(field => field.object === name) ?? []) statements.push(...fieldSql(old, now, row.key))
  }
  try {
    for (const sql of statements) await ctx.tx.query(sql)
  } catch (fault) {
    throw isUniqueViolation(fault) ? new AppError('conflict', { key: 'catalog.notUnique', cause: fault }) : fault
  }
}

function fieldSql(old: ObjectDef, now: ObjectDef, key: string): string[] {
  const [before, after] = [old.fields[key], now.fields[key]!]
  return before ? changeFieldSql(now, before, after) : addFieldSql(now, after)
}

// What is asked for when something is exported, and what comes of it: columns, rows, how many, and whether it may be.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { inLang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { hasPower, rightsOf } from '#core/object/rights.ts'
import { querySchema } from '#core/report/query.ts'
import type { Filter, Query } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { groupRows } from '#server/record/group.ts'
import { readableObject } from '#server/record/rows.ts'
import { exportColumns } from './columns.ts'
import type { ExportColumn } from './columns.ts'

/** So many records a selection may name; more are exported by a filter. */
const MOST_IDS = 50_000
/** Ids in one condition. */
const IDS_TOGETHER = 5000

export const askSchema = z.strictObject({
  object: z.string().min(1).max(63),
  /** The list as it is seen; its pages, groups and measures do not matter here. */
  query: querySchema.omit({ object: true, size: true, after: true }).default({}),
  ids: z.array(z.guid()).min(1).max(MOST_IDS).optional(),
  columns: z.array(z.string().min(1).max(200)).min(1).max(200),
  format: z.enum(['xlsx', 'csv']),
  formulas: z.boolean().optional(),
  reason: z.string().trim().max(500).optional(),
})
export type ExportAsk = z.output<typeof askSchema>

export interface ExportPlan {
  object: ObjectDef
  columns: ExportColumn[]
  query: Query
  count: number
}

/** Above so many records, restricted values leave only with a power and a reason. */
export const FEW = 100

/** May be called inside the snapshot that the rows are then read from: its count is theirs. */
export async function planExport(reader: Reader, catalog: Catalog, actor: Actor, ask: ExportAsk): Promise<ExportPlan> {
  const object = readableObject(catalog, actor, ask.object)
  const columns = exportColumns(catalog, actor, object, ask.columns)
  if (columns.length === 0) throw new AppError('invalid', { key: 'export.noColumns' })
  const { sort, bin } = ask.query
  const rows = ask.ids ? { filter: chosen(ask.ids) } : { filter: ask.query.filter, search: ask.query.search }
  const query: Query = { object: object.name, columns: columns.map(one => one.path), ...rows, sort, bin }
  const { rows: [counted] } = await groupRows(reader, catalog, actor, { object: object.name, ...rows, bin, measures: [{ fn: 'count', as: 'n' }] })
  return { object, columns, query, count: Number(counted?.['n'] ?? 0) }
}

function chosen(ids: readonly string[]): Filter {
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_TOGETHER) }, (_, at) => ids.slice(at * IDS_TOGETHER, (at + 1) * IDS_TOGETHER))
  return { any: parts.map(value => ({ field: 'id', op: 'in', value })) }
}

export function needExport(actor: Actor, object: ObjectDef): void {
  if (!rightsOf(actor, object).export) throw new AppError('forbidden', { key: 'export.noRight', params: { object: inLang(object.label, actor.lang) } })
}

export const delicateTitles = (plan: Pick<ExportPlan, 'columns'>): string[] => plan.columns.filter(one => one.delicate).map(one => one.title)

/** Personal and secret values in bulk: only with the power to, and never without a reason. */
export function needMany(actor: Actor, count: number, delicate: readonly string[], reason: string | undefined): void {
  if (delicate.length === 0 || count <= FEW) return
  const params = { max: FEW, count, fields: delicate.join('、') }
  if (!hasPower(actor, 'exportMany')) throw new AppError('forbidden', { key: 'export.many', params })
  if (!reason) throw new AppError('invalid', { fields: { reason: { key: 'export.reason', params } } })
}

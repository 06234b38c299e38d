// One change to many records, picked one by one or by a filter; the filter is answered by the one door out.
import { AppError } from '#core/lib/error.ts'
import type { Filter } from '#core/report/query.ts'
import { streamRows } from '#server/record/stream.ts'
import { deleteRecords } from './bin.ts'
import type { Ctx } from './context.ts'
import { saveRecords } from './save.ts'
import { BATCH } from './write.ts'

/** Records a bulk action. */
export const BULK_LIMIT = 100_000

export interface BulkInput {
  object: string
  ids?: string[] | undefined
  filter?: Filter | undefined
  search?: string | undefined
  set?: Record<string, unknown> | undefined
  delete?: boolean | undefined
  /** How many the person was told; if more or fewer fit by now he is asked again. */
  expect?: number | undefined
}

export async function bulk(ctx: Ctx, input: BulkInput): Promise<{ batch: string; count: number }> {
  const values = input.set ?? {}
  if (input.delete !== true && Object.keys(values).length === 0) throw new AppError('invalid', { key: 'bulk.nothing' })
  const ids = (input.ids ? [...new Set(input.ids)] : await fittingIds(ctx, input)).sort()
  if (ids.length > BULK_LIMIT) throw tooMany(ids.length)
  if (input.expect !== undefined && input.expect !== ids.length) {
    throw new AppError('conflict', { key: 'bulk.countChanged', params: { expected: input.expect, count: ids.length } })
  }
  for (let from = 0; from < ids.length; from += BATCH) {
    const part = ids.slice(from, from + BATCH)
    if (input.delete === true) await deleteRecords(ctx, input.object, part)
    else await saveRecords(ctx, input.object, part.map(id => ({ id, values })))
  }
  return { batch: ctx.batch, count: ids.length }
}

async function fittingIds(ctx: Ctx, { object, filter, search }: BulkInput): Promise<string[]> {
  const ids: string[] = []
  for await (const rows of streamRows(ctx.tx, ctx.catalog, ctx.actor, { object, filter, search, columns: [] }, BATCH)) {
    for (const row of rows) ids.push(String(row.id))
    if (ids.length > BULK_LIMIT) throw tooMany(ids.length)
  }
  return ids
}

const tooMany = (count: number): AppError => new AppError('too_large', { key: 'bulk.tooMany', params: { max: BULK_LIMIT, count } })

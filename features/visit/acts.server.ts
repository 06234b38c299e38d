// What the actions behind the forms' buttons have in common: their input, and reading one record or a few for the person.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { Refusal } from '#core/lib/error.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { Filter } from '#core/report/query.ts'
import type { Ctx } from '#server/action/context.ts'
import { getRecord } from '#server/record/get-record.ts'
import { runQuery } from '#server/record/page.ts'

export const actInput = z.strictObject({
  params: z.record(z.string(), z.unknown()).default({}),
  record: z.string().refine(isId, { error: 'reference.notAnId' }).nullish(),
})
export type ActInput = z.infer<typeof actInput>

/** What a form opens or says after a click. */
export interface ActAnswer {
  form?: string
  record?: string
  message?: string
}

export type Row = Record<string, unknown>

export const say = (ctx: Ctx, key: string, params: Refusal['params'] = {}): string => messageOf({ key, params }, ctx.actor.lang)

/** A record that is not yet saved has nothing to work with. */
export function recordOf({ record }: ActInput): string {
  if (!record) throw new AppError('invalid', { key: 'visit.saveFirst' })
  return record
}

export const readOne = (ctx: Ctx, object: string, id: string, columns: string[]): Promise<Row> =>
  getRecord(ctx.tx, ctx.catalog, ctx.actor, object, id, { columns })

export async function readAll(ctx: Ctx, object: string, filter: Filter, columns: string[]): Promise<Row[]> {
  const page = await runQuery(ctx.tx, ctx.catalog, ctx.actor, { object, filter, columns, size: 500 })
  return page.rows
}

export const idOf = (value: unknown): string | null =>
  (typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : typeof value === 'string' ? value : null)

export const labelOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : '')
export const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap(one => idOf(one) ?? []) : [])

// The actions on records of all objects, as the API, the grid, imports and flows call them.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import { objectOf } from '#core/object/catalog.ts'
import { filterSchema } from '#core/report/query.ts'
import { deleteRecords, eraseRecords } from './bin.ts'
import { bulk, BULK_LIMIT } from './bulk.ts'
import type { Ctx } from './context.ts'
import { defineAction } from './define.ts'
import { mergeRecords } from './merge.ts'
import { restoreRecords } from './restore.ts'
import { loadRows } from './rows.ts'
import { saveRecords } from './save.ts'

const id = z.string().refine(isId, { error: 'reference.notAnId' })
const object = z.string().min(1).max(63)
const ids = z.array(id).min(1).max(BULK_LIMIT)
/** Kept as it came: keys such as __proto__ must be seen to be refused. */
export const valuesSchema = z.custom<Record<string, unknown>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value), { error: 'value.invalid' })

async function nameIt(ctx: Ctx, name: string, recordId: string): Promise<void> {
  const known = objectOf(ctx.catalog, name)
  const title = known.fields[known.title]
  const value = title && (await loadRows(ctx, known, [recordId], [title])).get(recordId)?.values[known.title]
  ctx.journal.title = typeof value === 'string' ? value.slice(0, 60) : ''
}

export const createRecord = defineAction({
  name: 'record.create',
  label: { zh: '新建{object} {title}', en: 'Create {object} {title}' },
  input: z.strictObject({ object, values: valuesSchema }),
  async run(ctx, input) {
    const saved = await saveOne(ctx, input.object, { values: input.values })
    await nameIt(ctx, input.object, saved.id)
    return { ...saved, batch: ctx.batch }
  },
})

export const updateRecord = defineAction({
  name: 'record.update',
  label: { zh: '修改{object} {title}', en: 'Edit {object} {title}' },
  input: z.strictObject({ object, id, version: z.int().optional(), values: valuesSchema }),
  async run(ctx, input) {
    const saved = await saveOne(ctx, input.object, { id: input.id, version: input.version, values: input.values })
    await nameIt(ctx, input.object, saved.id)
    return { ...saved, batch: ctx.batch }
  },
})

type One = { id?: string; version?: number | undefined; values: Record<string, unknown> }

/** A page has one record: its fields are named without the place in a list. */
async function saveOne(ctx: Ctx, name: string, { id: recordId, version, values }: One): Promise<{ id: string; version: number }> {
  try {
    const [result] = await saveRecords(ctx, name, [{
      values, ...(recordId === undefined ? {} : { id: recordId }), ...(version === undefined ? {} : { version }),
    }])
    return result as { ok: true; id: string; version: number }
  } catch (fault) {
    if (!(fault instanceof AppError) || !fault.fields) throw fault
    const fields = Object.fromEntries(Object.entries(fault.fields).map(([key, value]) => [key.replace(/^0\.?/, ''), value]))
    throw new AppError(fault.code, { key: fault.key, params: fault.params, fields })
  }
}

const change = z.strictObject({ id: id.optional(), version: z.int().optional(), values: valuesSchema })

export const saveMany = defineAction({
  name: 'record.save',
  label: { zh: '保存 {count} 条{object}', en: 'Save {count} {object} records' },
  input: z.strictObject({ object, changes: z.array(change).max(BULK_LIMIT), mode: z.enum(['all', 'good']).optional() }),
  async run(ctx, input) {
    const changes = input.changes.map(({ id: recordId, version, values }) => ({
      values, ...(recordId === undefined ? {} : { id: recordId }), ...(version === undefined ? {} : { version }),
    }))
    return { batch: ctx.batch, results: await saveRecords(ctx, input.object, changes, { mode: input.mode ?? 'all' }) }
  },
})

export const removeRecords = defineAction({
  name: 'record.delete',
  label: { zh: '删除{object} {title}', en: 'Delete {object} {title}' },
  input: z.strictObject({ object, ids }),
  async run(ctx, input) {
    await deleteRecords(ctx, input.object, [...new Set(input.ids)])
    return { batch: ctx.batch, count: input.ids.length }
  },
})

export const bringBack = defineAction({
  name: 'record.restore',
  label: { zh: '从回收站恢复{object} {title}', en: 'Restore {object} {title} from the bin' },
  input: z.strictObject({ object, ids }),
  async run(ctx, input) {
    await restoreRecords(ctx, input.object, [...new Set(input.ids)])
    return { batch: ctx.batch, count: input.ids.length }
  },
})

export const erase = defineAction({
  name: 'record.erase',
  label: { zh: '彻底删除{object}', en: 'Erase {object} for good' },
  power: 'bin', undoable: false,
  input: z.strictObject({ object, ids }),
  async run(ctx, input) {
    await eraseRecords(ctx, input.object, [...new Set(input.ids)])
    return { batch: ctx.batch, count: input.ids.length }
  },
})

export const bulkAction = defineAction({
  name: 'record.bulk',
  label: { zh: '批量处理 {count} 条{object}', en: 'Bulk change of {count} {object} records' },
  power: 'bulk', timeoutMs: 120_000,
  input: z.strictObject({
    object, ids: ids.optional(), filter: filterSchema.optional(), search: z.string().max(200).optional(),
    set: valuesSchema.optional(), delete: z.boolean().optional(), expect: z.int().min(0).optional(),
  }),
  run: bulk,
})

export const merge = defineAction({
  name: 'record.merge',
  label: { zh: '合并到{object} {title}', en: 'Merge into {object} {title}' },
  power: 'merge', timeoutMs: 120_000,
  input: z.strictObject({ object, keep: id, from: z.array(id).min(1).max(1000), values: valuesSchema.optional() }),
  async run(ctx, input) {
    await mergeRecords(ctx, input)
    return { batch: ctx.batch, id: input.keep }
  },
})

// A form as a file: one or several records, with the same rules as every export: lists need the right to export, many
// restricted values a power and a reason, and what left is written to the log before its first byte.
import { z } from 'zod'
import type { Sheet } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import { fillPlaces, inLang } from '#core/lib/text.ts'
import { messages } from '#core/lib/messages.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Actor } from '#core/object/access.ts'
import { defineAction } from '#server/action/define.ts'
import type { Env } from '#server/action/context.ts'
import { perform } from '#server/action/perform.ts'
import { needExport, needMany } from '#server/export/plan.ts'
import { formId, key, wireParams } from './actions.ts'
import { objectsOf } from './access.ts'
import { delicateIn } from './delicate.ts'
import { openForm } from './open.ts'
import type { FormQuery, Opened } from './open.ts'
import type { FormBook } from './parts.ts'
import { readForms } from './site.ts'
import { fileTitle, filledName } from './title.ts'

/** Forms in one file. */
export const MOST_RECORDS = 200

export interface FormsOut {
  sheets: Sheet[]
  /** What each is about, for the names of worksheets. */
  names: string[]
  /** Without its ending. */
  fileName: string
  company: string
}

const exportSchema = z.strictObject({
  form: formId, format: z.enum(['xlsx', 'pdf']), params: wireParams, records: z.array(z.string().max(36)).max(MOST_RECORDS),
  count: z.int().min(0), reason: z.string().max(500).optional(), delicate: z.array(z.string().max(300)).max(1000), object: key.optional(), blank: z.boolean(),
  /** Objects that the right to export is needed of, and how many records show the restricted field that most of them show. */
  lists: z.array(key), most: z.int().min(0),
})

export const exportFormAction = defineAction<z.output<typeof exportSchema>, null>({
  name: 'form.export', label: messages['export.label']!, undoable: false, input: exportSchema,
  async run(ctx, { object, records, lists, most, ...detail }) {
    for (const name of lists) needExport(ctx.actor, objectOf(ctx.catalog, name))
    needMany(ctx.actor, most, detail.delicate, detail.reason)
    const one = object !== undefined && records.length === 1 ? { object, record: records[0]! } : {}
    ctx.journal.audit.push({ what: 'export', ...(object === undefined ? {} : { object }), ...one, detail: { ...detail, reason: detail.reason ?? null, ...(records.length > 1 ? { records } : {}) } })
    return null
  },
})

const recordsIn = (query: FormQuery): (string | undefined)[] => {
  const ids = [...new Set((query['record'] ?? '').split(',').map(id => id.trim()).filter(Boolean))]
  if (ids.length > MOST_RECORDS) throw new AppError('too_large', { key: 'form.tooManyRecords', params: { max: MOST_RECORDS } })
  return ids.length === 0 || query['blank'] === '1' ? [undefined] : ids
}

export async function formsOut(env: Env, actor: Actor, id: string, query: FormQuery, format: 'xlsx' | 'pdf'): Promise<FormsOut> {
  const records = recordsIn(query)
  const answer = await readForms(env, actor, async fill => {
    const opened: Opened[] = []
    for (const record of records) opened.push(await openForm(fill, id, { ...query, record }))
    return { opened, company: fill.now.company.name, shipped: fill.shipped, catalog: fill.catalog }
  })
  await noteExport(env, actor, answer, { query, format })
  const names = answer.opened.map(one => nameOf(answer.catalog, one))
  const { open } = answer.opened[0]!
  const many = fillPlaces(inLang(messages['form.severalName']!, actor.lang), { title: inLang(open.form.title, actor.lang), count: names.length })
  return { sheets: answer.opened.map(one => one.sheet), names: shortNames(names, inLang(open.form.title, actor.lang)), fileName: fileTitle(names.length === 1 ? names[0]! : many), company: answer.company }
}

const nameOf = (catalog: Catalog, { open, data, filled, sheet }: Opened): string => (data ? filledName(open.form, data, catalog).title : filled?.title ?? sheet.title)

/** On tabs the name of the form would only push out what tells them apart. */
const shortNames = (names: readonly string[], title: string): string[] => (names.length === 1 ? [title] : names.map(name => name.replace(title, '').trim() || title))

interface Leaving {
  opened: Opened[]
  shipped: FormBook
  catalog: Catalog
}

/** Refusals are noted in the log like those of any action. */
async function noteExport(env: Env, actor: Actor, { opened, shipped, catalog }: Leaving, { query, format }: { query: FormQuery; format: 'xlsx' | 'pdf' }): Promise<void> {
  const { open: { form }, params } = opened[0]!
  const blank = query['blank'] === '1'
  const delicate = blank ? new Map<string, number>() : delicateIn(catalog, opened, actor.lang)
  const reason = query['reason']?.trim().slice(0, 500) || undefined
  const lists = !blank && (form.record === undefined || opened.length > 1) ? objectsOf(form, shipped) : []
  await perform(env, actor, exportFormAction.name, {
    form: form.id, format, params, records: opened.flatMap(one => one.record ?? []), count: opened.length, blank,
    lists, delicate: [...delicate.keys()], most: Math.max(0, ...delicate.values()),
    ...(reason === undefined ? {} : { reason }), ...(form.record === undefined ? {} : { object: form.record }),
  })
}

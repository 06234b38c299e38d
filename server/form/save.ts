// Saving a form: its record with lines, rows of other objects and the values typed on it, in one transaction and one step of undo.
import { layout } from '#core/form/layout.ts'
import type { FormSave } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import type { Ctx } from '#server/action/context.ts'
import type { Change } from '#server/action/draft.ts'
import { saveRecords } from '#server/action/save.ts'
import type { FormData } from '#core/form/data.ts'
import { slotOf } from './filled.ts'
import { asksRecord } from './given.ts'
import type { Given } from './given.ts'
import { fillMeant, meantForm, queryOf } from './open.ts'
import type { Meant } from './open.ts'
import { gathering, noRefusals, throwRefusals } from './refusals.ts'
import type { Refusals } from './refusals.ts'
import { lineParts, recordPlace, saveObjectRows } from './save-grid.ts'
import { partsOf } from './save-parts.ts'
import type { SaveParts } from './save-parts.ts'
import { checkedValues, keepFilled, refuseStaleValues } from './save-values.ts'
import { formsIn } from './site.ts'
import { filledName } from './title.ts'

export interface SaveAnswer {
  record?: string
  filled?: string
  batch: string
}

export async function saveForm(ctx: Ctx, id: string, save: FormSave): Promise<SaveAnswer> {
  const env = await formsIn(ctx)
  const meant = await meantForm(env, id, queryOf(save))
  const { form } = meant.open
  if (meant.filled?.state === 'filed') throw new AppError('conflict', { key: 'form.isFiled' })
  const data = await fillMeant(env, meant, { light: true })
  const parts = partsOf(form, layout(form, data, env.catalog), save)
  const refusals = noRefusals()
  const values = await checkedValues(ctx, form, parts.values, refusals)
  refuseStaleValues(form, meant.filled, values, save.versions, refusals)
  const record = await savedRecord(ctx, { meant, parts, save, refusals })
  await saveRows(ctx, { meant, parts, save, refusals }, { ...data, record: withTyped(data, parts, record) })
  throwRefusals(refusals)
  const name = filledName(form, { ...data, record: withTyped(data, parts, record) }, env.catalog)
  ctx.journal.title = name.title
  const filled = Object.keys(values).length > 0 ? await keepFilled(ctx, aboutRecord(meant, record), name, { content: { ...meant.filled?.content, ...values } }) : meant.filled?.id
  return { ...(record === undefined ? {} : { record }), ...(filled === undefined ? {} : { filled }), batch: ctx.batch }
}

interface Saving {
  meant: Meant
  parts: SaveParts
  save: FormSave
  refusals: Refusals
}

/** Answers its id; undefined for forms without one, and where it was refused. */
async function savedRecord(ctx: Ctx, { meant, parts, save, refusals }: Saving): Promise<string | undefined> {
  const { record, open: { form } } = meant
  if (form.record === undefined) return undefined
  const lines = await lineParts(ctx, form, parts.grids, record, save.versions?.rows ?? {}, refusals)
  const values = { ...parts.record, ...lines.values }
  if (record !== undefined && Object.keys(values).length === 0) return record
  const seen = save.versions?.record
  const change: Change = record === undefined ? { values } : { id: record, values, ...(seen === undefined ? {} : { version: seen }) }
  const [saved] = await gathering(refusals, recordPlace(lines), () => saveRecords(ctx, form.record!, [change])) ?? []
  return saved?.ok ? saved.id : record
}

async function saveRows(ctx: Ctx, { parts, save, refusals, meant }: Saving, data: FormData): Promise<void> {
  const given: Given = { params: meant.params, record: data.record?.id ?? undefined, values: data.record?.values ?? {} }
  for (const part of parts.grids) {
    const { source } = part.grid
    // Rows of a record that was refused have nothing to belong to.
    if (!('object' in source) || (given.record === undefined && asksRecord(source.fresh))) continue
    await saveObjectRows(ctx, part, given, save.versions?.rows ?? {}, refusals)
  }
}

/** The record as it is after the save, as far as its form shows it. */
function withTyped({ record }: FormData, parts: SaveParts, id: string | undefined): FormData['record'] {
  return record && { ...record, id: id ?? null, values: { ...record.values, ...parts.record } }
}

const aboutRecord = (meant: Meant, record: string | undefined): Meant =>
  (record === meant.record ? meant : { ...meant, record, slot: slotOf(meant.open.form, meant.params, record) })

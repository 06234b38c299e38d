// Forms as an administrator wants them: published in versions, back to the original or to an earlier one, and the company's set.
import { formProblems, formSchema } from '#core/form/check-form.ts'
import type { Form } from '#core/form/form.ts'
import { AppError } from '#core/lib/error.ts'
import { inLang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { needPower } from '#core/object/rights.ts'
import type { Ctx } from '#server/action/context.ts'
import { lockLiving, loadRows } from '#server/action/rows.ts'
import { saveRecords } from '#server/action/save.ts'
import type { Reader } from '#server/database/transaction.ts'
import { objectOf } from '#core/object/catalog.ts'
import { addDesign, companyId, designAt, designVersions, formStamp, lockDesigns, newestDesigns } from '#server/schema/form-rows.ts'
import type { DesignVersion } from '#server/schema/form-rows.ts'
import { formOf, formsNow } from './book.ts'
import type { FormsNow, OpenForm } from './book.ts'
import type { FormBook } from './parts.ts'
import { formsOf } from './site.ts'

export interface FormDesign {
  form: Form
  original: Form
  versions: DesignVersion[]
}

export async function designOf(reader: Reader, now: FormsNow, actor: Actor, id: string): Promise<FormDesign> {
  needPower(actor, 'catalog')
  const { form, original, set } = formOf(now, id)
  return { form, original, versions: await designVersions(reader, actor.org, set, id) }
}

export const partNames = ({ parts }: FormBook): { reports: string[]; lookups: string[] } => ({ reports: Object.keys(parts.reports), lookups: Object.keys(parts.lookups) })

/** What stands, whatever this process believed; the lock lasts until the end of the transaction. */
async function standing(ctx: Ctx, id: string): Promise<{ open: OpenForm; versions: DesignVersion[]; shipped: FormBook }> {
  needPower(ctx.actor, 'catalog')
  const { shipped } = formsOf(ctx.env)
  await lockDesigns(ctx.tx, ctx.org)
  const { company } = await formStamp(ctx.tx, ctx.org)
  const open = formOf(formsNow(shipped, company, await newestDesigns(ctx.tx, ctx.org)), id)
  return { open, shipped, versions: await designVersions(ctx.tx, ctx.org, open.set, id) }
}

const newest = (versions: readonly DesignVersion[]): number => Math.max(0, ...versions.map(one => one.version))

export interface DesignAnswer {
  version: number
  batch: string
}

export async function publishDesign(ctx: Ctx, input: { form: Form; note?: string | undefined; seen: number }): Promise<DesignAnswer> {
  const { open, versions, shipped } = await standing(ctx, input.form.id)
  if (input.seen !== newest(versions)) throw new AppError('conflict', { key: 'form.newerDesign', params: { who: versions[0]?.by ?? '' } })
  const problems = formProblems(input.form, ctx.catalog, partNames(shipped), ctx.actor.lang, open.original)
  if (problems.length > 0) throw new AppError('invalid', { key: 'form.problems', params: { problems: problems.join('\n') } })
  return add(ctx, open, versions, { definition: input.form, note: input.note ?? null })
}

/** Without `to`: the original. Nothing is lost: what was published stays among the versions. */
export async function resetDesign(ctx: Ctx, input: { form: string; to?: number | undefined }): Promise<DesignAnswer> {
  const { open, versions } = await standing(ctx, input.form)
  const row = input.to === undefined ? { definition: null } : await designAt(ctx.tx, ctx.org, { set: open.set, form: input.form, version: input.to })
  if (!row) throw new AppError('not_found', { key: 'form.noVersion' })
  if (row.definition !== null && !formSchema.safeParse(row.definition).success) throw new AppError('invalid', { key: 'form.noVersion' })
  if (row.definition === null && !open.changed) return { version: newest(versions), batch: ctx.batch }
  return add(ctx, open, versions, { definition: row.definition, note: null })
}

async function add(ctx: Ctx, { form, set }: OpenForm, versions: readonly DesignVersion[], { definition, note }: { definition: unknown; note: string | null }): Promise<DesignAnswer> {
  const last = newest(versions)
  const version = Math.max(1, last) + 1
  await addDesign(ctx.tx, ctx.org, { set, form: form.id, version, definition, note, at: ctx.now, actor: ctx.actor.userId, name: ctx.actor.name })
  ctx.journal.title = inLang(form.title, ctx.actor.lang)
  ctx.journal.inverse = { action: 'form.resetDesign', input: { form: form.id, ...(last === 0 ? {} : { to: last }) } }
  ctx.journal.audit.push({ what: 'form', detail: { form: form.id, set, version, ...(definition === null ? { original: true } : {}), ...(note === null ? {} : { note }) } })
  renew(ctx)
  return { version, batch: ctx.batch }
}

const renew = (ctx: Ctx): void => void ctx.journal.after.push(async () => formsOf(ctx.env).forget())

export async function chooseSet(ctx: Ctx, key: string | null): Promise<{ set: string | null; batch: string }> {
  const { shipped } = formsOf(ctx.env)
  if (key !== null && !shipped.sets.some(set => set.key === key)) throw new AppError('not_found', { key: 'form.noSet' })
  const company = objectOf(ctx.catalog, 'company')
  const id = await companyId(ctx.tx, ctx.org)
  if (id === undefined) throw new AppError('not_found', { key: 'record.unknown' })
  await lockLiving(ctx, company, [id])
  const settings = (await loadRows(ctx, company, [id])).get(id)?.values['settings'] as Record<string, unknown> | null | undefined
  await saveRecords(ctx, company.name, [{ id, values: { settings: { ...settings, formSet: key } } }], { trusted: true })
  const chosen = shipped.sets.find(set => set.key === key)
  ctx.journal.title = chosen ? inLang(chosen.label, ctx.actor.lang) : ''
  renew(ctx)
  return { set: key, batch: ctx.batch }
}

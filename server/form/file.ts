// 定稿 and back: the page is kept as it is now and locked; its owner, or who may change it, opens it again.
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import type { Form } from '#core/form/form.ts'
import { visibleIds } from '#server/record/visible.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { saveRecords } from '#server/action/save.ts'
import { FILLED } from './filled.ts'
import { freeze, packed } from './freeze.ts'
import { fillMeant, meantForm, queryOf } from './open.ts'
import type { Meant } from './open.ts'
import { keepFilled } from './save-values.ts'
import { formsIn } from './site.ts'
import { filledName } from './title.ts'

export interface FileInput {
  form: string
  params: Record<string, unknown>
  record?: string | null | undefined
  filled?: string | undefined
}

export interface FileAnswer {
  filled: string
  batch: string
}

export async function fileForm(ctx: Ctx, input: FileInput): Promise<FileAnswer> {
  const env = await formsIn(ctx)
  const meant = await meantForm(env, input.form, queryOf(input))
  const { open, filled } = meant
  if (filled?.state === 'filed') throw new AppError('conflict', { key: 'form.isFiled' })
  if (open.form.record !== undefined && meant.record === undefined) throw new AppError('invalid', { key: 'form.saveFirst' })
  needFilled(open.form, filled?.content ?? {})
  const data = await fillMeant(env, meant)
  const name = filledName(open.form, data, env.catalog)
  const sheet = packed(freeze(env.catalog, open, data))
  const id = await keepFilled(ctx, meant, name, { state: 'filed', sheet, filedBy: ctx.actor.userId, filedAt: ctx.now })
  ctx.journal.title = name.title
  return { filled: id, batch: ctx.batch }
}

function needFilled(form: Form, content: Readonly<Record<string, unknown>>): void {
  const missing = Object.entries(form.values ?? {}).filter(([key, field]) => field.required && (content[key] ?? null) === null)
  if (missing.length === 0) return
  throw new AppError('invalid', { fields: Object.fromEntries(missing.map(([key]) => [`value.${key}`, { key: 'field.required' }])) as FieldErrors })
}

export async function reopenForm(ctx: Ctx, input: FileInput): Promise<FileAnswer> {
  const env = await formsIn(ctx)
  const meant = await meantForm(env, input.form, queryOf(input))
  const id = await filedHere(ctx, meant)
  await saveRecords(ctx, FILLED, [{ id, values: { state: 'open', sheet: null, filedBy: null, filedAt: null } }], { trusted: true })
  return { filled: id, batch: ctx.batch }
}

async function filedHere(ctx: Ctx, { filled }: Meant): Promise<string> {
  if (!filled) throw new AppError('not_found', { key: 'form.nothingKept' })
  if (filled.state !== 'filed') throw new AppError('conflict', { key: 'form.notFiled' })
  const mine = await visibleIds(ctx.tx, ctx.catalog, ctx.actor, objectOf(ctx.catalog, FILLED), [filled.id], 'update')
  if (!mine.has(filled.id)) throw new AppError('forbidden', { key: 'form.noKeep' })
  ctx.journal.title = filled.title
  return filled.id
}

// A form on the drawing board, laid out with the data that its designer may see; without any where he may see none.
import type { Form } from '#core/form/form.ts'
import { layout } from '#core/form/layout.ts'
import { readParams } from '#core/form/params.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { today } from '#core/lib/date.ts'
import { AppError } from '#core/lib/error.ts'
import { needPower } from '#core/object/rights.ts'
import { formOf } from './book.ts'
import type { OpenForm } from './book.ts'
import { fillForm } from './fill.ts'
import type { FillEnv } from './fill.ts'
import { recordAsked } from './fill-record.ts'
import { textsOf } from './open.ts'

export async function previewForm(env: FillEnv, form: Form, params: Readonly<Record<string, unknown>>, record: string | undefined): Promise<Sheet> {
  needPower(env.actor, 'catalog')
  const { original, set, version } = formOf(env.now, form.id)
  if (form.record !== original.record) throw new AppError('invalid', { key: 'form.otherForm', params: { name: form.id } })
  const open: OpenForm = { form, original, set, version, changed: true }
  const asked = { params: readParams(form, textsOf(params), { today: today(env.actor.zone), userId: env.actor.userId }).params, record: recordAsked(form, record), values: {}, canValues: true }
  try {
    return layout(form, await fillForm(env, open, asked), env.catalog)
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.code === 'internal' || fault.code === 'unavailable') throw fault
    // Not his to read, or a name that means nothing yet: the paper is shown all the same, without data.
    return layout(form, await fillForm(env, open, { ...asked, params: {}, empty: true }), env.catalog)
  }
}

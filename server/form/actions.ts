// What is done with forms: saved, filed, opened again. Importing this file makes the actions known.
import { z } from 'zod'
import type { FormSave } from '#core/form/sheet.ts'
import { messages } from '#core/lib/messages.ts'
import { defineAction } from '#server/action/define.ts'
import { saveForm } from './save.ts'
import type { SaveAnswer } from './save.ts'

export const key = z.string().min(1).max(63)
export const formId = z.string().regex(/^[A-Za-z][\w-]{0,30}$/, { error: 'value.invalid' })
const version = z.int().min(0)
export const wireParams = z.record(key, z.unknown())
const rowId = z.string().min(1).max(40)

const bind = z.strictObject({ on: z.enum(['record', 'row', 'value']), path: z.string().min(1).max(200), block: key.optional(), row: rowId.optional() })

/** Places on one form: more than any has. */
const MOST = 20_000

export const saveSchema = z.strictObject({
  params: wireParams.default({}),
  record: z.string().max(36).nullish(),
  changes: z.array(z.strictObject({ bind, value: z.unknown() })).max(MOST),
  removed: z.array(z.strictObject({ block: key, row: rowId })).max(2000).optional(),
  versions: z.strictObject({ record: version.optional(), filled: version.optional(), rows: z.record(z.string().max(40), version).optional() }).optional(),
}) as unknown as z.ZodType<FormSave>

export const saveFormAction = defineAction<{ form: string; save: FormSave }, SaveAnswer>({
  name: 'form.save', label: messages['form.saveLabel']!,
  input: z.strictObject({ form: formId, save: saveSchema }),
  run: (ctx, { form, save }) => saveForm(ctx, form, save),
})

// What is done with forms: saved, filed, opened again. Importing this file makes the actions known.
import { z } from 'zod'
import { formSchema } from '#core/form/check-form.ts'
import type { Form } from '#core/form/form.ts'
import type { FormSave } from '#core/form/sheet.ts'
import { messages } from '#core/lib/messages.ts'
import { deeperThan } from '#server/record/rows.ts'
import { defineAction } from '#server/action/define.ts'
import { chooseSet, publishDesign, resetDesign } from './design.ts'
import type { DesignAnswer } from './design.ts'
import { fileForm, reopenForm } from './file.ts'
import type { FileAnswer, FileInput } from './file.ts'
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
  filled: z.string().max(36).optional(),
  changes: z.array(z.strictObject({ bind, value: z.unknown() })).max(MOST),
  removed: z.array(z.strictObject({ block: key, row: rowId })).max(2000).optional(),
  versions: z.strictObject({ record: version.optional(), filled: version.optional(), rows: z.record(z.string().max(40), version).optional() }).optional(),
}) as unknown as z.ZodType<FormSave>

export const saveFormAction = defineAction<{ form: string; save: FormSave }, SaveAnswer>({
  name: 'form.save', label: messages['form.saveLabel']!,
  input: z.strictObject({ form: formId, save: saveSchema }),
  run: (ctx, { form, save }) => saveForm(ctx, form, save),
})

export const placeSchema = z.strictObject({ params: wireParams.default({}), record: z.string().max(36).nullish(), filled: z.string().max(36).optional() })
const fileSchema = placeSchema.extend({ form: formId }) as unknown as z.ZodType<FileInput>

export const fileFormAction = defineAction<FileInput, FileAnswer>({
  name: 'form.file', label: messages['form.fileLabel']!, timeoutMs: 60_000, input: fileSchema, run: fileForm,
})

export const reopenFormAction = defineAction<FileInput, FileAnswer>({
  name: 'form.reopen', label: messages['form.reopenLabel']!, input: fileSchema, run: reopenForm,
})

/** Filters nest without end: what is deeper than any form is refused before anything walks it. */
export const designedForm: z.ZodType<Form> = z.unknown().refine(value => !deeperThan(value, 60), { error: 'filter.tooDeep' }).pipe(formSchema)

const note = z.string().trim().max(500).optional()
/** A version that a browser saw; 0 before the first. */
export const designSchema = z.strictObject({ form: designedForm, note, seen: version })

export const designFormAction = defineAction<{ form: Form; note?: string | undefined; seen: number }, DesignAnswer>({
  name: 'form.design', label: messages['form.designLabel']!, power: 'catalog', input: designSchema, run: publishDesign,
})

export const resetSchema = z.strictObject({ to: version.optional() })

export const resetDesignAction = defineAction<{ form: string; to?: number | undefined }, DesignAnswer>({
  name: 'form.resetDesign', label: messages['form.resetLabel']!, power: 'catalog', input: resetSchema.extend({ form: formId }), run: resetDesign,
})

export const setSchema = z.strictObject({ key: key.nullable() })

export const chooseSetAction = defineAction<{ key: string | null }, { set: string | null; batch: string }>({
  name: 'form.chooseSet', label: messages['form.setLabel']!, power: 'catalog', input: setSchema, run: (ctx, input) => chooseSet(ctx, input.key),
})

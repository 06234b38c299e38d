// A click on a form's own button: an action of the business, given the form's parameters and record.
import { AppError } from '#core/lib/error.ts'
import type { Text } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import type { Env } from '#server/action/context.ts'
import { perform } from '#server/action/perform.ts'
import type { PerformOptions } from '#server/action/perform.ts'
import { meantForm, queryOf } from './open.ts'
import { readForms } from './site.ts'

/** What to open or say next. */
export interface ActAnswer {
  form?: string
  record?: string
  params?: Record<string, unknown>
  message?: string | Text
}

export interface ActInput {
  form: string
  key: string
  params: Record<string, unknown>
  record?: string | null | undefined
  filled?: string | undefined
}

export async function actOnForm(env: Env, actor: Actor, input: ActInput, options: PerformOptions): Promise<ActAnswer> {
  const { open, params, record } = await readForms(env, actor, fill => meantForm(fill, input.form, queryOf(input)))
  // The original's: a published design cannot make a button do anything else.
  const act = open.original.acts?.find(one => one.key === input.key)
  if (!act || !open.form.acts?.some(one => one.key === input.key)) throw new AppError('not_found', { key: 'action.unknown' })
  return await perform<ActAnswer | null>(env, actor, act.action, { params, ...(record === undefined ? {} : { record }) }, options) ?? {}
}

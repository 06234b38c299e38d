// Opens a form: parameters read, the filled form kept under them found, everything filled and laid out.
import type { FormData } from '#core/form/data.ts'
import { layout } from '#core/form/layout.ts'
import { readParams } from '#core/form/params.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { today } from '#core/lib/date.ts'
import { AppError } from '#core/lib/error.ts'
import { canKeep, needOpen } from './access.ts'
import { formOf } from './book.ts'
import type { OpenForm } from './book.ts'
import { fillForm } from './fill.ts'
import type { FillEnv } from './fill.ts'
import { recordAsked } from './fill-record.ts'
import { filledFacts, filledOf, findFilled, slotOf } from './filled.ts'
import type { Filled } from './filled.ts'
import { thawed, toldIn } from './freeze.ts'
import type { Told } from './freeze.ts'
import { idsIn } from './labels.ts'

/** As it stands in an address: `record`, `blank` and `filled` have their own meaning, the rest are parameters. */
export type FormQuery = Readonly<Record<string, string | undefined>>

export interface Meant {
  open: OpenForm
  params: Record<string, unknown>
  record: string | undefined
  filled: Filled | undefined
  slot: string
}

/** Wire values as they stand in an address. */
export function textsOf(params: Readonly<Record<string, unknown>>): Record<string, string> {
  const made = Object.create(null) as Record<string, string>
  for (const [key, value] of Object.entries(params)) {
    made[key] = value === null || value === undefined ? '' : typeof value === 'object' ? idsIn(value).join(',') : String(value)
  }
  return made
}

/** The same place as a request names it: a form is opened and saved by one and the same way. */
export const queryOf = ({ params, record, filled }: { params: Readonly<Record<string, unknown>>; record?: string | null | undefined; filled?: string | undefined }): FormQuery =>
  ({ ...textsOf(params), ...(record ? { record } : {}), ...(filled ? { filled } : {}) })

/** Which form, of what, and what is kept of it. Refuses what the person may not open. */
export async function meantForm(env: FillEnv, id: string, query: FormQuery): Promise<Meant> {
  const open = formOf(env.now, id)
  needOpen(env.catalog, env.actor, env.shipped, open.form)
  const kept = query['filled'] ? await filledOf(env, id, query['filled']) : undefined
  const given = kept ? textsOf(kept.params) : Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Record<string, string>
  const { params } = readParams(open.form, given, { today: today(env.actor.zone), userId: env.actor.userId })
  const record = kept ? kept.record : recordAsked(open.form, query['record'])
  const slot = slotOf(open.form, params, record)
  // A record that does not exist yet has nothing kept.
  const filled = kept ?? (open.form.record !== undefined && record === undefined ? undefined : await findFilled(env, slot, record !== undefined))
  return { open, params, record, filled, slot }
}

export async function fillMeant(env: FillEnv, meant: Meant, more: { blank?: boolean; light?: boolean } = {}): Promise<FormData> {
  const { open, params, record, filled } = meant
  const canValues = filled ? filled.canUpdate && filled.state === 'open' : canKeep(env.catalog, env.actor)
  return fillForm(env, open, { params, record, values: filled?.content ?? {}, canValues, ...more })
}

export interface Opened extends Meant {
  sheet: Sheet
  /** What it was laid out from; a filed page has none. */
  data?: FormData
}

export async function openForm(env: FillEnv, id: string, query: FormQuery): Promise<Opened> {
  const blank = query['blank'] === '1'
  const meant = await meantForm(env, id, blank ? { ...query, record: undefined, filled: undefined } : query)
  const { filled, open } = meant
  const facts = filled && !blank ? { filled: filledFacts(filled) } : {}
  if (filled?.frozen && !blank) return { ...meant, sheet: { ...thawed(env.catalog, env.actor, filled.frozen, await toldOf(env, meant)), ...facts } }
  const data = await fillMeant(env, meant, { blank })
  return { ...meant, data, sheet: { ...layout(open.form, data, env.catalog), ...facts } }
}

/** Who filed the page knows it; others find of what the business worked out only what they would be told themselves. */
async function toldOf(env: FillEnv, meant: Meant): Promise<Told> {
  const { filled } = meant
  if (filled?.filedBy === env.actor.userId || !filled?.frozen?.guards.some(guard => !('object' in guard))) return () => true
  const own = await fillMeant(env, meant).catch((fault: unknown) => {
    if (fault instanceof AppError && fault.code !== 'internal' && fault.code !== 'unavailable') return undefined
    throw fault
  })
  return toldIn(own)
}

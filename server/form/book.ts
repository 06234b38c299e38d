// The forms that count now: shipped, replaced by those of the company's set, replaced by what an administrator published.
// Kept for a second, like people's rights: a published form is felt everywhere within that time.
import type pg from 'pg'
import { formSchema } from '#core/form/check-form.ts'
import type { Form } from '#core/form/form.ts'
import { AppError } from '#core/lib/error.ts'
import { read } from '#server/database/transaction.ts'
import type { Reader } from '#server/database/transaction.ts'
import { formStamp, newestDesigns } from '#server/schema/form-rows.ts'
import type { CompanyFacts, DesignRow } from '#server/schema/form-rows.ts'
import type { FormBook } from './parts.ts'

export interface OpenForm {
  form: Form
  /** As shipped, by the product or by the set. */
  original: Form
  /** Of the declaration: files carry it. */
  version: number
  /** The set that the original is of; '' for the product's own. Designs are kept under it. */
  set: string
  /** An administrator's variant. */
  changed: boolean
}

export interface FormsNow {
  forms: ReadonlyMap<string, OpenForm>
  set: string | null
  company: CompanyFacts
}

export interface FormStore {
  shipped: FormBook
  now(): Promise<FormsNow>
  /** The next to ask looks anew: after a change of one's own. */
  forget(): void
}

const FRESH_MS = 1000
/** Versions of a set's forms begin here, so that no file of one set is taken for one of another. */
const SET_STEP = 1000

export function openForms(pool: pg.Pool, org: number, shipped: FormBook): FormStore {
  let known: { at: number; now: Promise<FormsNow> } | undefined
  let designs: { count: number; rows: DesignRow[] } = { count: -1, rows: [] }
  const look = async (reader: Reader): Promise<FormsNow> => {
    const { designs: count, company } = await formStamp(reader, org)
    if (count !== designs.count) designs = { count, rows: await newestDesigns(reader, org) }
    return formsNow(shipped, company, designs.rows)
  }
  return {
    shipped,
    now() {
      if (known && Date.now() - known.at < FRESH_MS) return known.now
      const entry = { at: Date.now(), now: read(pool, look) }
      known = entry
      entry.now.catch(() => {
        if (known === entry) known = undefined
      })
      return entry.now
    },
    forget() {
      known = undefined
    },
  }
}

export function formsNow(shipped: FormBook, company: CompanyFacts, designs: readonly DesignRow[]): FormsNow {
  const chosen = shipped.sets.find(set => set.key === company.settings.formSet)
  const own = new Map(chosen?.forms.map(form => [form.id, form]))
  const originals = [...shipped.forms.map(form => own.get(form.id) ?? form), ...[...own.values()].filter(form => !shipped.forms.some(other => other.id === form.id))]
  const forms = new Map(originals.map(original => {
    const set = own.has(original.id) ? chosen!.key : ''
    const row = designs.find(design => design.set === set && design.form === original.id)
    const first = set === '' ? 0 : SET_STEP * (1 + shipped.sets.indexOf(chosen!))
    const form = row && row.definition !== null ? designed(row.definition, original) : undefined
    return [original.id, { form: form ?? original, original, set, version: first + (row?.version ?? 1), changed: form !== undefined }]
  }))
  return { forms, set: chosen?.key ?? null, company }
}

/** What a later release can no longer read gives way to the original, rather than to no form at all. */
function designed(definition: unknown, original: Form): Form | undefined {
  const answer = formSchema.safeParse(definition)
  return answer.success && answer.data.id === original.id && answer.data.record === original.record ? answer.data : undefined
}

export function formOf(now: FormsNow, id: string): OpenForm {
  const open = now.forms.get(id)
  if (!open) throw new AppError('not_found', { key: 'form.unknown' })
  return open
}

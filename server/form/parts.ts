// What the business adds to forms that no declaration can say: reports (rows worked out) and lookups (values beside rows).
// Features export FormParts from their .server.ts; app/forms.ts joins them.
import type { Form, FormSet } from '#core/form/form.ts'
import type { GridData, RowData } from '#core/form/data.ts'
import type { SheetLink } from '#core/form/sheet.ts'
import type { Lang, Text } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Reader } from '#server/database/transaction.ts'

/** Who asks for a form, of what, at which moment. Everything read through it sees the same moment. */
export interface FormAsk {
  reader: Reader
  catalog: Catalog
  actor: Actor
  /** Wire values of the form's parameters, presets filled in. */
  params: Record<string, unknown>
  /** The form's record, for forms about one. */
  record?: string
  /** In the company's zone. */
  today: string
  lang: Lang
  /** Company settings that reports obey (grade basis, bands ...): the `settings` of the company record. */
  settings: Record<string, unknown>
}

/** `given` is the source's `with`; `columns` are the keys that the form shows: what costs extra is worked out only for them. */
export type Report = (ask: FormAsk, given: Record<string, unknown>, columns?: readonly string[]) => Promise<GridData>

export interface Lookup {
  /** Paths of the rows' object that must be read for it: 'customer'. */
  needs: string[]
  /** Values by the row's id; rows left out have none. */
  run(ask: FormAsk, rows: RowData[]): Promise<Map<string, { value: unknown; link?: SheetLink }>>
}

export interface FormParts {
  reports?: Record<string, Report>
  lookups?: Record<string, Lookup>
}

/** All forms of the product as they are shipped. */
export interface FormBook {
  forms: Form[]
  sets: FormSet[]
  parts: Required<FormParts>
  /** Names of the shipped roles by the keys that forms name in `filledBy`. */
  roles?: Record<string, Text>
  /** Who may not read this object at all does not know of the forms that reports fill. */
  reads?: string
}

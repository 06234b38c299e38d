// All paper forms that are declared in code, the sets that stand in for them, and what the business works out for them.
import type { Form, FormSet } from '#core/form/form.ts'
import type { FormBook, FormParts } from '#server/form/parts.ts'

const forms: Form[] = []
const sets: FormSet[] = []
const parts: FormParts[] = []

export const formBook: FormBook = {
  forms, sets,
  parts: { reports: Object.assign({}, ...parts.map(part => part.reports)), lookups: Object.assign({}, ...parts.map(part => part.lookups)) } as FormBook['parts'],
}

// What the analysis gives to the forms: reports of F05-F09 and F16, and figures beside the customers of other forms.
import type { FormParts } from '#server/form/parts.ts'
import { salesLookups } from './lookups.server.ts'

export const analysisParts: FormParts = { lookups: salesLookups }

// What the analysis gives to the forms: reports of F05-F09 and F16, and figures beside the customers of other forms.
import type { FormParts } from '#server/form/parts.ts'
import './grade-action.server.ts'
import { grades } from './grades.server.ts'
import { keyCustomers } from './key-customers.server.ts'
import { salesLookups } from './lookups.server.ts'
import { matrix } from './matrix.server.ts'
import { overview } from './overview.server.ts'
import { regions } from './regions.server.ts'
import { representatives } from './representatives.server.ts'

export const analysisParts: FormParts = { reports: { overview, regions, matrix, grades, keyCustomers, representatives }, lookups: salesLookups }

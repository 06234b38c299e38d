// What countermeasures (F10, F11) and evaluations (F12) add to actions and forms; importing it makes the actions known.
import type { FormParts } from '#server/form/parts.ts'
import './propose.server.ts'
import { evaluationAdvice } from './evaluation.server.ts'

export const measureParts: FormParts = { lookups: { evaluationAdvice } }

// The sentences people read when something is refused, in both languages. A refusal names one by its key.
import { ruleMessages } from '../rule/messages.ts'
import type { Refusal } from './error.ts'
import { actionMessages } from './messages-action.ts'
import { analysisMessages } from './messages-analysis.ts'
import { caseMessages } from './messages-case.ts'
import { CLEAN_MESSAGES } from './messages-clean.ts'
import { exportMessages } from './messages-export.ts'
import { fieldMessages } from './messages-field.ts'
import { faultMessages } from './messages-fault.ts'
import { flowMessages } from './messages-flow.ts'
import { formMessages } from './messages-form.ts'
import { paperMessages } from './messages-paper.ts'
import { queryMessages } from './messages-query.ts'
import { serviceMessages } from './messages-service.ts'
import { sheetMessages } from './messages-sheet.ts'
import { importMessages } from './messages-import.ts'
import { userMessages } from './messages-user.ts'
import { visitMessages } from './messages-visit.ts'
import type { Lang, Text } from './text.ts'
import { fillPlaces, inLang } from './text.ts'

export const messages: Readonly<Record<string, Text>> = {
  ...CLEAN_MESSAGES, ...ruleMessages, ...fieldMessages, ...actionMessages, ...faultMessages, ...queryMessages, ...userMessages, ...importMessages, ...sheetMessages, ...exportMessages, ...serviceMessages, ...formMessages, ...paperMessages, ...analysisMessages, ...flowMessages, ...caseMessages, ...visitMessages,
}

const UNKNOWN: Text = { zh: '操作没有完成（{key}）', en: 'This could not be done ({key})' }

/** Features and parts of the server that carry their own sentences (spreadsheets) pass them as `more`. */
export function messageOf(refusal: Refusal, lang: Lang, more: Readonly<Record<string, Text>> = {}): string {
  const table = Object.hasOwn(messages, refusal.key) ? messages : more
  const text = Object.hasOwn(table, refusal.key) ? table[refusal.key]! : UNKNOWN
  return fillPlaces(inLang(text, lang), { key: refusal.key, ...refusal.params })
}

/** The place that the part after the colon fills: 'number.min:0' → {min}. */
const PLACE: Record<string, string> = {
  'number.min': 'min', 'number.max': 'max', 'number.places': 'places', 'text.tooLong': 'max',
}

/** A complaint of a field's zod schema as a refusal; zod's own English is never shown to people. */
export function refusalOf(message: string): Refusal {
  const [, key, value] = /^([a-z][A-Za-z]*\.[A-Za-z]+)(?::(.*))?$/.exec(message) ?? []
  if (key === undefined) return { key: 'value.invalid' }
  return value === undefined || PLACE[key] === undefined ? { key } : { key, params: { [PLACE[key]]: value } }
}

// Words of the reports in the reader's language, and the settings of the company that they obey.
import { messageOf } from '#core/lib/messages.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { runQuery } from '#server/record/page.ts'
import type { Months } from './period.ts'
import { analysisFields } from './settings-fields.ts'

type Params = Record<string, string | number>

export const tell = ({ lang }: Pick<FormAsk, 'lang'>, key: string, params: Params = {}): string => messageOf({ key, params }, lang)

/** 2026年1-10月; the whole year by its number. */
export function sayMonths(ask: Pick<FormAsk, 'lang'>, { from, to }: Months): string {
  const year = Math.floor(from / 100)
  const [first, last] = [from % 100, to % 100]
  if (first === 1 && last === 12) return tell(ask, 'analysis.year', { year })
  return first === last ? tell(ask, 'analysis.month', { year, from: first }) : tell(ask, 'analysis.months', { year, from: first, to: last })
}

export interface Settings {
  gradeBasis: string
  spendHigh: string
  spendLow: string
  growthFloor: string
  ageBands: string[]
  wageBands: string[]
}

const KEYS = Object.keys(analysisFields)

/** Of the company's record; what is empty there is as shipped. */
export async function settingsOf({ reader, catalog, actor, settings }: FormAsk): Promise<Settings> {
  const { rows } = await runQuery(reader, catalog, actor, { object: 'company', columns: KEYS, size: 1, total: 'none' })
  const known = (key: string): string => String(settings[key] ?? rows[0]?.[key] ?? analysisFields[key]!.initial)
  return {
    gradeBasis: known('gradeBasis'), spendHigh: known('spendHigh'), spendLow: known('spendLow'), growthFloor: known('growthFloor'),
    ageBands: bands(known('ageBands')), wageBands: bands(known('wageBands')),
  }
}

/** Beginnings of bands, rising. */
const bands = (text: string): string[] =>
  [...new Set(text.split(/[^\d]+/).filter(part => part !== '').map(Number))].sort((a, b) => a - b).map(String)

/** A whole number that a parameter holds, inside its bounds. */
export function countOf(value: unknown, preset: number, most: number): number {
  const number = Number(value ?? preset)
  return Number.isFinite(number) ? Math.min(most, Math.max(1, Math.trunc(number))) : preset
}

/** Id of a reference among the parameters. */
export const idOf = (value: unknown): string | undefined =>
  (typeof value === 'string' && value !== '' ? value : typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined)

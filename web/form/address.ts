// Which form, of what: the search part of a form's address, and the query string that the server is asked with.
import type { Sheet } from '#core/form/sheet.ts'

/** `record`, `filled`, `blank` and `for` have their own meaning; everything else is a parameter of the form. */
export type FormSearch = Record<string, string | number>

const OWN = new Set(['for'])

/** A reference is known by its id, several by theirs; the rest by its plain value. */
const plain = (value: unknown): string =>
  (Array.isArray(value) ? value.map(plain).join(',') : typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : value === null || value === undefined ? '' : String(value))

/** Numbers stand in the address as such: ?year=2026 without quotes. */
const short = (text: string): string | number => (/^\d{1,9}$/.test(text) && String(Number(text)) === text ? Number(text) : text)

export const readSearch = (search: Record<string, unknown>): FormSearch =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => {
    const text = plain(value)
    return text === '' ? [] : [[key, short(text)]]
  }))

/** Parameters and record as they stand in an address. */
export const searchOf = (params: Record<string, unknown>, record?: string | null): FormSearch =>
  readSearch({ ...params, ...(record === undefined || record === null ? {} : { record }) })

export const queryText = (search: FormSearch): string => {
  const set = Object.entries(search).filter(([key]) => !OWN.has(key)).map(([key, value]) => [key, String(value)] as [string, string])
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}

/** The same filled form has the same name, whichever way it was opened. */
export function placeOf({ form, params, record }: Pick<Sheet, 'form' | 'params' | 'record'>, about?: string | number): string {
  const named = Object.entries(params).filter(([, value]) => value !== null && value !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${plain(value)}`)
  return ['form', form, named.join('&'), record ? record.id ?? 'new' : '', about ?? ''].join(':')
}

// Hands for the tests of forms: a site with the small book, and what people type into its sheets.
import type { CellBind, FormSave, Sheet } from '#core/form/sheet.ts'
import { errorKey } from '#core/form/changes.ts'

/** A person of the test site, as far as these hands need one. */
interface Person {
  call(method: 'POST', url: string, body?: unknown): Promise<{ statusCode: number; json<T>(): T }>
  ok<T>(method: 'POST', url: string, body?: unknown): Promise<T>
}

export const textAt = (sheet: Sheet, key: string): string | undefined => sheet.cells.find(cell => cell.bind && errorKey(cell.bind) === key)?.text
export const says = (sheet: Sheet, text: string): boolean => sheet.cells.some(cell => cell.text.includes(text))
export const rowIds = (sheet: Sheet, block: string): string[] =>
  sheet.bands.filter(band => band.block === block).flatMap(band => sheet.rows.slice(band.from, band.to).flatMap(row => (row.row && !row.row.startsWith('new:') ? [row.row] : [])))

export const on = (path: string): CellBind => ({ on: 'record', path })
export const value = (path: string): CellBind => ({ on: 'value', path })
export const row = (block: string, id: string, path: string): CellBind => ({ on: 'row', block, row: id, path })

/** What the page sends: changes with the versions that were seen. */
export function saving(sheet: Sheet, ...changes: [CellBind, unknown][]): FormSave {
  return {
    params: sheet.params, ...(sheet.record ? { record: sheet.record.id } : {}), changes: changes.map(([bind, value]) => ({ bind, value })),
    versions: {
      ...(sheet.record?.version ? { record: sheet.record.version } : {}), ...(sheet.filled ? { filled: sheet.filled.version } : {}),
      rows: Object.fromEntries(sheet.rows.flatMap(row => (row.row && row.version !== undefined ? [[row.row, row.version]] : []))),
    },
  }
}

export interface SavedForm { record?: string; batch: string; sheet: Sheet }

export const save = (person: Person, form: string, sheet: Sheet, ...changes: [CellBind, unknown][]): Promise<SavedForm> =>
  person.ok<SavedForm>('POST', `/api/forms/${form}/save`, saving(sheet, ...changes))

export interface Refused { status: number; key: string; params: Record<string, string>; fields: Record<string, { key: string; message: string }> }

export async function refused(person: Person, url: string, body: unknown): Promise<Refused> {
  const answer = await person.call('POST', url, body)
  const { error } = answer.json<{ error?: { key: string; params: Record<string, string>; fields?: Refused['fields'] } }>()
  return { status: answer.statusCode, key: error?.key ?? '', params: error?.params ?? {}, fields: error?.fields ?? {} }
}

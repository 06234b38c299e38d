// What a form's workbook carries, hidden, so that it finds its way back: what each cell writes to and what it said.
import { z } from 'zod'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import { inLang } from '#core/lib/text.ts'
import { labelFinder } from './labels.ts'
import { writtenText } from './written.ts'

export const META_SHEET = '_guanxi'
/** In the hidden last column: rows of the form by number; below them, the columns and which form of the workbook it is. */
export const rowMark = (row: number): string => `k${row}`
export const columnMark = (col: number): string => `c${col}`
export const formMark = (form: number): string => `guanxi:${form}`

const place = z.int().min(0).max(20_000)
const text = z.string().max(40_000)

const metaCell = z.object({
  r: place, c: place,
  /** As the reader gives it back. */
  w: text,
  /** Place among the labels. */
  l: place,
  bind: z.object({ on: z.enum(['record', 'row', 'value']), path: text, block: text.optional(), row: text.optional() }).optional(),
  /** Formulas and row numbers: what they say is nobody's input. */
  quiet: z.literal(1).optional(),
})

const metaSchema = z.object({
  format: z.literal(1), form: text, version: z.int(), lang: z.enum(['zh', 'en']), title: text,
  params: z.record(z.string(), z.unknown()),
  record: text.nullable().optional(),
  recordVersion: z.int().nullable().optional(),
  filledVersion: z.int().optional(),
  labels: z.array(text),
  rows: z.array(z.object({ row: text.optional(), version: z.int().optional(), block: text.optional() })).max(20_000),
  /** By grid: paths of its columns that can be typed, and their labels. */
  grids: z.record(z.string(), z.object({ paths: z.record(z.string(), text), labels: z.record(z.string(), text) })),
  cells: z.array(metaCell).max(100_000),
})

export type Meta = z.infer<typeof metaSchema>
export type MetaCell = z.infer<typeof metaCell>

/** Characters: a form of five hundred rows takes a tenth of it. */
const LONGEST = 5_000_000

/** Undefined when somebody changed what he should not. */
export function parseMeta(json: string): Meta | undefined {
  if (json.length > LONGEST) return undefined
  try {
    const answer = metaSchema.safeParse(JSON.parse(json))
    return answer.success ? answer.data : undefined
  } catch {
    return undefined
  }
}

const LABELS = new Set<Cell['style']>(['company', 'title', 'label', 'head', 'below', 'group'])

export function metaOf(sheet: Sheet): Meta {
  const labels: string[] = []
  const places = new Map<string, number>()
  const find = labelFinder(sheet)
  const labelPlace = (cell: Cell): number => {
    const label = find(cell)
    const known = places.get(label)
    if (known !== undefined) return known
    places.set(label, labels.length)
    return labels.push(label) - 1
  }
  const cells = sheet.cells.filter(cell => cell.bind !== undefined || !LABELS.has(cell.style)).map(cell => ({
    r: cell.row, c: cell.col, w: writtenText(cell), l: labelPlace(cell), ...(cell.bind ? { bind: cell.bind } : {}),
    ...(cell.formula || cell.style === 'number' ? { quiet: 1 as const } : {}),
  }))
  return {
    format: 1, form: sheet.form, version: sheet.version, lang: sheet.lang, title: sheet.title, params: sheet.params,
    ...(sheet.record ? { record: sheet.record.id, recordVersion: sheet.record.version } : {}),
    ...(sheet.filled ? { filledVersion: sheet.filled.version } : {}),
    labels, rows: rowsOf(sheet), grids: gridsOf(sheet), cells,
  }
}

function rowsOf(sheet: Sheet): Meta['rows'] {
  const rows: Meta['rows'] = sheet.rows.map(({ row, version }) => ({ ...(row === undefined ? {} : { row }), ...(version === undefined ? {} : { version }) }))
  for (const band of sheet.bands) if (band.block !== undefined) for (let row = band.from; row < band.to; row++) rows[row]!.block = band.block
  return rows
}

function gridsOf(sheet: Sheet): Meta['grids'] {
  const grids = new Map<string, { paths: Record<string, string>; labels: Record<string, string> }>()
  for (const cell of sheet.cells) {
    if (cell.bind?.on !== 'row' || cell.bind.block === undefined) continue
    const grid = grids.get(cell.bind.block) ?? { paths: {}, labels: {} }
    grids.set(cell.bind.block, grid)
    grid.paths[cell.col] = cell.bind.path
    const field = cell.field === undefined ? undefined : sheet.fields[cell.field]
    grid.labels[cell.col] ??= field ? inLang(field.label, sheet.lang) : ''
  }
  return Object.fromEntries(grids)
}

// A grid as pieces: heads, rows filled and empty, groups, equal neighbours merged, and the total below.
import { messageOf } from '../lib/messages.ts'
import { headingPiece, headingShare } from './blocks.ts'
import type { GridData, RowData } from './data.ts'
import type { GridBlock } from './form.ts'
import { headPieces, printedColumns } from './grid-columns.ts'
import type { PrintedColumn } from './grid-columns.ts'
import { emptyCell, numberCell, totalPieces, valueCell } from './grid-cells.ts'
import { merged } from './grid-merge.ts'
import type { Part, PartRow, Piece } from './piece.ts'
import { piece, words } from './piece.ts'
import type { Scene } from './scene.ts'
import { said } from './scene.ts'
import { groupLabel } from './grid-group.ts'

const HEAD = 8
const ROW = 7.5
/** For handwriting. */
const BLANK_ROW = 9
const MOST = 500
const LEAST_BLANK = 10

/** A row as it will stand: a record's, a group's heading, or an empty one. */
type Line = { kind: 'row'; data: RowData; number: number } | { kind: 'group'; text: string } | { kind: 'empty'; id?: string; number: number }

export function gridPart(scene: Scene, grid: GridBlock): Part {
  const { data, left } = shownRows(scene, grid)
  const lines = linesOf(scene, grid, data)
  if (left > 0) scene.remarks.push(messageOf({ key: 'form.rowsLeft', params: { count: left } }, scene.data.lang))
  scene.remarks.push(...data.remarks ?? [])
  // The share of the heading must not follow the data: its declaration alone decides.
  const heading = said(scene, grid.heading)
  const share = heading === '' ? 0 : headingShare(heading, (numberAt(scene, grid.least) ?? 5) * ROW, scene.page)
  const columns = printedColumns(scene, grid, share)
  const head = headPieces(columns)
  const body = lines.flatMap((line, index) => linePieces(scene, grid, data, columns, line, head.rows + index, share))
  const total = grid.total ? totalPieces(scene, grid, data, columns, head.rows + lines.length, runsOf(lines, head.rows), left) : []
  const height = scene.data.blank ? BLANK_ROW : ROW
  const rows: PartRow[] = [...Array.from({ length: head.rows }, () => ({ height: HEAD })), ...lines.map(line => rowOf(line, height)), ...(total.length > 0 ? [{ height }] : [])]
  const pieces = [...headingPiece(heading, share, rows.length), ...head.pieces, ...merged(body, columns), ...total]
  return { pieces, rows, head: head.rows, keep: false, block: grid.key, columns: columns.length }
}

function rowOf(line: Line, height: number): PartRow {
  if (line.kind === 'group') return { height }
  if (line.kind === 'empty') return { height, ...(line.id === undefined ? {} : { row: line.id }) }
  const { id, version } = line.data
  return { height, ...(id === undefined ? {} : { row: id }), ...(version === undefined ? {} : { version }) }
}

/** A number, or that of a parameter. */
function numberAt({ data }: Scene, value: number | string | undefined): number | undefined {
  if (typeof value !== 'string') return value
  const given = Number(data.params[value.replace(/^@/, '')] ?? Number.NaN)
  return Number.isFinite(given) ? Math.min(MOST, Math.max(0, Math.trunc(given))) : undefined
}

/** What is printed of the rows, and how many are left out. */
function shownRows(scene: Scene, grid: GridBlock): { data: GridData; left: number } {
  const data = scene.data.grids[grid.key] ?? { rows: [] }
  if (scene.data.blank) return { data: { rows: [], ...(data.across ? { across: data.across } : {}) }, left: 0 }
  const rows = data.rows.slice(0, Math.min(MOST, numberAt(scene, grid.most) ?? MOST))
  return { data: { ...data, rows }, left: data.rows.length - rows.length + (data.more ?? 0) }
}

function linesOf(scene: Scene, grid: GridBlock, data: GridData): Line[] {
  const lines: Line[] = []
  let group: string | undefined
  let number = 0
  for (const row of data.rows) {
    const text = grid.groupBy === undefined || row.total ? group : groupLabel(scene, grid, row)
    if (text !== undefined && text !== group) lines.push({ kind: 'group', text })
    group = text
    if (!row.total) number++
    lines.push({ kind: 'row', data: row, number })
  }
  return [...lines, ...emptyLines(scene, grid, data, number)]
}

/** Up to `least`; where rows can be typed in there is always one to type into; a grid without any row has one. */
function emptyLines(scene: Scene, grid: GridBlock, data: GridData, filled: number): Line[] {
  const least = numberAt(scene, grid.least) ?? (scene.data.blank ? LEAST_BLANK : 0)
  const count = Math.max(least - filled, data.canAdd || filled === 0 ? 1 : 0)
  return Array.from({ length: count }, (_, index) => ({ kind: 'empty', number: filled + index + 1, ...(data.canAdd ? { id: `new:${index}` } : {}) }))
}

function linePieces(scene: Scene, grid: GridBlock, data: GridData, columns: readonly PrintedColumn[], line: Line, row: number, share: number): Piece[] {
  if (line.kind === 'group') return [piece(row, share, 1, words(line.text, 'group', 'left', true))]
  return columns.map(column => {
    const content = column.column.number ? numberCell(line.kind === 'row' && line.data.total ? undefined : line.number)
      : line.kind === 'empty' ? emptyCell(scene, grid, column, line.id) : valueCell(scene, grid, data, column, line.data)
    return piece(row, column.from, column.to, content)
  })
}

/** Rows whose values are added up: runs without the subtotals that a report put between them. */
function runsOf(lines: readonly Line[], first: number): [number, number][] {
  const runs: [number, number][] = []
  lines.forEach((line, index) => {
    if (line.kind === 'row' && line.data.total) return
    const last = runs.at(-1)
    if (last && last[1] === first + index - 1) last[1] = first + index
    else runs.push([first + index, first + index])
  })
  return runs
}

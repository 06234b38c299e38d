// Form + data → Sheet: each block laid out by itself, then brought onto common columns, then measured.
import type { Field } from '../field/field.ts'
import type { Catalog } from '../object/catalog.ts'
import { balanced } from './balance.ts'
import { fieldsPart, linePart, notePart, titlePart } from './blocks.ts'
import { cellAddress, columnLetters, errorKey } from './changes.ts'
import { columnsOf } from './columns.ts'
import type { Columns } from './columns.ts'
import type { FormData } from './data.ts'
import type { Block, Form } from './form.ts'
import { gridPart } from './grid.ts'
import { brokenBoxes, fitRows } from './heights.ts'
import type { Part, Piece } from './piece.ts'
import type { Scene } from './scene.ts'
import { said } from './scene.ts'
import { shrunk } from './shrink.ts'
import { PAGE_WIDTH } from './sheet.ts'
import type { Band, Cell, Sheet, SheetRow } from './sheet.ts'

export function layout(form: Form, data: FormData, catalog: Catalog): Sheet {
  const scene: Scene = {
    form, data, catalog, page: PAGE_WIDTH[form.page], fields: [] as Field[], made: new Map(), remarks: [],
    object: form.record === undefined ? undefined : catalog.objects.get(form.record),
  }
  const parts = form.blocks.map(block => partOf(scene, block))
  const columns = columnsOf(parts, scene.page)
  const { cells: wide, bands, rows } = stacked(columns)
  const widths = balanced(wide, columns.widths)
  const cells = shrunk(wide.map(cell => brokenBoxes(cell, widths)), bands, widths)
  fitRows(rows, cells, widths)
  const { record } = data
  return {
    form: form.id, version: data.version, title: said(scene, form.title), lang: data.lang, params: data.params,
    ...(record ? { record: { object: record.object, id: record.id, version: record.version, canUpdate: record.canUpdate } } : {}),
    orientation: form.page, widths, rows, cells, bands,
    fields: scene.fields, remarks: [...new Set(scene.remarks)], locked: cells.every(cell => cell.bind === undefined),
  }
}

function partOf(scene: Scene, block: Block): Part {
  switch (block.kind) {
    case 'title': return titlePart(scene, block)
    case 'line': return linePart(scene, block)
    case 'fields': return fieldsPart(scene, block)
    case 'grid': return gridPart(scene, block)
    case 'signatures': return linePart(scene, block)
    case 'note': return notePart(scene, block)
  }
}

/** Block under block. */
function stacked(columns: Columns): { cells: Cell[]; bands: Band[]; rows: SheetRow[] } {
  const cells: Cell[] = []
  const bands: Band[] = []
  const rows: SheetRow[] = []
  columns.parts.forEach((part, at) => {
    const from = rows.length
    rows.push(...part.rows.map(row => ({ ...row })))
    cells.push(...part.pieces.map(piece => cellOf(piece, part, columns, from)))
    bands.push({ from, to: rows.length, head: part.head, keep: part.keep, at, ...(part.block === undefined ? {} : { block: part.block }) })
  })
  cells.sort((a, b) => a.row - b.row || a.col - b.col)
  return { cells: writtenOnce(cells), bands, rows }
}

/** What stands in two places of a form is typed in the first. */
function writtenOnce(cells: readonly Cell[]): Cell[] {
  const seen = new Set<string>()
  return cells.map(cell => {
    if (!cell.bind) return cell
    const key = errorKey(cell.bind)
    if (seen.has(key)) {
      const { bind: _bind, field: _field, wire: _wire, choices: _choices, ...shown } = cell
      return shown
    }
    seen.add(key)
    return cell
  })
}

function cellOf(piece: Piece, part: Part, columns: Columns, above: number): Cell {
  const { from, to, tight: _tight, stiff: _stiff, sums, row, rowSpan, ...content } = piece
  const col = columns.placeOf(part, from)
  const cell: Cell = { row: row + above, col, rowSpan, colSpan: columns.placeOf(part, to) - col, ...content }
  return sums && sums.length > 0 && sums.length <= MOST_RUNS ? { ...cell, formula: sumFormula(sums, col, above) } : cell
}

/** A function of Excel takes 255 arguments. */
const MOST_RUNS = 200

const sumFormula = (runs: readonly [number, number][], col: number, above: number): string =>
  `SUM(${runs.map(([from, to]) => [...new Set([cellAddress({ row: from + above, col }), `${columnLetters(col)}${to + above + 1}`])].join(':')).join(',')})`

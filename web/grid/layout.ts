// Which columns are shown, in which order and how wide; frozen ones first. Pure but for measuring text.
import type { ColumnLayout, GridColumn } from './types.ts'

/** What makes a header and its cells look different; functions may change freely. */
export const shapeOf = (columns: GridColumn[]): string => JSON.stringify(columns.map((column) =>
  [column.key, column.title, column.width, column.frozen === true, column.hidden === true, column.align, column.editable, column.sortable !== false]))

export const frozenFirst = (columns: GridColumn[]): GridColumn[] =>
  [...columns.filter((column) => column.frozen), ...columns.filter((column) => !column.frozen)]

/** On a narrow screen frozen columns would leave no room for the rest: then none is frozen. */
export function frozenCount(columns: GridColumn[], gutter: number, width: number): number {
  const frozen = columns.filter((column) => column.frozen)
  const taken = frozen.reduce((sum, column) => sum + column.width, gutter)
  return width > 0 && taken > width * 0.6 ? 0 : frozen.length
}

/** The new order of the shown columns; hidden ones keep their places. */
export function reordered(columns: GridColumn[], keys: string[]): GridColumn[] {
  const shown = keys.flatMap((key) => columns.find((column) => column.key === key) ?? [])
  return columns.map((column) => column.hidden ? column : shown.shift() ?? column)
}

export const layoutOf = (columns: GridColumn[]): ColumnLayout[] =>
  columns.map((column) => ({ key: column.key, width: column.width, hidden: column.hidden === true, frozen: column.frozen === true }))

/** Row numbers decide how wide their column is. */
export const gutterWidth = (rows: number, checkboxes: boolean): number =>
  Math.max(4, String(rows).length) * 7.5 + 30 + (checkboxes ? 22 : 0)

/** Room for the widest of these texts; `bold` is the header's. */
export function fitWidth(texts: string[], title: string, font: string): number {
  const context = document.createElement('canvas').getContext('2d')!
  context.font = font
  const widest = Math.max(0, ...texts.map((text) => context.measureText(text.slice(0, 300)).width))
  context.font = `600 ${font}`
  return Math.round(Math.min(480, Math.max(48, widest + 20, context.measureText(title).width + 36)))
}

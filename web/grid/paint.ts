// What one cell looks like: text, marks of unsaved and refused drafts, group headers, skeletons, the row number.
import type { GridModel } from './model.ts'
import type { CellStyle, GridRow } from './types.ts'
import type { Painted } from './slick.ts'
import type { Changes } from './changes.ts'
import type { GridTexts } from './texts.ts'
import { isEmpty } from './model.ts'

interface PaintContext {
  model: GridModel
  changes: Changes
  texts(): GridTexts
  checked: Set<string> | null
  canOpen(): boolean
  cellStyle?(row: GridRow, key: string): CellStyle | null
}

export function rowClasses(context: PaintContext, row: number): string {
  const kind = context.model.kind(row)
  const group = kind === 'group' ? context.model.group(row) : null
  return `gx-${kind}${group ? ` gx-level-${Math.min(group.level, 4)}` : ''}`
}

export function paintCell(context: PaintContext, row: number, col: number): Painted {
  if (col < 0) return paintGutter(context, row)
  const { model } = context
  const kind = model.kind(row)
  if (kind === 'loading') return { classes: 'gx-skeleton' }
  if (kind === 'group') return paintGroup(context, row, col)
  if (kind === 'new') return col === 0 ? { text: context.texts().newRow, classes: 'gx-hint' } : {}
  const column = model.columns[col]!
  const draft = model.draft(row, col)
  const text = model.shown(row, col)
  const mark = draft ? `gx-${draft.state}` : ''
  const tip = draft && draft.state !== 'saving' ? context.changes.reason(draft) : undefined
  if (column.options && !draft) return { node: chip(context, row, col, text), classes: mark, tip }
  const record = kind === 'record' ? model.record(row) : null
  const style = record ? context.cellStyle?.(record, column.key) : null
  if (style && (style.color || style.background)) return { node: tinted(text, style), classes: `${mark} ${style.classes ?? ''}`, tip }
  return { text, classes: style?.classes ? `${mark} ${style.classes}` : mark, tip }
}

/** A choice with a colour is a small tag; without one it is plain text. */
function chip(context: PaintContext, row: number, col: number, text: string): HTMLElement {
  const column = context.model.columns[col]!
  const value = context.model.value(row, col)
  const node = document.createElement('span')
  const color = isEmpty(value) ? undefined : column.options?.find((option) => option.value === value)?.color
  node.textContent = text
  if (color) {
    node.className = 'gx-chip'
    node.style.setProperty('--gx-chip', color)
  }
  return node
}

function tinted(text: string, style: CellStyle): HTMLElement {
  const node = document.createElement('span')
  node.className = 'gx-tinted'
  node.textContent = text
  if (style.color) node.style.color = style.color
  if (style.background) node.style.background = style.background
  return node
}

function paintGroup(context: PaintContext, row: number, col: number): Painted {
  const group = context.model.group(row)!
  const total = group.totals[context.model.columns[col]!.key]
  if (col > 0) return { text: total ?? '', classes: total === undefined ? 'gx-blank' : 'gx-total' }
  const node = document.createElement('span')
  node.className = `gx-group-label${group.collapsed ? '' : ' gx-open'}`
  node.style.paddingInlineStart = `${group.level * 16}px`
  const arrow = document.createElement('span')
  arrow.className = 'gx-arrow'
  node.append(arrow, context.texts().group(group.label, group.count))
  return { node }
}

function paintGutter(context: PaintContext, row: number): Painted {
  const { model } = context
  const kind = model.kind(row)
  const node = document.createElement('span')
  node.className = 'gx-gutter'
  const number = document.createElement('span')
  number.className = 'gx-number'
  number.textContent = kind === 'new' ? '+' : kind === 'group' ? '' : String(row + 1)
  const record = kind === 'record' ? model.record(row) : null
  if (context.checked && record) node.append(checkbox(context, record, row))
  node.append(number)
  if (record && context.canOpen()) {
    const open = document.createElement('span')
    open.className = 'gx-open-row'
    open.title = context.texts().openRow
    node.append(open)
  }
  const key = model.rowKey(row)
  const worst = key ? worstState(model.drafts.ofRow(key).map((draft) => draft.state)) : null
  return { node, classes: worst ? `gx-row-${worst}` : '' }
}

function checkbox(context: PaintContext, record: GridRow, row: number): HTMLElement {
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.className = 'gx-check'
  box.tabIndex = -1
  box.checked = context.checked!.has(record.id)
  box.ariaLabel = context.texts().checkRow(row + 1)
  return box
}

const worstState = (states: string[]): string | null =>
  ['refused', 'failed', 'held', 'saving'].find((state) => states.includes(state)) ?? null

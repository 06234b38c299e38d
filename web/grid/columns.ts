// The columns as the reader has arranged them: shown, moved, resized, fitted, frozen.
import type { ColumnLayout, GridColumn } from './types.ts'
import type { GridModel } from './model.ts'
import type { Surface, SurfaceColumn } from './slick.ts'
import { GUTTER } from './slick.ts'
import { fitWidth, frozenCount, frozenFirst, gutterWidth, layoutOf, reordered, shapeOf } from './layout.ts'

interface ColumnHooks {
  surface(): Surface
  checkboxes(): boolean
  /** The reader changed the arrangement; `drawn` when the headers show it already. */
  changed(layout: ColumnLayout[], drawn: boolean): void
}

export class Columns {
  private all: GridColumn[] = []
  private given = ''
  private gutter = 0
  private readonly model: GridModel
  private readonly hooks: ColumnHooks

  constructor(model: GridModel, hooks: ColumnHooks) {
    this.model = model
    this.hooks = hooks
  }

  /** True when the headers must be made anew. Same shape: only functions are new, the reader's widths stay. */
  take(columns: GridColumn[]): boolean {
    const shape = shapeOf(columns)
    if (shape === this.given) {
      this.all = this.all.map((old) => {
        const column = columns.find((other) => other.key === old.key)
        return column ? { ...column, width: old.width } : old
      })
      this.show()
      return false
    }
    this.given = shape
    this.all = frozenFirst(columns)
    this.show()
    return true
  }

  private show(): void { this.model.columns = this.all.filter((column) => !column.hidden) }

  of(key: string): GridColumn | undefined { return this.all.find((column) => column.key === key) }

  forSurface(): SurfaceColumn[] {
    const shown = this.model.columns.map((column) => ({
      key: column.key, title: column.title, width: column.width,
      classes: `gx-${column.align}${column.numeric ? ' gx-numeric' : ''}${column.editable ? '' : ' gx-fixed'}`,
    }))
    this.gutter = gutterWidth(this.model.rows(), this.hooks.checkboxes())
    return [{ key: GUTTER, title: '', width: this.gutter, classes: 'gx-gutter-cell' }, ...shown]
  }

  /** The row numbers have more (or fewer) digits than their column was made for. */
  outgrown(): boolean { return gutterWidth(this.model.rows(), this.hooks.checkboxes()) !== this.gutter }

  frozen(hostWidth: number): number {
    return frozenCount(this.model.columns, gutterWidth(this.model.rows(), this.hooks.checkboxes()), hostWidth)
  }

  /** By hand, already drawn. A press on the edge without a move is none: remaking the header would swallow its double click. */
  resized(widths: Map<string, number>): void {
    if (this.all.every((column) => (widths.get(column.key) ?? column.width) === column.width)) return
    this.widen(widths)
    this.hooks.changed(layoutOf(this.all), true)
  }

  private widen(widths: Map<string, number>): void {
    this.all = this.all.map((column) => ({ ...column, width: widths.get(column.key) ?? column.width }))
    this.show()
  }

  moved(keys: string[]): void {
    this.all = reordered(this.all, keys)
    this.show()
    this.hooks.changed(layoutOf(this.all), false)
  }

  /** Wide enough for what is drawn now and a little around it. */
  fit(key: string): void {
    const surface = this.hooks.surface()
    const col = this.model.columnIndex(key)
    const column = this.model.columns[col]
    if (!column) return
    const { top, bottom } = surface.rendered()
    const texts: string[] = []
    for (let row = top; row <= bottom; row += 1) texts.push(this.model.shown(row, col))
    const font = getComputedStyle(surface.host)
    this.widen(new Map([[key, fitWidth(texts, column.title, `${font.fontSize} ${font.fontFamily}`)]]))
    this.hooks.changed(layoutOf(this.all), false)
  }
}

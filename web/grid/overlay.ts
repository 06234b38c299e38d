// Draws selection, active cell, fill handle and marching borders inside the two scrolling canvases.
import type { Range } from './range.ts'
import type { Selection } from './selection.ts'
import type { Surface } from './slick.ts'
import { isSingle, rangeOf } from './range.ts'
import { rangeOfSelection } from './selection.ts'

type Part = 'rows' | 'range' | 'active' | 'copied' | 'fill' | 'handle'
const parts: Part[] = ['rows', 'range', 'active', 'copied', 'fill', 'handle']
const panes = ['left', 'right'] as const

export class Overlay {
  copied: Range | null = null
  fill: Range | null = null
  private readonly surface: Surface
  private readonly nodes = new Map<string, HTMLElement>()

  constructor(surface: Surface) {
    this.surface = surface
    surface.canvases().forEach((canvas, at) => {
      for (const part of parts) {
        const node = document.createElement('div')
        node.className = `gx-mark gx-mark-${part}`
        node.hidden = true
        node.ariaHidden = 'true'
        canvas.append(node)
        this.nodes.set(`${panes[at]}-${part}`, node)
      }
    })
  }

  draw(selection: Selection | null, editing: boolean, canFill: boolean): void {
    const range = selection ? rangeOfSelection(selection) : null
    this.place('rows', range && { ...range, left: -1, right: -1 })
    this.markHeaders(range)
    this.place('range', range && !isSingle(range) ? range : null)
    this.place('active', selection ? rangeOf(selection.active) : null)
    this.place('copied', this.copied)
    this.place('fill', this.fill)
    this.placeHandle(range && canFill && !editing && !this.fill ? range : null)
  }

  /** As in Excel, row numbers and headers show where the selection is. */
  private markHeaders(range: Range | null): void {
    this.surface.headerNodes().forEach((node, at) => {
      node.classList.toggle('gx-in', range !== null && at - 1 >= range.left && at - 1 <= range.right)
    })
  }

  private place(part: Part, range: Range | null): void {
    for (const pane of panes) {
      const node = this.nodes.get(`${pane}-${part}`)!
      const box = range && this.surface.paneBox(range, pane)
      node.hidden = !box
      if (!box) continue
      node.style.transform = `translate(${box.left}px, ${box.top}px)`
      node.style.width = `${box.width}px`
      node.style.height = `${box.height}px`
      // a range over both panes has no border where the panes meet
      node.classList.toggle('gx-goes-on', pane === 'left' && !this.surface.isFrozen(range!.right))
      node.classList.toggle('gx-goes-back', pane === 'right' && this.surface.isFrozen(range!.left))
    }
  }

  private placeHandle(range: Range | null): void {
    for (const pane of panes) {
      const node = this.nodes.get(`${pane}-handle`)!
      const mine = range && this.surface.isFrozen(range.right) === (pane === 'left')
      const box = mine ? this.surface.paneBox({ ...range, top: range.bottom, left: range.right }, pane) : null
      node.hidden = !box
      if (box) node.style.transform = `translate(${box.left + box.width - 5}px, ${box.top + box.height - 5}px)`
    }
  }
}

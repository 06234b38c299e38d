// bpmn-js behind one small face: opened on an element, marked, moved by mouse and finger, closed. The project's mark in the
// corner stays: its licence asks for it.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import type { Mark } from './diagram.tsx'

interface Box { x: number; y: number; width: number; height: number }
interface Canvas {
  zoom(scale?: number | 'fit-viewport', centre?: 'auto' | { x: number; y: number }): number
  viewbox(box?: Box): Box & { inner: Box; outer: { width: number; height: number } }
  scroll(by: { dx: number; dy: number }): void
  addMarker(id: string, name: string): void
  resized(): void
}
interface Overlays { add(id: string, overlay: { position: Record<string, number>; html: HTMLElement }): string }
interface Registry { get(id: string): Box | undefined }
interface Viewer {
  importXML(xml: string): Promise<unknown>
  get(name: 'canvas'): Canvas
  get(name: 'overlays'): Overlays
  get(name: 'elementRegistry'): Registry
  destroy(): void
}
type MakeViewer = new (options: Record<string, unknown>) => Viewer

export interface Board {
  mark(marks: readonly Mark[]): void
  /** Where the case stands, large enough to be read; without a place the whole. */
  show(): void
  fit(): void
  zoom(by: number): void
  close(): void
}

/** Smaller letters cannot be read. */
const READABLE = 0.8
const LARGEST = 2.5

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

export async function openBoard(element: HTMLElement, xml: string, _dark: boolean): Promise<Board> {
  const viewer = new (NavigatedViewer as unknown as MakeViewer)({
    container: element, zoomScroll: { enabled: false },
    bpmnRenderer: { defaultFillColor: colour('--gu-surface'), defaultStrokeColor: colour('--gu-ink2'), defaultLabelColor: colour('--gu-ink') },
    textRenderer: { defaultStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 }, externalStyle: { fontSize: 11 } },
  })
  await viewer.importXML(xml)
  const canvas = viewer.get('canvas')
  let now: string[] = []
  const fit = (): void => { canvas.zoom('fit-viewport', 'auto') }
  const show = (): void => {
    fit()
    const scale = Math.max(canvas.zoom(), READABLE)
    const boxes = now.map(id => viewer.get('elementRegistry').get(id)).filter(box => box !== undefined)
    if (boxes.length > 0 || scale > canvas.zoom()) centre(canvas, boxes, scale)
  }
  const resize = new ResizeObserver(() => { canvas.resized(); show() })
  resize.observe(element)
  const stopFingers = byFinger(element, canvas)
  return {
    fit, show,
    mark(marks) {
      for (const mark of marks) markOne(viewer, mark)
      now = marks.filter(mark => mark.kind !== 'done').map(mark => mark.node)
    },
    zoom: by => { canvas.zoom(Math.min(LARGEST, Math.max(0.2, canvas.zoom() * by)), 'auto') },
    close() {
      resize.disconnect()
      stopFingers()
      viewer.destroy()
    },
  }
}

/** The places in the middle, but never more empty ground beside the diagram than needed. */
function centre(canvas: Canvas, boxes: Box[], scale: number): void {
  const { inner, outer } = canvas.viewbox()
  const width = outer.width / scale
  const height = outer.height / scale
  const along = (from: number, size: number, seen: number, at: number | undefined): number => {
    if (seen >= size) return from - (seen - size) / 2
    return Math.min(Math.max((at ?? from) - seen / 2, from - 10), from + size - seen + 10)
  }
  const middle = (pick: (box: Box) => number): number | undefined => (boxes.length > 0 ? boxes.reduce((sum, box) => sum + pick(box), 0) / boxes.length : undefined)
  canvas.viewbox({
    x: along(inner.x, inner.width, width, middle(box => box.x + box.width / 2)), y: along(inner.y, inner.height, height, middle(box => box.y + box.height / 2)), width, height,
  })
}

function markOne(viewer: Viewer, { node, kind, label }: Mark): void {
  if (!viewer.get('elementRegistry').get(node)) return
  viewer.get('canvas').addMarker(node, `gu-step-${kind}`)
  if (kind === 'late') viewer.get('canvas').addMarker(node, 'gu-step-now')
  const html = document.createElement('div')
  html.className = `gu-step-note ${kind}`
  html.textContent = kind === 'done' ? '✓' : label ?? ''
  if (html.textContent) viewer.get('overlays').add(node, { position: kind === 'done' ? { top: -9, right: 11 } : { bottom: -5, left: 0 }, html })
}

/** bpmn-js knows the mouse alone. Sideways a finger moves the diagram; up and down it moves the page. */
function byFinger(element: HTMLElement, canvas: Canvas): () => void {
  let last: PointerEvent | undefined
  const down = (event: PointerEvent): void => { if (event.pointerType === 'touch' && event.isPrimary) last = event }
  const moved = (event: PointerEvent): void => {
    if (!last || event.pointerId !== last.pointerId) return
    canvas.scroll({ dx: event.clientX - last.clientX, dy: 0 })
    last = event
  }
  const up = (): void => { last = undefined }
  const events = [['pointerdown', down], ['pointermove', moved], ['pointerup', up], ['pointercancel', up]] as const
  for (const [name, act] of events) element.addEventListener(name, act)
  return () => { for (const [name, act] of events) element.removeEventListener(name, act) }
}

// The paper in the designer: nothing can be typed, every part can be pointed at. Scaled to the room there is.
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import type { Form } from '#core/form/form.ts'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import { Paper } from '../form/paper.tsx'
import type { PaperActs } from '../form/paper-context.ts'
import { PaperContext } from '../form/paper-context.ts'
import type { Design } from './design.ts'
import { bandsOf, locate } from './locate.ts'
import { stillDraft } from './still-draft.ts'

const nothing = (): void => undefined
const ACTS: PaperActs = { open: nothing, close: nothing, move: nothing, set: nothing, refuse: nothing, remove: nothing, bringBack: nothing }

/** Pixels of a sheet of paper, and of the desk around it. */
const WIDTH = { portrait: 794, landscape: 1123 }
const DESK = 24

interface Props {
  design: Design
  sheet: Sheet
  /** The form that was laid out: the one being edited may be a step ahead. */
  of: Form
  full: boolean
}

export function PaperView({ design, sheet, of, full }: Props): ReactNode {
  const desk = useRef<HTMLDivElement>(null)
  const zoom = useFit(desk, WIDTH[sheet.orientation])
  const shared = useMemo(() => ({ sheet, labels: NO_LABELS, acts: ACTS }), [sheet])
  const draft = useMemo(() => stillDraft(sheet), [sheet])
  const { block } = design.chosen
  useLayoutEffect(() => {
    const bands = new Set(bandsOf(sheet, block))
    const all = [...desk.current?.querySelectorAll<HTMLElement>('.gu-band') ?? []]
    all.forEach((band, at) => band.toggleAttribute('data-chosen', bands.has(at)))
    // What is worked on is in sight, also after each change of it.
    all.find((_, at) => bands.has(at))?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [sheet, block])
  const point = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const at = pointOf(event, sheet)
    if (at) design.choose(locate(of, sheet, at))
  }
  return (
    <div className="gu-desk gu-design-desk" ref={desk} onClickCapture={point}>
      <div style={{ zoom: full ? 1 : zoom, '--gu-zoom': full ? 1 : zoom } as CSSProperties}>
        <PaperContext value={shared}><Paper draft={draft} totals={NO_TOTALS} locked /></PaperContext>
        {sheet.remarks.length > 0 && <ul className="gu-remarks">{sheet.remarks.map(remark => <li key={remark}>{remark}</li>)}</ul>}
      </div>
    </div>
  )
}

const NO_TOTALS: ReadonlyMap<Cell, string> = new Map()
const NO_LABELS: ReadonlyMap<string, string> = new Map()

/** As large as the desk is wide, never larger than paper. */
function useFit(desk: React.RefObject<HTMLDivElement | null>, width: number): number {
  const [room, setRoom] = useState(width)
  useLayoutEffect(() => {
    if (!desk.current) return
    const watch = new ResizeObserver(([entry]) => { if (entry) setRoom(entry.contentRect.width) })
    watch.observe(desk.current)
    return () => watch.disconnect()
  }, [desk])
  return Math.min(1, Math.max(0.3, (room - DESK) / width))
}

function pointOf(event: MouseEvent, sheet: Sheet): { band: number; row: number; x: number } | undefined {
  const table = (event.target as Element).closest<HTMLTableElement>('.gu-band')
  const line = (event.target as Element).closest('tr')
  if (!table || !line) return undefined
  const band = [...table.parentElement!.querySelectorAll('.gu-band')].indexOf(table)
  const box = table.getBoundingClientRect()
  return { band, row: (sheet.bands[band]?.from ?? 0) + [...table.rows].indexOf(line), x: (event.clientX - box.left) / box.width }
}

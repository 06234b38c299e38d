// What the cells of a form share: the sheet, what its places are called, and the gestures that lead on. It stays the same while one types.
import { createContext, use, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Sheet } from '#core/form/sheet.ts'
import { useCatalog } from '../lib/catalog.ts'
import type { BoundCell } from './bind.ts'
import { bindKey } from './bind.ts'
import type { Draft, Refused } from './draft.ts'
import { labelsOf } from './labels.ts'
import type { Way } from './moves.ts'
import { boundCells, moveFrom } from './moves.ts'

export interface PaperActs {
  open(key: string | undefined, byPointer?: boolean): void
  /** The cell was clicked rather than reached by a key: its list opens at once. */
  wasPointed?(): boolean
  /** The cell stays reached, so that the next key goes on from it. */
  close(key: string): void
  /** Leaves the cell that is open; at the end of the form nothing is open any more. */
  move(from: string, way: Way): void
  set(cell: BoundCell, value: unknown): void
  refuse(key: string, refused: Refused | null): void
  remove(block: string, row: string): void
  bringBack(block: string, row: string): void
}

export interface PaperShared {
  sheet: Sheet
  labels: ReadonlyMap<string, string>
  acts: PaperActs
  /** Objects whose records numbers and names lead to; nowhere without it. */
  readable?: ReadonlySet<string>
}

export interface PaperState {
  shared: PaperShared
  /** The place that is open. */
  at: string | undefined
  /** The one place that Tab reaches from outside. */
  entry: string | undefined
}

export const PaperContext = createContext<PaperShared | null>(null)

export function usePaper(): PaperShared {
  const paper = use(PaperContext)
  if (!paper) throw new Error('outside of a form')
  return paper
}

const focusOn = (key: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true }))
}

export function usePaperState(draft: Draft): PaperState {
  const { sheet } = draft
  const [at, setAt] = useState<string>()
  const [reached, setReached] = useState<string>()
  const cells = useMemo(() => boundCells(sheet), [sheet])
  const labels = useMemo(() => labelsOf(sheet), [sheet])
  const pointed = useRef(false)
  const now = useRef({ draft, cells })
  useLayoutEffect(() => { now.current = { draft, cells } })
  const acts = useMemo((): PaperActs => ({
    open: (key, byPointer = false) => { pointed.current = byPointer; setAt(key); if (key !== undefined) setReached(key) },
    wasPointed: () => pointed.current,
    close: key => { setAt(undefined); setReached(key); focusOn(key) },
    move(from, way) {
      pointed.current = false
      const to = moveFrom(now.current.cells, from, way)
      setAt(to)
      setReached(to ?? from)
      if (to === undefined) focusOn(from)
    },
    set: (cell, value) => now.current.draft.set(cell, value),
    refuse: (key, refused) => now.current.draft.refuse(key, refused),
    remove: (block, row) => now.current.draft.remove({ block, row }),
    bringBack: (block, row) => now.current.draft.bringBack({ block, row }),
  }), [])
  const catalog = useCatalog()
  const readable = useMemo(() => new Set([...catalog.objects.values()].filter(object => object.can.read).map(object => object.name)), [catalog])
  const shared = useMemo(() => ({ sheet, labels, acts, readable }), [sheet, labels, acts, readable])
  return { shared, at, entry: reached ?? (cells[0] && bindKey(cells[0].bind)) }
}

// Rows put in order by dragging; the same by buttons, for keyboards and phones.
import { useState } from 'react'
import type { DragEvent } from 'react'

export const moved = <T>(items: readonly T[], from: number, to: number): T[] => {
  const next = [...items]
  const [taken] = next.splice(from, 1)
  if (taken !== undefined) next.splice(to, 0, taken)
  return next
}

interface RowProps {
  draggable: true
  className: string
  onDragStart(event: DragEvent): void
  onDragOver(event: DragEvent): void
  onDrop(event: DragEvent): void
  onDragEnd(): void
}

/** `drop` is told the place a row came from and the place it shall have. */
export function useReorder(drop: (from: number, to: number) => void): (at: number) => RowProps {
  const [drag, setDrag] = useState<{ from: number; over: number }>()
  return at => ({
    draggable: true,
    className: drag === undefined ? '' : drag.from === at ? 'dragged' : drag.over === at ? (drag.from < at ? 'below' : 'above') : '',
    onDragStart(event) {
      event.dataTransfer.effectAllowed = 'move'
      setDrag({ from: at, over: at })
    },
    onDragOver(event) {
      if (!drag) return
      event.preventDefault()
      if (drag.over !== at) setDrag({ ...drag, over: at })
    },
    onDrop(event) {
      event.preventDefault()
      if (drag && drag.from !== at) drop(drag.from, at)
      setDrag(undefined)
    },
    onDragEnd: () => setDrag(undefined),
  })
}

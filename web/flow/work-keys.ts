// The inbox by keyboard: J and K or the arrows move, Enter opens (the row is a link), A approves, R sends back, X chooses.
import { useRef } from 'react'
import type { RefObject } from 'react'
import { useKey } from '../lib/keys.ts'
import type { InboxRow } from './types.ts'

interface Acts { decide(row: InboxRow, kind: 'yes' | 'back'): void; toggle(row: InboxRow): void }

const LINKS = '.gu-work-open'

export function useWorkKeys(rows: readonly InboxRow[], acts: Acts): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null)
  const links = (): HTMLElement[] => [...list.current?.querySelectorAll<HTMLElement>(LINKS) ?? []]
  const at = (): number => links().findIndex(link => link.parentElement?.contains(document.activeElement))
  const move = (by: number): void => {
    if (document.querySelector('.ant-modal-wrap:not([style*="none"])')) return
    const all = links()
    const next = all[Math.min(Math.max(at() + by, 0), all.length - 1)]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const on = (act: (row: InboxRow) => void): void => {
    const row = rows[at()]
    if (row) act(row)
  }
  useKey('j', () => move(1))
  useKey('arrowdown', () => move(1))
  useKey('k', () => move(-1))
  useKey('arrowup', () => move(-1))
  useKey('a', () => on(row => { if (row.can.includes('approve') || row.can.includes('done')) acts.decide(row, 'yes') }))
  useKey('r', () => on(row => { if (row.can.length > 0) acts.decide(row, 'back') }))
  useKey('x', () => on(acts.toggle))
  return list
}

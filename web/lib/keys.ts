// Keyboard shortcuts of the application: 'mod+k', '?', 'e'. Plain letters stay quiet while somebody types.
import { useEffect, useEffectEvent } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function matches(event: KeyboardEvent, combo: string): boolean {
  const parts = combo.split('+')
  const key = parts.at(-1) ?? ''
  const mod = event.ctrlKey || event.metaKey
  const wantsShift = parts.includes('shift')
  return mod === parts.includes('mod') && event.key.toLowerCase() === key && (key === '?' || event.shiftKey === wantsShift) && !event.altKey
}

export interface KeyOptions {
  whileTyping?: boolean
  off?: boolean
  /** Before other listeners of the same keys, and only where this part of the page or nothing has the focus: a page with an undo of its own. */
  within?: string
}

const isAround = (target: EventTarget | null, part: string): boolean =>
  target instanceof Element && (target.closest(part) !== null || target.querySelector(part) !== null)

export function useKey(combo: string, act: (event: KeyboardEvent) => void, options: KeyOptions = {}): void {
  const run = useEffectEvent(act)
  const { whileTyping = false, off = false, within } = options
  useEffect(() => {
    if (off) return
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !matches(event, combo)) return
      if (!whileTyping && isTyping(event.target)) return
      if (within !== undefined && !isAround(event.target, within)) return
      event.preventDefault()
      run(event)
    }
    window.addEventListener('keydown', listen, within !== undefined)
    return () => window.removeEventListener('keydown', listen, within !== undefined)
  }, [combo, whileTyping, off, within])
}

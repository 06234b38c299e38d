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

/** `first`: before other listeners of the same keys, for pages with an undo of their own. */
export interface KeyOptions { whileTyping?: boolean; off?: boolean; first?: boolean }

export function useKey(combo: string, act: (event: KeyboardEvent) => void, options: KeyOptions = {}): void {
  const run = useEffectEvent(act)
  const { whileTyping = false, off = false, first = false } = options
  useEffect(() => {
    if (off) return
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !matches(event, combo)) return
      if (!whileTyping && isTyping(event.target)) return
      event.preventDefault()
      run(event)
    }
    window.addEventListener('keydown', listen, first)
    return () => window.removeEventListener('keydown', listen, first)
  }, [combo, whileTyping, off, first])
}

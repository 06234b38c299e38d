// Keys inside an open cell: Tab and Enter lead on, arrows where the text gives them no work, Escape takes the typing back.
import type { KeyboardEvent } from 'react'
import type { Way } from './moves.ts'

const isOpenList = (target: HTMLElement): boolean =>
  target.getAttribute('aria-expanded') === 'true' || target.closest('.ant-picker-open, .ant-select-open') !== null

type TextInput = HTMLInputElement | HTMLTextAreaElement
const isText = (target: EventTarget): target is TextInput => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** The caret stands where the arrow leads out of the text. */
function atEdge(target: TextInput, end: 'start' | 'end'): boolean {
  const { selectionStart, selectionEnd, value } = target
  if (selectionStart === 0 && selectionEnd === value.length) return true
  return selectionStart === selectionEnd && selectionStart === (end === 'start' ? 0 : value.length)
}

function arrow(event: KeyboardEvent, target: HTMLElement): Way | undefined {
  const up = event.key === 'ArrowUp'
  if (up || event.key === 'ArrowDown') {
    if (target instanceof HTMLTextAreaElement && !atEdge(target, up ? 'start' : 'end')) return undefined
    return up ? 'up' : 'down'
  }
  const left = event.key === 'ArrowLeft'
  if (!left && event.key !== 'ArrowRight') return undefined
  if (isText(target) && !atEdge(target, left ? 'start' : 'end')) return undefined
  return left ? 'back' : 'next'
}

/** Where this key leads; undefined when it belongs to the input. */
export function wayOf(event: KeyboardEvent): Way | undefined {
  const target = event.target as HTMLElement
  if (event.nativeEvent.isComposing || event.altKey) return undefined
  if (event.key === 'Tab') return event.shiftKey ? 'back' : 'next'
  if (isOpenList(target) || event.ctrlKey || event.metaKey) return undefined
  if (event.key === 'Enter') return target instanceof HTMLTextAreaElement || target instanceof HTMLButtonElement ? undefined : event.shiftKey ? 'back' : 'next'
  return event.shiftKey ? undefined : arrow(event, target)
}

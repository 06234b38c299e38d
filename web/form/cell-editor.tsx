// The field's own input over its cell, as wide as the cell or as the input needs; the paper beneath keeps its shape.
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import type { WebField } from '../lib/api-types.ts'
import { FieldInput } from '../field/field-view.tsx'
import { webKindOf } from '../field/inputs.tsx'
import { parseAt } from '../field/path.ts'
import type { BoundCell } from './bind.ts'
import { bindKey } from './bind.ts'
import { wayOf } from './cell-keys.ts'
import { usePaper } from './paper-context.ts'

interface Props {
  cell: BoundCell
  field: WebField
  value: unknown
  /** Typed before and not readable. */
  text?: string
  error?: string
  active: boolean
  late: boolean
}

const FOCUSABLE = 'input:not([type=hidden]):not([disabled]), textarea, button, [tabindex="0"]'

/** Typing replaces a short text, as in a spreadsheet; a long one is gone on with. */
function begin(place: HTMLElement): void {
  const input = place.querySelector<HTMLElement>(FOCUSABLE)
  input?.focus({ preventScroll: true })
  if (input instanceof HTMLTextAreaElement) input.setSelectionRange(input.value.length, input.value.length)
  else if (input instanceof HTMLInputElement) input.select()
  place.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Inputs read what is typed when they lose the focus. */
export const readTyped = (place: Element | null): void => {
  if (document.activeElement instanceof HTMLElement && place?.contains(document.activeElement)) document.activeElement.blur()
}

/** What stands in the input that could not be read. */
export const textIn = (place: Element | null | undefined): string => place?.querySelector('input')?.value ?? ''

/** A calendar takes typed text over only later, when this cell may be closed already: it is read as the cell closes. */
function useTypedDate(cell: BoundCell, field: WebField): { onInput(event: FormEvent): void; picked(): void } {
  const { acts, sheet } = usePaper()
  const typed = useRef<string>(undefined)
  const take = useEffectEvent(() => {
    if (typed.current === undefined) return
    const read = parseAt(field, typed.current, sheet.lang)
    if ('value' in read) acts.set(cell, read.value)
    else acts.refuse(bindKey(cell.bind), { reason: read.refusal, text: typed.current })
  })
  useLayoutEffect(() => () => take(), [])
  return {
    onInput: event => { if ((event.target as Element).closest('.ant-picker')) typed.current = (event.target as HTMLInputElement).value },
    picked: () => { typed.current = undefined },
  }
}

export function CellEditor({ cell, field, value, text, error, active, late }: Props): ReactNode {
  const { acts } = usePaper()
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(value)
  const { onInput, picked } = useTypedDate(cell, field)
  const key = bindKey(cell.bind)
  useLayoutEffect(() => { if (active && place.current) begin(place.current) }, [active])
  const press = (event: KeyboardEvent): void => {
    // Keys of a list or a dialog that belongs to the input come by here, too.
    if (!place.current?.contains(event.target as Node)) return
    if (event.key === 'Escape' && !(event.target as HTMLElement).closest('[aria-expanded="true"], .ant-select-open, .ant-picker-open')) {
      event.stopPropagation()
      picked()
      acts.refuse(key, null)
      acts.set(cell, before.current)
      acts.close(key)
      return
    }
    const way = wayOf(event)
    if (way === undefined) return
    event.preventDefault()
    event.stopPropagation()
    readTyped(place.current)
    acts.move(key, way)
  }
  return (
    <div ref={place} className={`gu-cell-editor${webKindOf(field).wide ? ' wide' : ''}${late ? ' late' : ''}`} onKeyDownCapture={press} onInput={onInput}>
      <FieldInput field={field} value={value ?? null} error={error} id={`c-${key}`} onChange={next => { picked(); acts.set(cell, next) }} onRefuse={reason => acts.refuse(key, reason === null ? null : { reason, text: textIn(place.current) })} openAtOnce={active && acts.wasPointed?.()} typedFirst={text} />
      {error !== undefined && <div className="gu-field-error" role="alert">{error}</div>}
    </div>
  )
}

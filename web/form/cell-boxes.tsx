// Choices printed with boxes: a click or the space bar ticks one. The words are those of the sheet, so that page and print agree.
import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Option } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import { inLang } from '#core/lib/text.ts'
import type { WebField } from '../lib/api-types.ts'
import type { BoundCell } from './bind.ts'
import { bindKey } from './bind.ts'
import { wayOf } from './cell-keys.ts'
import { usePaper } from './paper-context.ts'

interface Props { cell: BoundCell; field: WebField; value: unknown; label: string; active: boolean }

const optionsOf = (field: WebField): Option[] => ('options' in field ? field.options : [])
export const chosenOf = (value: unknown): string[] => (value === null || value === undefined || value === '' ? [] : [value].flat().map(String))
export const isSeveral = (field: WebField): boolean => kindOf(field).ruleType === 'list'

/** The value after a click on one of the choices. */
export function toggled(field: WebField, value: unknown, option: string): unknown {
  const chosen = chosenOf(value)
  if (!isSeveral(field)) return chosen.includes(option) ? null : option
  const next = chosen.includes(option) ? chosen.filter(one => one !== option) : optionsOf(field).map(one => one.value).filter(one => one === option || chosen.includes(one))
  return next.length > 0 ? next : null
}

export function CellBoxes({ cell, field, value, label, active }: Props): ReactNode {
  const { acts, sheet } = usePaper()
  const place = useRef<HTMLSpanElement>(null)
  const key = bindKey(cell.bind)
  const chosen = chosenOf(value)
  const options = optionsOf(field).filter(option => !option.retired || chosen.includes(option.value))
  const numbered = /[□☑]1\./.test(cell.text)
  useLayoutEffect(() => {
    if (active && !place.current?.contains(document.activeElement)) (place.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? place.current?.querySelector<HTMLElement>('button'))?.focus({ preventScroll: true })
  }, [active])
  const press = (event: KeyboardEvent): void => {
    const buttons = [...place.current?.querySelectorAll('button') ?? []]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by !== 0 && buttons[at + by]) { event.preventDefault(); buttons[at + by]?.focus(); return }
    const way = wayOf(event) ?? (event.key === 'Enter' ? 'next' : undefined)
    if (way === undefined) return
    event.preventDefault()
    acts.move(key, way)
  }
  return (
    <span ref={place} className="gu-boxes" role={isSeveral(field) ? 'group' : 'radiogroup'} aria-label={label} onKeyDown={press}>
      {options.map((option, i) => {
        const on = chosen.includes(option.value)
        return (
          <button key={option.value} type="button" role={isSeveral(field) ? 'checkbox' : 'radio'} aria-checked={on} tabIndex={-1} className="gu-plain gu-box"
            onClick={event => { event.stopPropagation(); acts.open(key); acts.set(cell, toggled(field, value, option.value)) }}>
            <span className="gu-box-mark" aria-hidden>{on ? '☑' : '□'}</span>{numbered ? `${i + 1}.` : ''}{inLang(option.label, sheet.lang)}
          </button>
        )
      })}
    </span>
  )
}

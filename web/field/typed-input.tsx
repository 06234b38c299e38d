// One line of text that is read by the field's own parser when the typing ends: 1.2万, 138 0013 8000, 15%.
import { Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import type { WebField } from '../lib/api-types.ts'
import { useT } from '../lib/texts.ts'
import type { InputProps } from './kind.ts'
import { formatAt, parseAt } from './path.ts'

interface Extra { prefix?: ReactNode; suffix?: ReactNode; inputMode?: 'decimal' | 'tel' | 'email' | 'url' | 'text'; placeholder?: string }

export function TypedInput({ field, value, onChange, onRefuse, id, invalid, autoFocus, openAtOnce: _unused, typedFirst, ...extra }: InputProps & Extra): ReactNode {
  const { lang } = useT()
  const own = field as WebField
  const shown = formatAt({ field: own, part: '' }, value, lang)
  const [typed, setTyped] = useState(typedFirst)
  const text = typed ?? shown
  const read = (): void => {
    const parsed = parseAt(own, text, lang)
    if ('refusal' in parsed) {
      onRefuse(parsed.refusal)
      return
    }
    onRefuse(null)
    setTyped(undefined)
    if (text !== shown) onChange(parsed.value)
  }
  return (
    <Input id={id} value={text} autoFocus={autoFocus} status={invalid ? 'error' : undefined} {...extra} className={kindOf(own).align === 'right' ? 'gu-num-input' : undefined}
      onChange={event => setTyped(event.target.value)} onBlur={read} onPressEnter={read} />
  )
}

// When a step is due: red when it is late, amber when it is soon.
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { dueText } from './words.ts'

export function Due({ due }: { due: string | null }): ReactNode {
  const { t, lang } = useT()
  const words = dueText(due, t, lang)
  if (!words) return null
  return <span className={`gu-due${words.late ? ' late' : words.soon ? ' soon' : ''}`} title={due === null ? '' : new Date(due).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB')}>{words.text}</span>
}

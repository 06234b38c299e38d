// Since when somebody has a step, and until when: red when it is late, amber when it is soon.
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { When } from '../ui/time.tsx'
import { dueText } from './words.ts'

export function Due({ due }: { due: string | null }): ReactNode {
  const { t, lang } = useT()
  const words = dueText(due, t, lang)
  if (!words) return null
  return <span className={`gu-due${words.late ? ' late' : words.soon ? ' soon' : ''}`} title={due === null ? '' : new Date(due).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB')}>{words.text}</span>
}

/** 3 小时前到达, since 3 hours ago: each language has its own order. */
export function Since({ at }: { at: string }): ReactNode {
  const { t, lang } = useT()
  return lang === 'zh' ? <span><When at={at} />{t('flow.since')}</span> : <span>{t('flow.since')} <When at={at} /></span>
}

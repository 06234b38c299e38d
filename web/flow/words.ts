// How cases, decisions and what happened are called; one who has a step is named, or his role.
import type { Lang } from '#core/lib/text.ts'
import type { T, TextKey } from '../lib/texts.ts'
import type { Decision, RunState } from './types.ts'

export const DECISION_WORDS: Record<Decision, TextKey> = {
  approve: 'flow.approve', done: 'flow.done', reject: 'flow.reject', back: 'flow.back', handOver: 'flow.handOver', addSigner: 'flow.addSigner',
  comment: 'flow.comment', remind: 'flow.remind', withdraw: 'flow.withdraw', cancel: 'flow.cancel',
}

export const STATE_WORDS: Record<RunState, { text: TextKey; color: string }> = {
  running: { text: 'flow.state.running', color: 'processing' }, ended: { text: 'flow.state.ended', color: 'success' }, rejected: { text: 'flow.state.rejected', color: 'error' },
  withdrawn: { text: 'flow.state.withdrawn', color: 'default' }, cancelled: { text: 'flow.state.cancelled', color: 'default' },
}

const EVENTS: Readonly<Record<string, TextKey>> = {
  start: 'flow.event.start', approve: 'flow.event.approve', done: 'flow.event.done', reject: 'flow.event.reject', back: 'flow.event.back', handOver: 'flow.event.handOver',
  addSigner: 'flow.event.addSigner', comment: 'flow.event.comment', remind: 'flow.event.remind', withdrawn: 'flow.event.withdrawn', cancelled: 'flow.event.cancelled',
  ended: 'flow.event.ended', rejected: 'flow.event.rejected', service: 'flow.event.service', sentUp: 'flow.event.sentUp', nobody: 'flow.event.nobody',
  late: 'flow.event.late', reminded: 'flow.event.late', escalated: 'flow.event.escalated', migrated: 'flow.event.service',
}

export const eventText = (kind: string, step: string | null, t: T): string => {
  const key = Object.hasOwn(EVENTS, kind) ? EVENTS[kind] : undefined
  return key ? t(key, { step: step ?? '' }).trim() : [kind, step].filter(Boolean).join(' ')
}

/** Names of several people in one breath. */
export function namesText(names: readonly string[], t: T, most = 3): string {
  const shown = names.slice(0, most).join(t('word.and'))
  return names.length > most ? t('flow.andMore', { names: shown, n: names.length }) : shown
}

const DAY = 86_400_000

/** Due today, in some days, or late: what colour and what words. */
export function dueText(due: string | null, t: T, lang: Lang, now = Date.now()): { text: string; late: boolean; soon: boolean } | null {
  if (due === null) return null
  const at = new Date(due)
  const left = at.getTime() - now
  const days = Math.floor(Math.abs(left) / DAY)
  if (left < 0) return { text: days > 0 ? t('flow.lateDays', { n: days }) : t('flow.lateToday'), late: true, soon: false }
  const clock = at.toLocaleTimeString(lang === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' })
  const sameDay = new Date(now).toDateString() === at.toDateString()
  const day = sameDay ? t('flow.today') : at.toLocaleDateString(lang === 'zh' ? 'zh-CN' : 'en-GB', { month: 'numeric', day: 'numeric' })
  return { text: t('flow.dueAt', { at: `${day} ${clock}` }), late: false, soon: left < DAY }
}

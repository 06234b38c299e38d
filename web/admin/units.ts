// Sizes and durations as people read them.
import type { T } from '../lib/texts.ts'

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

export function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10))
  const size = bytes / 1024 ** step
  return `${step === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[step]}`
}

export function durationText(seconds: number, t: T): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return t('status.minutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? t('status.hours', { n: hours }) : t('status.days', { n: Math.floor(hours / 24) })
}

// Points in time: ISO text in UTC ('2026-01-05T06:30:00.000Z'), read from and shown in a time zone.
import type { DateOptions } from './date-parse.ts'
import { fromSerial, parseDate } from './date-parse.ts'
import { dayNumber } from './date.ts'
import type { Refusal } from './error.ts'
import { cleanText, foldWidth } from './width.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds a zone is ahead of UTC at an instant. Shanghai had summer time 1986-1991, so no constant serves. */
function offsetAt(instant: number, zone: string): number {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
    formatters.set(zone, formatter)
  }
  const p: Record<string, number> = {}
  for (const { type, value } of formatter.formatToParts(instant)) p[type] = Number(value)
  return Date.UTC(p.year!, p.month! - 1, p.day!, p.hour!, p.minute!, p.second!) - Math.floor(instant / 1000) * 1000
}

const SHANGHAI_FIXED = Date.UTC(1992, 0, 1)
const HOUR = 3_600_000

/** Wall-clock time in a zone to an instant; a time that summer time skipped moves on by the hour that was skipped. */
export function fromLocal(date: string, milliseconds: number, zone = 'Asia/Shanghai'): string {
  const wall = dayNumber(date) * 24 * HOUR + milliseconds
  if (zone === 'Asia/Shanghai' && wall > SHANGHAI_FIXED) return new Date(wall - 8 * HOUR).toISOString()
  const first = wall - offsetAt(wall, zone)
  return new Date(wall - offsetAt(first, zone)).toISOString()
}

/** An instant as a zone's calendar day and clock: { date: '2026-01-05', time: '14:30:00' }. */
export function toLocal(instant: string, zone = 'Asia/Shanghai'): { date: string; time: string } {
  const at = Date.parse(instant)
  const wall = new Date(at + offsetAt(at, zone)).toISOString()
  return { date: wall.slice(0, 10), time: wall.slice(11, 19) }
}

/** '2026-01-05 14:30' for people; seconds only when asked. */
export function formatDateTime(instant: string, options: { zone?: string; seconds?: boolean } = {}): string {
  const { date, time } = toLocal(instant, options.zone)
  return `${date} ${options.seconds ? time : time.slice(0, 5)}`
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/
const CLOCK = /(?:^|[T\s日号])((?:上午|下午|早上|中午|晚上|凌晨|AM|PM)?)\s*(\d{1,2})\s*(?:[:时点])\s*(?:(\d{1,2})\s*(?:[:分]?)\s*)?(?:(\d{1,2})(?:\.(\d{1,3})\d*)?\s*秒?)?\s*(AM|PM)?$/i

/** 2026-1-5 14:30, 2026年1月5日下午2时30分, 1/5/2026 2:30 PM, 46027.604, ISO with a zone; a date alone is its midnight. */
export function parseDateTime(text: string, options: DateOptions & { zone?: string } = {}): string | Refusal {
  const source = foldWidth(cleanText(text)).replace(/^(\d{8})(\d\d)(\d\d)(\d\d)$/, '$1 $2:$3:$4')
  const refusal: Refusal = { key: 'date.time', params: { text } }
  if (INSTANT.test(source)) {
    const at = Date.parse(source)
    const date = parseDate(source.slice(0, 10))
    return typeof date !== 'string' ? date : Number.isNaN(at) ? refusal : new Date(at).toISOString()
  }
  if (/^\d{5}\.\d+$/.test(source)) return fromSerialTime(Number(source), options) ?? { key: 'date.none', params: { text } }
  const clock = CLOCK.exec(source)
  const date = parseDate(source, options)
  if (typeof date !== 'string') return { ...date, params: { ...date.params, text } }
  const rest = /[:时点]|上午|下午|[AP]M\b/i.test(source)
  if (!clock) return rest ? refusal : fromLocal(date, 0, options.zone)
  const milliseconds = clockOf(clock)
  return milliseconds === undefined ? refusal : fromLocal(date, milliseconds, options.zone)
}

/** 14:30, 9点半, 下午2点, 1430, 0.375 of a day: a time of day as '14:30'. */
export function parseTime(text: string): string | Refusal {
  const source = foldWidth(cleanText(text)).replace(/半$/, '30分').replace(/^(\d{1,2})(\d\d)$/, '$1:$2')
  const share = /^0?\.\d+$/.test(source) ? Math.round(Number(source) * 86_400) * 1000 : undefined
  const clock = share === undefined ? CLOCK.exec(` ${source}`) : null
  const milliseconds = share ?? (clock && clock.index === 0 ? clockOf(clock) : undefined)
  if (milliseconds === undefined || milliseconds >= 24 * HOUR) return { key: 'time.notATime', params: { text } }
  return new Date(milliseconds).toISOString().slice(11, 16)
}

function clockOf([, before = '', hours, minutes = '0', seconds = '0', fraction = '0', after = '']: RegExpExecArray | string[]): number | undefined {
  const half = (before || after).toUpperCase()
  const given = Number(hours)
  const late = /PM|下午|晚上/.test(half) || (half === '中午' && given < 11)
  if ((half === 'AM' || half === 'PM') && (given < 1 || given > 12)) return undefined
  const hour = late && given < 12 ? given + 12 : /AM|凌晨|早上|上午/.test(half) && given === 12 ? 0 : given
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return hour * HOUR + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'))
}

/** The fraction of the day is rounded to seconds: Excel's own are a hair off. */
function fromSerialTime(serial: number, options: DateOptions & { zone?: string }): string | undefined {
  const seconds = Math.round((serial % 1) * 86_400)
  const date = fromSerial(Math.floor(serial) + (seconds === 86_400 ? 1 : 0), options.date1904)
  return date && fromLocal(date, (seconds % 86_400) * 1000, options.zone)
}

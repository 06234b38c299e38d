// What the fill handle writes: numbers, dates, weekdays and numbered texts go on; everything else repeats.
import { Decimal } from 'decimal.js'

/** Either a new text, or the place among the seeds whose value is repeated as it is. */
type Filled = { text: string } | { copy: number }

type Next = (step: number) => string

/** `back` fills upwards or to the left: the series runs against its order. */
export function fillSeries(seeds: string[], count: number, back = false): Filled[] {
  const next = seriesOf(seeds)
  return Array.from({ length: count }, (_, at) => {
    const step = back ? -1 - at : seeds.length + at
    if (next) return { text: next(step) }
    return { copy: ((step % seeds.length) + seeds.length) % seeds.length }
  })
}

function seriesOf(seeds: string[]): Next | null {
  if (seeds.length === 0 || seeds.some((seed) => seed === '')) return null
  return numbers(seeds) ?? dates(seeds) ?? names(seeds) ?? numbered(seeds)
}

/** One number alone is copied, as in Excel; two or more with one step go on. */
function numbers(seeds: string[]): Next | null {
  if (!seeds.every((seed) => /^-?\d+(\.\d+)?$/.test(seed))) return null
  if (seeds.some((seed) => /^-?0\d/.test(seed)) || seeds.length < 2) return null
  const values = seeds.map((seed) => new Decimal(seed))
  const step = values[1]!.minus(values[0]!)
  if (!values.every((value, at) => at === 0 || value.minus(values[at - 1]!).equals(step))) return null
  const places = Math.max(...seeds.map((seed) => seed.split('.')[1]?.length ?? 0))
  return (at) => values[0]!.plus(step.times(at)).toFixed(places)
}

const DAY = 86_400_000

function dates(seeds: string[]): Next | null {
  const days = seeds.map((seed) => {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(seed)
    return found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : Number.NaN
  })
  if (days.some(Number.isNaN)) return null
  const months = monthly(days)
  if (months) return months
  const step = days.length > 1 ? days[1]! - days[0]! : DAY
  if (!days.every((day, at) => at === 0 || step === day - days[at - 1]!)) return null
  return (at) => isoDay(days[0]! + step * at)
}

/** The same day of the month, a fixed number of months apart: the 31st becomes the last day of a short month. */
function monthly(days: number[]): Next | null {
  if (days.length < 2) return null
  const at = days.map((day) => new Date(day))
  const month = at.map((day) => day.getUTCFullYear() * 12 + day.getUTCMonth())
  const step = month[1]! - month[0]!
  const even = month.every((value, index) => index === 0 || step === value - month[index - 1]!)
  const day = at[0]!.getUTCDate()
  if (step === 0 || !even || at.some((date) => date.getUTCDate() !== day)) return null
  return (index) => {
    const target = month[0]! + step * index
    const last = new Date(Date.UTC(Math.floor(target / 12), (target % 12) + 1, 0)).getUTCDate()
    return isoDay(Date.UTC(Math.floor(target / 12), target % 12, Math.min(day, last)))
  }
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Names of weekdays and months in both languages, taken from the platform: 周一, 星期一, Mon, Monday, 一月, January. */
const cycles: string[][] = ['zh-CN', 'en'].flatMap((language) => (['long', 'short'] as const).flatMap((style) => {
  const days = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
  return [
    Array.from({ length: 7 }, (_, day) => days.format(Date.UTC(2024, 0, day + 1))),
    Array.from({ length: 12 }, (_, month) => months.format(Date.UTC(2024, month, 1))),
  ]
}))

function names(seeds: string[]): Next | null {
  const cycle = cycles.find((list) => seeds.every((seed) => list.includes(seed)))
  if (!cycle) return null
  const places = seeds.map((seed) => cycle.indexOf(seed))
  const size = cycle.length
  const wrap = (place: number): number => ((place % size) + size) % size
  const step = places.length > 1 ? wrap(places[1]! - places[0]!) : 1
  if (!places.every((place, at) => at === 0 || wrap(place - places[at - 1]!) === step)) return null
  return (at) => cycle[wrap(places[0]! + step * at)]!
}

/** 客户001 → 客户002, 3号店 → 4号店: a number at an end counts on and keeps its width. Long digit runs are codes: copied. */
function numbered(seeds: string[]): Next | null {
  const parts = seeds.map((seed) => /^()(\d{1,9})(\D+)$/s.exec(seed) ?? /^(.*\D)(\d{1,9})()$/s.exec(seed))
  const first = parts[0]
  if (!first || parts.some((part) => !part || part[1] !== first[1] || part[3] !== first[3])) return null
  const values = parts.map((part) => Number(part![2]))
  const step = values.length > 1 ? values[1]! - values[0]! : 1
  if (!values.every((value, at) => at === 0 || step === value - values[at - 1]!)) return null
  const width = first[2]!.startsWith('0') ? first[2]!.length : 0
  return (at) => first[1]! + String(Math.abs(values[0]! + step * at)).padStart(width, '0') + first[3]!
}

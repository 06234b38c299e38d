// When money comes: at once, after a month, late, in two parts, or never.
import type { Calendar } from './calendar.ts'
import type { Profile, Terms } from './profile.ts'
import type { Random, Weighted } from './random.ts'

export interface Due {
  day: number
  /** Fen; negative for money given back. */
  amount: number
}

const DELAYS: Record<Terms, [from: number, to: number]> = { cash: [0, 3], month: [18, 42], twoMonths: [45, 75], late: [60, 150] }
const METHODS: Weighted<string> = [['transfer', 62], ['wechat', 14], ['alipay', 9], ['bill', 8], ['cash', 7]]
const SMALL = 200_000

export function duesOf(random: Random, profile: Profile, day: number, amount: number): Due[] {
  const [from, to] = DELAYS[profile.terms]
  if (amount <= 0) return amount < 0 && random.chance(0.7) ? [{ day: day + random.int(2, 9), amount }] : []
  if (profile.slack && random.chance(0.25)) return []
  const first = day + random.int(from, to)
  if (amount > SMALL && random.chance(0.1)) {
    const half = Math.round(amount * 0.5 / 10_000) * 10_000
    return [{ day: first, amount: half }, { day: first + random.int(15, 45), amount: amount - half }]
  }
  return [{ day: first, amount }]
}

/** Offices are shut at weekends and at the new year: the money comes on the next day of business. */
export function workingDay(calendar: Calendar, day: number): number {
  let at = day
  while (at < calendar.days && calendar.flow[at + 1]! - calendar.flow[at]! < 0.35) at++
  return at
}

export const methodOf = (random: Random, amount: number): string => {
  const method = random.weighted(METHODS)
  return amount > 5_000_000 && method !== 'bill' ? 'transfer' : method
}

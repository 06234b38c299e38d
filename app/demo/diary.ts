// Who buys on which day. Customers wait in a chain for the day of their next order, so three years of a million
// customers pass by in the order of their days without ever being sorted.
import type { Calendar } from './calendar.ts'
import { dayAt } from './calendar.ts'
import { LINES_EACH } from './basket.ts'
import type { Profile } from './profile.ts'
import { profileOf } from './profile.ts'
import { Random } from './random.ts'
import type { World } from './world.ts'

const GAP = 5
const SPREAD = 0.6
/** Mean of `around(SPREAD)`: its spread is one-sided. */
const MEAN_GAP = Math.exp(Math.log1p(SPREAD) ** 2 / 2)

/** The first order does not wait for a whole cycle: each buyer has this many more. */
const EARLY = 0.37

const firstDay = (profile: Profile): number => Math.max(profile.joined, 0)

/** Cycles are stretched by this so that about the wanted number of lines comes out. */
function stretchOf(world: World): number {
  const { calendar, customers } = world
  let orders = 0
  let buyers = 0
  for (let n = 0; n < customers; n++) {
    const profile = profileOf(calendar, n, customers)
    if (profile.prospect) continue
    buyers++
    orders += (calendar.flow[profile.last + 1]! - calendar.flow[firstDay(profile)]!) / (profile.cycle * MEAN_GAP)
  }
  return orders / Math.max(buyers / 10, world.lines / LINES_EACH - buyers * EARLY)
}

export interface Diary {
  /** Customers that buy on a day; each is then put down for its next order. */
  on(day: number): Generator<{ profile: Profile; turn: number }>
}

export function openDiary(world: World): Diary {
  const { calendar, customers } = world
  const stretch = stretchOf(world)
  const waiting = new Int32Array(calendar.days + 1).fill(-1)
  const behind = new Int32Array(customers)
  const turns = new Uint16Array(customers)
  const putDown = (n: number, day: number): void => {
    behind[n] = waiting[day]!
    waiting[day] = n
  }
  for (let n = customers - 1; n >= 0; n--) {
    const profile = profileOf(calendar, n, customers)
    if (!profile.prospect) putDown(n, firstOrder(calendar, profile, stretch))
  }
  return {
    * on(day) {
      for (let n = waiting[day]!, next: number; n >= 0; n = next) {
        next = behind[n]!
        const profile = profileOf(calendar, n, customers)
        if (day > profile.last) continue
        const turn = turns[n]!
        turns[n] = turn + 1
        yield { profile, turn }
        putDown(n, Math.max(day + 1, nextOrder(calendar, profile, turn, day, stretch)))
      }
    },
  }
}

const gapOf = (profile: Profile, random: Random, stretch: number): number => profile.cycle * stretch * random.around(SPREAD)

/** Old customers are somewhere in their cycle when the calendar begins; new ones order soon. */
function firstOrder(calendar: Calendar, profile: Profile, stretch: number): number {
  const random = new Random(GAP, profile.n)
  const share = profile.joined < 0 ? random.next() : random.next() * 0.3
  return dayAt(calendar, calendar.flow[firstDay(profile)]! + share * gapOf(profile, random, stretch))
}

const nextOrder = (calendar: Calendar, profile: Profile, turn: number, day: number, stretch: number): number =>
  dayAt(calendar, calendar.flow[day]! + gapOf(profile, new Random(GAP, profile.n, turn + 1), stretch))

// The customers that the people of the demo company are in touch with, and the days on which they are: the ground that visits,
// hospitality and gifts stand on.
import { weekday } from '#core/lib/date.ts'
import type { Calendar } from './calendar.ts'
import { dateOf, momentOf, notLater } from './calendar.ts'
import { contactsOf } from './contacts.ts'
import type { Customer } from './customers.ts'
import type { Random } from './random.ts'
import { idAt } from './random.ts'
import type { Serials } from './serials.ts'
import type { Person } from './staff.ts'
import type { NewRow, World } from './world.ts'
import { idOf, isoOf } from './world.ts'

export interface Partner {
  id: string
  name: string
  owner: Person
  /** Days since it is a customer. */
  age: number
  contacts: { id: string; name: string }[]
  trade: string | null
  boss: string
  grade: string | null
  region: string | null
  /** Yuan in all years. */
  sales: number
  /** More than its credit limit allows. */
  owes: boolean
  growth: number | null
  margin: number | null
  payingManner: string | null
  /** It sells over a counter. */
  shop: boolean
}

export interface Scene {
  world: World
  serials: Serials
  partners: Partner[]
  /** Partners by the name of who looks after them. */
  byOwner: Map<string, Partner[]>
}

export type Rows = Record<string, NewRow[]>

/** Enough of them for each person's work. */
const EACH = 14

export interface Partners {
  all: Partner[]
  meet(customer: Customer): void
}

export function openPartners(calendar: Calendar): Partners {
  const counts = new Map<string, number>()
  const all: Partner[] = []
  return { all, meet(customer) {
    const { profile, row } = customer
    const count = counts.get(profile.owner.name) ?? 0
    if (count >= EACH || row.values.stage === 'lost' || profile.kind === 'person') return
    counts.set(profile.owner.name, count + 1)
    all.push(partnerOf(calendar, customer))
  } }
}

function partnerOf(calendar: Calendar, customer: Customer): Partner {
  const { profile, contact, row, growth, margin } = customer
  return {
    id: profile.id, name: String(row.values.name), owner: profile.owner, age: calendar.days - profile.joined, boss: contact.name,
    contacts: contactsOf(calendar, customer).map(one => ({ id: one.id, name: String(one.values.name) })),
    trade: (row.values.trade as string | null | undefined) ?? null, grade: (row.values.grade as string | null | undefined) ?? null,
    region: (row.values.region as string | null | undefined) ?? null, sales: Number(row.values.salesTotal), owes: Number(row.values.creditLimit ?? Infinity) < Number(row.values.salesTotal) - Number(row.values.paidTotal),
    growth, margin, shop: profile.kind === 'dealer' || profile.kind === 'retailer', payingManner: (row.values.payingManner as string | null | undefined) ?? null,
  }
}

export const isWorkday = (calendar: Calendar, day: number): boolean =>
  weekday(dateOf(calendar, day)) <= 5 && (day >= calendar.days || calendar.flow[day + 1]! > calendar.flow[day]!)

/** The working days of the last so many days, the latest first. */
export const workdaysBack = (calendar: Calendar, days: number): number[] =>
  Array.from({ length: days }, (_, back) => calendar.days - 1 - back).filter(day => day >= 0 && isWorkday(calendar, day))

/** The working days to come, today among them. */
export const workdaysAhead = (calendar: Calendar, days: number): number[] =>
  Array.from({ length: days }, (_, ahead) => calendar.days + ahead).filter(day => isWorkday(calendar, day))

export const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const belongs = (world: World, person: Person): { owner: string; department: string } =>
  ({ owner: idOf(world, 'user', person.name), department: idOf(world, 'department', person.unit) })

/** A record that this person wrote on that day, or on the last one if it is still to come. */
export function written({ calendar, ids }: World, random: Random, person: string, day: number, values: Record<string, unknown>): NewRow {
  const ms = notLater(calendar, momentOf(calendar, day, random.int(16 * 60, 18 * 60)))
  const createdBy = ids.get(`user ${person}`) ?? null
  return { id: idAt(ms, random), createdAt: isoOf(ms), createdBy, updatedAt: isoOf(ms), values }
}

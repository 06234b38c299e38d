// What kind of customer number n is: where, how big, how often it buys, how it pays, when it goes away.
// Made again whenever asked, so that a million of them need no memory.
import type { City } from '#core/lib/divisions.ts'
import type { Calendar } from './calendar.ts'
import { joinDay } from './calendar.ts'
import { CATEGORIES } from './goods.ts'
import type { CustomerClass } from './names.ts'
import { cityOf } from './places.ts'
import type { Weighted } from './random.ts'
import { idAt, Random } from './random.ts'
import { momentOf } from './calendar.ts'
import type { Person } from './staff.ts'
import { GROUP_OF, PEOPLE } from './staff.ts'

export type Terms = 'cash' | 'month' | 'twoMonths' | 'late'

export interface Profile {
  n: number
  id: string
  city: City
  kind: CustomerClass
  /** Days of the calendar: negative before it begins. */
  joined: number
  last: number
  churned: boolean
  prospect: boolean
  size: number
  /** Days between two orders, before the whole is scaled. */
  cycle: number
  /** Share of the list price that it pays. */
  rate: number
  terms: Terms
  /** It does not pay everything. */
  slack: boolean
  categories: number[]
  owner: Person
}

const CLASSES: Weighted<CustomerClass> = [['dealer', 38], ['retailer', 30], ['project', 12], ['factory', 7], ['person', 6], ['government', 3], ['other', 4]]
const SIZES: Record<CustomerClass, number> = { dealer: 2.2, retailer: 0.8, factory: 1.8, project: 4, government: 1.5, person: 0.3, other: 0.8 }
const CYCLES: Record<CustomerClass, number> = { dealer: 45, retailer: 60, factory: 70, project: 80, government: 160, person: 280, other: 120 }
const TERMS: Weighted<Terms> = [['cash', 34], ['month', 40], ['twoMonths', 16], ['late', 10]]

const specialists = Map.groupBy(PEOPLE.filter(person => person.roles.includes('specialist')), person => person.unit)
const sellers = PEOPLE.filter(person => person.roles.includes('sales'))

const PROFILE = 1
const ID = 2

export function profileOf(calendar: Calendar, n: number, customers: number): Profile {
  const random = new Random(PROFILE, n)
  const city = cityOf(random, n)
  const kind = random.weighted(CLASSES)
  const joined = joinDay(calendar, n, customers)
  const churned = random.chance(0.22)
  const gone = Math.max(joined, 0) + Math.floor(random.next() * (calendar.days - Math.max(joined, 0)))
  const slack = random.chance(churned ? 0.2 : 0.05)
  const inField = kind === 'project' || kind === 'government'
  return {
    n, city, kind, joined, churned, last: churned ? gone : calendar.days - 1,
    id: idAt(momentOf(calendar, joined, 9 * 60), new Random(ID, n)),
    prospect: random.chance(0.1),
    size: SIZES[kind] * random.around(1.4),
    cycle: CYCLES[kind] * random.around(0.8),
    rate: kind === 'person' ? 1 : 0.82 + random.next() * 0.16,
    terms: kind === 'person' ? 'cash' : random.weighted(TERMS), slack,
    categories: Array.from({ length: 3 }, () => random.int(0, CATEGORIES.length - 1)),
    owner: random.pick(inField ? sellers : specialists.get(GROUP_OF[city.province.region])!),
  }
}

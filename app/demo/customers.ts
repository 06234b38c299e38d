// The customer card (F01, F02, F04) of number n, with what its orders made of it.
import type { Address } from '#core/field/kinds/address.ts'
import { searchKeys } from '#core/lib/pinyin.ts'
import { dateOf, momentOf, notLater } from './calendar.ts'
import { cardOf } from './card.ts'
import type { Gender } from './names.ts'
import { mobilePhone, personName, PUBLIC_BODIES, TRADES, tradeWord } from './names.ts'
import { addressIn, distanceTo } from './places.ts'
import type { Profile } from './profile.ts'
import { profileOf } from './profile.ts'
import { Random } from './random.ts'
import type { Serials } from './serials.ts'
import { TAGS } from './staff.ts'
import type { Tally } from './tally.ts'
import { gradeLimits, growthOf, marginOf } from './tally.ts'
import type { NewRow, World } from './world.ts'
import { idOf, isoOf, yuan } from './world.ts'

const CARD = 7
const ALL_DIFFERENT = 20_000

interface Named {
  name: string
  shortName: string | null
  trade: string | null
}

/** 义乌市宏达五金商行: place, word, trade, ending. */
function nameOf(random: Random, { kind, city }: Profile, address: Address, gender: Gender): Named {
  const place = kind === 'retailer' && address.district && random.chance(0.25) ? address.district : random.chance(0.15) ? city.name : city.short
  if (kind === 'person') return { name: personName(random, gender), shortName: null, trade: null }
  if (kind === 'government') return { name: place + random.pick(PUBLIC_BODIES), shortName: null, trade: '公共事业' }
  const { trades, endings } = TRADES[kind]
  const trade = random.pick(trades)
  const word = tradeWord(random)
  return { name: `${place}${word}${trade}${random.weighted(endings)}`, shortName: word + trade, trade }
}

export interface Customer {
  profile: Profile
  contact: { name: string; gender: Gender; phone: string }
  /** Of sales against the year before; of sales less costs. Null where there are too few. */
  growth: number | null
  margin: number | null
  row: NewRow
}

/** A customer that still buys is active; the best ones are VIP; one that has not come for long is lost. */
function stageOf(tally: Tally, profile: Profile, days: number, best: number): string {
  const { n } = profile
  if (tally.orders[n] === 0) return 'potential'
  if (profile.churned && days - tally.last[n]! > 90) return 'lost'
  return tally.sales[n]! >= best ? 'vip' : 'active'
}

export function* customers(world: World, serials: Serials, tally: Tally): Generator<Customer> {
  const limits = gradeLimits(tally)
  const taken = new Set<string>()
  for (let n = 0; n < world.customers; n++) {
    const profile = profileOf(world.calendar, n, world.customers)
    const random = new Random(CARD, n)
    const address = addressIn(random, profile.city)
    const gender: Gender = random.chance(0.72) ? 'male' : 'female'
    let named = nameOf(random, profile, address, gender)
    // In a small company nobody is called like another; among a million some are, as in life.
    for (let attempt = 0; attempt < 30 && taken.has(named.name); attempt++) named = nameOf(random, profile, address, gender)
    if (world.customers <= ALL_DIFFERENT) taken.add(named.name)
    yield customer(world, serials, tally, limits, { profile, random, address, gender, named })
  }
}

interface Sketch {
  profile: Profile
  random: Random
  address: Address
  gender: Gender
  named: Named
}

function customer(world: World, serials: Serials, tally: Tally, limits: number[], { profile, random, address, gender, named }: Sketch): Customer {
  const { calendar } = world
  const contact = { name: profile.kind === 'person' ? named.name : personName(random, gender), gender, phone: mobilePhone(random) }
  const created = momentOf(calendar, profile.joined, 9 * 60)
  const last = tally.last[profile.n]!
  const owner = idOf(world, 'user', profile.owner.name)
  const values = {
    code: serials.next('customer', dateOf(calendar, profile.joined)), ...named, customerClass: profile.kind,
    region: idOf(world, 'region', profile.city.province.name), contactName: contact.name, phone: contact.phone,
    address, distance: distanceTo(address.lon!, address.lat!), ...online(random, named), tags: tagsOf(random, profile),
    ...salesOf(world, tally, limits, profile), ...cardOf(random, profile, contact), owner, department: idOf(world, 'department', profile.owner.unit),
  }
  return { profile, contact, growth: growthOf(tally, profile.n), margin: marginOf(tally, profile.n), row: {
    id: profile.id, createdAt: isoOf(created), createdBy: owner, values,
    updatedAt: isoOf(notLater(calendar, last < 0 ? created + random.int(1, 200) * 3_600_000 : momentOf(calendar, last, random.int(600, 1080)))),
  } }
}

function salesOf(world: World, tally: Tally, limits: number[], profile: Profile): Record<string, unknown> {
  const { n } = profile
  const { calendar } = world
  const date = (day: number): string | null => (day < 0 ? null : dateOf(calendar, day))
  const grade = limits.findIndex(limit => tally.sales[n]! >= limit && limit > 0)
  return {
    salesTotal: yuan(tally.sales[n]!), orderCount: tally.orders[n]!, paidTotal: yuan(tally.paid[n]!), firstOrder: date(tally.first[n]!), lastOrder: date(tally.last[n]!),
    grade: tally.orders[n] === 0 ? null : 'ABCDE'.at(grade), stage: stageOf(tally, profile, calendar.days, limits[0]!),
  }
}

/** Addresses of the web that lead nowhere. */
function online(random: Random, { shortName }: Named): { email: string | null; website: string | null } {
  const mailed = shortName !== null && random.chance(0.45)
  if (!mailed) return { email: null, website: null }
  const { pinyin, initials } = searchKeys(shortName)
  const host = pinyin.split(' ')[0]!
  return { email: `${initials.split(' ')[0]!}${random.int(1, 999)}@${host}.example`, website: random.chance(0.4) ? `https://www.${host}.example` : null }
}

function tagsOf(random: Random, profile: Profile): string[] | null {
  const tags = new Set<string>()
  if (profile.size > 5) tags.add('重点客户')
  if (profile.terms === 'cash' && random.chance(0.5)) tags.add('现款现货')
  if (profile.terms === 'month' && random.chance(0.4)) tags.add('账期客户')
  if (profile.kind === 'project' && random.chance(0.6)) tags.add('工程渠道')
  if (profile.kind === 'retailer' && random.chance(0.4)) tags.add('零售门店')
  if (random.chance(0.2)) tags.add(random.pick(TAGS)[0])
  return tags.size > 0 ? [...tags] : null
}

// What a customer takes in one order: goods of its trade, amounts that fit its size, prices of the day.
import type { Calendar } from './calendar.ts'
import { goods } from './goods.ts'
import type { Profile } from './profile.ts'
import type { Random, Weighted } from './random.ts'

export interface Item {
  good: number
  quantity: number
  /** Fen, each for one. */
  price: number
  cost: number
}

const LINES: Weighted<number> = [[1, 20], [2, 24], [3, 20], [4, 14], [5, 9], [6, 6], [7, 4], [8, 3]]
export const LINES_EACH = LINES.reduce((sum, [count, weight]) => sum + count * weight, 0) / 100
/** Fen that a customer of size 1 spends on one line. */
const SPENDING = 70_000
const PER_CATEGORY = 25
/** Prices rise. */
const PER_YEAR = 0.97

/** A few goods of each category are asked for most. */
const goodIn = (random: Random, category: number): number => category * PER_CATEGORY + Math.floor(random.next() ** 1.7 * PER_CATEGORY)

/** Nobody orders 137 tiles. */
function roundly(quantity: number): number {
  const step = quantity < 12 ? 1 : quantity < 100 ? 5 : quantity < 600 ? 20 : 100
  return Math.max(1, Math.round(quantity / step) * step)
}

export function basketOf(random: Random, calendar: Calendar, profile: Profile, day: number): Item[] {
  const inflation = PER_YEAR ** ((calendar.days - day) / 365)
  const items = new Map<number, Item>()
  const count = random.weighted(LINES)
  while (items.size < count) {
    const category = random.chance(0.8) ? random.pick(profile.categories) : random.int(0, 11)
    const good = goodIn(random, category)
    const { price, cost } = goods[good]!
    const quantity = roundly(SPENDING * profile.size * random.around(1.2) / price)
    const paid = Math.round(price * inflation * profile.rate)
    items.set(good, { good, quantity, price: paid, cost: Math.round(cost * inflation) })
  }
  return [...items.values()]
}

export const costTotal = (items: readonly Item[]): number => items.reduce((sum, item) => sum + item.quantity * item.cost, 0)

export const goodsTotal = (items: readonly Item[]): number => items.reduce((sum, item) => sum + item.quantity * item.price, 0)

/** 优惠: small change let off, or one per cent; most pay the whole. */
export function discountOf(random: Random, total: number): number {
  const kind = random.next()
  if (kind < 0.1) return total % 1000
  return kind < 0.14 ? Math.floor(total / 10_000) * 100 : 0
}

/** Goods that come back: one line, often not all of it. */
export function returned(random: Random, items: readonly Item[]): Item[] {
  const { good, quantity, price, cost } = random.pick(items)
  const back = random.chance(0.4) ? quantity : Math.max(1, Math.floor(quantity * 0.3))
  return [{ good, quantity: -back, price, cost }]
}

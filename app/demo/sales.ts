// Three years of business, day by day: orders with their lines, goods that come back, money that comes in.
import { basketOf, costTotal, discountOf, goodsTotal, returned } from './basket.ts'
import type { Item } from './basket.ts'
import { dateOf, momentOf, notLater } from './calendar.ts'
import { openDiary } from './diary.ts'
import { goods } from './goods.ts'
import { duesOf, methodOf, workingDay } from './payments.ts'
import type { Profile } from './profile.ts'
import { profileOf } from './profile.ts'
import { idAt, Random } from './random.ts'
import type { Serials } from './serials.ts'
import type { Tally } from './tally.ts'
import { countOrder } from './tally.ts'
import type { NewRow, World } from './world.ts'
import { idOf, isoOf, yuan } from './world.ts'

export interface Business {
  orders: NewRow[]
  lines: NewRow[]
  payments: NewRow[]
}

/** What a later day has to do. */
type Later = { n: number; order: string; random: Random } & ({ back: Item[] } | { pay: number })

interface Books {
  world: World
  serials: Serials
  tally: Tally
  later: Map<number, Later[]>
  out: Business
}

const ORDER = 6
const OPENING = 8 * 60 + 20
const OPEN_MINUTES = 9 * 60
const RETURNS = 0.028

const newBusiness = (): Business => ({ orders: [], lines: [], payments: [] })

/** One answer a day. */
export function* business(world: World, serials: Serials, tally: Tally): Generator<Business> {
  const books: Books = { world, serials, tally, later: new Map(), out: newBusiness() }
  const diary = openDiary(world)
  for (let day = 0; day < world.calendar.days; day++) {
    const due = books.later.get(day) ?? []
    books.later.delete(day)
    const buyers = [...diary.on(day)]
    const minute = (at: number): number => OPENING + OPEN_MINUTES * (at + 1) / (buyers.length + due.length + 1)
    due.forEach((work, at) => ('pay' in work ? payment(books, work, work.pay, day, minute(at)) : back(books, work, work.back, day, minute(at))))
    buyers.forEach(({ profile, turn }, at) => sale(books, profile, turn, day, minute(due.length + at)))
    yield books.out
    books.out = newBusiness()
  }
}

function remind(books: Books, day: number, work: Later): void {
  const at = workingDay(books.world.calendar, day)
  if (at >= books.world.calendar.days) return
  const list = books.later.get(at)
  if (list) list.push(work)
  else books.later.set(at, [work])
}

/** Orders of the last days are still under way. */
function statusOf(random: Random, age: number): string {
  const kind = random.next()
  if (age <= 2) return kind < 0.12 ? 'draft' : kind < 0.75 ? 'confirmed' : 'shipped'
  if (age <= 9) return kind < 0.2 ? 'confirmed' : kind < 0.75 ? 'shipped' : 'done'
  return kind < 0.014 ? 'cancelled' : 'done'
}

function sale(books: Books, profile: Profile, turn: number, day: number, minute: number): void {
  const { calendar } = books.world
  const random = new Random(ORDER, profile.n, turn)
  const items = basketOf(random, calendar, profile, day)
  const status = statusOf(random, calendar.days - day)
  const { id, total } = order(books, profile, random, { kind: 'sale', status, items, discount: discountOf(random, goodsTotal(items)), day, minute })
  if (status === 'draft' || status === 'cancelled' || status === 'confirmed') return
  for (const due of duesOf(random, profile, day, total)) remind(books, due.day, { n: profile.n, order: id, random, pay: due.amount })
  if (random.chance(RETURNS)) remind(books, day + random.int(4, 20), { n: profile.n, order: id, random, back: returned(random, items) })
}

function back(books: Books, { n, random }: Later, items: Item[], day: number, minute: number): void {
  const profile = profileOf(books.world.calendar, n, books.world.customers)
  const { id, total } = order(books, profile, random, { kind: 'return', status: 'done', items, discount: 0, day, minute })
  for (const due of duesOf(random, profile, day, total)) remind(books, due.day, { n: profile.n, order: id, random, pay: due.amount })
}

interface Draft {
  kind: 'sale' | 'return'
  status: string
  items: Item[]
  discount: number
  day: number
  minute: number
}

const RETURN_NOTES = ['规格不符，客户要求退货', '工地余料退回', '运输破损', '客户多订，协商退回']
const SALE_NOTES = ['请送到店里', '工地收货，提前一天电话联系', '随货带发票', '分两批发货', '加急，当天发出']

function order(books: Books, profile: Profile, random: Random, { kind, status, items, discount, day, minute }: Draft): { id: string; total: number } {
  const { world, serials, tally, out } = books
  const ms = momentOf(world.calendar, day, minute)
  const id = idAt(ms, random)
  const date = dateOf(world.calendar, day)
  const sum = goodsTotal(items)
  const total = sum - discount
  const note = kind === 'return' ? random.pick(RETURN_NOTES) : random.chance(0.08) ? random.pick(SALE_NOTES) : null
  const people = ownedBy(world, profile)
  const stamp = { createdAt: isoOf(ms), createdBy: people.owner, updatedAt: isoOf(notLater(world.calendar, ms + settledAfter(status))) }
  out.orders.push({ id, ...stamp, values: {
    code: serials.next('order', date), customer: profile.id, date, kind, status, goods: yuan(sum), discount: yuan(discount), total: yuan(total), costs: yuan(costTotal(items)), uncosted: 0, note, ...people,
  } })
  for (const { good, quantity, price, cost } of items) {
    out.lines.push({ id: idAt(ms, random), ...stamp, values: {
      order: id, product: idOf(world, 'product', goods[good]!.name), quantity: String(quantity), price: yuan(price), amount: yuan(quantity * price), cost: yuan(cost), costAmount: yuan(quantity * cost),
    } })
  }
  if (status !== 'draft' && status !== 'cancelled') countOrder(tally, profile.n, day, total, costTotal(items))
  return { id, total }
}

/** Half an hour until it is confirmed, three days until it is done. */
const settledAfter = (status: string): number => (status === 'done' ? 3 * 86_400_000 : status === 'shipped' ? 20 * 3_600_000 : 0)

const ownedBy = (world: World, { owner }: Profile): { owner: string; department: string } =>
  ({ owner: idOf(world, 'user', owner.name), department: idOf(world, 'department', owner.unit) })

const CASHIER = '蒋玲'

function payment(books: Books, { n, order: of, random }: Later, amount: number, day: number, minute: number): void {
  const { world, serials, tally, out } = books
  const profile = profileOf(world.calendar, n, world.customers)
  const ms = momentOf(world.calendar, day, minute)
  const date = dateOf(world.calendar, day)
  const at = isoOf(ms)
  out.payments.push({ id: idAt(ms, random), createdAt: at, createdBy: idOf(world, 'user', CASHIER), updatedAt: at, values: {
    code: serials.next('payment', date), customer: profile.id, order: of, date, amount: yuan(amount),
    method: methodOf(random, amount), note: amount < 0 ? '退货退款' : null, ...ownedBy(world, profile),
  } })
  tally.paid[n]! += amount
}

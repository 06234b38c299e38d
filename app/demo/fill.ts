// Puts the whole demo company into the tables of its objects, inside one transaction.
import { sum } from '#core/lib/decimal.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { dependsOf, seriesGroups } from '#server/action/depends.ts'
import { recount } from '#server/action/rollup.ts'
import { rebuildSeries } from '#server/action/series.ts'
import type { StartingRoles } from '#server/user/setup.ts'
import { basics } from './basics.ts'
import { dateOf } from './calendar.ts'
import { listsOf } from './card.ts'
import { careLines, hasCare } from './care.ts'
import { contactsOf } from './contacts.ts'
import type { Customer } from './customers.ts'
import { customers } from './customers.ts'
import type { FieldWork } from './field-work.ts'
import { fieldWork } from './field-work.ts'
import { withoutIndexes } from './indexes.ts'
import { Random } from './random.ts'
import type { Business } from './sales.ts'
import { business } from './sales.ts'
import type { Serials } from './serials.ts'
import { openSerials } from './serials.ts'
import type { Table } from './table.ts'
import { copyRows, tableOf } from './table.ts'
import type { Tally } from './tally.ts'
import { newTally } from './tally.ts'
import type { NewRow, World } from './world.ts'

/** Rows held at once: few enough that they are forgotten before they grow old in memory. */
const LOT = 6000
/** In a big company the first customers have contacts and full cards. */
const CONTACTS_LIMIT = 100_000
const CARDS_LIMIT = 20_000

const FILLED = ['customer', 'contact', 'order', 'orderLine', 'payment', 'customerSupplier', 'customerAssortment']
const LISTS = 9

export interface Filling {
  ctx: Ctx
  world: World
  roles: StartingRoles['roles']
  say(text: string): void
}

/** How many records of each object there are now. */
export async function fill({ ctx, world, roles, say }: Filling): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const serials = openSerials(ctx.catalog.objects)
  const tables = new Map<string, Table>()
  const put: Put = async (object, rows) => {
    const table = tables.get(object) ?? tableOf(ctx, object)
    tables.set(object, table)
    counts.set(object, (counts.get(object) ?? 0) + await copyRows(ctx, table, rows))
  }
  for (const [object, rows] of basics(world, serials, roles, dateOf(world.calendar, 0))) await put(object, rows)
  const outside = fieldWork(world, serials)
  await withoutIndexes(ctx.tx, FILLED.map(name => objectOf(ctx.catalog, name).table), async () => {
    const tally = newTally(world.calendar, world.customers)
    await putBusiness(world, serials, tally, put, say)
    await putCustomers(met(outside, customers(world, serials, tally)), world, put, say)
  }, say)
  for (const [object, rows] of outside.rows()) {
    await put(object, rows)
    await recountCustomers(ctx, object, rows)
  }
  await serials.keep(ctx.tx, ctx.org)
  for (const group of seriesGroups(ctx.catalog)) await rebuildSeries(ctx, group)
  say('months summed')
  return counts
}

/** Customers went in before anybody complained: what they count of such records is counted now. */
async function recountCustomers(ctx: Ctx, object: string, rows: NewRow[]): Promise<void> {
  for (const group of dependsOf(ctx.catalog).rollups.get(object) ?? []) {
    if (group.parent.name === 'customer') await recount(ctx, group, [...new Set(rows.map(row => String(row.values[group.by])))])
  }
}

type Put = (object: string, rows: Iterable<NewRow>) => Promise<void>

interface Lot {
  orders: NewRow[]
  payments: NewRow[]
  lines: number
  /** The calendar has come to its end. */
  last: boolean
}

/** A lot of lines is made while the database takes it; the orders and payments of its days follow. */
async function putBusiness(world: World, serials: Serials, tally: Tally, put: Put, say: (text: string) => void): Promise<void> {
  const days = business(world, serials, tally)
  for (let lines = 0, last = false; !last;) {
    const lot: Lot = { orders: [], payments: [], lines: 0, last: false }
    await put('orderLine', linesOf(days, lot))
    await put('order', lot.orders)
    await put('payment', lot.payments)
    last = lot.last
    lines += lot.lines
    say(`${lines} order lines`)
  }
}

function* linesOf(days: Generator<Business>, lot: Lot): Generator<NewRow> {
  while (lot.lines < LOT) {
    const day = days.next()
    if (day.done) {
      lot.last = true
      return
    }
    for (const order of day.value.orders) lot.orders.push(order)
    for (const payment of day.value.payments) lot.payments.push(payment)
    lot.lines += day.value.lines.length
    yield* day.value.lines
  }
}

function* met(outside: FieldWork, all: Iterable<Customer>): Generator<Customer> {
  for (const customer of all) {
    outside.meet(customer)
    yield customer
  }
}

async function putCustomers(all: Iterable<Customer>, world: World, put: Put, say: (text: string) => void): Promise<void> {
  let lot: Customer[] = []
  let done = 0
  const flush = async (): Promise<void> => {
    const lists = lot.filter(({ profile }) => profile.n < CARDS_LIMIT && profile.n % 3 !== 0 && profile.kind !== 'person' && profile.kind !== 'government')
      .map(({ profile, row }) => withShares(row, listsOf(new Random(LISTS, profile.n), profile, row)))
    await put('customer', lot.map(({ row }) => row))
    const known = lot.filter(({ profile }) => profile.n < CONTACTS_LIMIT).map(customer => ({ customer, contacts: contactsOf(world.calendar, customer) }))
    await put('contact', known.flatMap(({ contacts }) => contacts))
    const care = known.filter(({ customer }) => hasCare(customer)).map(({ customer, contacts }) => careLines(world.calendar, customer, contacts))
    for (const object of ['contactChild', 'contactParent', 'contactRelation'] as const) await put(object, care.flatMap(lines => lines[object]))
    await put('customerSupplier', lists.flatMap(list => list.suppliers))
    await put('customerAssortment', lists.flatMap(list => list.assortment))
    done += lot.length
    say(`${done} customers`)
    lot = []
  }
  for (const customer of all) {
    lot.push(customer)
    if (lot.length >= LOT / 3) await flush()
  }
  await flush()
}

/** What the lists add up to stands on the customer's card. */
function withShares(row: NewRow, lists: ReturnType<typeof listsOf>): ReturnType<typeof listsOf> {
  const whole = (rows: NewRow[]): string => sum(rows.map(one => String(one.values.share)))
  Object.assign(row.values, { supplierShare: whole(lists.suppliers), assortmentShare: whole(lists.assortment) })
  return lists
}

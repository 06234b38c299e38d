// 恶化趋势 in words: sales that fall, more owed than the limit allows, complaints that are still open. A customer without any has none.
import { cmp, formatDecimal, neg, sub } from '#core/lib/decimal.ts'
import { messageOf } from '#core/lib/messages.ts'
import { fieldOf, objectOf } from '#core/object/catalog.ts'
import type { FormAsk, Lookup } from '#server/form/parts.ts'
import { runQuery } from '#server/record/page.ts'
import { visibleRight } from '#server/record/right.ts'
import { seriesOfRecords } from '#server/record/series-group.ts'
import type { Sums } from '#server/record/series-group.ts'
import { maySee, salesAsk, sumOf } from './ask-sales.server.ts'
import { byCustomer, growthOf, percentText } from './by-customer.server.ts'
import { comparable, lastYear, yearOf } from './period.ts'

/** A smaller fall is no trend. */
const FALL = '-0.1'
const PAGE = 500

const SIGNS = ['receivable', 'creditLimit', 'openComplaints']

type Row = Record<string, unknown>

/** Only what is declared and what the reader may see. */
async function signsOf(ask: FormAsk, ids: string[]): Promise<Map<string, Row>> {
  const { reader, catalog, actor } = ask
  const customer = objectOf(catalog, 'customer')
  const columns = SIGNS.filter(key => {
    const field = fieldOf(customer, key)
    return field !== undefined && ['read', 'write'].includes(visibleRight(catalog, actor, customer, field))
  })
  const found = new Map<string, Row>()
  for (let from = 0; from < ids.length; from += PAGE) {
    const part = ids.slice(from, from + PAGE)
    const page = await runQuery(reader, catalog, actor, { object: 'customer', columns, filter: { field: 'id', op: 'in', value: part }, size: PAGE, total: 'none' })
    for (const row of page.rows) found.set(String(row.id), row)
  }
  return found
}

function say({ lang }: FormAsk, sums: Sums | undefined, row: Row): string {
  const tell = (key: string, params: Record<string, string | number> = {}): string => messageOf({ key, params }, lang)
  const growth = sums && growthOf(sums.now!, sums.before!)
  const sales = growth === undefined || cmp(growth, FALL) > 0 ? [] : cmp(sums!.now!, '0') <= 0 ? [tell('trend.stopped')] : [tell('trend.fall', { percent: percentText(neg(growth)) })]
  const { receivable, creditLimit, openComplaints } = row
  const over = typeof receivable === 'string' && typeof creditLimit === 'string' && cmp(receivable, creditLimit) > 0
    ? [tell('trend.credit', { amount: formatDecimal(sub(receivable, creditLimit), { places: 2 }) })] : []
  const complaints = Number(openComplaints ?? 0) > 0 ? [tell('trend.complaints', { count: Number(openComplaints) })] : []
  return [...sales, ...over, ...complaints].join(tell('trend.join'))
}

export const trend: Lookup = {
  needs: ['customer'],
  run: (ask, rows) => byCustomer(rows, async ids => {
    const now = comparable(yearOf(ask.params, ask.today), ask.today)
    const sums = maySee(ask, 'amount')
      ? await seriesOfRecords(ask.reader, ask.catalog, ask.actor, salesAsk({ now: sumOf('amount', now), before: sumOf('amount', lastYear(now)) }, { ids })) : new Map<string, Sums>()
    const signs = await signsOf(ask, ids)
    return new Map([...signs].flatMap(([id, row]) => {
      const words = say(ask, sums.get(id), row)
      return words === '' ? [] : [[id, { value: words, link: { object: 'customer', id } }] as const]
    }))
  }),
}

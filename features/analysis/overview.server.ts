// Report of 客户总体分类表 (F05): every line counted in one look at the customers, and what they spent in the year in a second.
import type { GridData, RowData } from '#core/form/data.ts'
import { cmp } from '#core/lib/decimal.ts'
import { text, inLang } from '#core/lib/text.ts'
import type { Text } from '#core/lib/text.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Filter } from '#core/report/query.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { groupRows } from '#server/record/group.ts'
import { visibleRight } from '#server/record/right.ts'
import { seriesBands } from '#server/record/series-group.ts'
import { maySee, salesAsk, sumOf } from './ask-sales.server.ts'
import { classKinds } from './classes.server.ts'
import type { Kind } from './classes.server.ts'
import { wholeYear, yearOf } from './period.ts'
import type { Months } from './period.ts'
import { shares } from './shares.ts'
import { sayMonths, settingsOf, tell } from './words.server.ts'

interface Counted {
  label: Text
  /** Undefined: not for this reader. */
  lines: { label: Text; filter: Filter; count: number | undefined }[]
}

export async function overview(ask: FormAsk): Promise<GridData> {
  const customer = objectOf(ask.catalog, 'customer')
  const settings = await settingsOf(ask)
  const kinds = classKinds(customer.fields, settings)
  const open = (kind: Kind): boolean => ['read', 'write'].includes(visibleRight(ask.catalog, ask.actor, customer, customer.fields[kind.field]!))
  const asked = kinds.flatMap((kind, at) => (open(kind) ? kind.lines.map((line, n) => ({ fn: 'count' as const, as: `k${at}_${n}`, where: line.filter })) : []))
  const { rows: [row] } = await groupRows(ask.reader, ask.catalog, ask.actor, { object: 'customer', measures: [{ fn: 'count', as: 'all' }, ...asked] })
  const all = Number(row!.all)
  const counted = kinds.map(({ label, lines }, at): Counted => ({ label, lines: lines.map((line, n) => ({ ...line, count: row![`k${at}_${n}`] === undefined ? undefined : Number(row![`k${at}_${n}`]) })) }))
  const months = wholeYear(yearOf(ask.params, ask.today))
  const [low, high] = [settings.spendLow, settings.spendHigh].sort(cmp)
  const spent = await spending(ask, all, months, [low!, high!])
  counted.splice(SPENT_AT, 0, spent.counted)
  return { rows: counted.flatMap(kind => rowsOf(ask, kind)), facts: { customers: { value: all, as: { kind: 'integer' } } }, remarks: remarks(ask, all, spent.none, months) }
}

/** 消费额 stands after 地域, as on paper. */
const SPENT_AT = 4

async function spending(ask: FormAsk, all: number, months: Months, [low, high]: [string, string]): Promise<{ counted: Counted; none: boolean }> {
  const band = (least?: string, below?: string): Filter => ({ series: 'sales', measure: 'amount', ...months, least, below })
  const may = maySee(ask, 'amount')
  const counts = may ? await seriesBands(ask.reader, ask.catalog, ask.actor, { ...salesAsk({ amount: sumOf('amount', months) }), by: 'amount', least: ['0.01', low, high] }) : undefined
  const without = counts && all - counts.reduce((sum, count) => sum + count, 0)
  const lines = [
    { label: text('高额', 'High'), filter: band(high), count: counts?.[2] }, { label: text('中额', 'Medium'), filter: band(low, high), count: counts?.[1] },
    { label: text('低额', 'Low'), filter: band('0.01', low), count: counts?.[0] }, { label: text('本年无消费', 'Nothing in the year'), filter: band(undefined, '0.01'), count: without },
  ]
  return { counted: { label: text('消费额', 'Spending'), lines }, none: may && without === all }
}

function rowsOf(ask: FormAsk, { label, lines }: Counted): RowData[] {
  const parts = shares(lines.map(line => BigInt(line.count ?? 0)))
  return lines.map((line, at): RowData => {
    const values = { group: inLang(label, ask.lang), line: inLang(line.label, ask.lang) }
    if (line.count === undefined) return { values, masked: ['count', 'share'] }
    const link = { object: 'customer', filter: line.filter }
    return { values: { ...values, count: line.count, share: parts[at] }, links: { count: link, share: link } }
  })
}

function remarks(ask: FormAsk, all: number, none: boolean, months: Months): string[] {
  if (all === 0) return [tell(ask, 'analysis.noCustomers')]
  return [tell(ask, 'overview.rule', { period: sayMonths(ask, months), count: all }), ...(none ? [tell(ask, 'analysis.noSales', { period: sayMonths(ask, months) })] : [])]
}

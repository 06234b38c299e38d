// 建议名单: customers that belong into F10 or F11 and do not stand there yet. Who asks is offered customers that he may read.
import { z } from 'zod'
import { cmp, sub } from '#core/lib/decimal.ts'
import { today, ymd } from '#core/lib/date.ts'
import { isId } from '#core/lib/id.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { Filter } from '#core/report/query.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import { saveRecords } from '#server/action/save.ts'
import { runQuery } from '#server/record/page.ts'
import { seriesTops } from '#server/record/series-top.ts'
import type { Top, TopList } from '#server/record/series-top.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { comparable, lastYear, wholeYear } from '../analysis/period.ts'

type Kind = 'important' | 'problem'
type Row = Record<string, unknown>

/** New rows at one click: a person has to write a strategy for each. */
const AT_ONCE = 30
const BEST = 10
/** Sales below this in the year before say nothing when they fall. */
const FLOOR = '10000'
const FALL = '-0.3'
const COMPLAINTS = 2
const LOOKED_AT = 500
const COLUMNS = ['owner', 'department']

/** The parameters of the form; others that an administrator added do no harm. */
const params = z.looseObject({ year: z.coerce.number().int().min(2000).max(2100).nullish(), region: z.string().refine(isId).nullish() })
const input = z.looseObject({ params: params.default({}) })

interface Wanted {
  ctx: Ctx
  year: number
  /** Of the region asked for. */
  where: Filter[]
}

export const proposeImportant = defineAction({
  name: 'measure.proposeImportant', input,
  label: { zh: '建议重要客户 {count} 家', en: 'Propose {count} important customers' },
  run: (ctx, asked) => propose(ctx, 'important', asked.params, important),
})

export const proposeProblem = defineAction({
  name: 'measure.proposeProblem', input,
  label: { zh: '建议问题客户 {count} 家', en: 'Propose {count} problem customers' },
  run: (ctx, asked) => propose(ctx, 'problem', asked.params, problems),
})

async function propose(ctx: Ctx, kind: Kind, asked: z.infer<typeof params>, find: (wanted: Wanted) => Promise<Row[]>): Promise<{ message: string; count: number; batch: string }> {
  const year = asked.year ?? ymd(today(ctx.actor.zone)).year
  const where: Filter[] = asked.region ? [{ field: 'region', op: 'under', value: asked.region }] : []
  const found = new Map((await find({ ctx, year, where })).map(row => [String(row.id), row]))
  for (const id of await listed(ctx, kind, year, [...found.keys()])) found.delete(id)
  const added = [...found.values()].slice(0, AT_ONCE)
  await saveRecords(ctx, 'countermeasure', added.map(row => ({
    values: { kind, year, customer: row.id, ...Object.fromEntries(COLUMNS.flatMap(key => (idOf(row[key]) ? [[key, idOf(row[key])]] : []))) },
  })))
  const more = found.size - added.length
  const key = added.length === 0 ? 'measure.none' : more > 0 ? 'measure.more' : 'measure.added'
  return { message: messageOf({ key, params: { count: added.length, more } }, ctx.actor.lang), count: added.length, batch: ctx.batch }
}

const idOf = (link: unknown): unknown => (typeof link === 'object' && link !== null && 'id' in link ? link.id : undefined)

/** Also those that stand in a colleague's list: a customer is listed once a year, whoever sees it. */
async function listed(ctx: Ctx, kind: Kind, year: number, customers: string[]): Promise<string[]> {
  const there: string[] = []
  for (let from = 0; from < customers.length; from += LOOKED_AT) {
    const filter: Filter = { all: [{ field: 'kind', op: 'eq', value: kind }, { field: 'year', op: 'eq', value: year }, { field: 'customer', op: 'in', value: customers.slice(from, from + LOOKED_AT) }] }
    const page = await runQuery(ctx.tx, ctx.catalog, systemActor(ctx.org, ctx.catalog), { object: 'countermeasure', columns: ['customer'], filter, size: LOOKED_AT, total: 'none' })
    there.push(...page.rows.map(row => String(idOf(row.customer))))
  }
  return there
}

async function query({ ctx, where }: Wanted, filter: Filter, by: string): Promise<Row[]> {
  const page = await runQuery(ctx.tx, ctx.catalog, ctx.actor, {
    object: 'customer', columns: COLUMNS, filter: { all: [...where, filter] }, sort: [{ field: by, dir: 'desc' }, { field: 'code', dir: 'asc' }], size: LOOKED_AT, total: 'none',
  })
  return page.rows
}

async function top({ ctx, year, where }: Wanted, wanted: Top): Promise<TopList> {
  const now = wanted.by === 'now' ? wholeYear(year) : comparable(year, today(ctx.actor.zone))
  const sums = { now: { measure: 'amount', ...now }, before: { measure: 'amount', ...lastYear(now) } }
  const { list } = await seriesTops(ctx.tx, ctx.catalog, ctx.actor, { object: 'customer', series: 'sales', sums, filter: { all: where }, tops: { list: wanted }, columns: COLUMNS })
  return list
}

const rowsOf = (list: TopList['rows']): Row[] => list.map(({ id, row }) => ({ ...row, id }))

/** The best of the year first, then grades A and B by their sales of all time. */
async function important(wanted: Wanted): Promise<Row[]> {
  const best = await top(wanted, { by: 'now', where: [{ sum: 'now', op: 'gt', value: '0' }], size: BEST })
  return [...rowsOf(best.rows), ...await query(wanted, { field: 'grade', op: 'in', value: ['A', 'B'] }, 'salesTotal')]
}

/** Open complaints first, then those who owe too much, then those whose sales fell most in money. */
async function problems(wanted: Wanted): Promise<Row[]> {
  const complaining = await query(wanted, { field: 'openComplaints', op: 'ge', value: COMPLAINTS }, 'openComplaints')
  const owing = await query(wanted, { rule: 'receivable > creditLimit' }, 'receivable')
  const falling = (await top(wanted, { by: { part: 'now', less: 'before', of: 'before' }, where: [{ sum: 'before', op: 'ge', value: FLOOR }], dir: 'asc', size: LOOKED_AT })).rows
    .filter(row => cmp(row.value, FALL) <= 0)
    .toSorted((a, b) => cmp(sub(a.sums.now!, a.sums.before!), sub(b.sums.now!, b.sums.before!)))
  return [...complaining, ...owing, ...rowsOf(falling)]
}

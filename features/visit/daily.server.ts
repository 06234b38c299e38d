// The day's report (F20) out of the day's visits, in one click: made when there is none, completed when there is.
import { isDate, today } from '#core/lib/date.ts'
import { AppError } from '#core/lib/error.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import { saveRecords } from '#server/action/save.ts'
import type { ActAnswer, ActInput, Row } from './acts.server.ts'
import { actInput, idOf, idsOf, readAll, readOne, say } from './acts.server.ts'

/** Whose report, of which day; `id` where it is there already. */
interface Daily {
  id?: string
  owner: string
  name: string
  date: string
  companions: string[]
}

async function wanted(ctx: Ctx, { params, record }: ActInput): Promise<Daily> {
  const columns = ['date', 'owner', 'companions']
  if (record) return known(ctx, await readOne(ctx, 'dailyReport', record, columns))
  const date = typeof params.date === 'string' && isDate(params.date) ? params.date : today(ctx.actor.zone)
  const mine = { all: [{ field: 'owner', op: 'eq' as const, value: '@me' }, { field: 'date', op: 'eq' as const, value: date }] }
  const [found] = await readAll(ctx, 'dailyReport', mine, columns)
  return found ? known(ctx, found) : { owner: ctx.actor.userId, name: ctx.actor.name, date, companions: [] }
}

function known(ctx: Ctx, row: Row): Daily {
  const owner = row.owner as { id: string; label: string } | null
  return { id: String(row.id), owner: owner?.id ?? ctx.actor.userId, name: owner?.label ?? ctx.actor.name, date: String(row.date), companions: idsOf(row.companions) }
}

/** Heads of the person's department and of the one above it: they sign. */
async function heads(ctx: Ctx): Promise<Row> {
  const department = ctx.actor.departments[0]
  if (department === undefined) return {}
  const [row] = await readAll(ctx, 'department', { field: 'id', op: 'eq', value: department }, ['manager', 'parent.manager'])
  const others = ['manager', 'parent.manager'].map(path => idOf(row?.[path])).filter(id => id !== ctx.actor.userId)
  return { supervisor: others[0] ?? null, departmentManager: others[1] ?? null }
}

async function makeDaily(ctx: Ctx, input: ActInput): Promise<ActAnswer> {
  const daily = await wanted(ctx, input)
  const ofDay = { all: [{ field: 'owner', op: 'eq' as const, value: daily.owner }, { field: 'date', op: 'eq' as const, value: daily.date }] }
  const visits = await readAll(ctx, 'visit', ofDay, ['daily', 'companions'])
  if (visits.length === 0 && daily.id === undefined) throw new AppError('invalid', { key: 'visit.noneThatDay', params: { date: daily.date, who: daily.name } })
  const loose = visits.filter(row => idOf(row.daily) === null)
  const companions = [...new Set([...daily.companions, ...visits.flatMap(row => idsOf(row.companions))])].filter(id => id !== daily.owner)
  const id = await saveDaily(ctx, daily, companions)
  if (loose.length > 0) await saveRecords(ctx, 'visit', loose.map(row => ({ id: String(row.id), values: { daily: id } })))
  ctx.journal.title = daily.date
  return { form: 'F20', record: id, message: loose.length > 0 ? say(ctx, 'visit.dailyMade', { count: loose.length }) : say(ctx, 'visit.dailyUpToDate') }
}

async function saveDaily(ctx: Ctx, { id, date, companions: before }: Daily, companions: string[]): Promise<string> {
  if (id !== undefined) {
    if (companions.length > before.length) await saveRecords(ctx, 'dailyReport', [{ id, values: { companions } }])
    return id
  }
  const [saved] = await saveRecords(ctx, 'dailyReport', [{ values: { date, companions, ...await heads(ctx) } }])
  return (saved as { id: string }).id
}

export const makeDailyAction = defineAction({ name: 'visit.makeDaily', label: { zh: '生成 {title} 的拜访日报', en: 'Make the daily report of {title}' }, input: actInput, run: makeDaily })

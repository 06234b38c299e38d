// 成长率、信用度、总利润率 of a visit record (F19), worked out from the customer's orders and payments as far as the person may see them.
import { today } from '#core/lib/date.ts'
import { cmp, div, formatDecimal, mul, round } from '#core/lib/decimal.ts'
import { AppError } from '#core/lib/error.ts'
import { kindOf } from '#core/field/kinds.ts'
import { inLang } from '#core/lib/text.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import { saveRecords } from '#server/action/save.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { salesLookups } from '../analysis/lookups.server.ts'
import type { ActAnswer, ActInput, Row } from './acts.server.ts'
import { actInput, idOf, readOne, recordOf, say } from './acts.server.ts'

/** Places of percent fields with one decimal. */
const PLACES = 3
const MANNERS: Record<string, number> = { prompt: 4, ordinary: 3, acceptable: 3, late: 2, difficult: 1, owing: 1 }
const NO_MANNER = 3

async function lookedUp(ctx: Ctx, name: 'growth' | 'margin', customer: string, day: string): Promise<string | undefined> {
  const ask: FormAsk = { reader: ctx.tx, catalog: ctx.catalog, actor: ctx.actor, params: { year: Number(day.slice(0, 4)) }, today: today(ctx.actor.zone), lang: ctx.actor.lang, settings: {} }
  const found = await salesLookups[name]!.run(ask, [{ id: customer, values: {} }])
  const value = found.get(customer)?.value
  return typeof value === 'string' ? round(value, PLACES) : undefined
}

/** How the customer pays, and what it owes of what it may owe: beyond its limit it is a step worse. */
function creditOf(ctx: Ctx, customer: Row): string | undefined {
  const { payingManner: manner, creditLimit: limit, receivable, _masked: masked } = customer
  const hidden = new Set(Array.isArray(masked) ? masked as string[] : [])
  const owes = typeof receivable === 'string' && !hidden.has('receivable') ? receivable : undefined
  if (typeof manner !== 'string' && owes === undefined) return undefined
  const limited = typeof limit === 'string' && !hidden.has('creditLimit') && cmp(limit, '0') > 0 ? limit : undefined
  const over = owes !== undefined && limited !== undefined && cmp(owes, limited) > 0
  const level = Math.max(1, (MANNERS[String(manner)] ?? NO_MANNER) - (over ? 1 : 0))
  const reasons = [typeof manner === 'string' ? say(ctx, 'visit.credit.manner', { manner: mannerText(ctx, manner) }) : '', owes === undefined ? '' : owesText(ctx, owes, limited)]
  return say(ctx, 'visit.credit', { level: say(ctx, `visit.credit.${level}`), reasons: reasons.filter(Boolean).join(ctx.actor.lang === 'zh' ? '，' : ', ') })
}

function mannerText(ctx: Ctx, manner: string): string {
  const field = objectOf(ctx.catalog, 'customer').fields.payingManner!
  return kindOf(field).format(manner, field, ctx.actor.lang)
}

function owesText(ctx: Ctx, owes: string, limit: string | undefined): string {
  const amount = formatDecimal(owes, { places: 0, group: true })
  return limit === undefined ? say(ctx, 'visit.credit.noLimit', { amount }) : say(ctx, 'visit.credit.owes', { amount, share: round(mul(div(owes, limit), '100'), 0) })
}

async function figures(ctx: Ctx, input: ActInput): Promise<ActAnswer> {
  const record = recordOf(input)
  const visit = await readOne(ctx, 'visit', record, ['customer', 'date'])
  const id = idOf(visit.customer)!
  const customer = await readOne(ctx, 'customer', id, ['payingManner', 'creditLimit', 'receivable', 'orderCount'])
  const values = Object.fromEntries(Object.entries({
    growth: await lookedUp(ctx, 'growth', id, String(visit.date)),
    credit: Number(customer.orderCount ?? 0) > 0 || customer.payingManner ? creditOf(ctx, customer) : undefined,
    margin: await lookedUp(ctx, 'margin', id, String(visit.date)),
  }).filter(([, value]) => value !== undefined))
  if (Object.keys(values).length === 0) throw new AppError('invalid', { key: 'visit.noFigures' })
  await saveRecords(ctx, 'visit', [{ id: record, values }])
  const { fields } = objectOf(ctx.catalog, 'visit')
  const names = Object.keys(values).map(key => inLang(fields[key]!.label, ctx.actor.lang))
  return { form: 'F19', record, message: say(ctx, 'visit.figuresDone', { fields: names.join(ctx.actor.lang === 'zh' ? '、' : ', ') }) }
}

export const figuresAction = defineAction({ name: 'visit.figures', label: { zh: '填入拜访记录的经营数据', en: 'Fill in the figures of a visit' }, input: actInput, run: figures })

// Handing out gifts (F24): out of stock once, all of an application or nothing.
import { today } from '#core/lib/date.ts'
import { AppError } from '#core/lib/error.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import type { Draft } from '#server/action/draft.ts'
import { defineEffect } from '#server/action/effects.ts'
import { needCreate } from '#server/action/rights.ts'
import { loadRows, lockLiving } from '#server/action/rows.ts'
import { saveRecords } from '#server/action/save.ts'
import type { ActAnswer, ActInput, Row } from '../visit/acts.server.ts'
import { actInput, idOf, readOne, recordOf, say } from '../visit/acts.server.ts'

/** Whoever writes a move by hand, or changes an old one, must not leave less than nothing. The sums were just counted, under lock. */
async function refuseBelowNothing(ctx: Ctx, drafts: Draft[]): Promise<void> {
  const gift = objectOf(ctx.catalog, 'gift')
  const ids = drafts.flatMap(draft => [draft.values.gift, draft.before?.values.gift]).filter(id => typeof id === 'string')
  const rows = await loadRows(ctx, gift, [...new Set(ids)], [gift.fields.name!, gift.fields.stock!])
  const short = [...rows.values()].find(row => Number(row.values.stock) < 0)
  if (!short) return
  const at = drafts.find(draft => draft.values.gift === short.id) ?? drafts[0]!
  throw new AppError('invalid', { fields: { [`${at.index}.quantity`]: { key: 'gift.belowNothing', params: { gift: String(short.values.name), missing: -Number(short.values.stock) } } } })
}

export const stockEffect = defineEffect({ object: 'giftMove', keys: ['gift', 'direction', 'quantity'], after: refuseBelowNothing })

/** Quantities by gift: one gift may stand in two lines. */
function wantedOf(lines: Row[]): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const line of lines) {
    const gift = idOf(line.gift)
    if (gift !== null) wanted.set(gift, (wanted.get(gift) ?? 0) + Number(line.quantity))
  }
  return wanted
}

/** Locked, so that the stock which is looked at is the one that goes down. */
async function refuseShort(ctx: Ctx, wanted: Map<string, number>): Promise<void> {
  const gift = objectOf(ctx.catalog, 'gift')
  await lockLiving(ctx, gift, [...wanted.keys()])
  const rows = await loadRows(ctx, gift, [...wanted.keys()], [gift.fields.name!, gift.fields.stock!])
  const short = [...wanted].flatMap(([id, count]) => {
    const stock = Number(rows.get(id)?.values.stock ?? 0)
    return stock < count ? [say(ctx, 'gift.short', { gift: String(rows.get(id)?.values.name ?? ''), stock, wanted: count })] : []
  })
  if (short.length > 0) throw new AppError('invalid', { key: 'gift.shortList', params: { list: short.join(ctx.actor.lang === 'zh' ? '；' : '; ') } })
}

async function handOut(ctx: Ctx, input: ActInput): Promise<ActAnswer> {
  const record = recordOf(input)
  needCreate(ctx, objectOf(ctx.catalog, 'giftMove'))
  await lockLiving(ctx, objectOf(ctx.catalog, 'giftApplication'), [record])
  const asked = await readOne(ctx, 'giftApplication', record, ['code', 'customer', 'lines', 'handedOutOn'])
  const code = String(asked.code)
  if (asked.handedOutOn) throw new AppError('invalid', { key: 'gift.handedOut', params: { code, date: String(asked.handedOutOn) } })
  const wanted = wantedOf((asked.lines ?? []) as Row[])
  if (wanted.size === 0) throw new AppError('invalid', { key: 'gift.noLines' })
  await refuseShort(ctx, wanted)
  const date = today(ctx.actor.zone)
  await saveRecords(ctx, 'giftMove', [...wanted].map(([gift, quantity]) => ({ values: { gift, quantity, direction: 'out', date, application: record, customer: idOf(asked.customer) } })))
  // Nobody writes these two by hand, the gift manager neither.
  await saveRecords(ctx, 'giftApplication', [{ id: record, values: { handedOutOn: date, handedOutBy: ctx.actor.userId } }], { trusted: true })
  ctx.journal.title = code
  return { form: 'F24', record, message: say(ctx, 'gift.done', { count: [...wanted.values()].reduce((sum, one) => sum + one, 0) }) }
}

export const handOutAction = defineAction({ name: 'gift.handOut', label: { zh: '发放 {title} 的礼品', en: 'Hand out the gifts of {title}' }, input: actInput, run: handOut })

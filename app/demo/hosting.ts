// Hospitality of the last half year (F21) and its reports (F22); some are still to come, some still to be reported.
import { sub } from '#core/lib/decimal.ts'
import { dateOf } from './calendar.ts'
import type { Partner, Rows, Scene } from './partners.ts'
import { belongs, written } from './partners.ts'
import { Random } from './random.ts'
import type { Person } from './staff.ts'
import { PEOPLE } from './staff.ts'
import type { NewRow } from './world.ts'
import { idOf, yuan } from './world.ts'
import { EFFECTS, FUTURE, PLACES, PURPOSES, WANTED } from './visit-words.ts'

const HOST = 25
const BACK = 180
const EVERY = 6
const AHEAD = 12

const HUNDRED = 10_000
const KINDS = ['meeting', 'meal', 'transport', 'gifts', 'other'] as const
type Amounts = Record<(typeof KINDS)[number], number>

export function hosting(scene: Scene): Rows {
  const rows: Rows = { hospitality: [], hospitalityReport: [] }
  const { days } = scene.world.calendar
  for (let day = days - BACK; day < days + AHEAD; day += EVERY) one(scene, rows, day, new Random(HOST, day))
  return rows
}

/** Fen. Meals always, the rest as it comes. */
function budgetOf(random: Random, guests: number): Amounts {
  const some = (share: number, from: number, to: number): number => (random.chance(share) ? random.int(from, to) * HUNDRED : 0)
  return { meeting: some(0.25, 3, 12), meal: (guests + 3) * random.int(100, 220) * 100, transport: some(0.6, 1, 5), gifts: some(0.5, 2, 10), other: some(0.15, 1, 3) }
}

const total = (amounts: Record<string, number>): number => Object.values(amounts).reduce((all, amount) => all + amount, 0)
const money = (amounts: Record<string, number>): Record<string, string | null> => Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, amount > 0 ? yuan(amount) : null]))

/** One in seven is asked for by another department, of somebody who is no customer yet. */
function hostOf(random: Random, partners: Partner[]): { person: Person; partner: Partner | undefined } {
  if (random.chance(1 / 7)) return { person: random.pick(PEOPLE.filter(person => person.roles.includes('staff'))), partner: undefined }
  const partner = random.pick(partners)
  return { person: partner.owner, partner }
}

function one({ world, serials, partners }: Scene, rows: Rows, day: number, random: Random): void {
  const { person, partner } = hostOf(random, partners)
  const asked = Math.min(day - random.int(3, 8), world.calendar.days - 1)
  const guests = random.int(2, 5)
  const budget = budgetOf(random, guests)
  const held = day < world.calendar.days
  const decided = asked < world.calendar.days - 3
  const shared = {
    customer: partner?.id ?? null, customerName: partner ? null : '浙江瓯江卫浴有限公司', date: dateOf(world.calendar, day), place: random.pick(PLACES), purpose: random.pick(PURPOSES),
    guests: [...(partner?.contacts.slice(0, 2).map(contact => contact.name) ?? ['潘总经理']), `等 ${guests} 人`].join('、'), ours: `${person.name}、${person.unit.endsWith('组') ? '沈丽娟' : '范海峰'}等 3 人`,
  }
  const application = written(world, random, person.name, asked, {
    ...shared, code: serials.next('hospitality', dateOf(world.calendar, asked)), appliedOn: dateOf(world.calendar, asked), ...money(budget), ...belongs(world, person),
    arranger: idOf(world, 'user', person.name), expenseNote: '按公司招待标准执行', attention: random.chance(0.5) ? '客人不饮酒，请备茶水' : '提前确认车辆和停车位',
    ...(decided ? opinions(world, '同意', asked + 1, total(budget) > 50 * HUNDRED) : {}), spent: '0', reports: 0,
  })
  rows.hospitality!.push(application)
  if (held && random.chance(day < world.calendar.days - 14 ? 1 : 0.4)) rows.hospitalityReport!.push(report({ world, serials }, application, { person, day, budget, random, shared }))
}

function opinions(world: Scene['world'], text: string, day: number, above: boolean): Record<string, unknown> {
  const at = (after: number): string => dateOf(world.calendar, Math.min(day + after, world.calendar.days - 1))
  return { serviceManagerOpinion: text, serviceManagerDate: at(0), ...(above ? { generalManagerOpinion: text, generalManagerDate: at(0) } : {}), financeOpinion: '预算内，同意', financeDate: at(1) }
}

interface Held { person: Person; day: number; budget: Amounts; random: Random; shared: Record<string, unknown> }

function report({ world, serials }: Pick<Scene, 'world' | 'serials'>, application: NewRow, { person, day, budget, random, shared }: Held): NewRow {
  const spent: Record<string, number> = { ...Object.fromEntries(KINDS.map(kind => [kind, Math.round(budget[kind] * (0.75 + random.next() * 0.35) / 100) * 100])), lodging: random.chance(0.1) ? random.int(3, 8) * HUNDRED : 0 }
  const reported = Math.min(day + random.int(1, 4), world.calendar.days - 1)
  const whole = yuan(total(spent))
  Object.assign(application.values, { spent: whole, reports: 1 })
  return written(world, random, person.name, reported, {
    ...shared, code: serials.next('hospitalityReport', dateOf(world.calendar, reported)), application: application.id, reportedOn: dateOf(world.calendar, reported), ...belongs(world, person), ...money(spent),
    mealNote: '含酒水', transportNote: spent.transport ? '接送客人' : null, giftsNote: spent.gifts ? '伴手礼' : null, lodgingNote: spent.lodging ? '客人临时留宿一晚' : null,
    total: whole, left: sub(yuan(total(budget)), whole), wanted: random.pick(WANTED), attention: '已提醒同席人员不谈价格底线', effect: random.pick(EFFECTS), future: random.pick(FUTURE),
    ...(reported < world.calendar.days - 5 ? opinions(world, '属实，同意报销', reported + 1, false) : {}),
  })
}

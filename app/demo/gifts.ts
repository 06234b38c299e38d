// Gifts with their stock, the year's plan (F23), applications (F24) and what was handed out.
import { ymd } from '#core/lib/date.ts'
import { dateOf } from './calendar.ts'
import type { Rows, Scene } from './partners.ts'
import { belongs, written } from './partners.ts'
import { Random } from './random.ts'
import { PEOPLE, UNITS } from './staff.ts'
import type { NewRow } from './world.ts'
import { idOf, yuan } from './world.ts'

const GIFT = 26
const PLAN = 27
const APPLY = 28
const KEEPER = '夏云'
const BACK = 150

const GIFTS: [name: string, unit: string, yuan: number, least: number][] = [
  ['龙井茶礼盒', '盒', 268, 10], ['青瓷茶具', '套', 360, 6], ['真丝围巾', '条', 199, 10], ['景德镇花瓶', '件', 480, 4], ['恒达定制保温杯', '个', 68, 30], ['台历笔记本套装', '套', 35, 50],
  ['中秋月饼礼盒', '盒', 188, 0], ['粽子礼盒', '盒', 128, 0], ['商务签字笔', '支', 89, 20], ['坚果礼盒', '盒', 158, 10], ['杭州丝绸扇', '把', 120, 8], ['智能血压计', '台', 299, 5],
]
const OCCASIONS = ['春节拜访', '中秋慰问', '开业志贺', '感谢全年合作', '生日祝贺', '项目签约纪念']
const COOPERATION = ['合作多年，稳定', '今年新开，增长快', '重点客户，年采购额靠前', '采购有所下降，需维护', '工程项目合作中']

export function gifts(scene: Scene): Rows {
  const rows: Rows = { gift: [], giftMove: [], giftPlan: [], giftApplication: [], giftApplicationLine: [] }
  const { world, serials } = scene
  const start = world.calendar.days - BACK - 30
  for (const [at, [name, unit, value, least]] of GIFTS.entries()) {
    const random = new Random(GIFT, at)
    const row = written(world, random, KEEPER, start, { code: serials.next('gift', dateOf(world.calendar, start)), name, unit, value: yuan(value * 100), least, stock: 0 })
    rows.gift!.push(row)
    move(scene, rows, row, start, random.int(20, 60), {})
    if (random.chance(0.5)) move(scene, rows, row, start + random.int(40, 120), random.int(10, 30), {})
  }
  plans(scene, rows)
  for (let day = world.calendar.days - BACK; day < world.calendar.days + 6; day += 9) application(scene, rows, day)
  return rows
}

function move({ world }: Scene, rows: Rows, gift: NewRow, day: number, change: number, more: Record<string, unknown>): void {
  const random = new Random(GIFT, rows.giftMove!.length, day)
  const keeper = PEOPLE.find(person => person.name === KEEPER)!
  rows.giftMove!.push(written(world, random, KEEPER, day, {
    date: dateOf(world.calendar, day), gift: gift.id, direction: change < 0 ? 'out' : 'in', quantity: Math.abs(change), change, note: change > 0 ? '采购入库' : null, ...belongs(world, keeper), ...more,
  }))
  gift.values.stock = Number(gift.values.stock) + change
}

function plans({ world, partners }: Scene, rows: Rows): void {
  const year = ymd(dateOf(world.calendar, world.calendar.days)).year
  partners.filter(partner => partner.grade === 'A' || partner.grade === 'B').slice(0, 36).forEach((partner, at) => {
    const random = new Random(PLAN, at)
    const gift = random.pick(rows.gift!)
    const quantity = random.int(1, 3)
    rows.giftPlan!.push(written(world, random, partner.owner.name, world.calendar.days - random.int(60, 160), {
      year, customer: partner.id, person: partner.boss, cooperation: random.pick(COOPERATION), purpose: random.pick(OCCASIONS), gift: gift.id, quantity,
      budget: yuan(Math.round(Number(gift.values.value) * 100) * quantity), ...belongs(world, partner.owner), note: random.chance(0.2) ? '由主管陪同送达' : null,
    }))
  })
}

function application(scene: Scene, rows: Rows, day: number): void {
  const { world, serials, partners } = scene
  const { days } = world.calendar
  const random = new Random(APPLY, day)
  const partner = random.pick(partners)
  const asked = Math.min(day - random.int(3, 7), days - 1)
  const wanted = [...new Set(Array.from({ length: random.int(1, 3) }, () => random.pick(rows.gift!)))].map(gift => ({ gift, quantity: random.int(1, 3) }))
  const worth = ({ gift, quantity }: { gift: NewRow; quantity: number }): number => Math.round(Number(gift.values.value) * 100) * quantity
  const signed = asked < days - 4 ? { headSigned: UNITS.find(unit => unit.name === partner.owner.unit)!.head!, giftManagerSigned: KEEPER, officeDirectorSigned: '方秀英', deputyManagerSigned: '韩国平' } : {}
  const given = day < days - 3
  const row = written(world, random, partner.owner.name, asked, {
    code: serials.next('giftApplication', dateOf(world.calendar, asked)), ...belongs(world, partner.owner), giftDepartment: idOf(world, 'department', '行政部'), date: dateOf(world.calendar, day),
    customer: partner.id, receiver: partner.contacts[0]?.name ?? partner.boss, total: yuan(wanted.reduce((all, one) => all + worth(one), 0)), note: random.pick(OCCASIONS),
    ...Object.fromEntries(Object.entries(signed).map(([key, name]) => [key, idOf(world, 'user', name)])),
    ...(given ? { handedOutOn: dateOf(world.calendar, day), handedOutBy: idOf(world, 'user', KEEPER) } : {}),
  })
  rows.giftApplication!.push(row)
  for (const one of wanted) {
    rows.giftApplicationLine!.push(written(world, random, partner.owner.name, asked, { application: row.id, gift: one.gift.id, quantity: one.quantity, value: yuan(worth(one)), note: null }))
    if (given) move(scene, rows, one.gift, day, -one.quantity, { application: row.id, customer: partner.id })
  }
}

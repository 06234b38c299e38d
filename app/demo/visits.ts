// Visits of the last months with their daily reports (F19, F20). Of the last working day half of the reports are still to be made.
import { cmp, sum } from '#core/lib/decimal.ts'
import { dateOf } from './calendar.ts'
import type { Partner, Rows, Scene } from './partners.ts'
import { belongs, clock, workdaysBack, written } from './partners.ts'
import { Random } from './random.ts'
import type { Weighted } from './random.ts'
import type { Person } from './staff.ts'
import { PEOPLE, UNITS } from './staff.ts'
import type { NewRow } from './world.ts'
import { idOf } from './world.ts'
import { HEARD, PROBLEMS, TALKS, VERDICTS } from './visit-words.ts'

const VISIT = 21
const DAILY = 22
const DAYS = 90
const BUSY = 0.3
const NEW_CUSTOMER = 60

const OUTCOMES: Record<string, Weighted<string>> = {
  a: [['A', 8], ['B', 34], ['C', 34], ['D', 12], ['E', 12]], b: [['A', 40], ['B', 12], ['C', 26], ['D', 4], ['E', 18]], c: [['A', 28], ['B', 36], ['C', 22], ['D', 4], ['E', 10]],
}

/** Adds visits, reports and expenses of all people. */
export function visits(scene: Scene): Rows {
  const rows: Rows = { visit: [], dailyReport: [], dailyExpense: [] }
  for (const [name, partners] of scene.byOwner) {
    const person = PEOPLE.find(one => one.name === name)!
    workdaysBack(scene.world.calendar, DAYS).forEach((day, back) => {
      const random = new Random(VISIT, PEOPLE.indexOf(person), day)
      if (back === 0 || random.chance(BUSY)) oneDay(scene, rows, person, partners, { day, back, random })
    })
  }
  return rows
}

interface Day { day: number; back: number; random: Random }

function oneDay(scene: Scene, rows: Rows, person: Person, partners: Partner[], { day, back, random }: Day): void {
  const first = random.int(0, partners.length - 1)
  const count = Math.min(partners.length, random.weighted([[1, 25], [2, 45], [3, 30]]))
  const made = Array.from({ length: count }, (_, at) => visit(scene, person, partners[(first + at) % partners.length]!, day, 9 * 60 + at * 150 + random.int(0, 6) * 10, random))
  rows.visit!.push(...made)
  // What was seen last is put into reports only by the quick.
  if (back > 0 || PEOPLE.indexOf(person) % 2 === 0) report(scene, rows, person, made, day, back)
}

function visit({ world }: Scene, person: Person, partner: Partner, day: number, minute: number, random: Random): NewRow {
  const plan = partner.age < NEW_CUSTOMER ? 'a' : random.weighted([['b', 38], ['c', 62]])
  const [summary, problem] = [random.pick(TALKS[plan]!), plan === 'b' ? random.pick(PROBLEMS) : undefined]
  const solved = problem !== undefined && random.chance(0.7)
  const judged = random.chance(0.85)
  const date = dateOf(world.calendar, day)
  return written(world, random, person.name, day, {
    customer: partner.id, date, begins: clock(minute), ends: clock(minute + random.int(3, 9) * 10), filledOn: date, ...belongs(world, person),
    met: partner.contacts.slice(0, random.chance(0.2) ? 2 : 1).map(one => one.id), plan, outcome: random.weighted(OUTCOMES[plan]!),
    summary: problem ? `${problem[0]}${solved ? problem[1] : '已记录，回公司协调。'}` : summary,
    handled: solved ? 1 : 0, unsolved: problem && !solved ? 1 : 0, solved: solved ? problem[0] + problem[1] : null,
    needs: random.chance(0.45) ? random.pick(HEARD) : null, satisfaction: random.chance(0.5) ? random.weighted([['5', 20], ['4', 48], ['3', 24], ['2', 6], ['1', 2]]) : null,
    watch: problem && !solved ? `跟进：${problem[0]}` : null, nextDate: random.chance(0.4) ? dateOf(world.calendar, day + random.int(14, 45)) : null,
    ...(judged ? { ...figures(partner), overall: random.pick(VERDICTS.overall), ranking: random.pick(VERDICTS.ranking), standing: random.pick(VERDICTS.standing), attention: random.pick(VERDICTS.attention) } : {}),
  })
}

const CREDIT: Record<string, string> = { prompt: '优（付款爽快）', ordinary: '良（付款普通）', acceptable: '良（付款尚可）', late: '中（付款延迟）', difficult: '差（催款为难）', owing: '差（常有欠款）' }

/** What the books say of a customer, as the visitor puts it into his appraisal. */
const figures = ({ growth, margin, payingManner, owes }: Partner): Record<string, unknown> => ({
  growth: growth?.toFixed(3) ?? null, margin: margin?.toFixed(3) ?? null, credit: owes ? '差（应收超过信用额度）' : payingManner === null ? null : CREDIT[payingManner] ?? null,
})

const ITEMS: Weighted<[item: string, from: number, to: number, note: string | null]> = [
  [['市内交通', 12, 86, '出租车、地铁'], 40], [['停车费', 5, 40, null], 18], [['高速过路费', 15, 120, '有票据'], 14], [['餐费', 28, 160, '误餐'], 20], [['资料打印', 6, 45, '样册、报价单'], 8],
]

function report({ world }: Scene, rows: Rows, person: Person, made: NewRow[], day: number, back: number): void {
  const random = new Random(DAILY, PEOPLE.indexOf(person), day)
  const total = (key: string): number => made.reduce((all, row) => all + Number(row.values[key]), 0)
  const counts = { visits: made.length, handled: total('handled'), unsolved: total('unsolved') }
  const values: Record<string, unknown> = {
    date: dateOf(world.calendar, day), ...belongs(world, person), ...(back > 2 ? signatures(world, person) : {}),
    ...Object.fromEntries(Object.entries(counts).flatMap(([key, count]) => [[key, count], [`${key}Counted`, count]])),
  }
  const row = written(world, random, person.name, day, values)
  const kinds = [...new Set(Array.from({ length: random.int(1, 3) }, () => random.weighted(ITEMS)))]
  const expenses = kinds.map(([item, from, to, note]) => written(world, random, person.name, day, { report: row.id, item, amount: `${random.int(from, to)}.00`, note }))
  values.expenseTotal = sum(expenses.map(one => String(one.values.amount)))
  for (const one of made) one.values.daily = row.id
  rows.dailyReport!.push(row)
  rows.dailyExpense!.push(...expenses.filter(one => cmp(String(one.values.amount), '0') > 0))
}

/** Heads of the person's unit and of the one above it. */
function signatures(world: Scene['world'], person: Person): Record<string, unknown> {
  const unit = UNITS.find(one => one.name === person.unit)!
  const above = UNITS.find(one => one.name === unit.parent && one.parent !== null)
  return { supervisor: idOf(world, 'user', unit.head!), departmentManager: above ? idOf(world, 'user', above.head!) : null }
}

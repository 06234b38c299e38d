// What is done about customers and regions (F10-F15): countermeasures, evaluations, prices asked for and given, problems of regions.
import { mul, round, sum } from '#core/lib/decimal.ts'
import { dateOf } from './calendar.ts'
import { goods } from './goods.ts'
import type { Partner, Rows, Scene } from './partners.ts'
import { belongs, workdaysBack, written } from './partners.ts'
import { Random } from './random.ts'
import { HURDLES, INDICATORS, OFFERS, REGIONAL, TROUBLES } from './service-words.ts'
import type { Person } from './staff.ts'
import { GROUP_OF, PEOPLE, UNITS } from './staff.ts'
import type { NewRow } from './world.ts'
import { idOf, yuan } from './world.ts'

const MEASURE = 41
const EVALUATION = 42
const PRICE = 43
const REGION = 44
/** A smaller fall of sales is no trend, and neither is a complaint that was settled. */
const FALL = -0.15
const YEARS = 3
const DECIDER = '沈丽娟'

interface MeasureScene extends Scene {
  /** Ids of those whose complaint is still open. */
  complaining: ReadonlySet<string>
}

export function measures(scene: MeasureScene): Rows {
  const rows: Rows = { countermeasure: [], evaluation: [], evaluationItem: [], priceApplication: [], pricePreference: [], regionProblem: regional(scene) }
  const days = workdaysBack(scene.world.calendar, 200)
  for (const [name, partners] of scene.byOwner) {
    const person = PEOPLE.find(one => one.name === name)!
    const random = (what: number): Random => new Random(what, PEOPLE.indexOf(person))
    listed(scene, rows, person, partners, days, random(MEASURE))
    for (const partner of partners.slice(0, 2)) evaluation(scene, rows, person, partner, random(EVALUATION).pick(days), new Random(EVALUATION, PEOPLE.indexOf(person), partners.indexOf(partner)))
    for (const partner of partners.slice(2, 5)) price(scene, rows, person, partner, days, new Random(PRICE, PEOPLE.indexOf(person), partners.indexOf(partner)))
  }
  return rows
}

/** The best customers of each person, and those that give trouble: they owe too much, complain or buy less. */
function listed({ world, complaining }: MeasureScene, rows: Rows, person: Person, partners: Partner[], days: number[], random: Random): void {
  const best = partners.filter(partner => partner.grade === 'A' || partner.grade === 'B').slice(0, 2)
  const worst = partners.flatMap(partner => {
    const trouble = partner.owes ? 1 : complaining.has(partner.id) ? 2 : (partner.growth ?? 0) <= FALL ? partner.shop ? random.pick([0, 3]) : 0 : null
    return trouble === null ? [] : [{ partner, words: TROUBLES[trouble]! }]
  }).toSorted((a, b) => Number(b.partner.owes) - Number(a.partner.owes)).slice(0, 2)
  const write = (kind: string, partner: Partner, [problem, strategy]: readonly [string, string]): void => {
    const day = random.pick(days.slice(0, 60))
    rows.countermeasure!.push(written(world, random, person.name, day, {
      kind, year: Number(dateOf(world.calendar, day).slice(0, 4)), customer: partner.id, problem, strategy, status: random.chance(0.7) ? 'open' : 'done', ...belongs(world, person),
    }))
  }
  for (const partner of best) write('important', partner, random.pick(HURDLES))
  for (const { partner, words } of worst) write('problem', partner, words)
}

const levelOf = (score: number): string => (score >= 90 ? 'excellent' : score >= 80 ? 'good' : score >= 60 ? 'fair' : 'poor')

function evaluation({ world, serials }: Scene, rows: Rows, person: Person, partner: Partner, day: number, random: Random): void {
  const date = dateOf(world.calendar, day)
  const base = partner.grade === 'A' ? 88 : partner.grade === 'B' ? 82 : 70
  const scores = INDICATORS.map(() => Math.min(100, Math.max(40, base + random.int(-14, 12))))
  const points = INDICATORS.map(([, weight], at) => round(mul(String(weight / 100), String(scores[at]!)), 2))
  const total = sum(points)
  const row = written(world, random, person.name, day, {
    code: serials.next('evaluation', date), customer: partner.id, date, itemCount: INDICATORS.length, weightSum: '1', total, standard: '80',
    result: random.chance(0.3) ? null : Number(total) >= 80 ? 'develop' : Number(total) >= 60 ? 'keep' : 'end', ...belongs(world, person),
  })
  rows.evaluation!.push(row)
  rows.evaluationItem!.push(...INDICATORS.map(([indicator, weight, basis], at) => written(world, random, person.name, day, {
    evaluation: row.id, position: at + 1, indicator, weight: String(weight / 100), score: String(scores[at]), level: levelOf(scores[at]!), basis,
  })))
}

function price({ world, serials }: Scene, rows: Rows, person: Person, partner: Partner, days: number[], random: Random): void {
  const day = random.pick(days)
  const date = dateOf(world.calendar, day)
  const [offer, share] = random.pick(OFFERS)
  const good = random.pick(goods)
  const decision = random.weighted([['approved', 55], ['refused', 15], [null, 30]] as const)
  const shared = { region: partner.region, customer: partner.id, product: idOf(world, 'product', good.name), price: yuan(Math.round(good.price * share)), ...belongs(world, person) }
  const application = written(world, random, person.name, day, {
    code: serials.next('priceApplication', date), date, ...shared, expected: `${Math.max(5, Math.round(partner.sales / YEARS * (1 + random.int(0, 6) / 10) / 1000)) * 1000}.00`, offer, decision,
    decisionNote: decision === 'refused' ? '毛利偏低，暂不优惠' : null, decidedBy: decision ? idOf(world, 'user', DECIDER) : null,
  })
  if (decision) application.values.decidedAt = application.updatedAt
  rows.priceApplication!.push(application)
  if (decision === 'approved') rows.pricePreference!.push(written(world, random, DECIDER, Math.min(day + 1, world.calendar.days - 1), { ...shared, from: date, application: application.id, note: offer }))
}

/** Supervisors write down what troubles their regions. */
function regional({ world }: Scene): NewRow[] {
  const year = Number(dateOf(world.calendar, world.calendar.days).slice(0, 4))
  return REGIONAL.map(([region, problem, difficulty, verdict, strategy], at) => {
    const unit = UNITS.find(one => one.name === GROUP_OF[region as keyof typeof GROUP_OF])!
    const head = PEOPLE.find(one => one.name === unit.head)!
    const reps = PEOPLE.filter(one => one.unit === unit.name && one.roles.includes('specialist')).map(one => idOf(world, 'user', one.name))
    return written(world, new Random(REGION, at), head.name, world.calendar.days - 10 - at * 3, {
      region: idOf(world, 'region', region), year, problem, difficulty, verdict, strategy, rep1: reps[0] ?? null, rep2: reps[1] ?? null, rep3: reps[2] ?? null,
      supervisor: idOf(world, 'user', head.name), others: at % 3 === 0 ? '采购部、物流公司' : null, status: 'open', ...belongs(world, head),
    })
  })
}

// Talks, sales to come and complaints of the last months (F25-F27).
import { dateOf } from './calendar.ts'
import { goods } from './goods.ts'
import type { Partner, Rows, Scene } from './partners.ts'
import { belongs, workdaysBack, written } from './partners.ts'
import { Random } from './random.ts'
import { COMPLAINED, DEALS, LOST, TALKED } from './service-words.ts'
import type { Person } from './staff.ts'
import { PEOPLE } from './staff.ts'
import { idOf } from './world.ts'

const TALK = 31
const DEAL = 32
const COMPLAINT = 33
const DAYS = 120

export function service(scene: Scene): Rows {
  const rows: Rows = { communication: [], opportunity: [], complaint: [] }
  const days = workdaysBack(scene.world.calendar, DAYS)
  for (const [name, partners] of scene.byOwner) {
    const person = PEOPLE.find(one => one.name === name)!
    partners.forEach((partner, at) => {
      const random = (what: number): Random => new Random(what, PEOPLE.indexOf(person), at)
      if (at % 2 === 0) talk(scene, rows, person, partner, days, random(TALK))
      if (at % 4 === 1) deal(scene, rows, person, partner, days, random(DEAL))
      if (at % 5 === 3) complaint(scene, rows, person, partner, days, random(COMPLAINT))
    })
  }
  return rows
}

function talk({ world }: Scene, rows: Rows, person: Person, partner: Partner, days: number[], random: Random): void {
  const day = random.pick(days)
  const [way, content, result, next] = random.pick(TALKED)
  const nextDay = day + random.int(2, 9)
  rows.communication!.push(written(world, random, person.name, day, {
    customer: partner.id, contact: partner.contacts[0]?.id ?? null, date: dateOf(world.calendar, day), way, content, result, people: [person.name, partner.contacts[0]?.name].filter(Boolean).join('、'),
    next, nextDate: next ? dateOf(world.calendar, nextDay) : null, nextDone: next !== null && nextDay < world.calendar.days && random.chance(0.8), ...belongs(world, person),
  }))
}

const STAGES = [['lead', '0.10'], ['needs', '0.25'], ['quote', '0.50'], ['talks', '0.70'], ['won', '1'], ['lost', '0']] as const

function deal({ world, serials }: Scene, rows: Rows, person: Person, partner: Partner, days: number[], random: Random): void {
  const day = random.pick(days)
  const [name, note] = random.pick(DEALS)
  const [stage, probability] = random.pick(STAGES)
  const over = stage === 'won' || stage === 'lost'
  rows.opportunity!.push(written(world, random, person.name, day, {
    code: serials.next('opportunity', dateOf(world.calendar, day)), name, customer: partner.id, stage, probability, amount: `${random.int(3, 80) * 5000}.00`,
    closeDate: dateOf(world.calendar, over ? day + random.int(5, 20) : world.calendar.days + random.int(5, 90)), lostReason: stage === 'lost' ? random.pick(LOST) : null, note, ...belongs(world, person),
  }))
}

/** What came in the last two weeks may still be open. */
function complaint({ world, serials }: Scene, rows: Rows, person: Person, partner: Partner, days: number[], random: Random): void {
  const recent = random.chance(0.4)
  const day = random.pick(recent ? days.slice(0, 10) : days)
  const [content, result, severity] = random.pick(COMPLAINED)
  const status = recent ? random.pick(['waiting', 'handling', 'solved']) : 'closed'
  const done = status === 'solved' || status === 'closed'
  const date = dateOf(world.calendar, day)
  rows.complaint!.push(written(world, random, person.name, day, {
    code: serials.next('complaint', date), customer: partner.id, date, content, severity, status, handler: idOf(world, 'user', person.name), deadline: dateOf(world.calendar, day + (severity === 'grave' ? 3 : 7)),
    result: done ? result : null, closedOn: status === 'closed' ? dateOf(world.calendar, day + random.int(1, 6)) : null,
    satisfaction: done ? random.weighted([['delighted', 15], ['content', 50], ['neutral', 25], ['unhappy', 10]]) : null, product: idOf(world, 'product', random.pick(goods).name), ...belongs(world, person),
  }))
}

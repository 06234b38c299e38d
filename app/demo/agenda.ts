// What is to come: contact plans (F17) and appointments (F18), and the appointments that led to past visits.
import { dateOf } from './calendar.ts'
import type { Partner, Rows, Scene } from './partners.ts'
import { belongs, clock, workdaysAhead, workdaysBack, written } from './partners.ts'
import { Random } from './random.ts'
import type { Person } from './staff.ts'
import { PEOPLE } from './staff.ts'
import type { NewRow } from './world.ts'
import { DEPARTMENTS, PLANNED } from './visit-words.ts'

const PLAN = 23
const APPOINTMENT = 24
const AHEAD = 21

export function agenda(scene: Scene, past: readonly NewRow[]): Rows {
  const rows: Rows = { contactPlan: [], appointment: [] }
  for (const [name, partners] of scene.byOwner) {
    const person = PEOPLE.find(one => one.name === name)!
    plans(scene, rows.contactPlan!, person, partners)
    appointments(scene, rows.appointment!, person, partners)
  }
  rows.appointment!.push(...kept(scene, past))
  return rows
}

/** Two weeks back and three ahead. */
function plans({ world }: Scene, rows: NewRow[], person: Person, partners: Partner[]): void {
  const last = world.calendar.days - 1
  const days = [...workdaysBack(world.calendar, 14), ...workdaysAhead(world.calendar, AHEAD)]
  days.forEach(day => {
    const random = new Random(PLAN, PEOPLE.indexOf(person), day)
    if (!random.chance(0.28)) return
    const [purpose, way, place] = random.pick(PLANNED)
    const done = day <= last && random.chance(0.85)
    rows.push(written(world, random, person.name, Math.min(day, last) - 3, {
      customer: random.pick(partners).id, date: dateOf(world.calendar, day), purpose, way, place, done, result: done ? '已联络，客户知悉。' : null, ...belongs(world, person),
    }))
  })
}

function appointments({ world }: Scene, rows: NewRow[], person: Person, partners: Partner[]): void {
  for (const day of workdaysAhead(world.calendar, AHEAD)) {
    const random = new Random(APPOINTMENT, PEOPLE.indexOf(person), day)
    if (!random.chance(day === world.calendar.days ? 0.8 : 0.3)) continue
    const minute = 9 * 60 + random.int(0, 12) * 30
    const partner = random.pick(partners)
    rows.push(written(world, random, person.name, world.calendar.days - 1 - random.int(0, 4), {
      date: dateOf(world.calendar, day), begins: clock(minute), ends: clock(minute + random.int(2, 4) * 30), customer: partner.id, contact: partner.contacts[0]?.id ?? null,
      targetDepartment: random.pick(DEPARTMENTS), state: 'planned', note: random.chance(0.3) ? '带样册和报价单' : null, ...belongs(world, person),
    }))
  }
}

/** Every third visit had been agreed upon. */
const kept = ({ world }: Scene, past: readonly NewRow[]): NewRow[] => past.filter((_, at) => at % 3 === 0).map((visit, at) => {
  const random = new Random(APPOINTMENT, at)
  const { date, begins, ends, customer, owner, department, met } = visit.values
  return { ...visit, id: written(world, random, '', 0, {}).id, values: {
    date, begins, ends, customer, owner, department, contact: (met as string[])[0] ?? null, targetDepartment: random.pick(DEPARTMENTS), state: 'done',
  } }
})

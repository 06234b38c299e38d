// Work outside the office, for demo companies of a size that people look at: visits, appointments, hospitality and gifts.
import { agenda } from './agenda.ts'
import type { Customer } from './customers.ts'
import { gifts } from './gifts.ts'
import { hosting } from './hosting.ts'
import { measures } from './measures.ts'
import { openPartners } from './partners.ts'
import type { Rows } from './partners.ts'
import type { Serials } from './serials.ts'
import { service } from './service.ts'
import { visits } from './visits.ts'
import type { NewRow, World } from './world.ts'

const SEEN_BY_PEOPLE = 20_000
/** Complaints that are not settled yet. */
const OPEN = new Set(['waiting', 'handling'])

export interface FieldWork {
  /** Told of every customer, in order. */
  meet(customer: Customer): void
  rows(): Iterable<[object: string, rows: NewRow[]]>
}

export function fieldWork(world: World, serials: Serials): FieldWork {
  const partners = openPartners(world.calendar)
  const small = world.customers <= SEEN_BY_PEOPLE
  return {
    meet: customer => small && partners.meet(customer),
    * rows() {
      if (partners.all.length === 0) return
      const scene = { world, serials, partners: partners.all, byOwner: Map.groupBy(partners.all, partner => partner.owner.name) }
      const seen: Rows = visits(scene)
      yield* Object.entries(seen)
      const served = service(scene)
      const complaining = new Set(served.complaint!.filter(row => OPEN.has(String(row.values.status))).map(row => String(row.values.customer)))
      for (const part of [agenda(scene, seen.visit!), hosting(scene), gifts(scene), served, measures({ ...scene, complaining })]) yield* Object.entries(part)
    },
  }
}

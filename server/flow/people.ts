// Whose a step is. Nobody decides on his own request, in whatever role or for whomever he acts; nobody is given a step on a
// record that he may not see; and a step that nobody can take goes up until somebody can.
import { roleGrantsSchema } from '#core/object/access.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { grantsAll, rightsOf } from '#core/object/rights.ts'
import { visibleIds } from '#server/record/visible.ts'
import { actingFor, deputiesOf, headsAbove, holdersOf, peopleAt, rightsOfRole } from '#server/schema/people-rows.ts'
import type { PersonRow } from '#server/schema/people-rows.ts'
import type { RunRow } from '#server/schema/flow-rows.ts'
import type { Holding, TaskRow } from '#server/schema/task-rows.ts'
import { loadPerson } from '#server/user/actor.ts'
import type { Asking } from './asking.ts'
import type { FlowStore } from './book.ts'

type About = Pick<RunRow, 'object' | 'record' | 'people' | 'starter'>
type Whose = Pick<TaskRow, 'role' | 'person' | 'also' | 'own' | 'apart'>

/** Told and shown at most: a role of the whole company is nobody's in particular. */
const MOST = 50

export async function mayRead(asking: Asking, actor: Actor, object: string, record: string): Promise<boolean> {
  const known = objectOf(asking.catalog, object)
  const { read } = rightsOf(actor, known)
  if (read.length === 0) return false
  return (await visibleIds(asking.reader, asking.catalog, actor, known, [record], 'read')).has(record)
}

async function personMayRead(asking: Asking, person: string, object: string, record: string): Promise<boolean> {
  const known = await loadPerson(asking.reader, asking.org, person)
  if (!known) return false
  // Most who decide see everything of a kind, and the record is there: no need to ask for it.
  const all = rightsOf({ ...known, via: 'flow' }, objectOf(asking.catalog, object)).read.includes('all')
  return all || mayRead(asking, { ...known, via: 'flow' }, object, record)
}

export async function holdingOf(asking: Asking, person: string): Promise<Holding> {
  const people = await actingFor(asking.reader, asking.org, person, asking.today)
  return {
    me: person, roles: people.find(one => one.id === person)?.roles ?? [],
    principals: people.filter(one => one.id !== person).map(({ id, roles }) => ({ person: id, roles })),
  }
}

export interface Standing {
  /** In whose place; undefined: in his own. */
  for?: string
  /** Roles by which he decides: how much he may approve follows from them. */
  roles: string[]
}

const holds = (task: Whose, person: string, roles: readonly string[]): boolean =>
  task.person === person || task.also === person || (task.person === null && task.role !== null && roles.includes(task.role))

/** How a person stands to a step: 'own' where it would be his but for its being his own request. */
export function standingTo(task: Whose, run: Pick<About, 'people'>, holding: Holding): Standing | 'own' | 'no' {
  const mine = holds(task, holding.me, holding.roles)
  const principal = task.own ? undefined : holding.principals.find(one => holds(task, one.person, one.roles) && !(task.apart && run.people.includes(one.person)))
  if (task.apart && run.people.includes(holding.me)) return 'own'
  if (mine) return { roles: holding.roles }
  return principal ? { for: principal.person, roles: principal.roles } : 'no'
}

/** Those who can take the step now: first the holders, then their deputies. `enough`: how many need be found. */
export async function takersOf(asking: Asking, task: Whose, run: About, enough = MOST): Promise<PersonRow[]> {
  const named = [task.person, task.also].filter(id => id !== null)
  const holders = [
    ...named.length > 0 ? (await peopleAt(asking.reader, asking.org, named)).values() : [],
    ...task.person === null && task.role !== null ? await holdersOf(asking.reader, asking.org, task.role) : [],
  ].filter(one => !(task.apart && run.people.includes(one.id)))
  const found = await readersAmong(asking, task, run, holders, enough)
  if (found.length >= enough || task.own || holders.length === 0) return found
  const deputies = (await deputiesOf(asking.reader, asking.org, holders.map(one => one.id), asking.today)).filter(one => !(task.apart && run.people.includes(one.id)))
  return [...found, ...await readersAmong(asking, task, run, deputies.filter(one => !found.some(other => other.id === one.id)), enough - found.length)]
}

async function readersAmong(asking: Asking, task: Whose, run: About, people: PersonRow[], enough: number): Promise<PersonRow[]> {
  if (people.length === 0) return []
  const found: PersonRow[] = []
  const all = task.role !== null && await roleReadsAll(asking, task.role, run.object)
  for (const one of new Map(people.map(person => [person.id, person])).values()) {
    if (found.length >= enough) break
    if (isLastResort(asking, task) || (all && one.roles.includes(task.role!)) || await personMayRead(asking, one.id, run.object, run.record)) found.push(one)
  }
  return found
}

const FRESH_MS = 1000
const known = new WeakMap<FlowStore, Map<string, { at: number; all: boolean }>>()

/** Most roles that decide see every record of a kind: then nobody of them need be asked for. Kept for a second, like rights. */
async function roleReadsAll({ reader, org, catalog, flows }: Asking, role: string, object: string): Promise<boolean> {
  const kept = known.get(flows) ?? new Map<string, { at: number; all: boolean }>()
  known.set(flows, kept)
  const key = `${role}\n${object}`
  const hit = kept.get(key)
  if (hit && Date.now() - hit.at < FRESH_MS) return hit.all
  const roles = (await rightsOfRole(reader, org, role)).map(rights => roleGrantsSchema.safeParse(rights)).flatMap(parsed => (parsed.success ? [parsed.data] : []))
  const all = roles.length > 0 && roles.every(one => grantsAll(one, objectOf(catalog, object)))
  kept.set(key, { at: Date.now(), all })
  return all
}

/** Given to those who keep the system, so that it does not lie where nobody looks. */
export const isLastResort = (asking: Asking, task: Pick<Whose, 'role'>): boolean => task.role !== null && task.role === asking.flows.book.escalate.at(-1)

/** Who stands nearest above the starter and can take the step; then the roles that stand above everybody. */
export async function escalated(asking: Asking, task: Whose, run: About): Promise<Pick<TaskRow, 'role' | 'person'> & { names: string[] } | undefined> {
  for (const head of await headsAbove(asking.reader, asking.org, run.starter)) {
    const taken = { role: null, person: head.id }
    if (head.id !== task.person && (await takersOf(asking, { ...task, ...taken, also: null }, run, 1)).some(one => one.id === head.id)) return { ...taken, names: [head.name] }
  }
  for (const role of asking.flows.book.escalate) {
    const takers = await takersOf(asking, { ...task, role, person: null, also: null }, run, 5)
    if (takers.length > 0) return { role, person: null, names: takers.map(one => one.name) }
  }
  return undefined
}

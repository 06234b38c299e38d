// Which records: the scopes of all roles as a condition. Nothing granted is `false`, never nothing.
import { columnName, kindOf } from '#core/field/kinds.ts'
import type { Scope } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import { filterSql } from './filter.ts'
import { and, col, fromSql, newSource, or, trusting } from './source.ts'
import type { Source, Verb } from './source.ts'
import { literal } from '#server/schema/ident.ts'

/** May join further tables to the source. What may be changed or deleted must also be readable. */
export function permissionSql(source: Source, verb: Verb): string {
  const own = verbSql(source, verb)
  return verb === 'read' || own === 'false' ? own : and(verbSql(source, 'read'), own)
}

/** The same as one expression over the source's own columns: for places where nothing can be joined. */
export function permissionOn(source: Source, verb: Verb): string {
  const here: Source = { ...source, joins: [], hops: new Map() }
  const condition = permissionSql(here, verb)
  if (here.joins.length === 0) return condition
  const inner = newSource(source.ask, source.object)
  const again = permissionSql(inner, verb)
  return `exists (select from ${fromSql(inner)} where ${inner.alias}.org = ${source.ask.org} and ${inner.alias}.id = ${source.alias}.id and ${again})`
}

/** So many departments are read one by one; of more the planner makes what it can. */
const MOST_PARTS = 12

interface OwnedParts {
  /** One's own first: the others leave them out, which costs nothing where a page is read anyway. */
  read: string[]
  /** Departments first: each is then counted in its index alone. */
  count: string[]
}

/**
 * What an ordinary person may read, as parts that do not overlap: one's own, each department's, shared ones.
 * Undefined where the permission is of another form.
 */
export function ownedParts(source: Source): OwnedParts | undefined {
  const { ask: { actor, params }, object } = source
  const scopes = rightsOf(actor, object).read
  if (!object.owned || object.parent !== undefined || scopes.length === 0 || scopes.some(scope => scope !== 'own' && scope !== 'department')) return undefined
  const departments = scopes.includes('department') ? [...new Set(actor.departmentsBelow)] : []
  if (departments.length > MOST_PARTS) return undefined
  const me = params.bind(actor.userId, 'uuid')
  const [owner, department] = [col(source, 'owner'), col(source, 'department')]
  const notMine = `${owner} is distinct from ${me}`
  const below = departments.length === 0 ? 'true' : `(${department} = any(${params.bind(departments, 'uuid[]')})) is not true`
  const mine = `${owner} = ${me}`
  const each = departments.map(id => `${department} = ${params.bind(id, 'uuid')}`)
  const shared = and(sharedSql(source, 'read'), notMine, below)
  return { read: [mine, ...each.map(one => and(one, notMine)), shared], count: [...each, and(mine, below), shared] }
}

function verbSql(source: Source, verb: Verb): string {
  const { actor } = source.ask
  const scopes = rightsOf(actor, source.object)[verb]
  if (scopes.length === 0) return 'false'
  const parent = source.object.parent === undefined ? undefined : parentOf(source, source.object)
  if (parent) return parentSql(source, parent, verb)
  const granted = or(...scopes.map(scope => scopeSql(source, scope)))
  return granted === 'true' || verb === 'delete' ? granted : or(granted, sharedSql(source, verb))
}

function parentOf(source: Source, object: ObjectDef): { object: ObjectDef; column: string } | undefined {
  const field = object.fields[object.parent!]
  const target = field && kindOf(field).target?.(field)
  return target && { object: objectOf(source.ask.catalog, target.object), column: col(source, columnName(field)) }
}

/** Child lines are seen and changed with their parent. */
function parentSql(source: Source, parent: { object: ObjectDef; column: string }, verb: Verb): string {
  const above = newSource(source.ask, parent.object)
  const condition = verbSql(above, verb)
  if (condition === 'true' || condition === 'false') return condition
  return `exists (select from ${fromSql(above)} where ${above.alias}.org = ${source.ask.org} and ${above.alias}.id = ${parent.column} and ${condition})`
}

function scopeSql(source: Source, scope: Scope): string {
  const { actor, params } = source.ask
  if (scope === 'none') return 'false'
  if (scope === 'all') return 'true'
  if (typeof scope === 'object') return filterSql(trusting(source), scope.where, 'grant')
  const mine = `${col(source, source.object.owned ? 'owner' : 'created_by')} = ${params.bind(actor.userId, 'uuid')}`
  if (scope === 'own' || !source.object.owned || actor.departmentsBelow.length === 0) return mine
  return or(mine, `${col(source, 'department')} = any(${params.bind(actor.departmentsBelow, 'uuid[]')})`)
}

/** Worked out once as a list of ids, so that it joins the other conditions in using indexes. */
function sharedSql(source: Source, verb: Verb): string {
  const { actor, params, org } = source.ask
  const person = `user_id = ${params.bind(actor.userId, 'uuid')}`
  const people = actor.departments.length === 0 ? person : `(${person} or department = any(${params.bind(actor.departments, 'uuid[]')}))`
  const level = verb === 'read' ? '' : " and level = 'update'"
  return `${col(source, 'id')} = any(array(select record from record_share where org = ${org} and object = ${literal(source.object.name)} and ${people}${level}))`
}

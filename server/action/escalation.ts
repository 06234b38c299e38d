// Nobody gives himself or others more than he may: changes of users' roles and of what roles allow, by whatever door.
import { roleGrantsSchema } from '#core/object/access.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { hasPower } from '#core/object/rights.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from './context.ts'
import type { Draft, SaveOptions } from './draft.ts'
import { refuse } from './draft.ts'
import { loadRows } from './rows.ts'

/** Fields by which a person's rights change. */
const GUARDED: Record<string, readonly string[]> = { user: ['roles', 'active', 'department'], role: ['rights', 'name'] }

export async function refuseEscalation(ctx: Ctx, object: ObjectDef, drafts: Draft[], options: SaveOptions): Promise<void> {
  if (object.name === 'view' && !options.trusted) refuseSharing(ctx, drafts)
  const keys = GUARDED[object.name]
  if (!keys) return
  const touching = drafts.filter(draft => keys.some(key => draft.changed.has(key) && Object.hasOwn(draft.given, key)))
  if (object.name === 'role') refuseBadRights(touching)
  for (const draft of touching) ctx.journal.audit.push({ what: 'rights', object: object.name, record: draft.id, detail: { fields: keys.filter(key => draft.changed.has(key)) } })
  if (options.trusted) return
  const given = await rolesGiven(ctx, object, touching)
  for (const draft of touching) refuseOne(ctx, object, draft, given)
}

function refuseBadRights(drafts: Draft[]): void {
  for (const draft of drafts) {
    const rights = draft.values.rights ?? null
    if (rights !== null && !roleGrantsSchema.safeParse(rights).success) refuse(draft, 'rights', { key: 'value.invalid' })
  }
}

function refuseOne(ctx: Ctx, object: ObjectDef, draft: Draft, roles: Map<string, unknown>): void {
  if (!hasPower(ctx.actor, 'users')) return refuse(draft, '', { key: 'error.power', params: { power: 'users' } })
  const held = object.name === 'role' && ctx.actor.roleNames.includes(String(draft.before?.values.name ?? ''))
  // Whoever may do everything still needs a second person to change what he himself may do.
  if (draft.id === ctx.actor.userId || held) return refuse(draft, '', { key: 'user.notOneself' })
  if (hasPower(ctx.actor, 'admin')) return
  if (object.name === 'user') {
    const added = (draft.values.roles as string[] | null ?? []).filter(id => !(draft.before?.values.roles as string[] | null ?? []).includes(id))
    if (added.some(id => exceeds(ctx, roles.get(id)))) refuse(draft, 'roles', { key: 'role.powers' })
    return
  }
  if (exceeds(ctx, draft.values.rights) || exceeds(ctx, draft.before?.values.rights)) refuse(draft, 'rights', { key: 'role.powers' })
}

async function rolesGiven(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<Map<string, unknown>> {
  if (object.name !== 'user') return new Map()
  const role = objectOf(ctx.catalog, 'role')
  const ids = [...new Set(drafts.flatMap(draft => draft.values.roles as string[] | null ?? []))]
  const rows = await loadRows(ctx, role, ids, [role.fields.rights!])
  return new Map([...rows].map(([id, row]) => [id, row.values.rights]))
}

/** Powers that the actor himself does not hold. */
function exceeds(ctx: Ctx, rights: unknown): boolean {
  const answer = roleGrantsSchema.safeParse(rights)
  return answer.success && answer.data.powers.some(power => !hasPower(ctx.actor, power))
}

/** A view that all see is placed by those who may. */
function refuseSharing(ctx: Ctx, drafts: Draft[]): void {
  if (hasPower(ctx.actor, 'shareViews')) return
  for (const draft of drafts) {
    if (draft.changed.has('shared') && draft.values.shared === true) refuse(draft, 'shared', { key: 'error.power', params: { power: 'shareViews' } })
  }
}

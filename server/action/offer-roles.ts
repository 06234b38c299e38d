// After an upgrade: the roles that the product ships are offered what is new in this release, once. Written by the product
// itself, with history; roles that administrators made have no key and get nothing.
import { z } from 'zod'
import { roleGrantsSchema } from '#core/object/access.ts'
import type { Actor, RoleGrants } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { withOffers } from '#core/object/offer.ts'
import type { Ctx, Env } from './context.ts'
import { defineAction } from './define.ts'
import type { Change } from './draft.ts'
import { perform } from './perform.ts'
import { loadRows, lockLiving } from './rows.ts'
import { saveRecords } from './save.ts'

export interface OfferingRole {
  key: string
  rights: RoleGrants
}

const input = z.strictObject({ roles: z.array(z.object({ key: z.string(), rights: roleGrantsSchema })) })
const offeredSchema = z.array(z.string())

export const offerRolesAction = defineAction({
  name: 'role.offer', power: 'admin', input, undoable: false,
  label: { zh: '升级：为角色补充新增权限', en: 'Upgrade: new rights for roles' },
  async run(ctx, { roles }): Promise<{ count: number }> {
    const changes = await changesOf(ctx, roles)
    await saveRecords(ctx, 'role', changes, { trusted: true })
    return { count: changes.length }
  },
})

/** Two processes that start at once: the second waits at the locked roles and finds them done. */
async function changesOf(ctx: Ctx, roles: readonly OfferingRole[]): Promise<Change[]> {
  const role = objectOf(ctx.catalog, 'role')
  const { rows } = await ctx.tx.query<{ id: string }>('select id from role where org = $1 and key = any($2) and deleted_at is null', [ctx.org, roles.map(one => one.key)])
  const ids = rows.map(row => row.id)
  await lockLiving(ctx, role, ids)
  const stored = await loadRows(ctx, role, ids, [role.fields.key!, role.fields.rights!, role.fields.offered!])
  return [...stored].flatMap(([id, { values, deletedAt }]) => {
    const shipped = roles.find(one => one.key === values.key)
    const rights = roleGrantsSchema.safeParse(values.rights ?? { grants: [], powers: [] })
    // Rights that nobody can read allow nothing, and stay as they are.
    if (!shipped || !rights.success || deletedAt !== null) return []
    const next = withOffers({ rights: rights.data, offered: offeredSchema.nullable().catch(null).parse(values.offered ?? null) }, shipped.rights)
    return next ? [{ id, values: { ...next } }] : []
  })
}

/** How many roles were changed. `actor` is the product itself. */
export async function offerRoles(env: Env, actor: Actor, roles: readonly OfferingRole[]): Promise<number> {
  const shipped = roles.map(({ key, rights }) => ({ key, rights }))
  return (await perform<{ count: number }>(env, actor, offerRolesAction.name, { roles: shipped })).count
}

// First set-up: the company, its roles and the first administrator come to be in one transaction, once.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import type { RoleGrants } from '#core/object/access.ts'
import { offersOf } from '#core/object/offer.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import { perform } from '#server/action/perform.ts'
import { saveRecords } from '#server/action/save.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Reader, Tx } from '#server/database/transaction.ts'
import type { Site } from '#server/http/site.ts'
import { setPassword } from './account.ts'
import { makeKey } from './keys.ts'
import { makeLink, useLink } from './links.ts'
import { checkPassword } from './password-policy.ts'
import { linkUrl } from './password.ts'
import { savedIds } from './saved.ts'
import { systemActor } from './system-actor.ts'

export const setupInput = z.strictObject({
  token: z.string().max(100),
  company: z.string().trim().min(1, 'field.required').max(100),
  name: z.string().trim().min(1, 'field.required').max(50),
  email: z.email('email.invalid').max(254),
  password: z.string().max(256),
})

/** Roles that exist from the start; `first` are those of the first person. Given by app/. */
export interface StartingRoles {
  roles: { key: string; name: string; note: string; rights: RoleGrants }[]
  first: string[]
  department: string
}

const actionInput = z.object({
  token: z.string().nullable(), company: z.string(), name: z.string(), email: z.string(), password: z.string(),
  roles: z.array(z.object({ key: z.string(), name: z.string(), note: z.string(), rights: z.custom<RoleGrants>(value => typeof value === 'object') })),
  first: z.array(z.string()), department: z.string(), key: z.string().nullable(),
})

export async function hasAdministrator(reader: Reader, org: number): Promise<boolean> {
  const { rowCount } = await reader.query('select 1 from app_user where org = $1 limit 1', [org])
  return rowCount > 0
}

/** One process sets up, whatever starts at the same moment; the second is told that it is done. */
async function onlyOnce(tx: Tx, org: number): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('guanxi:setup', 0))")
  if (await hasAdministrator(tx, org)) throw new AppError('conflict', { key: 'setup.done' })
}

const create = async (ctx: Ctx, object: string, records: Record<string, unknown>[]): Promise<string[]> =>
  savedIds(await saveRecords(ctx, object, records.map(values => ({ values })), { trusted: true }))

export const setUpAction = defineAction({
  name: 'company.setUp', input: actionInput, undoable: false,
  label: { zh: '初始设置', en: 'First set-up' },
  async run(ctx, input) {
    await onlyOnce(ctx.tx, ctx.org)
    if (input.token !== null) await useLink(ctx.tx, 'setup', input.token)
    checkPassword(input.password, [input.name, input.email])
    await create(ctx, 'company', [{ name: input.company }])
    const [head] = await create(ctx, 'department', [{ name: input.department }])
    const roles = await create(ctx, 'role', input.roles.map(role => ({ ...role, offered: offersOf(role.rights) })))
    const firstRoles = input.roles.flatMap((role, at) => (input.first.includes(role.key) ? [roles[at]!] : []))
    const [id] = await create(ctx, 'user', [{ name: input.name, email: input.email.toLowerCase(), roles: firstRoles, department: head! }])
    await setPassword(ctx.tx, { id: id!, name: input.name }, input.password)
    if (input.key) await makeKey(ctx.tx, ctx.org, id!, { name: 'GUANXI_ADMIN_API_KEY', scopes: [{ object: '*', verbs: ['read', 'write'] }] }, input.key)
    ctx.journal.audit.push({ what: 'setup', detail: { user: id! } })
    return { userId: id! }
  },
})

interface First {
  company: string
  name: string
  email: string
  password: string
  token: string | null
  key: string | null
}

export async function setUp(site: Site, input: Omit<First, 'key'> & { key?: string | null }): Promise<{ userId: string }> {
  const actor = systemActor(site.org, site.env.catalog.current())
  return perform(site.env, actor, setUpAction.name, { key: null, ...input, ...site.starting })
}

/** What the first start prints; null when the product is set up. Scripted installations set up at once. */
export async function firstStart(site: Site, companyName: string): Promise<string | null> {
  if (await hasAdministrator(site.db, site.org)) return null
  const { GUANXI_ADMIN_EMAIL: email, GUANXI_ADMIN_PASSWORD: password, GUANXI_ADMIN_API_KEY: key } = site.config
  if (email && password) {
    await setUp(site, { token: null, company: companyName, name: email.split('@')[0]!, email, password, key: key ?? null })
    return null
  }
  const token = await transaction(site.database.pool, tx => makeLink(tx, site.org, 'setup', null))
  return linkUrl(site, 'setup', token)
}

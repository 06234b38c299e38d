// Inviting, deactivating and re-activating people. Nobody changes his own rights, and a person who leaves
// loses sessions and keys in the same transaction.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { defineAction } from '#server/action/define.ts'
import { saveRecords } from '#server/action/save.ts'
import type { Ctx } from '#server/action/context.ts'
import { makeLink } from './links.ts'
import { savedIds } from './saved.ts'
import { endSessions } from './session.ts'

export const inviteInput = z.strictObject({
  name: z.string().trim().min(1, 'field.required').max(50),
  email: z.email('email.invalid').max(254),
  roles: z.array(z.uuid()).min(1, 'field.required').max(20),
  department: z.uuid().optional(),
  position: z.string().max(50).optional(),
  phone: z.string().max(40).optional(),
})

export const inviteAction = defineAction({
  name: 'user.invite', power: 'users', input: inviteInput, undoable: false,
  label: { zh: '邀请 {title}', en: 'Invite {title}' },
  async run(ctx, input) {
    const [id] = savedIds(await saveRecords(ctx, 'user', [{ values: { ...input, email: input.email.toLowerCase() } }]))
    ctx.journal.title = input.name
    return { id: id!, token: await makeLink(ctx.tx, ctx.org, 'invite', id!) }
  },
})

/** A new link for someone who lost the first one, or the password where no mail is set up. */
export const relinkAction = defineAction({
  name: 'user.relink', power: 'users', input: z.strictObject({ id: z.uuid() }), undoable: false,
  label: { zh: '重新发送邀请', en: 'Send the invitation again' },
  async run(ctx, input) {
    notOneself(ctx, input.id)
    const { rows } = await ctx.tx.query<{ name: string; email: string }>(
      'select name, email from app_user where org = $1 and id = $2 and deleted_at is null and active is true', [ctx.org, input.id])
    if (!rows[0]) throw new AppError('not_found')
    ctx.journal.audit.push({ what: 'user.relink', object: 'user', record: input.id })
    return { ...rows[0], token: await makeLink(ctx.tx, ctx.org, 'invite', input.id) }
  },
})

const notOneself = (ctx: Ctx, id: string): void => {
  if (id === ctx.actor.userId) throw new AppError('forbidden', { key: 'user.notOneself' })
}

export const setActiveAction = defineAction({
  name: 'user.setActive', power: 'users', input: z.strictObject({ id: z.uuid(), active: z.boolean() }), undoable: false,
  label: { zh: '启用或停用用户', en: 'Activate or deactivate a user' },
  async run(ctx, input) {
    notOneself(ctx, input.id)
    await saveRecords(ctx, 'user', [{ id: input.id, values: { active: input.active } }])
    if (!input.active) {
      await endSessions(ctx.tx, input.id)
      await ctx.tx.query('update api_key set revoked_at = now() where org = $1 and user_id = $2 and revoked_at is null', [ctx.org, input.id])
      await ctx.tx.query('delete from one_time_link where org = $1 and user_id = $2', [ctx.org, input.id])
    }
    ctx.journal.audit.push({ what: input.active ? 'user.activate' : 'user.deactivate', object: 'user', record: input.id })
    return { ok: true }
  },
})

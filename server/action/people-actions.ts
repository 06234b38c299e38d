// Actions around a record: revealing a masked value, comments with mentions, sharing.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { isId, newId } from '#core/lib/id.ts'
import { fieldOf, objectOf } from '#core/object/catalog.ts'
import { visibleRight } from '#server/record/right.ts'
import { defineAction } from './define.ts'
import { needAll, visible } from './rights.ts'
import { loadRows, titlesOf } from './rows.ts'
import { saveRecords } from './save.ts'

const id = z.string().refine(isId, { error: 'reference.notAnId' })
const object = z.string().min(1).max(63)

/** One field of one record, each time with an entry in the log. */
export const reveal = defineAction({
  name: 'record.reveal',
  label: { zh: '查看遮盖的内容', en: 'Reveal a masked value' },
  undoable: false,
  input: z.strictObject({ object, id, field: z.string().min(1).max(63) }),
  async run(ctx, input): Promise<{ value: unknown }> {
    const known = objectOf(ctx.catalog, input.object)
    await needAll(ctx, known, [input.id], 'read')
    const field = fieldOf(known, input.field)
    const right = field ? visibleRight(ctx.catalog, ctx.actor, known, field) : 'hidden'
    if (!field || right === 'hidden') throw new AppError('invalid', { key: 'field.unknown', params: { field: input.field } })
    if (right !== 'masked') throw new AppError('invalid', { key: 'reveal.notMasked' })
    const row = (await loadRows(ctx, known, [input.id], [field])).get(input.id)
    ctx.journal.audit.push({ what: 'reveal', object: known.name, record: input.id, detail: { field: field.key } })
    return { value: row?.values[field.key] ?? null }
  },
})

export const addComment = defineAction({
  name: 'comment.add',
  label: { zh: '评论“{title}”', en: 'Comment on “{title}”' },
  input: z.strictObject({ object, id, text: z.string().trim().min(1).max(5000), mentions: z.array(id).max(100).optional() }),
  async run(ctx, input) {
    const known = objectOf(ctx.catalog, input.object)
    await needAll(ctx, known, [input.id], 'read')
    const title = (await titlesOf(ctx, known, [input.id])).get(input.id) ?? ''
    const mentions = [...new Set(input.mentions ?? [])]
    const users = await visible(ctx, objectOf(ctx.catalog, 'user'), mentions, 'read')
    if (mentions.some(user => !users.has(user))) throw new AppError('invalid', { fields: { mentions: { key: 'reference.unknown' } } })
    const [saved] = await saveRecords(ctx, 'comment', [{ values: { text: input.text, object: known.name, record: input.id, mentions, owner: ctx.actor.userId } }], { trusted: true })
    const told = mentions.filter(user => user !== ctx.actor.userId)
    await saveRecords(ctx, 'notification', told.map(owner => ({
      values: { text: `${ctx.actor.name}：${input.text}`.slice(0, 400), object: known.name, record: input.id, owner },
    })), { trusted: true })
    for (const user of told) ctx.journal.events.push({ kind: 'notification', payload: { user } })
    ctx.journal.title = title
    return { id: (saved as { id: string }).id, batch: ctx.batch }
  },
})

const share = z.strictObject({ user: id.optional(), department: id.optional(), level: z.enum(['read', 'update']) })
  .refine(value => (value.user === undefined) !== (value.department === undefined), { error: 'value.invalid' })

/** Replaces the list of those a record is shared with; nobody shares more than he has. */
export const shareRecord = defineAction({
  name: 'record.share',
  label: { zh: '共享记录', en: 'Share a record' },
  undoable: false,
  input: z.strictObject({ object, id, share: z.array(share).max(100) }),
  async run(ctx, input) {
    const known = objectOf(ctx.catalog, input.object)
    await needAll(ctx, known, [input.id], 'update')
    const pairs = [['user', input.share.flatMap(item => item.user ?? [])], ['department', input.share.flatMap(item => item.department ?? [])]] as const
    for (const [name, list] of pairs) {
      const seen = await visible(ctx, objectOf(ctx.catalog, name), list, 'read')
      if (list.some(one => !seen.has(one))) throw new AppError('invalid', { fields: { share: { key: 'reference.unknown' } } })
    }
    await ctx.tx.query('delete from record_share where org = $1 and object = $2 and record = $3', [ctx.org, known.name, input.id])
    const rows = input.share.map(item => ({ id: newId(), user_id: item.user ?? null, department: item.department ?? null, level: item.level }))
    await ctx.tx.query(
      `insert into record_share (org, id, object, record, user_id, department, level, created_by, created_at)
       select $1, x.id, $2, $3, x.user_id, x.department, x.level, $4, $5
       from json_to_recordset($6::json) as x(id uuid, user_id uuid, department uuid, level text)`,
      [ctx.org, known.name, input.id, ctx.actor.userId, ctx.now, JSON.stringify(rows)])
    ctx.journal.audit.push({ what: 'share', object: known.name, record: input.id, detail: { with: input.share } })
    ctx.journal.events.push({ kind: 'changed', payload: { object: known.name, ids: [input.id], batch: ctx.batch, actor: ctx.actor.userId } })
    return { count: rows.length }
  },
})

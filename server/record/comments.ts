// Comments on a record: seen by who sees the record.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Reader } from '#server/database/transaction.ts'
import { getRecord } from './get-record.ts'

export interface Comment {
  id: string
  at: string
  text: string
  author: { id: string; label: string }
  mentions: { id: string; label: string }[]
}

const MOST = 200

/** The newest ones, oldest of them first. */
export async function commentsOf(reader: Reader, catalog: Catalog, actor: Actor, object: string, record: string): Promise<{ comments: Comment[] }> {
  await getRecord(reader, catalog, actor, object, record, { columns: [] })
  const { rows } = await reader.query<Comment>(
    `select c.id, c.created_at as at, c.text, json_build_object('id', u.id, 'label', u.name) as author,
       coalesce((select json_agg(json_build_object('id', m.id, 'label', m.name)) from app_user m where m.org = c.org and m.id = any(c.mentions)), '[]') as mentions
     from record_comment c left join app_user u on u.org = c.org and u.id = c.created_by
     where c.org = $1 and c.object = $2 and c.record = $3 and c.deleted_at is null order by c.created_at desc, c.id desc limit $4`,
    [actor.org, object, record, MOST])
  return { comments: rows.toReversed() }
}

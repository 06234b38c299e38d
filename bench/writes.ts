// Changes: one cell of one record, and a paste of a thousand rows.
import { perform } from '#server/action/perform.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Asker, Question, Topic } from './kit.ts'

const SAMPLE = 1000
const NOTES = ['已电话回访，客户满意。', '下周送样品。', '客户要求更新报价单。', '对账已完成。']

export const writes: Topic = async ({ site, askers }) => {
  const all: Question[] = []
  for (const asker of askers) {
    const { rows } = await site.db.query<{ id: string }>(`select c.id from customer c where c.org = 1 and c.deleted_at is null and ${asker.mine} order by c.updated_at limit ${SAMPLE}`, asker.value)
    all.push(...questions(site, asker, rows.map(row => row.id)))
  }
  return all
}

type Site = Parameters<Topic>[0]['site']

function questions(site: Site, asker: Asker, ids: string[]): Question[] {
  const note = (turn: number): string => NOTES[turn % NOTES.length]! + turn
  const id = (turn: number): string => ids[turn * 7 % ids.length]!
  return [
    { name: 'edit of one cell', who: asker.label,
      product: turn => perform(site.env, asker.actor, 'record.update', { object: 'customer', id: id(turn), values: { note: note(turn) } }),
      raw: turn => transaction(site.database.pool, tx => tx.query('update customer set note = $3, version = version + 1, updated_at = now(), updated_by = $2 where org = 1 and id = $1', [id(turn + 1), asker.actor.userId, note(turn)])) },
    { name: `paste of ${ids.length} rows × 2 columns`, who: asker.label,
      product: turn => perform(site.env, asker.actor, 'record.save', { object: 'customer', mode: 'good',
        changes: ids.map((one, index) => ({ id: one, values: { note: note(turn + index), creditLimit: String(50_000 + turn * 1000 + index) } })) }),
      raw: turn => transaction(site.database.pool, tx => tx.query(
        `update customer c set note = s.note, credit_limit = s.lim, version = version + 1, updated_at = now(), updated_by = $2
         from json_to_recordset($1::json) as s(id uuid, note text, lim numeric) where c.org = 1 and c.id = s.id`,
        [JSON.stringify(ids.map((one, index) => ({ id: one, note: note(turn + index), lim: 90_000 + turn * 1000 + index }))), asker.actor.userId])) },
  ]
}

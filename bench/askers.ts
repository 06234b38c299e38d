// A salesman who sees his own records, a supervisor who sees a department's, and somebody who sees all.
import { randomBytes } from 'node:crypto'
import type { Site } from '#server/http/site.ts'
import { transaction } from '#server/database/transaction.ts'
import { makeKey } from '#server/user/keys.ts'
import type { Asker } from './kit.ts'

const PEOPLE = [
  { label: 'own', email: 'chenjiayi@demo.example', mine: 'c.owner = $1' },
  { label: 'department', email: 'luwenbin@demo.example', mine: 'c.department = any($1::uuid[])' },
  { label: 'all', email: 'zhouhengda@demo.example', mine: 'true' },
]

export async function askers(site: Site): Promise<Asker[]> {
  const found: Asker[] = []
  for (const { label, email, mine } of PEOPLE) {
    const { rows: [user] } = await site.db.query<{ id: string }>('select id from app_user where email = $1', [email])
    const known = user && await site.actors.get(site.org, user.id)
    if (!known) throw new Error(`${email} is not in this database: it does not hold the demo company`)
    const key = `bench-${randomBytes(24).toString('hex')}`
    await transaction(site.database.pool, tx => makeKey(tx, site.org, known.userId, { name: 'bench', scopes: [{ object: '*', verbs: ['read', 'write'] }] }, key))
    const value = label === 'own' ? [known.userId] : label === 'department' ? [known.departmentsBelow] : []
    found.push({ label, mine, value, key, actor: { ...known, via: 'page' } })
  }
  return found
}

// Forms with personal profiles leave an entry in the log each time somebody opens one; other forms, where they show sensitive values.
import type { Actor } from '#core/object/access.ts'
import { writeAudit } from '#server/action/audit.ts'
import type { Env } from '#server/action/context.ts'
import { noteRecordSeen } from '#server/action/viewed.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Opened } from './open.ts'

export async function noteViewed(env: Env, actor: Actor, { open: { form }, record, data }: Opened): Promise<void> {
  if (form.record === undefined || record === undefined || data?.blank) return
  if (form.logged) await transaction(env.pool, tx => writeAudit(tx, actor, new Date().toISOString(), [{ what: 'viewed', object: form.record!, record, detail: { form: form.id } }]))
  else if (data?.record) await noteRecordSeen({ env, actor }, form.record, { ...data.record.values, id: record })
}

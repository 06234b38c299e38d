// The first values of a new record, as the form shows them; the server fills in the same when they are left out.
import { today } from '#core/lib/date.ts'
import type { SessionUser } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'

export function initialValues(object: WebObject, me: SessionUser | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const field of liveFields(object)) {
    if (field.right !== 'write') continue
    if (field.initial !== undefined) values[field.key] = field.initial
    else if (field.fill === 'today') values[field.key] = today()
    else if (field.fill === 'now') values[field.key] = new Date().toISOString()
    else if (field.fill === 'me' && me) values[field.key] = { id: me.id, label: me.name }
  }
  return values
}

// Sensitive values (family, habits) leave an entry in the log whenever somebody is shown them, on the page, in a list or by key.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { resolvePath } from '#core/object/catalog.ts'
import { transaction } from '#server/database/transaction.ts'
import { visibleRight } from '#server/record/right.ts'
import { writeAudit } from './audit.ts'
import type { Env } from './context.ts'

type SeenBy = { env: Pick<Env, 'pool' | 'catalog'>; actor: Actor }

/** Those of the paths that lead to a sensitive value which this person may see. */
function sensitive(catalog: Catalog, actor: Actor, name: string, paths: readonly string[]): string[] {
  const object = catalog.objects.get(name)
  return object ? paths.filter(path => {
    const found = resolvePath(catalog, object, path)
    return found?.field.sensitivity === 'sensitive' && ['read', 'write'].includes(visibleRight(catalog, actor, found.object, found.field))
  }) : []
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** One record whole: an empty profile tells nothing, so nothing is noted. */
export async function noteRecordSeen(by: SeenBy, object: string, record: Readonly<Record<string, unknown>>): Promise<void> {
  const paths = Object.keys(record).filter(key => !isNothing(record[key]))
  await note(by, object, paths, String(record.id))
}

export const noteListSeen = (by: SeenBy, object: string, columns: readonly string[] = []): Promise<void> => note(by, object, columns)

async function note({ env, actor }: SeenBy, object: string, paths: readonly string[], record?: string): Promise<void> {
  const fields = sensitive(env.catalog.current(), actor, object, paths)
  if (fields.length === 0) return
  await transaction(env.pool, tx => writeAudit(tx, actor, new Date().toISOString(), [{ what: 'viewed', object, ...(record === undefined ? {} : { record }), detail: { fields } }]))
}

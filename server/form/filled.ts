// Filled forms: found again by form, record and parameters; their content is read by the server alone.
import { createHash } from 'node:crypto'
import { paramsKey } from '#core/form/params.ts'
import type { Form } from '#core/form/form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import type { Filter } from '#core/report/query.ts'
import { getRecord } from '#server/record/get-record.ts'
import { runQuery } from '#server/record/page.ts'
import { objectOf } from '#core/object/catalog.ts'
import { visibleIds } from '#server/record/visible.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { canSeeKept } from './access.ts'
import { unpacked } from './freeze.ts'
import type { Frozen } from './freeze.ts'
import type { Asker } from './labels.ts'

export const FILLED = 'filledForm'

export interface Filled {
  id: string
  version: number
  form: string
  title: string
  state: 'open' | 'filed'
  at: string
  by: string
  /** Who filed it. */
  filedBy: string | undefined
  canUpdate: boolean
  /** Wire values typed on the form. */
  content: Record<string, unknown>
  frozen: Frozen | null
  params: Record<string, unknown>
  record: string | undefined
}

/** Longer ones are known by their digest: a list of many ids. */
const LONGEST = 400

export function slotOf(form: Form, params: Readonly<Record<string, unknown>>, record: string | undefined): string {
  const slot = [form.id, record ?? '', paramsKey(form, params)].join('|')
  return slot.length <= LONGEST ? slot : `${form.id}|${createHash('sha256').update(slot).digest('hex')}`
}

const FEW = 20

/**
 * One's own, else the newest that one may change, else the newest that one may see. The page that a colleague filed of a record
 * and only showed does not stand before the record itself.
 */
export async function findFilled(asker: Asker, slot: string, aboutRecord: boolean): Promise<Filled | undefined> {
  const { reader, catalog, actor } = asker
  if (!canSeeKept(catalog, actor)) return undefined
  const filter: Filter = { field: 'slot', op: 'eq', value: slot }
  const { rows } = await runQuery(reader, catalog, actor, { object: FILLED, columns: ['owner'], size: FEW, filter, sort: [{ field: 'updatedAt', dir: 'desc' }] })
  if (rows.length === 0) return undefined
  const own = rows.find(row => (row['owner'] as { id?: string } | null)?.id === actor.userId)
  const mine = await visibleIds(reader, catalog, actor, objectOf(catalog, FILLED), rows.map(row => String(row['id'])), 'update')
  const found = own ?? rows.find(row => mine.has(String(row['id']))) ?? (aboutRecord ? undefined : rows[0])
  return found && loadFilled(asker, String(found['id']))
}

const bag = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? value as Record<string, unknown> : {})
const name = (value: unknown): string => String((value as { label?: string } | null)?.label ?? '')

/** Refused like what does not exist where the person may not read it; what it holds is then read by the product itself. */
export async function loadFilled({ reader, catalog, actor }: Asker, id: string): Promise<Filled> {
  const columns = ['form', 'title', 'state', 'filedBy', 'filedAt', 'owner', 'updatedBy', 'updatedAt']
  const row = await getRecord(reader, catalog, actor, FILLED, id, { columns })
  const inside = await getRecord(reader, catalog, systemActor(actor.org, catalog), FILLED, id, { columns: ['content', 'sheet', 'params', 'record'] })
  const mine = await visibleIds(reader, catalog, actor, objectOf(catalog, FILLED), [id], 'update')
  const filed = row['state'] === 'filed'
  return {
    id, version: Number(row['version']), form: String(row['form']), title: String(row['title']), state: filed ? 'filed' : 'open', canUpdate: mine.has(id),
    at: String(filed ? row['filedAt'] : row['updatedAt']), by: name(filed ? row['filedBy'] : row['updatedBy'] ?? row['owner']),
    filedBy: (row['filedBy'] as { id?: string } | null)?.id,
    content: bag(inside['content']), frozen: filed ? unpacked(inside['sheet']) : null, params: bag(inside['params']),
    record: typeof inside['record'] === 'string' ? inside['record'] : undefined,
  }
}

export async function filledOf(asker: Asker, form: string, id: string): Promise<Filled> {
  const filled = await loadFilled(asker, id)
  if (filled.form !== form) throw new AppError('not_found', { key: 'record.unknown' })
  return filled
}

export const filledFacts = ({ id, version, state, at, by }: Filled): NonNullable<Sheet['filled']> => ({ id, version, state, at, by })

// What happened to a record, newest first: its changes, what was said about it, and the records that refer to it
// (orders, payments, contacts). Each part comes through its own door, so rights are those of that door.
import type { Field } from '#core/field/field.ts'
import { fromLocal, toLocal } from '#core/lib/date-time.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef, Related } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Filter } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { commentsOf } from './comments.ts'
import type { Comment } from './comments.ts'
import { historyOf } from './history.ts'
import type { History, HistoryEntry } from './history.ts'
import { runQuery } from './page.ts'
import { visibleRight } from './right.ts'
import { visibleIds } from './visible.ts'

const PAGE = 50
/** Dated records come by days: a day with more than this shows so many of them. */
const MOST = 200

type Part =
  | { kind: 'history'; history: HistoryEntry }
  | { kind: 'comment'; comment: Comment }
  | { kind: 'record'; object: string; title: unknown; by: unknown; day: string | null; amount: { field: string; value: unknown } | null }

export type TimelineEntry = Part & { id: string; at: string }

export interface Timeline {
  entries: TimelineEntry[]
  /** Give it as `before` for older entries; null at the end. */
  next: string | null
}

/** Where the last page ended: the instant and id of its last entry, and of its last change. */
interface Mark { at: string; id: string; change?: string }

const isOlder = (a: { at: string; id: string }, b: { at: string; id: string }): boolean => a.at < b.at || (a.at === b.at && a.id < b.id)

export async function timelineOf(reader: Reader, catalog: Catalog, actor: Actor, name: string, id: string, before?: string): Promise<Timeline> {
  const mark = before === undefined ? undefined : readMark(before)
  const changes = await changesOf(reader, catalog, actor, name, id, mark?.change)
  // Of a record in the bin only its changes are shown: what referred to it lies there, too.
  const living = changes.bin ? [] : await around(reader, catalog, actor, name, id, mark)
  const all = [...changes.entries, ...living].filter(entry => !mark || isOlder(entry, mark)).toSorted((a, b) => (isOlder(a, b) ? 1 : -1))
  const entries = all.slice(0, PAGE)
  const last = entries.at(-1)
  if (!last || (all.length <= PAGE && !changes.more)) return { entries, next: null }
  const change = entries.findLast(entry => entry.kind === 'history')?.id ?? mark?.change
  return { entries, next: JSON.stringify([last.at, last.id, change ?? null]) }
}

function readMark(text: string): Mark {
  const answer = /^\["([\dT:.Z-]{20,30})","([\w-]{1,40})",(?:null|"(\d{1,18})")\]$/.exec(text)
  if (!answer) throw new AppError('invalid', { key: 'query.cursor' })
  const [, at, id, change] = answer
  return { at: at!, id: id!, ...(change ? { change } : {}) }
}

async function changesOf(reader: Reader, catalog: Catalog, actor: Actor, name: string, id: string, before: string | undefined): Promise<{ entries: TimelineEntry[]; more: boolean; bin: boolean }> {
  const object = objectOf(catalog, name)
  const entries: TimelineEntry[] = []
  let next = before
  do {
    const page: History = await historyOf(reader, catalog, actor, name, id, next)
    entries.push(...page.entries.map((history): TimelineEntry => ({ kind: 'history', id: history.id, at: history.at, history })))
    next = page.next ?? undefined
  } while (next !== undefined && entries.length < PAGE)
  const bin = (await visibleIds(reader, catalog, actor, object, [id], 'read')).size === 0
  return { entries, more: next !== undefined, bin }
}

/** What was said, and the records that refer to this one. */
async function around(reader: Reader, catalog: Catalog, actor: Actor, name: string, id: string, mark: Mark | undefined): Promise<TimelineEntry[]> {
  const { comments } = await commentsOf(reader, catalog, actor, name, id)
  const entries = comments.map((comment): TimelineEntry => ({ kind: 'comment', id: comment.id, at: comment.at, comment }))
  for (const one of objectOf(catalog, name).related) entries.push(...await relatedOf(reader, catalog, actor, one, id, mark))
  return entries
}

async function relatedOf(reader: Reader, catalog: Catalog, actor: Actor, { object: name, by }: Related, id: string, mark: Mark | undefined): Promise<TimelineEntry[]> {
  const object = objectOf(catalog, name)
  const shown = (field: Field | undefined): field is Field => field !== undefined && !field.retired && !['hidden', 'masked'].includes(visibleRight(catalog, actor, object, field))
  if (object.retired || rightsOf(actor, object).read.length === 0 || !shown(object.fields[by])) return []
  const fields = Object.values(object.fields).filter(field => shown(field) && !field.system)
  const day = fields.find(field => field.kind === 'date' && field.required)
  const amount = amountOf(object, fields)
  const when = day?.key ?? 'createdAt'
  const older: Filter[] = mark ? [{ field: when, op: 'le', value: day ? toLocal(mark.at, actor.zone).date : mark.at }] : []
  const columns = [object.title, ...(object.code ? [object.code] : []), 'createdAt', 'createdBy', ...(day ? [day.key] : []), ...(amount ? [amount.key] : [])].filter(key => shown(object.fields[key]))
  const { rows } = await runQuery(reader, catalog, actor, { object: name, columns: [...new Set(columns)], filter: { all: [{ field: by, op: 'eq', value: id }, ...older] }, sort: [{ field: when, dir: 'desc' }], size: MOST, total: 'none' })
  return rows.map((row): TimelineEntry => {
    const date = day ? String(row[day.key]) : null
    return { kind: 'record', id: String(row.id), at: momentOf(date, String(row.createdAt), actor.zone), object: name, title: row[object.title], by: row.createdBy ?? null, day: date, amount: amount ? { field: amount.key, value: row[amount.key] } : null }
  })
}

/** The sum a list of such records shows. */
function amountOf(object: ObjectDef, fields: Field[]): Field | undefined {
  const isMoney = (field: Field): boolean => field.kind === 'money' || ((field.kind === 'computed' || field.kind === 'rollup') && field.result === 'money')
  const listed = object.views[0]?.columns ?? []
  return listed.map(key => fields.find(field => field.key === key)).find(field => field !== undefined && isMoney(field))
}

/** A record of the day it was written stands at the minute; one of another day stands at the beginning of its own. */
const momentOf = (date: string | null, createdAt: string, zone: string): string =>
  (date === null || toLocal(createdAt, zone).date === date ? createdAt : fromLocal(date, 0, zone))

// Rows of a form's grids on their way into the records: those of an object by themselves, child lines inside their parent.
import type { GridBlock } from '#core/form/form.ts'
import { rowObject } from '#core/form/grid-columns.ts'
import { AppError } from '#core/lib/error.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { deleteRecords } from '#server/action/bin.ts'
import type { Ctx } from '#server/action/context.ts'
import type { Change } from '#server/action/draft.ts'
import { newDraft } from '#server/action/draft.ts'
import { refuseConflicts } from '#server/action/existing.ts'
import { lockLiving, loadRows } from '#server/action/rows.ts'
import { saveRecords } from '#server/action/save.ts'
import { streamRows } from '#server/record/stream.ts'
import { freshGiven } from './given.ts'
import type { Given } from './given.ts'
import { gathering, note } from './refusals.ts'
import type { Refusals } from './refusals.ts'
import type { GridChange } from './save-parts.ts'
import type { Form } from '#core/form/form.ts'

export type Versions = Readonly<Record<string, number>>

/** '3.brand' is the field of the fourth change. */
const placeIn = (block: string, rows: readonly string[]) => (key: string): string => {
  const [, at, field] = /^(\d+)(?:\.(.*))?$/.exec(key) ?? []
  const row = rows[Number(at)] ?? ''
  return field === undefined || field === '' ? `row.${block}.${row}` : `row.${block}.${row}.${field}`
}

export async function saveObjectRows(ctx: Ctx, { grid, rows, fresh, removed }: GridChange, given: Given, versions: Versions, refusals: Refusals): Promise<void> {
  if (!('object' in grid.source)) return
  const { object, fresh: begins } = grid.source
  const base = freshGiven(begins ?? {}, given)
  const changes = [
    ...rows.filter(row => !removed.includes(row.row)).map(({ row, values }): Change => ({ id: row, values, ...(versions[row] === undefined ? {} : { version: versions[row] }) })),
    ...fresh.map(({ values }): Change => ({ values: { ...base, ...filledIn(values) } })),
  ]
  const keys = [...rows.filter(row => !removed.includes(row.row)), ...fresh].map(row => row.row)
  if (changes.length > 0) await gathering(refusals, placeIn(grid.key, keys), () => saveRecords(ctx, object, changes))
  if (removed.length > 0) await deleteRecords(ctx, object, removed)
}

/** A place left empty in a new row does not empty what the row begins with. */
const filledIn = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''))

export interface LineParts {
  /** Field of the parent → all its lines, as its save takes them. */
  values: Record<string, Record<string, unknown>[]>
  /** Where the lines stand on the form, by field. */
  places: Map<string, { block: string; rows: string[] }>
}

/** Lines that are not touched are named by their ids, or they would be taken away. */
export async function lineParts(ctx: Ctx, form: Form, grids: readonly GridChange[], record: string | undefined, versions: Versions, refusals: Refusals): Promise<LineParts> {
  const parts: LineParts = { values: {}, places: new Map() }
  for (const [field, changes] of Map.groupBy(grids.filter(part => 'lines' in part.grid.source), part => linesField(part.grid))) {
    const child = rowObject(ctx.catalog, form, changes[0]!.grid)!
    const present = record === undefined ? [] : await lineIds(ctx, child, record)
    const removed = new Set(changes.flatMap(change => change.removed))
    const rows = changes.flatMap(change => change.rows).filter(row => !removed.has(row.row))
    const fresh = changes.flatMap(change => change.fresh)
    await refuseStale(ctx, child, changes[0]!.grid.key, rows, versions, refusals)
    const kept = present.filter(id => !removed.has(id))
    parts.values[field] = [...kept.map(id => ({ ...rows.find(row => row.row === id)?.values, id })), ...fresh.map(row => ({ ...filledIn(row.values) }))]
    parts.places.set(field, { block: changes[0]!.grid.key, rows: [...kept, ...fresh.map(row => row.row)] })
  }
  return parts
}

const linesField = ({ source }: GridBlock): string => ('lines' in source ? source.lines : '')

async function lineIds(ctx: Ctx, child: ObjectDef, record: string): Promise<string[]> {
  const ids: string[] = []
  const query = { object: child.name, columns: [], filter: { field: child.parent!, op: 'eq' as const, value: record } }
  for await (const rows of streamRows(ctx.tx, ctx.catalog, ctx.actor, query)) ids.push(...rows.map(row => String(row['id'])))
  return ids
}

/** A line that somebody changed meanwhile, in the very fields that are typed now. */
async function refuseStale(ctx: Ctx, child: ObjectDef, block: string, rows: GridChange['rows'], versions: Versions, refusals: Refusals): Promise<void> {
  const seen = rows.filter(row => versions[row.row] !== undefined)
  if (seen.length === 0) return
  await lockLiving(ctx, child, seen.map(row => row.row))
  const known = await loadRows(ctx, child, seen.map(row => row.row))
  const drafts = seen.map(({ row, values }, index) => Object.assign(newDraft({ id: row, values, version: versions[row]! }, index), { before: known.get(row) }))
  await refuseConflicts(ctx, child, drafts)
  for (const draft of drafts) {
    for (const [key, refusal] of draft.errors) note(refusals, `row.${block}.${draft.id}${key === '' ? '' : `.${key}`}`, refusal)
    if (draft.conflict) refusals.faults.push(conflictOf([...draft.errors.values()].find(item => item.params?.['who'])?.params?.['who']))
  }
}

export const conflictOf = (who: string | number | undefined): AppError => new AppError('conflict', { key: 'record.changed', params: { who: String(who ?? '') } })

/** Where a refusal of the record's save stands: its own fields, or a line of one of its grids. */
export const recordPlace = ({ places }: LineParts) => (key: string): string => {
  const path = key.replace(/^0\.?/, '')
  const [, field, at, rest] = /^(\w+)\.(\d+)(?:\.(.*))?$/.exec(path) ?? []
  const lines = field === undefined ? undefined : places.get(field)
  if (!lines) return path === '' ? 'record' : `record.${path}`
  return `row.${lines.block}.${lines.rows[Number(at)] ?? ''}${rest ? `.${rest}` : ''}`
}

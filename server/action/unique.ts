// Values that may stand only once: asked before the write, so that the refusal names field and record.
// What two people take at the same moment is caught by the index; the action then looks again.
import { AppError } from '#core/lib/error.ts'
import { columnName } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import type { Draft } from './draft.ts'
import { isFieldRefused, isRefused, refuse } from './draft.ts'
import type { Values } from './fields.ts'
import { columnsOf } from './fields.ts'
import { visible } from './rights.ts'
import { titlesOf } from './rows.ts'

export const isUniqueViolation = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === '23505'

/** Still taken after several looks: somebody else is faster each time. */
export const tooLate = (fault: unknown): AppError => new AppError('conflict', { cause: fault })

const uniqueSets = (object: ObjectDef): string[][] => [
  ...Object.values(object.fields).filter(field => field.unique && !field.retired).map(field => [field.key]),
  ...object.unique ?? [],
]

export async function refuseTaken(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<void> {
  for (const keys of uniqueSets(object)) {
    const open = drafts.filter(draft => keys.some(key => draft.changed.has(key)) && keys.every(key => (draft.values[key] ?? null) !== null && !isFieldRefused(draft, key)))
    if (open.length === 0) continue
    refuseRepeated(keys, open)
    await refuseStored(ctx, object, keys, open.filter(draft => !isRefused(draft)))
  }
}

const shown = (draft: Draft, keys: string[]): string => keys.map(key => String(draft.values[key])).join(' / ').slice(0, 200)

function refuseRepeated(keys: string[], drafts: Draft[]): void {
  const seen = new Set<string>()
  for (const draft of drafts) {
    const value = JSON.stringify(keys.map(key => draft.values[key]))
    if (seen.has(value)) refuse(draft, keys[0]!, { key: 'unique.repeated', params: { value: shown(draft, keys) } })
    seen.add(value)
  }
}

async function refuseStored(ctx: Ctx, object: ObjectDef, keys: string[], drafts: Draft[]): Promise<void> {
  const taken = await holders(ctx, object, keys, drafts)
  if (taken.size === 0) return
  const readable = await visible(ctx, object, [...new Set(taken.values())], 'read')
  const titles = await titlesOf(ctx, object, [...readable])
  for (const [at, id] of taken) {
    const draft = drafts[at]!
    const record = titles.get(id)
    const value = shown(draft, keys)
    refuse(draft, keys[0]!, record === undefined ? { key: 'unique.taken', params: { value } } : { key: 'unique.takenBy', params: { value, record } })
  }
}

/** Index of the draft to the id of the record that holds its value. */
async function holders(ctx: Ctx, object: ObjectDef, keys: string[], drafts: Draft[]): Promise<Map<number, string>> {
  if (drafts.length === 0) return new Map()
  const columns = keys.map(key => ({ key, ...columnsOf(object.fields[key]!)[0]! }))
  const rows = drafts.map((draft, at) => {
    const row: Values = { i: at, id: draft.id }
    columns.forEach((column, c) => { row[`v${c}`] = draft.values[column.key] })
    return row
  })
  const on = columns.map((column, c) => `t.${ident(columnName(object.fields[column.key]!))} = x.v${c}`).join(' and ')
  const { rows: found } = await ctx.tx.query<{ i: number; id: string }>(
    `select x.i, t.id from json_to_recordset($2::json) as x(i int, id uuid, ${columns.map((column, c) => `v${c} ${column.type}`).join(', ')})
     join ${ident(object.table)} t on t.org = $1 and t.deleted_at is null and t.id <> x.id and ${on}`,
    [ctx.org, JSON.stringify(rows)])
  return new Map(found.map(row => [row.i, row.id]))
}

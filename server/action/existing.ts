// Records that are to be changed: locked, allowed, read; and what others changed in them since the person looked.
import type { ObjectDef } from '#core/object/object.ts'
import { objectOf } from '#core/object/catalog.ts'
import { parentName } from '#core/object/rights.ts'
import type { Ctx } from './context.ts'
import type { Draft, SaveOptions } from './draft.ts'
import { refuse } from './draft.ts'
import { fieldsByColumn } from './fields.ts'
import { needAll, refusalFor, visible } from './rights.ts'
import { loadRows, lockLiving } from './rows.ts'

/** Reads the records as they stand; drafts of unknown or forbidden ones are refused. */
export async function meetExisting(ctx: Ctx, object: ObjectDef, drafts: Draft[], options: SaveOptions): Promise<void> {
  const old = drafts.filter(draft => !draft.fresh)
  if (old.length === 0) return
  const ids = [...new Set(old.map(draft => draft.id))]
  const living = await lockLiving(ctx, object, ids)
  const nested = options.trusted || old[0]!.parent !== undefined
  const allowed = nested ? living : await visible(ctx, object, [...living], 'update')
  const missing = ids.filter(id => !living.has(id) || !allowed.has(id))
  const refusals = await refusalFor(ctx, object, missing, 'update')
  const rows = await loadRows(ctx, object, [...allowed].filter(id => living.has(id)))
  for (const draft of old) {
    const row = rows.get(draft.id)
    if (!row) refuse(draft, '', nested ? { key: 'lines.unknown' } : refusals.get(draft.id) ?? { key: 'record.unknown' })
    else {
      draft.before = row
      Object.assign(draft.values, row.values)
    }
  }
}

/** New lines need a parent that the person may change; those inside their parent's save were asked there. */
export async function needParents(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<void> {
  const name = parentName(object)
  const by = object.parent
  if (name === undefined || by === undefined) return
  const parents = drafts.flatMap(draft => (draft.changed.has(by) ? [draft.values[by], draft.before?.values[by]] : []))
  await needAll(ctx, objectOf(ctx.catalog, name), [...new Set(parents.filter(id => typeof id === 'string'))], 'update')
}

interface Later {
  record: string
  version: number
  name: string
  columns: string[]
}

/** People may work on one record at the same time: only fields that both changed are a conflict. */
export async function refuseConflicts(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<void> {
  const behind = drafts.filter(draft => draft.before && draft.version !== undefined && draft.version !== draft.before.version)
  if (behind.length === 0) return
  const later = await changesSince(ctx, object, behind)
  const fields = fieldsByColumn(object)
  for (const draft of behind) {
    if (draft.version! > draft.before!.version) refuseConflict(draft, '', '')
    for (const change of later.get(draft.id) ?? []) {
      for (const key of new Set(change.columns.map(column => fields.get(column)?.key))) {
        const field = key === undefined ? undefined : object.fields[key]
        // Even when both gave the same value: whoever counts on his version must hear that it is not the last.
        if (field && Object.hasOwn(draft.given, field.key)) refuseConflict(draft, field.key, change.name)
      }
    }
  }
}

function refuseConflict(draft: Draft, key: string, who: string): void {
  draft.conflict = true
  refuse(draft, key, { key: key === '' ? 'record.changed' : 'record.changedField', params: { who } })
}

async function changesSince(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<Map<string, Later[]>> {
  const { rows } = await ctx.tx.query<Later>(
    `select h.record, h.version, coalesce(b.actor_name, '') as name, array(select jsonb_object_keys(h.after)) as columns
     from json_to_recordset($3::json) as x(id uuid, version int)
     join history h on h.org = $1 and h.object = $2 and h.record = x.id and h.version > x.version
     left join action_batch b on b.org = h.org and b.id = h.batch
     where h.after is not null order by h.version desc`,
    [ctx.org, object.name, JSON.stringify(drafts.map(draft => ({ id: draft.id, version: draft.version })))])
  return Map.groupBy(rows, row => row.record)
}

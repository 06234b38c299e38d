// Saves records of one object: creates and changes, many at once, with their lines. The heart of the one door in.
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import { isKind } from '#core/field/kinds.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { parentName } from '#core/object/rights.ts'
import type { Ctx } from './context.ts'
import { touch } from './context.ts'
import { binRecords } from './bin.ts'
import { checkLate, needLateChecks } from './derive.ts'
import { runEffects } from './effects.ts'
import type { Change, Draft, SaveOptions } from './draft.ts'
import { errorsOf, isRefused, newDraft, refuse } from './draft.ts'
import { rulesOf } from './object-rules.ts'
import { planDrafts } from './plan.ts'
import { needCreate } from './rights.ts'
import { loadRows } from './rows.ts'
import { settle } from './settle.ts'
import { BATCH, insertRows, updateRows } from './write.ts'

export type SaveResult = { ok: true; id: string; version: number } | { ok: false; fields: FieldErrors }

export async function saveRecords(ctx: Ctx, name: string, changes: readonly Change[], options: SaveOptions = {}): Promise<SaveResult[]> {
  const object = objectOf(ctx.catalog, name)
  if (!options.trusted && changes.some(change => change.id === undefined)) needCreate(ctx, object)
  const results: SaveResult[] = []
  for (let from = 0; from < changes.length; from += BATCH) {
    const drafts = changes.slice(from, from + BATCH).map((change, at) => newDraft(change, from + at))
    results.push(...await saveBatch(ctx, object, drafts, options))
  }
  return results
}

async function saveBatch(ctx: Ctx, object: ObjectDef, drafts: Draft[], options: SaveOptions): Promise<SaveResult[]> {
  await planDrafts(ctx, object, drafts, options)
  const good = drafts.filter(draft => !isRefused(draft))
  if (good.length < drafts.length && options.mode !== 'good') throw refusal(drafts)
  const versions = await writeDrafts(ctx, object, good)
  await settle(ctx)
  await lateChecks(ctx, object, good)
  await parentChecks(ctx, object, good)
  await runEffects(ctx, object, good)
  return drafts.map(draft => (isRefused(draft)
    ? { ok: false, fields: errorsOf(draft) }
    : { ok: true, id: draft.id, version: versions.get(draft.id) ?? draft.before?.version ?? 1 }))
}

/** Parents first, so that their lines find them. Returns the versions of changed records. */
async function writeDrafts(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<Map<string, number>> {
  await insertRows(ctx, object, drafts.filter(draft => draft.fresh).map(draft => ({
    id: draft.id, values: draft.values,
    createdAt: String(draft.system.createdAt ?? ctx.now), createdBy: (draft.system.createdBy as string | undefined) ?? ctx.actor.userId,
  })))
  const versions = await writeChanges(ctx, object, drafts.filter(draft => !draft.fresh))
  for (const field of Object.values(object.fields)) {
    if (!isKind(field, 'lines')) continue
    const parents = drafts.filter(draft => draft.lines.has(field.key))
    if (parents.length === 0) continue
    const child = objectOf(ctx.catalog, field.of)
    const gone = parents.flatMap(parent => parent.gone.get(field.key) ?? [])
    if (gone.length > 0) await binRecords(ctx, child, gone)
    await writeDrafts(ctx, child, parents.flatMap(parent => parent.lines.get(field.key) ?? []))
    touch(ctx, object.name, parents.map(parent => parent.id), [])
  }
  return versions
}

async function writeChanges(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<Map<string, number>> {
  const columns = (draft: Draft): string[] => [...draft.changed].filter(key => object.fields[key]!.kind !== 'lines')
  const changed = drafts.filter(draft => columns(draft).length > 0)
  const keys = new Set(changed.flatMap(columns))
  const fields = Object.values(object.fields).filter(field => keys.has(field.key))
  return updateRows(ctx, object, fields, changed.map(draft => ({ id: draft.id, values: draft.values, former: draft.before!.values })))
}

async function lateChecks(ctx: Ctx, object: ObjectDef, saved: Draft[]): Promise<void> {
  const drafts = needLateChecks(ctx, object, saved)
  // Nothing can point at a new record that has no lines: what it begins with is what it holds.
  const rows = await loadRows(ctx, object, drafts.filter(draft => !draft.fresh || draft.lines.size > 0).map(draft => draft.id))
  for (const draft of drafts) Object.assign(draft.values, rows.get(draft.id)?.values)
  await checkLate(ctx, object, drafts)
  if (drafts.some(isRefused)) throw refusal(saved)
}

/** A line saved by itself must not break what its record says of the sum of all lines. */
async function parentChecks(ctx: Ctx, object: ObjectDef, lines: Draft[]): Promise<void> {
  const name = parentName(object)
  if (name === undefined || lines.length === 0) return
  const parent = objectOf(ctx.catalog, name)
  if (!rulesOf(ctx.catalog, parent).checks.some(item => item.late)) return
  const idOf = (line: Draft): string => String(line.values[object.parent!])
  const rows = await loadRows(ctx, parent, [...new Set(lines.map(idOf))])
  const stands = new Map([...rows].map(([id, row]) => [id, { ...newDraft({ id, values: {} }, 0), values: row.values }]))
  await checkLate(ctx, parent, [...stands.values()])
  for (const line of lines) for (const error of stands.get(idOf(line))?.errors.values() ?? []) refuse(line, '', error)
  if (lines.some(isRefused)) throw refusal(lines)
}

/** All failing fields of all records, each under its place in the request. */
function refusal(drafts: Draft[]): AppError {
  const refused = drafts.filter(isRefused)
  const fields = Object.create(null) as FieldErrors
  for (const draft of refused) {
    for (const [key, value] of draft.errors) fields[key === '' ? String(draft.index) : `${draft.index}.${key}`] = value
  }
  const all = Object.values(fields)
  const conflict = refused.find(draft => draft.conflict)
  if (conflict) return new AppError('conflict', { key: 'record.changed', params: { who: String(all.find(item => item.params?.who)?.params?.who ?? '') }, fields })
  const guarded = refused.find(draft => draft.guarded)?.guarded
  if (guarded) return new AppError('conflict', { ...guarded, fields })
  if (all.every(item => item.key === 'record.unknown')) return new AppError('not_found', { key: 'record.unknown', fields })
  if (all.every(item => item.key === 'record.noUpdate')) return new AppError('forbidden', { key: 'record.noUpdate', fields })
  return new AppError('invalid', { fields })
}

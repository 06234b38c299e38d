// Fills a form for one person: its record, its grids, the values typed on it, and what the moment knows. Everything is read
// through the one door out and from one snapshot, which the caller opens.
import type { FormData, GridData } from '#core/form/data.ts'
import type { GridBlock } from '#core/form/form.ts'
import { today } from '#core/lib/date.ts'
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Reader } from '#server/database/transaction.ts'
import type { FormsNow, OpenForm } from './book.ts'
import { fillGrid } from './fill-grid.ts'
import { fillRecord, myDepartment } from './fill-record.ts'
import { idsIn, labelsOf, linked, targetOf } from './labels.ts'
import type { FormBook } from './parts.ts'
import type { Scope } from './scope.ts'

export interface FillEnv {
  reader: Reader
  catalog: Catalog
  actor: Actor
  shipped: FormBook
  now: FormsNow
}

export interface FillAsk {
  params: Record<string, unknown>
  /** Undefined: a new record. */
  record?: string | undefined
  blank?: boolean
  /** Neither data nor handwriting: how the form looks. */
  empty?: boolean
  /** Only what can be typed matters: reports and lookups are not asked. */
  light?: boolean
  /** Values kept with the filled form, and whether this person may change them. */
  values?: Record<string, unknown>
  canValues?: boolean
}

export function scopeOf({ reader, catalog, actor, shipped, now }: FillEnv, open: OpenForm, asked: FillAsk): Scope {
  return {
    open, now, form: open.form, parts: shipped.parts, light: asked.light ?? false,
    ask: { reader, catalog, actor, params: asked.params, ...(asked.record === undefined ? {} : { record: asked.record }), today: today(actor.zone), lang: actor.lang, settings: now.company.settings },
  }
}

export async function fillForm(env: FillEnv, open: OpenForm, asked: FillAsk): Promise<FormData> {
  const scope = scopeOf(env, open, asked)
  const { form, ask, now } = scope
  const paramLabels = await paramNames(scope)
  const base = {
    params: ask.params, paramLabels, company: { name: now.company.name, ...(now.company.logo ? { logo: now.company.logo } : {}) },
    today: ask.today, me: ask.actor.name, department: (await myDepartment(scope))?.label ?? '', lang: ask.lang, version: open.version,
  }
  if (asked.blank || asked.empty) return { ...base, ...withoutData(scope), blank: asked.blank ?? false }
  const record = await fillRecord(scope, asked.record)
  const grids = await fillGrids(scope, record)
  const values = await linked(ask, form.values ?? {}, asked.values ?? {})
  return { ...base, ...(record ? { record } : {}), values, canValues: asked.canValues ?? false, grids, blank: false }
}

/** Nothing is read. */
function withoutData({ form }: Scope): Pick<FormData, 'record' | 'values' | 'canValues' | 'grids'> {
  const record = form.record === undefined ? {} : { record: { object: form.record, id: null, version: null, values: {}, masked: [], canUpdate: false } }
  return { ...record, values: {}, canValues: false, grids: {} }
}

async function fillGrids(scope: Scope, record: FormData['record']): Promise<Record<string, GridData>> {
  const about = {
    params: scope.ask.params, record: record?.id ?? undefined, values: record?.values ?? {}, canUpdate: record?.canUpdate ?? false,
    object: record && objectOf(scope.ask.catalog, record.object),
  }
  const grids: Record<string, GridData> = {}
  for (const block of scope.form.blocks.filter((block): block is GridBlock => block.kind === 'grid')) grids[block.key] = await fillGrid(scope, block, about)
  return grids
}

/** How references among the parameters are called. One that the person may not see is refused like one that does not exist. */
async function paramNames({ ask, form }: Scope): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  const fields = Object.create(null) as FieldErrors
  for (const [key, param] of Object.entries(form.params ?? {})) {
    const target = targetOf(key, param)
    const ids = target ? idsIn(ask.params[key]) : []
    if (!target || ids.length === 0) continue
    const labels = await labelsOf(ask, target.object, ids)
    if (ids.every(id => labels.has(id))) names[key] = ids.map(id => labels.get(id)).join('、')
    else fields[key] = { key: 'reference.unknown' }
  }
  if (Object.keys(fields).length > 0) throw new AppError('invalid', { fields })
  return names
}

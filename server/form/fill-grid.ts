// The rows of one grid: child lines, records of an object, or what the business works out.
import { kindOf } from '#core/field/kinds.ts'
import type { GridData, RowData } from '#core/form/data.ts'
import type { GridBlock, GridColumn } from '#core/form/form.ts'
import { rowObject } from '#core/form/grid-columns.ts'
import { messageOf } from '#core/lib/messages.ts'
import { inLang } from '#core/lib/text.ts'
import { fieldOf, resolvePath } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Filter, Query, Sort } from '#core/report/query.ts'
import { groupRows } from '#server/record/group.ts'
import { runQuery } from '#server/record/page.ts'
import { visibleIds } from '#server/record/visible.ts'
import { asksRecord, filterGiven } from './given.ts'
import type { Given } from './given.ts'
import { withLookups } from './lookups.ts'
import { fixedFields, pathRight, sortedPaths } from './scope.ts'
import type { Scope } from './scope.ts'

/** Rows at most, whatever a form asks for. */
const MOST = 500

/** The record of the form as the grids need it. */
export interface GridRecord extends Given {
  object?: ObjectDef | undefined
  canUpdate: boolean
}

export async function fillGrid(scope: Scope, grid: GridBlock, record: GridRecord): Promise<GridData> {
  const { source } = grid
  if ('report' in source) return reportRows(scope, source, grid.columns.map(column => column.key))
  const object = rowObject(scope.ask.catalog, scope.form, grid)
  if (!object) return { rows: [] }
  if ('lines' in source) return lineRows(scope, grid, object, record)
  // The rest of the page is his: he is told that these rows are not, so that nobody takes them for none.
  if (rightsOf(scope.ask.actor, object).read.length === 0) return { rows: [], remarks: [messageOf({ key: 'form.rowsHidden', params: { name: inLang(object.label, scope.ask.lang) } }, scope.ask.lang)] }
  const filter = filterGiven(source.filter, record)
  const canAdd = source.fresh !== undefined && rightsOf(scope.ask.actor, object).create
  // No record yet, so nothing can be about it; all rows of the object is not what was asked.
  const none = record.record === undefined && asksRecord(source.filter)
  return { ...none ? { rows: [] } : await objectRows(scope, grid, object, { filter, sort: source.sort }), ...place(scope, grid, object, canAdd) }
}

async function reportRows({ ask, parts, light }: Scope, { report: name, with: given }: Extract<GridBlock['source'], { report: string }>, columns: readonly string[]): Promise<GridData> {
  const report = Object.hasOwn(parts.reports, name) ? parts.reports[name] : undefined
  if (light) return { rows: [] }
  return report ? report(ask, given ?? {}, columns) : { rows: [], remarks: [messageOf({ key: 'form.noReport', params: { name } }, ask.lang)] }
}

async function lineRows(scope: Scope, grid: GridBlock, child: ObjectDef, record: GridRecord): Promise<GridData> {
  const { ask } = scope
  const parent = record.object
  const field = parent && 'lines' in grid.source ? fieldOf(parent, grid.source.lines) : undefined
  const right = parent && field ? pathRight(ask.catalog, ask.actor, parent, field.key) : undefined
  // Lines that this person may not see are covered as a whole: he is not told whether there are any.
  if (!field || !('by' in field) || (right !== 'read' && right !== 'write')) return { rows: [] }
  const canAdd = right === 'write' && record.canUpdate
  const filter: Filter = { field: String(field.by), op: 'eq', value: record.record }
  // As on the record's page: lines that have a place stand in it.
  const sort: Sort[] = fieldOf(child, 'position') ? [{ field: 'position', dir: 'asc' }] : []
  const data = record.record === undefined ? { rows: [] } : await objectRows(scope, grid, child, { filter, sort })
  return { ...data, rows: data.rows.map(row => ({ ...row, canUpdate: canAdd })), ...place(scope, grid, child, canAdd) }
}

const place = (scope: Scope, grid: GridBlock, object: ObjectDef, canAdd: boolean): Pick<GridData, 'canAdd' | 'fixed'> =>
  ({ canAdd, fixed: [...fixedFields(scope, object, grid.columns.map(column => column.key)), ...covered(scope, object, grid)] })

const covered = (scope: Scope, object: ObjectDef, grid: GridBlock): string[] => sortedPaths(scope, object, columnPaths(scope, object, grid)).covered

/** Columns that are paths of the rows' object, rather than looked up for them. */
export const isPathColumn = (column: GridColumn): boolean => !column.number && !column.across && column.as === undefined && column.key !== ''

function columnPaths({ ask: { catalog } }: Pick<Scope, 'ask'>, object: ObjectDef, grid: GridBlock): string[] {
  const keys = [...grid.columns.filter(isPathColumn).map(column => column.key), ...(grid.groupBy === undefined ? [] : [grid.groupBy])]
  return keys.filter(key => resolvePath(catalog, object, key))
}

async function objectRows(scope: Scope, grid: GridBlock, object: ObjectDef, asked: Pick<Query, 'filter' | 'sort'>): Promise<GridData> {
  const { reader, catalog, actor } = scope.ask
  const { shown, covered } = sortedPaths(scope, object, columnPaths(scope, object, grid))
  const needs = scope.light ? [] : grid.columns.flatMap(column => (column.lookup === undefined ? [] : scope.parts.lookups[column.lookup]?.needs ?? []))
  const columns = [...new Set([...shown, ...sortedPaths(scope, object, needs).shown])]
  const query: Query = { object: object.name, columns, ...asked, sort: asked.sort?.filter(({ field }) => isUsable(scope, object, field)) }
  const size = mostOf(scope, grid)
  const page = size === 0 ? { rows: [], total: null } : await runQuery(reader, catalog, actor, { ...query, size, total: 'capped' })
  const ids = page.rows.map(row => String(row['id']))
  const mine = await visibleIds(reader, catalog, actor, object, ids, 'update')
  const rows = page.rows.map(row => rowData(row, covered, mine))
  const more = Math.max(0, (page.total ?? rows.length) - rows.length)
  const data = { rows, ...(more > 0 ? { more, totals: await totals(scope, grid, object, asked.filter) } : {}) }
  return scope.light ? data : withLookups(scope, grid, data)
}

/** Rows are not sorted by what may not be seen. */
const isUsable = ({ ask }: Scope, object: ObjectDef, path: string): boolean =>
  path === 'id' || ['read', 'write'].includes(pathRight(ask.catalog, ask.actor, object, path) ?? 'hidden')

export function mostOf({ ask }: Pick<Scope, 'ask'>, { most }: GridBlock): number {
  const number = typeof most === 'string' ? Number(ask.params[most.replace(/^@/, '')] ?? MOST) : most ?? MOST
  return Number.isFinite(number) ? Math.min(MOST, Math.max(0, Math.trunc(number))) : MOST
}

function rowData(row: Record<string, unknown>, covered: readonly string[], mine: ReadonlySet<string>): RowData {
  const { id, version, _masked: masked, ...values } = row
  const hidden = [...covered, ...(masked as string[] | undefined ?? [])]
  for (const path of hidden) delete values[path]
  return { id: String(id), version: Number(version), values, canUpdate: mine.has(String(id)), ...(hidden.length > 0 ? { masked: hidden } : {}) }
}

/** Sums over all rows where not all are shown. */
async function totals({ ask }: Scope, grid: GridBlock, object: ObjectDef, filter: Filter | undefined): Promise<Record<string, unknown>> {
  const summed = grid.columns.filter(column => column.sum && isPathColumn(column)).filter(({ key }) => {
    const found = resolvePath(ask.catalog, object, key)
    return found && kindOf(found.field).numeric && ['read', 'write'].includes(pathRight(ask.catalog, ask.actor, object, key) ?? 'hidden')
  })
  if (grid.total === undefined || summed.length === 0) return {}
  const measures = summed.map((column, index) => ({ fn: 'sum' as const, field: column.key, as: `s${index}` }))
  const { rows: [row] } = await groupRows(ask.reader, ask.catalog, ask.actor, { object: object.name, filter, measures })
  return Object.fromEntries(summed.map((column, index) => [column.key, row?.[`s${index}`] ?? null]))
}

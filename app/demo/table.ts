// Rows of an object as COPY takes them: the columns, sort keys and search keys that the write path would have written.
import type { Field } from '#core/field/field.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { computeInto, ruleEnv } from '#server/action/derive.ts'
import type { FarValues } from '#server/action/far-values.ts'
import type { Values } from '#server/action/fields.ts'
import { columnsOf, ownFields, storeEnv } from '#server/action/fields.ts'
import { rulesOf } from '#server/action/object-rules.ts'
import { isSearched, putSearch, SEARCH_COLUMNS } from '#server/action/search-columns.ts'
import { copyInto } from '#server/database/copy.ts'
import type { NewRow } from './world.ts'

const SYSTEM = ['org', 'id', 'created_at', 'created_by', 'updated_at', 'updated_by']

/** Rules here read the record itself; what they would reach in others, the generator gives. */
const near: FarValues = { read: (values, path) => values[path] ?? null, put: () => undefined }

export interface Table {
  name: string
  columns: string[]
  toRow(row: NewRow): unknown[]
}

export function tableOf(ctx: Ctx, name: string): Table {
  const object = objectOf(ctx.catalog, name)
  const searched = isSearched(object)
  const rules = rulesOf(ctx.catalog, object)
  const env = ruleEnv(ctx)
  const fields = ownFields(object).map(field => ({ field, key: field.key, kind: kindOf(field), width: columnsOf(field).length, initial: field.initial ?? emptySum(field) }))
  const columns = fields.flatMap(({ field }) => columnsOf(field).map(column => column.name))
  const derive = (values: Values): void => {
    if (rules.computed.some(({ field }) => values[field.key] === undefined)) computeInto(rules, values, near, env)
  }
  const found: Values = {}
  return {
    name: object.table,
    columns: [...SYSTEM, ...columns, ...(searched ? SEARCH_COLUMNS.map(column => column.name) : [])],
    toRow({ id, createdAt, createdBy, updatedAt, values }) {
      derive(values)
      const out: unknown[] = [ctx.org, id, createdAt, createdBy, updatedAt, createdBy]
      for (const { field, key, kind, width, initial } of fields) {
        const value = values[key] === undefined ? initial : values[key]
        if (value === null) for (let at = 0; at < width; at++) out.push(null)
        else out.push(...kind.store(value, field, storeEnv))
      }
      if (!searched) return out
      putSearch(found, object, values)
      out.push(arrayText(found.grams as string[]), found.search_pinyin, found.search_initials)
      return out
    },
  }
}

/** Nothing to add up is zero. */
const emptySum = (field: Field): string | null => (isKind(field, 'rollup') && (field.fn === 'count' || field.fn === 'sum') ? '0' : null)

/** Tokens as PostgreSQL writes an array, at once where none needs an escape: there are some fifty in a row. */
function arrayText(tokens: string[]): string | string[] {
  if (tokens.length === 0) return tokens
  const joined = tokens.join('","')
  return joined.includes('\\') || joined.split('"').length > tokens.length * 2 - 1 ? tokens : `{"${joined}"}`
}

/** Rows are made while the database takes the ones before. */
export const copyRows = (ctx: Ctx, table: Table, rows: Iterable<NewRow>): Promise<number> =>
  copyInto(ctx.tx, table.name, table.columns, asRows(table, rows))

function* asRows(table: Table, rows: Iterable<NewRow>): Generator<unknown[]> {
  for (const row of rows) yield table.toRow(row)
}

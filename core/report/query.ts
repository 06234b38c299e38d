// A question to the data. Every read of the product is one Query value: lists, counts, groups,
// pivots, search, export, print. It is compiled to SQL in one place (server/record).
import { z } from 'zod'
import type { Op } from '../field/kind.ts'

/** A field of the object, through references and to a part: 'name', 'region.name', 'address.city'. */
export type Path = string

export type Filter =
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter }
  | { field: Path; op: Op; value?: unknown }
  /** Some child or referring record fits: {some: 'order', by: 'customer', where}. */
  | { some: string; by: string; where?: Filter; none?: boolean }
  /** The sum of months of a series, both ends included, is in [least, below): {series: 'sales', measure: 'amount', from: 202601, to: 202612, least: '10000'}. */
  | { series: string; measure: string; from: number; to: number; least?: string | undefined; below?: string | undefined }
  | { rule: string }

export interface Sort {
  field: Path
  dir: 'asc' | 'desc'
}

export type Grain = 'year' | 'quarter' | 'month' | 'week' | 'day'

export interface GroupBy {
  field: Path
  grain?: Grain
}

export type MeasureFn = 'count' | 'sum' | 'avg' | 'min' | 'max' | 'distinct' | 'median'

export interface Measure {
  fn: MeasureFn
  field?: Path
  as?: string
  /** Only records that fit: several counts of one look at the data. */
  where?: Filter | undefined
}

export interface Query {
  object: string
  columns?: Path[]
  filter?: Filter
  search?: string
  sort?: Sort[]
  group?: GroupBy[]
  measures?: Measure[]
  /** Rows a page, 1-500. */
  size?: number
  /** Where the page begins: a cursor given by an earlier answer, or by `anchors`. */
  after?: string
  /** Rows to pass over after the cursor, at most 10,000: the short way from an anchor. */
  skip?: number
  /** The recycle bin instead of the living records. */
  bin?: boolean
  /** Also count: 'exact' stops at 100,000 and then says "more" (total is a lower bound), 'none' does not count. */
  total?: 'capped' | 'none'
}

export interface Page {
  /** Wire rows: {id, version, <path>: value…}; `_masked` lists paths that hold a mask. */
  rows: Record<string, unknown>[]
  /** Cursor of the next page; null at the end. */
  next: string | null
  total: number | null
  /** False when `total` is an estimate or a lower bound. */
  exact: boolean
}

const OPS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'in', 'notIn', 'contains', 'notContains', 'startsWith',
  'empty', 'notEmpty', 'hasAny', 'hasAll', 'relative', 'under'] as const satisfies readonly Op[]

const path = z.string().min(1).max(200)
const name = z.string().min(1).max(63)
const month = z.int().min(0).max(999_912)

/** Nesting and width are capped: a mean query is refused before it is compiled. */
export const filterSchema: z.ZodType<Filter> = z.lazy(() => z.union([
  z.strictObject({ all: z.array(filterSchema).max(200) }),
  z.strictObject({ any: z.array(filterSchema).max(200) }),
  z.strictObject({ not: filterSchema }),
  z.strictObject({ field: path, op: z.enum(OPS), value: z.unknown().optional() }),
  z.strictObject({ some: name, by: name, where: filterSchema.optional(), none: z.boolean().optional() }),
  z.strictObject({ series: name, measure: name, from: month, to: month, least: z.string().max(30).optional(), below: z.string().max(30).optional() }),
  z.strictObject({ rule: z.string().max(2000) }),
]))

export const sortSchema = z.strictObject({ field: path, dir: z.enum(['asc', 'desc']) })

export const querySchema = z.strictObject({
  object: name,
  columns: z.array(path).max(200).optional(),
  filter: filterSchema.optional(),
  search: z.string().max(200).optional(),
  sort: z.array(sortSchema).max(8).optional(),
  group: z.array(z.strictObject({ field: path, grain: z.enum(['year', 'quarter', 'month', 'week', 'day']).optional() })).max(6).optional(),
  measures: z.array(z.strictObject({ fn: z.enum(['count', 'sum', 'avg', 'min', 'max', 'distinct', 'median']), field: path.optional(), as: name.optional(), where: filterSchema.optional() })).max(50).optional(),
  size: z.int().min(1).max(500).optional(),
  after: z.string().max(4000).optional(),
  skip: z.int().min(0).max(10_000).optional(),
  bin: z.boolean().optional(),
  total: z.enum(['capped', 'none']).optional(),
}) satisfies z.ZodType<Query>

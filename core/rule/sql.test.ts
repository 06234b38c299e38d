// A rule means the same in JavaScript and in PostgreSQL: random typed rules over random rows, on a real server.

import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '#server/database/test-database.ts'
import { testDatabase } from '#server/database/test-database.ts'
import { anyTree, FIELDS, row, scope, trees } from './random-rules.ts'
import type { Row } from './random-rules.ts'
import type { Node } from './node.ts'
import { checkRule, compileRule, parseRule, RuleError, ruleHolds, ruleToSql, ruleToText } from './rule.ts'
import type { CheckedRule, RuleEnv, RuleType, RuleValue } from './rule.ts'

const env: RuleEnv = { today: '2026-02-28', now: '2026-02-28T16:30:00.000Z', zone: 'Asia/Shanghai' }
const SQL_TYPE: Partial<Record<RuleType, string>> = { number: 'numeric', datetime: 'timestamptz', list: 'text[]' }
const RULES = 60
const RUNS = Number(process.env['RULE_RUNS'] ?? 45) // more for a long search: RULE_RUNS=1000
const ROWS = 8

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await testDatabase({ template: 'empty' })
  pool = database.pool
  await pool.query(`create table sample (id int, ${Array.from(FIELDS, ([name, type]) => `${name} ${SQL_TYPE[type] ?? type}`).join(', ')})`)
})
afterAll(() => database.drop())

async function store(rows: readonly Row[]): Promise<void> {
  const names = Array.from(FIELDS.keys())
  const places = rows.map((_, at) => `(${at}, ${names.map((_, column) => `$${at * names.length + column + 1}`).join(', ')})`)
  await pool.query('truncate sample')
  await pool.query(`insert into sample (id, ${names.join(', ')}) values ${places.join(', ')}`, rows.flatMap((values) => names.map((name) => values.get(name))))
}

/** The rule as SQL text whose numbers, moments and lists read back in the form JavaScript has them. */
function readable(checked: CheckedRule, sql: string): string {
  if (checked.type === 'number') return `trim_scale(${sql})::text`
  if (checked.type === 'datetime') return `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  return checked.type === 'date' ? `to_char(${sql}, 'YYYY-MM-DD')` : sql
}

function checkedOf(node: Node): CheckedRule | undefined {
  try {
    return checkRule(parseRule(ruleToText({ text: '', root: node })), scope)
  } catch (error) {
    if (error instanceof RuleError && /too_|different/.test(error.key)) return undefined // random trees may be too large
    throw error
  }
}

async function askServer(rules: readonly CheckedRule[]): Promise<unknown[][]> {
  const bound: RuleValue[] = []
  const columns = rules.map((rule) => readable(rule, ruleToSql(rule, (ref) => ({ sql: `sample.${ref}` }), (value) => `$${bound.push(value)}`, env)))
  const found = await pool.query({ text: `select ${columns.join(', ')} from sample order by id`, values: bound, rowMode: 'array' })
  return found.rows as unknown[][]
}

describe('a rule in JavaScript and in SQL', () => {
  it('gives every record the same result', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyTree, { minLength: RULES, maxLength: RULES }), fc.array(row, { minLength: ROWS, maxLength: ROWS }), async (nodes, rows) => {
        const rules = nodes.map(checkedOf).filter((rule) => rule !== undefined)
        await store(rows)
        const answers = await askServer(rules)
        rules.forEach((rule, column) => {
          const run = compileRule(rule)
          rows.forEach((values, at) => expect({ rule: ruleToText(rule.rule), values, result: run((ref) => values.get(ref), env) }).toEqual({ rule: ruleToText(rule.rule), values, result: answers[at]?.[column] }))
        })
        compared += rules.length
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(compared).toBeGreaterThan(2000)
  }, 600_000)

  it('chooses the same records as a filter, where null counts as no', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trees.boolean, { minLength: 20, maxLength: 20 }), fc.array(row, { minLength: ROWS, maxLength: ROWS }), async (nodes, rows) => {
        await store(rows)
        for (const rule of nodes.map(checkedOf)) {
          if (!rule) continue
          const bound: RuleValue[] = []
          const where = ruleToSql(rule, (ref) => ({ sql: `sample.${ref}` }), (value) => `$${bound.push(value)}`, env, 'filter')
          const found = await pool.query<{ id: number }>(`select id from sample where ${where} order by id`, bound)
          const expected = rows.flatMap((values, at) => (ruleHolds(rule, (ref) => values.get(ref), env) ? [at] : []))
          expect({ rule: ruleToText(rule.rule), ids: found.rows.map(({ id }) => id) }).toEqual({ rule: ruleToText(rule.rule), ids: expected })
        }
      }),
      { numRuns: Math.ceil(RUNS / 3), endOnFailure: true },
    )
  }, 300_000)
})

describe('the SQL of a rule', () => {
  const written = (text: string, use: 'value' | 'filter'): { sql: string; bound: RuleValue[] } => {
    const bound: RuleValue[] = []
    return { sql: ruleToSql(checkRule(parseRule(text), scope), (ref) => ({ sql: ref }), (value) => `$${bound.push(value)}`, env, use), bound }
  }

  it('binds every value an author wrote and writes none', () => {
    const { sql, bound } = written(`s1 = "x' or 1=1 --" and n1 > 42.5 and d1 < date("2026-01-31") and has(l1, "y") and round(n2, 3) = 7% and d2 = today()`, 'value')
    expect(sql).not.toMatch(/or 1=1|42|2026|'y'|0\.07/)
    expect(bound).toEqual(["x' or 1=1 --", '42.5', '2026-01-31', 'y', '3', '0.07', '2026-02-28'])
  })

  it('lets indexes serve as a filter', async () => {
    await pool.query('create index sample_s1 on sample (s1); create index sample_t1 on sample (t1); create index sample_l1 on sample using gin (l1); analyze sample')
    for (const [text, index] of [['s1 = "VIP" and n1 > 1', 'sample_s1'], ['s1 in ("VIP", "a")', 'sample_s1'], ['t1 >= today() - 30', 'sample_t1'], ['has(l1, "VIP")', 'sample_l1']] as const) {
      const { sql, bound } = written(text, 'filter')
      const client = await pool.connect()
      try {
        await client.query('begin; set local enable_seqscan = off')
        const plan = await client.query(`explain (format json) select id from sample where ${sql}`, bound)
        expect(JSON.stringify(plan.rows)).toContain(index)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })

  it('is refused when it would grow beyond bounds', () => {
    let text = 'n1'
    for (let depth = 0; depth < 16; depth += 1) text = `if (${text}) in [0..9) then 1 else 0`
    expect(() => written(text, 'value')).toThrow('rule.too_large')
  })
})

// What rules give for a customer's record, and what a checked rule knows about itself.

import { describe, expect, it } from 'vitest'
import { checkRule, compileRule, evaluateRule, parseRule, ruleHolds } from './rule.ts'
import type { CheckedRule, RuleEnv, RuleScope, RuleType } from './rule.ts'

const FIELDS = new Map<string, RuleType>([
  ['amount', 'number'], ['cost', 'number'], ['name', 'text'], ['level', 'text'], ['vip', 'boolean'], ['since', 'date'], ['created', 'datetime'], ['tags', 'list'], ['owner.name', 'text'],
])
const scope: RuleScope = {
  resolve: (path) => {
    const type = FIELDS.get(path.join('.'))
    return type && { type, ref: path.join('.') }
  },
  names: new Map([['客户名称', 'name'], ['金额', 'amount'], ['负责人', 'owner']]),
}
const env: RuleEnv = { today: '2026-02-28', now: '2026-02-28T16:30:00.000Z' }
const customer = new Map<string, unknown>([
  ['amount', '0.1'], ['cost', 0.2], ['name', '😀华东客户'], ['vip', true], ['since', '2024-02-29'], ['created', new Date('2026-02-28T16:00:00Z')], ['tags', ['VIP', '老客户']], ['owner.name', '王伟'],
])
const check = (text: string): CheckedRule => checkRule(parseRule(text), scope)
const result = (text: string): unknown => evaluateRule(check(text), (ref) => customer.get(ref), env)

describe('a rule over a record', () => {
  it.each([
    ['金额 + cost = 0.3', true], ['amount + cost', '0.3'], ['1 / 3', '0.333333333333'], ['amount / 0', null], ['coalesce(amount / 0, -1)', '-1'], ['-2 ** 2', '4'], ['1.01 ** 10', '1.104622125411'],
    ['2 ** 0.5', null], ['sqrt(2)', '1.414213562373'], ['round(2.5) + round(-2.5) + round(1250, -2)', '1300'], ['sum(amount, null, cost)', '0.3'], ['average(1, null, 2)', '1.5'], ['min(null, 3, 2)', '2'],
    ['len(客户名称)', '5'], ['left(name, 2) & right(name, 2)', '😀华客户'], ['mid(name, 2, 2)', '华东'], ['level & amount', '0.1'], ['level + "x"', null], ['负责人.name + "经理"', '王伟经理'],
    ['level != "A"', true], ['not(level = "A")', true], ['level = null', true], ['level < "A"', null], ['level < "A" or vip', true], ['level < "A" and not(vip)', false],
    ['has(tags, "VIP") and "老客户" in tags', true], ['count(tags)', '2'], ['COUNTIF(tags, "VIP") > 0', true], ['text_join("、", tags, level, name)', 'VIP, 老客户、😀华东客户'],
    ['since + 1', '2024-03-01'], ['add_months(since, -12)', '2023-02-28'], ['today() - since', '730'], ['years_between(since, today())', '1'], ['date(2026, 14, 0)', '2027-01-31'], ['eomonth(since, 0) = since', true],
    ['since >= "2024-01-01"', true], ['date(created)', '2026-03-01'], ['created > today()', true], ['created <= now()', true], ['"" & created', '2026-03-01 00:00'], ['since + 9999999', null], ['weekday(since)', '5'],
    ['amount in [0.1..0.2)', true], ['amount in (0.1..0.2]', false], ['5 between 1 and 5', true], ['number("x")', null], ['number("12.50") + 0', '12.5'], ['substitute("a-b-c", "-", "$&")', 'a$&b$&c'],
  ])('%s', (text, expected) => expect(result(text)).toEqual(expected))

  it('takes null for no when it decides', () => {
    expect(ruleHolds(check('level < "A"'), (ref) => customer.get(ref), env)).toBe(false)
    expect(ruleHolds(check('vip'), (ref) => customer.get(ref), env)).toBe(true)
  })

  it('takes values that are not of their type for null instead of computing with them', () => {
    const odd = new Map<string, unknown>([['amount', 'NaN'], ['vip', 'true'], ['since', '2026-02-30'], ['created', 'yesterday'], ['tags', 'VIP'], ['name', 7]])
    for (const name of ['amount', 'vip', 'since', 'created', 'tags', 'name']) expect(evaluateRule(check(`${name} = null`), (ref) => odd.get(ref), env)).toBe(true)
  })

  it('grows no text without end', () => {
    const bomb = `${'substitute('.repeat(12)}"aaaaaaaaaa"${', "a", "aaaaaaaaaa")'.repeat(12)}`
    expect(evaluateRule(check(bomb), () => null, env)).toBe(null)
  })
})

describe('a checked rule', () => {
  it('knows its type, its fields by key, and whether it changes by itself', () => {
    expect(check('客户名称 = "x" and 金额 > 1 and name != null')).toMatchObject({ type: 'boolean', paths: [['name'], ['amount']], refs: ['name', 'amount'], volatile: false })
    expect(check('负责人.name')).toMatchObject({ type: 'text', paths: [['owner', 'name']] })
    expect(check('since < today()').volatile).toBe(true)
  })

  it('must give the type its place needs', () => {
    expect(() => checkRule(parseRule('amount'), scope, 'boolean')).toThrow('rule.want_boolean')
    expect(checkRule(parseRule('created'), scope, 'date').type).toBe('date')
    expect(compileRule(checkRule(parseRule('null'), scope, 'number'))(() => null, env)).toBe(null)
  })
})

// What people may write as a rule, what it becomes, and how hostile or mistaken text is refused.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messages } from '#core/lib/messages.ts'
import { anyTree, scope } from './random-rules.ts'
import { checkRule, parseRule, renameInRule, RuleError, ruleFunctions, ruleMessages, ruleToText, translateRule } from './rule.ts'

const canonical = (text: string): string => ruleToText(parseRule(text))

function refusal(text: string): RuleError {
  try {
    checkRule(parseRule(text), scope)
  } catch (error) {
    if (error instanceof RuleError) return error
    throw error
  }
  throw new Error(`not refused: ${text.slice(0, 80)}`)
}

/** The tree without positions. */
const bare = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'from' || key === 'to' ? undefined : value)))

describe('writing a rule', () => {
  it('gives the same tree again when printed and read', () => {
    fc.assert(
      fc.property(anyTree, (root) => {
        const text = ruleToText({ text: '', root })
        fc.pre(text.length <= 2000)
        expect(bare(parseRule(text).root)).toEqual(bare(root))
        expect(canonical(text)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['=SUM(a, b) * 5%', 'sum(a, b) * 5%'],
    ['IF(AND(a > 1, NOT(b)), "x", "y")', 'if a > 1 and not(b) then "x" else "y"'],
    ['if (a > 1) then 1 else 2', 'if a > 1 then 1 else 2'],
    ['IFERROR(a / b, 0)', 'coalesce(a / b, 0)'],
    ['DATEDIF(a, b, "m")', 'months_between(a, b)'],
    ['WEEKDAY(a, 2) <> 7', 'iso_weekday(a) != 7'],
    ['EDATE(date("2026-01-31"), 1)', 'add_months(date("2026-01-31"), 1)'],
    ['TEXTJOIN("、", TRUE, a, b)', 'text_join("、", a, b)'],
    ['starts with(a, "x") and string length(b) > 2', 'starts_with(a, "x") and len(b) > 2'],
    ['list contains(tags, "VIP")', 'has(tags, "VIP")'],
    ['ISBLANK(a) OR a in ]1..5[', 'is_empty(a) or (a in (1..5))'],
    ['（金额＋１）＞＝１００ and 等级 in （“甲”，“乙”）', '金额 + 1 >= 100 and (等级 in ("甲", "乙"))'],
    ['`金额 (元)` > 1 and `in`.x = @"2026-01-31"', '`金额 (元)` > 1 and `in`.x = date("2026-01-31")'],
    ['"say ""hi""" & "\\n"', '"say \\"hi\\"" & "\\n"'],
    ['2 ^ 3 - (1 - 1) - -x', '2 ** 3 - (1 - 1) - -x'],
  ])('reads %s', (text, expected) => expect(canonical(text)).toBe(expected))

  it('renames a field and what lies behind it, and nothing else', () => {
    const rule = parseRule('customer.level = "customer.level" and has(customer.level.tags, level) and customer_level > 1')
    expect(renameInRule(rule, ['customer', 'level'], ['customer', '等级 A']).text).toBe(
      'customer.`等级 A` = "customer.level" and has(customer.`等级 A`.tags, level) and customer_level > 1',
    )
  })
})

it('keeps labels as keys and shows keys as labels', () => {
  const kept = translateRule(parseRule('客户.`金额 (元)` > 1'), new Map([['客户', 'customer'], ['金额 (元)', 'amount']]))
  expect(kept.text).toBe('customer.amount > 1')
  expect(translateRule(kept, new Map([['amount', '金额 (元)']])).text).toBe('customer.`金额 (元)` > 1')
})

describe('refusing a rule', () => {
  it.each([
    ['', 'rule.empty', 0], ['n1 +', 'rule.unfinished', 4], ['n1 n2', 'rule.unexpected', 3], ['(n1', 'rule.expected', 3], ['s1 = "x', 'rule.open_text', 5],
    ['n1 ; n2', 'rule.bad_character', 3], ['date("2026-02-30")', 'rule.bad_date', 0], ['1 < n1 < 3', 'rule.unexpected', 7], ['nosuch(1)', 'rule.unknown_function', 0],
    ['n1 + nosuch', 'rule.unknown_field', 5], ['n1 + s1', 'rule.use_ampersand', 0], ['n1 * s1', 'rule.want_number', 5], ['p1 < p2', 'rule.not_ordered', 0], ['n1 = "1"', 'rule.different_types', 5],
    ['l1 = l2', 'rule.no_list_here', 0], ['[1..2]', 'rule.no_range_here', 0], ['if n1 then 1 else 2', 'rule.want_boolean', 3], ['len(s1, s2)', 'rule.too_many_arguments', 0],
    ['sum()', 'rule.too_few_arguments', 0], ['round(n1, n2)', 'rule.want_constant', 10], ['DATEDIF(d1, d2, "W")', 'rule.bad_unit', 16], ['year(n1)', 'rule.want_date', 5],
  ])('says what is wrong with %j, and where', (text, key, from) => expect(refusal(text)).toMatchObject({ key, from, code: 'invalid' }))

  it.each([
    '('.repeat(1000), '-'.repeat(1999), 'if '.repeat(600), '['.repeat(1999), 'not('.repeat(400), 'a'.repeat(1_000_000), '"'.repeat(1999), `${'n1+'.repeat(500)}n1`,
    Array(90).fill('n1').join('*'), '9'.repeat(1000), '__proto__', 'constructor', 'n1.__proto__', 'constructor("return process")()', '__proto__(1)', 'toString()', 'hasOwnProperty(s1)',
    'n1 in '.repeat(200), 's1; drop table x', '${n1}', '{{n1}}', `${'`'.repeat(300)}`, '\u0000', '\ud800',
  ])('refuses hostile text %#', (text) => expect(refusal(text).key).toMatch(/^rule\./))

  it('never fails with anything but a refusal, whatever the characters', () => {
    const piece = fc.constantFrom('n1', 's1', 'd1', '(', ')', '[', ']', ',', '..', '+', '-', '**', '=', '<', 'in', 'and', 'not', 'if', 'then', 'else', 'between', '"x"', '5', '%', 'null', 'sum', 'left', '@', '`', '客户', '.', ' ')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' '))), (text) => {
        try {
          checkRule(parseRule(text), scope)
        } catch (error) {
          expect(error).toBeInstanceOf(RuleError)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('has a sentence for every refusal, and fills all its places', () => {
    for (const key of Object.keys(ruleMessages)) expect(messages).toHaveProperty([key])
    expect(refusal('round(n1, 99)').params).toEqual({ at: 11, min: -12, max: 12 })
  })
})

it('lists every function for the editor in both languages', () => {
  expect(ruleFunctions.length).toBeGreaterThanOrEqual(45)
  for (const { name, usage, zh, en } of ruleFunctions) expect([usage.startsWith(name), zh.length > 0, en.length > 0]).toEqual([true, true, true])
})

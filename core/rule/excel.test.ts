// Rules as living Excel formulas: blank cells stay blank as null does, and what Excel cannot say is null.

import { describe, expect, it } from 'vitest'
import { FIELDS } from './random-rules.ts'
import { checkRule, parseRule, ruleToExcel } from './rule.ts'
import type { RuleScope } from './rule.ts'

const scope: RuleScope = {
  resolve: ([name = '']) => {
    const type = FIELDS.get(name.toLowerCase())
    return type && { type, ref: name.toLowerCase(), nonNull: name !== name.toLowerCase() }
  },
}
const formula = (text: string): string | null => ruleToExcel(checkRule(parseRule(text), scope), (ref) => `${ref.toUpperCase()}0`)

describe('a rule in Excel', () => {
  it.each([
    // an upper-case name is a field that is never empty
    ['N1 * N2 + 5%', '(N10*N20)+0.05'],
    ['n1 * n2', 'IF(OR(N10="",N20=""),"",N10*N20)'],
    ['n1 / N2', 'IFERROR(IF(N10="","",N10/N20),"")'],
    ['round(N1 / N2, 2)', 'IFERROR(ROUND((N10/N20),2),"")'],
    ['if N1 > 1 and s1 = "大" then "是" else null', 'IF(AND(N10>1,S10="大"),"是","")'],
    ['if d1 < today() then 1 else 2', 'IF(AND(D10<>"",D10<TODAY()),1,2)'],
    ['coalesce(N1 / N2, 0)', 'IF(IFERROR((N10/N20),"")="",0,(N10/N20))'],
    ['years_between(D1, today())', 'IF(TODAY()>=D10,DATEDIF(D10,TODAY(),"y"),-DATEDIF(TODAY(),D10,"y"))'],
    ['sum(n1, n2) ** 2', 'IFERROR(SUM(N10,N20)^2,"")'],
    ['s1 & "say ""x"""', 'S10&"say ""x"""'],
    ['D1 = date("2026-01-31")', 'D10=DATE(2026,1,31)'],
    ['N1 in [1..5) or N1 in (7, 8)', 'OR(AND(N10>=1,N10<5),OR(N10=7,N10=8))'],
    ['has(l1, "VIP")', null],
    [`s1 & "${'x'.repeat(300)}"`, null],
    ['D1 > date("1850-01-01")', null],
    ['N1 > 1234567890123456789', null],
  ])('%s', (text, expected) => expect(formula(text)).toBe(expected))
})

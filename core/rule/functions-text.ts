// Functions of texts. Characters count as PostgreSQL counts them; case means a-z only.

import { BLANKS, countOf, lowerAscii, part, TEXT_LIMIT, trimBlanks, upperAscii } from './characters.ts'
import { open, strict, wholeSql, withSql } from './define.ts'
import { exact, printNumber, readNumber, whole } from './number.ts'
import type { RuleFunction, SqlCall, Value } from './term.ts'

const MOST = TEXT_LIMIT
const count = (n: Parameters<typeof whole>[0]): number | null => whole(n, 0, MOST)
/** Counts outside 0 .. MOST give null, as Excel gives an error. */
const counted = (n = ''): string => wholeSql(n, 0, MOST)

const caseFunctions: RuleFunction[] = [
  strict(['text'], {
    name: 'upper', result: 'text', js: upperAscii, sql: ([s]) => `upper(${s} collate "C")`, excel: ([s]) => `UPPER(${s})`,
    help: { usage: 'upper(s)', zh: '转成大写', en: 'In capitals' },
  }),
  strict(['text'], {
    name: 'lower', result: 'text', js: lowerAscii, sql: ([s]) => `lower(${s} collate "C")`, excel: ([s]) => `LOWER(${s})`,
    help: { usage: 'lower(s)', zh: '转成小写', en: 'In small letters' },
  }),
  strict(['text'], {
    name: 'trim', result: 'text', js: trimBlanks, sql: ([s], { bind }) => `btrim(${s}, ${bind(BLANKS, 'text')})`, excel: ([s]) => `TRIM(${s})`,
    help: { usage: 'trim(s)', zh: '去掉首尾空格', en: 'Without blanks at both ends' },
  }),
]

const partFunctions: RuleFunction[] = [
  strict(['text'], {
    name: 'len', result: 'number', js: (s) => exact(countOf(s)), sql: ([s]) => `length(${s})::numeric`, excel: ([s]) => `LEN(${s})`,
    help: { usage: 'len(s)', zh: '字符个数', en: 'How many characters' },
  }),
  strict(['text', 'number'], {
    name: 'left', result: 'text', partial: true, js: (s, n) => mapCount(count(n), (size) => part(s, 0, size)),
    sql: ([s, n]) => `left(${s}, ${counted(n)})`,
    excel: ([s, n]) => `LEFT(${s},${n})`,
    help: { usage: 'left(s, n)', zh: '左边的 n 个字符', en: 'The first n characters' },
  }),
  strict(['text', 'number'], {
    name: 'right', result: 'text', partial: true, js: (s, n) => mapCount(count(n), (size) => part(s, Math.max(0, countOf(s) - size), size)),
    sql: ([s, n]) => `right(${s}, ${counted(n)})`,
    excel: ([s, n]) => `RIGHT(${s},${n})`,
    help: { usage: 'right(s, n)', zh: '右边的 n 个字符', en: 'The last n characters' },
  }),
  strict(['text', 'number', 'number'], {
    name: 'mid', result: 'text', partial: true,
    js: (s, start, n) => mapCount(whole(start, 1, MOST), (from) => mapCount(count(n), (size) => part(s, from - 1, size))),
    sql: ([s, from = '', n]) => `substr(${s}, ${wholeSql(from, 1, MOST)}, ${counted(n)})`,
    excel: (args) => `MID(${args.join(',')})`,
    help: { usage: 'mid(s, start, n)', zh: '从第 start 个字符起的 n 个字符', en: 'n characters from the start-th on' },
  }),
]

const mapCount = (n: number | null, make: (n: number) => string | null): string | null => (n === null ? null : make(n))

const searchFunctions: RuleFunction[] = [
  strict(['text', 'text'], {
    name: 'contains', result: 'boolean', js: (s, find) => s.includes(find),
    sql: ([s, find]) => `(strpos(${s}, ${find}) > 0)`, excel: ([s, find]) => `ISNUMBER(FIND(${find},${s}))`,
    help: { usage: 'contains(s, "x")', zh: '是否包含', en: 'Is x inside?' },
  }),
  strict(['text', 'text'], {
    name: 'starts_with', result: 'boolean', js: (s, find) => s.startsWith(find),
    sql: ([s, find]) => `starts_with(${s}, ${find})`, excel: ([s, find]) => `(LEFT(${s},LEN(${find}))=${find})`,
    help: { usage: 'starts_with(s, "x")', zh: '是否以此开头', en: 'Does it begin with x?' },
  }),
  strict(['text', 'text'], {
    name: 'ends_with', result: 'boolean', js: (s, find) => s.endsWith(find),
    sql: ([s, find]) => `starts_with(reverse(${s}), reverse(${find}))`, excel: ([s, find]) => `(RIGHT(${s},LEN(${find}))=${find})`,
    help: { usage: 'ends_with(s, "x")', zh: '是否以此结尾', en: 'Does it end with x?' },
  }),
  strict(['text', 'text', 'text'], {
    name: 'substitute', result: 'text', partial: true,
    js: (s, old, by) => (countOf(s) * (countOf(by) + 1) > MOST ? null : old === '' ? s : s.replaceAll(old, () => by)),
    sql: (args) => withSql(args, (s, old, by) => `case when length(${s})::bigint * (length(${by}) + 1) <= ${MOST} then replace(${s}, ${old}, ${by}) end`),
    excel: (args) => `SUBSTITUTE(${args.join(',')})`,
    help: { usage: 'substitute(s, "old", "new")', zh: '替换文字', en: 'Every old replaced by new' },
  }),
]

/** A value as text: plain digits, ISO date, true / false, list with commas. */
function printValue(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.join(', ') : printNumber(value as Parameters<typeof printNumber>[0])
}

function printSql([x]: readonly string[], { types }: SqlCall): string {
  switch (types[0]) {
    case 'number': return `trim_scale(${x})::text`
    case 'date': return `to_char(${x}, 'YYYY-MM-DD')`
    case 'list': return `array_to_string(${x}, ', ')`
    default: return `${x}::text`
  }
}

const PRINT_EXCEL = new Map([['number', (x = '') => `(${x}&"")`], ['date', (x = '') => `TEXT(${x},"yyyy-mm-dd")`], ['boolean', (x = '') => `IF(${x},"true","false")`], ['text', (x = '') => x]])

const filled = (args: readonly Value[]): Value[] => args.filter((value) => value !== null && value !== '')

const joinFunctions: RuleFunction[] = [
  strict(['each'], {
    name: 'text', result: 'text', js: printValue, sql: printSql, excel: ([x], { types: [type = 'text'] }) => PRINT_EXCEL.get(type)?.(x) ?? null,
    help: { usage: 'text(x)', zh: '转成文字', en: 'As text' },
  }),
  strict(['text'], {
    name: 'number', result: 'number', partial: true, js: (s) => (/^[+-]?[0-9]{1,30}(\.[0-9]{1,12})?$/.test(s) ? readNumber(s) : null),
    sql: (args) => withSql(args, (s) => `case when ${s} ~ '^[+-]?[0-9]{1,30}(\\.[0-9]{1,12})?$' then ${s}::numeric end`),
    excel: ([s]) => `VALUE(${s})`,
    help: { usage: 'number(s)', zh: '文字转成数字', en: 'Text as a number' },
  }),
  open([], {
    name: 'concatenate', rest: 'printed', result: 'text', js: (...args) => args.map((value) => value ?? '').join(''),
    sql: (args) => `concat(${args.join(', ')})`, excel: (args) => `(${args.join('&')})`,
    help: { usage: 'concatenate(a, b, ...) / a & b', zh: '连接文字（空值当作空文字）', en: 'Texts joined; empty values add nothing' },
  }),
  open(['text'], {
    name: 'text_join', rest: 'printed', result: 'text',
    js: (delimiter, ...args) => filled(args).join(typeof delimiter === 'string' ? delimiter : ''),
    sql: ([delimiter, ...args]) => `concat_ws(coalesce(${delimiter}, ''), ${args.map((arg) => `nullif(${arg}, '')`).join(', ')})`,
    excel: ([delimiter, ...args]) => `_xlfn.TEXTJOIN(${delimiter},TRUE,${args.join(',')})`,
    help: { usage: 'text_join("、", a, b, ...)', zh: '用分隔符连接，跳过空值', en: 'Joined with a separator, empty values left out' },
  }),
]

export const textFunctions: RuleFunction[] = [...caseFunctions, ...partFunctions, ...searchFunctions, ...joinFunctions]

// Functions of lists of texts (tags, several choices), where null is an empty list, and of values of any type.

import { named, open } from './define.ts'
import { exact } from './number.ts'
import type { RuleFunction, SqlCall } from './term.ts'

export const listFunctions: RuleFunction[] = [
  open(['list', 'text'], {
    name: 'has', result: 'boolean', js: (list, item) => Array.isArray(list) && item !== null && list.includes(item),
    sql: ([list, item], { filter }) => (filter ? `(${list} @> array[${item}])` : `coalesce(${list} @> array[${item}], false)`), excel: () => null,
    help: { usage: 'has(tags, "VIP")', zh: '列表中是否有此项', en: 'Is the item in the list?' },
  }),
  open(['list'], {
    name: 'count', result: 'number', js: (list) => exact(Array.isArray(list) ? list.length : 0),
    sql: ([list]) => `coalesce(cardinality(${list}), 0)::numeric`, excel: () => null,
    help: { usage: 'count(tags)', zh: '列表有几项', en: 'How many items' },
  }),
  open(['list', 'text'], {
    name: 'count_if', result: 'number', js: (list, item) => exact(Array.isArray(list) ? list.filter((x) => x === item).length : 0),
    sql: ([list, item]) => `coalesce(cardinality(array_positions(${list}, ${item})), 0)::numeric`, excel: () => null,
    help: { usage: 'count_if(tags, "VIP")', zh: '列表中此项出现几次', en: 'How often the item occurs' },
  }),
]

const emptySql = ([x]: readonly string[], { types }: SqlCall): string =>
  types[0] === 'text' ? `(coalesce(${x}, '') = '')` : types[0] === 'list' ? `(coalesce(cardinality(${x}), 0) = 0)` : `(${x} is null)`

export const anyFunctions: RuleFunction[] = [
  open(['each'], {
    name: 'is_empty', result: 'boolean', js: (x) => x === null || x === '' || (Array.isArray(x) && x.length === 0), sql: emptySql,
    excel: ([x], { partial: [partial], types: [type] }) => (type === 'list' ? null : partial ? `(IFERROR(${x},"")="")` : `(${x}="")`),
    help: { usage: 'is_empty(x)', zh: '是否为空', en: 'Is there no value?' },
  }),
  open(['same'], {
    name: 'coalesce', rest: 'same', result: 'same', js: (...args) => args.find((value) => value !== null) ?? null, ...named('coalesce', null),
    lazy: (args) => args.reduceRight((rest, run) => (read, env) => run(read, env) ?? rest(read, env)),
    excel: (args) => args.reduceRight((rest, arg) => `IF(IFERROR(${arg},"")="",${rest},${arg})`),
    help: { usage: 'coalesce(a, b, ...)', zh: '第一个不为空的值', en: 'The first value there is' },
  }),
]

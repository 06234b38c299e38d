// The lines of 客户总体分类表 (F05): what each asks of customers, in the words of the paper; lines of a kind together are all customers.
import type { Field } from '#core/field/field.ts'
import { isKind } from '#core/field/kinds.ts'
import { PROVINCES } from '#core/lib/divisions.ts'
import type { Side } from '#core/lib/divisions.ts'
import { text } from '#core/lib/text.ts'
import type { Text } from '#core/lib/text.ts'
import type { Filter } from '#core/report/query.ts'
import type { Settings } from './words.server.ts'

export interface Line {
  label: Text
  filter: Filter
}

export interface Kind {
  label: Text
  /** Field that it is told by: who may not see it sees no figure of it. */
  field: string
  lines: Line[]
}

const UNKNOWN = text('未填', 'Not filled in')

/** Lines of a list of choices; choices that are added later get their line. */
function choices(label: Text, fields: Record<string, Field>, field: string, named: Record<string, Text> = {}): Kind {
  const known = fields[field]
  const options = known && isKind(known, 'choice') ? known.options.filter(option => !option.retired) : []
  return { label, field, lines: [
    ...options.map(option => ({ label: named[option.value] ?? option.label, filter: { field, op: 'eq', value: option.value } as Filter })),
    { label: UNKNOWN, filter: options.length > 0 ? { field, op: 'notIn', value: options.map(option => option.value) } : { all: [] } },
  ] }
}

/** Half-open: what is exactly a limit belongs to the band that begins there. */
function bands(label: Text, field: string, limits: readonly string[], unit: Text): Kind {
  const first = limits[0]!
  const last = limits.at(-1)!
  const between = limits.slice(0, -1).map((from, at): Line => ({ label: { zh: `${from}~${limits[at + 1]}${unit.zh}`, en: `${from}–${limits[at + 1]}${unit.en}` },
    filter: { all: [{ field, op: 'ge', value: from }, { field, op: 'lt', value: limits[at + 1] }] } }))
  return { label, field, lines: [
    { label: { zh: `${first}${unit.zh}以下`, en: `under ${first}${unit.en}` }, filter: { field, op: 'lt', value: first } },
    ...between,
    { label: { zh: `${last}${unit.zh}以上`, en: `${last}${unit.en} and more` }, filter: { field, op: 'ge', value: last } },
    { label: UNKNOWN, filter: { field, op: 'empty' } },
  ] }
}

const SIDES: [Side, Text][] = [['东部', text('东部', 'East')], ['西部', text('西部', 'West')], ['南部', text('南部', 'South')], ['北部', text('北部', 'North')]]
const named = (side?: Side): string[] => PROVINCES.filter(province => side === undefined || province.side === side).flatMap(province => [...new Set([province.name, province.short])])

/** Part of the country by the province of the address (core/lib/divisions). */
const sides: Kind = { label: text('地域（东西南北）', 'Part of the country'), field: 'address', lines: [
  ...SIDES.map(([side, label]): Line => ({ label, filter: { field: 'address.province', op: 'in', value: named(side) } })),
  { label: UNKNOWN, filter: { field: 'address.province', op: 'notIn', value: named() } },
] }

export function classKinds(fields: Record<string, Field>, { ageBands, wageBands }: Settings): Kind[] {
  return [
    choices(text('性别', 'Gender'), fields, 'bossGender', { male: text('男性', 'Male'), female: text('女性', 'Female') }),
    bands(text('年龄', 'Age'), 'bossAge', ageBands, text('岁', '')),
    choices(text('地域（城乡）', 'City or countryside'), fields, 'settlement'),
    sides,
    choices(text('需求类型', 'Kind of demand'), fields, 'demand'),
    bands(text('工薪水平', 'Wage'), 'wage', wageBands, text('元', ' yuan')),
    choices(text('偏好的购物方式', 'Preferred way to shop'), fields, 'shopping'),
  ]
}

// Values that nobody types: computed by a rule over the record, or rolled up from its children.
// Each behaves as the kind of its result.
import { z } from 'zod'
import type { FieldBase, FieldOf, ResultName } from '../field.ts'
import type { Column, FieldKind, RuleType } from '../kind.ts'
import { date } from './date.ts'
import { yesNo } from './choice.ts'
import { integer, money, number, percent } from './number.ts'
import { DATE_OPS, NUMBER_OPS, own, refuse } from './shared.ts'
import { longText } from './text.ts'

type Derived = FieldBase & { result: ResultName }
type Result = Pick<FieldKind<'number'>, 'format' | 'excel' | 'store' | 'read' | 'columns'>

/** The kinds of results, seen through the few questions that a derived field passes on to them. */
const RESULTS = { text: longText, number, money, percent, integer, date, yesNo } as unknown as Record<ResultName, Result>

const RULE_TYPES: Record<ResultName, RuleType> = { text: 'text', number: 'number', money: 'number', percent: 'number', integer: 'number', date: 'date', yesNo: 'boolean' }

/** Rule type of a derived field's result; the kind's own `ruleType` is only a default. */
export const resultType = (field: Derived): RuleType => RULE_TYPES[field.result]

const asNumber = (field: Derived): FieldOf<'number'> => ({ ...field, kind: 'number' }) as FieldOf<'number'>

function derived<K extends 'computed' | 'rollup'>(label: { zh: string; en: string }, columns: (field: FieldOf<K>) => Column[]): FieldKind<K> {
  return {
    label, columns,
    schema: () => z.never({ error: 'field.readOnly' }),
    parse: () => refuse('field.readOnly'),
    format: (value, field, lang) => RESULTS[field.result].format(value, asNumber(field), lang),
    store: (value, field, env) => RESULTS[field.result].store(value, asNumber(field), env),
    read: (col, field) => RESULTS[field.result].read(col, asNumber(field)),
    order: own,
    ops: [...new Set([...NUMBER_OPS, ...DATE_OPS, 'contains' as const, 'startsWith' as const])],
    ruleType: 'number', align: 'right', typed: false, numeric: true, width: 110,
    excel: field => RESULTS[field.result].excel(asNumber(field)),
  }
}

export const computed: FieldKind<'computed'> = derived<'computed'>(
  { zh: '公式', en: 'Formula' },
  field => (field.volatile ? [] : RESULTS[field.result].columns(asNumber(field))))

export const rollup: FieldKind<'rollup'> = derived<'rollup'>(
  { zh: '汇总', en: 'Rollup' },
  field => RESULTS[field.result].columns(asNumber(field)))

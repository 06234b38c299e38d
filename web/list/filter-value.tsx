// The value of a condition, typed the way its field and operator want it.
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { RELATIVE_NAMES } from '#core/lib/date-relative.ts'
import { webKindOf } from '../field/inputs.tsx'
import type { PathColumn } from '../field/path.ts'
import { formatAt, parseAt } from '../field/path.ts'
import { RecordPick } from '../field/reference-input.tsx'
import { useT } from '../lib/texts.ts'
import type { Condition } from './filter-words.ts'
import { noValue, relativeWord } from './filter-words.ts'
import { rememberLabels, useLabels } from './labels.ts'

interface Props { column: PathColumn; condition: Condition; onChange(value: unknown): void }

const MANY = new Set(['in', 'notIn', 'hasAny', 'hasAll'])

export function FilterValue({ column, condition, onChange }: Props): ReactNode {
  const { op } = condition
  if (noValue(op)) return null
  const ask = column.part ? 'text' : webKindOf(column.field).ask(column.field)
  const props = { column, condition, onChange }
  if (op === 'relative') return <Relative {...props} />
  if (ask === 'options') return <Options {...props} />
  if (ask === 'records') return <Records {...props} />
  if (ask === 'yesNo') return <YesNo {...props} />
  if (ask === 'date') return op === 'between' ? <Range {...props} /> : <Day {...props} />
  if (op === 'between') return <Between {...props} />
  return MANY.has(op) ? <Several {...props} /> : <Typed column={column} value={condition.value} onChange={onChange} />
}

function Relative({ condition, onChange }: Props): ReactNode {
  const { t } = useT()
  const name = typeof condition.value === 'object' && condition.value !== null && 'name' in condition.value ? String(condition.value.name) : undefined
  return <Select className="gu-grow" value={name} showSearch={{ optionFilterProp: 'label' }} placeholder={t('filter.choose')} options={RELATIVE_NAMES.map(value => ({ value, label: relativeWord(value, t) }))} onChange={value => onChange({ name: value })} />
}

function Options({ column, condition, onChange }: Props): ReactNode {
  const { t, say } = useT()
  const { field } = column
  const many = MANY.has(condition.op)
  if (isKind(field, 'tags')) return <Select className="gu-grow" mode="tags" value={(condition.value as string[] | undefined) ?? []} onChange={onChange} placeholder={t('filter.choose')} />
  const options = isKind(field, 'choice') || isKind(field, 'choices') ? field.options.map(option => ({ value: option.value, label: say(option.label) })) : []
  return <Select className="gu-grow" mode={many ? 'multiple' : undefined} maxTagCount="responsive" value={many ? (condition.value as string[] | undefined) ?? [] : condition.value as string | undefined} options={options} showSearch={{ optionFilterProp: 'label' }} placeholder={t('filter.choose')} onChange={onChange} />
}

function Records({ column, condition, onChange }: Props): ReactNode {
  const { t } = useT()
  const target = kindOf(column.field).target?.(column.field)
  const many = MANY.has(condition.op)
  const ids = (Array.isArray(condition.value) ? condition.value : condition.value ? [condition.value] : []) as string[]
  const labels = useLabels(target?.object ?? '', ids)
  if (!target) return null
  const me = target.object === 'user' ? [{ id: '@me', label: t('filter.me') }] : []
  const links = ids.map(id => ({ id, label: id === '@me' ? t('filter.me') : labels.get(id) ?? '…' }))
  return (
    <span className="gu-grow gu-row" style={{ gap: 4 }}>
      <RecordPick object={target.object} many={many} links={links} placeholder={t('filter.choose')} onPick={next => { rememberLabels(next); onChange(many ? next.map(link => link.id) : next[0]?.id) }} />
      {me.length > 0 && !ids.includes('@me') && <button type="button" className="gu-plain gu-chip" onClick={() => onChange(many ? [...ids, '@me'] : '@me')}>{t('filter.me')}</button>}
    </span>
  )
}

function YesNo({ condition, onChange }: Props): ReactNode {
  const { t } = useT()
  return <Select className="gu-grow" value={condition.value === true ? 'yes' : condition.value === false ? 'no' : undefined} options={[{ value: 'yes', label: t('word.yes') }, { value: 'no', label: t('word.no') }]} onChange={value => onChange(value === 'yes')} />
}

/** A date-time is asked for by days, as instants of the company's zone. */
const wire = (column: PathColumn, date: dayjs.Dayjs, end: boolean): string =>
  (isKind(column.field, 'datetime') ? (end ? date.endOf('day') : date.startOf('day')).toISOString() : date.format('YYYY-MM-DD'))

function Day({ column, condition, onChange }: Props): ReactNode {
  const end = condition.op === 'gt' || condition.op === 'le'
  return <DatePicker className="gu-grow" value={typeof condition.value === 'string' ? dayjs(condition.value) : null} onChange={date => onChange(date ? wire(column, date, end) : undefined)} />
}

function Range({ column, condition, onChange }: Props): ReactNode {
  const [from, to] = Array.isArray(condition.value) ? condition.value as string[] : []
  return <DatePicker.RangePicker className="gu-grow" value={from && to ? [dayjs(from), dayjs(to)] : null} onChange={dates => onChange(dates?.[0] && dates[1] ? [wire(column, dates[0], false), wire(column, dates[1], true)] : undefined)} />
}

function Between({ column, condition, onChange }: Props): ReactNode {
  const [from, to] = Array.isArray(condition.value) ? condition.value as unknown[] : []
  return <span className="gu-row gu-grow" style={{ gap: 4 }}><Typed column={column} value={from} onChange={next => onChange([next, to])} /><span className="gu-faint">~</span><Typed column={column} value={to} onChange={next => onChange([from, next])} /></span>
}

function Several({ column, condition, onChange }: Props): ReactNode {
  const { t, lang } = useT()
  const read = (texts: string[]): unknown[] => texts.map(text => { const parsed = parseAt(column.field, text, lang); return 'value' in parsed ? parsed.value : text })
  return <Select className="gu-grow" mode="tags" tokenSeparators={[',', '，', '、', ' ']} value={((condition.value as unknown[] | undefined) ?? []).map(String)} placeholder={t('filter.several')} onChange={(texts: string[]) => onChange(read(texts))} />
}

/** Text that the field's own parser reads: 1.2万 is 12000 here, too. Parts of addresses and of phones stay text. */
function Typed({ column, value, onChange }: { column: PathColumn; value: unknown; onChange(value: unknown): void }): ReactNode {
  const { t, lang } = useT()
  const numeric = kindOf(column.field).numeric && !column.part
  const [text, setText] = useState(value === undefined || value === null ? '' : numeric ? formatAt(column, value, lang) : String(value))
  const [bad, setBad] = useState(false)
  const read = (next: string): void => {
    setText(next)
    if (!numeric || next.trim() === '') { setBad(false); onChange(next.trim() || undefined); return }
    const parsed = parseAt(column.field, next, lang)
    setBad('refusal' in parsed)
    if ('value' in parsed) onChange(parsed.value)
  }
  return <Input className="gu-grow" value={text} status={bad ? 'error' : undefined} placeholder={t('filter.value')} inputMode={numeric ? 'decimal' : 'text'} onChange={event => read(event.target.value)} />
}

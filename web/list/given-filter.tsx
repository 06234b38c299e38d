// A filter that the address brought along (the records behind a number of a form): shown as a chip, taken off with one click.
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import type { Filter } from '#core/report/query.ts'
import { useT } from '../lib/texts.ts'
import type { Condition } from './filter-words.ts'
import { isCondition, isGroup, itemsOf, opWord, valueWords } from './filter-words.ts'
import { useLabels } from './labels.ts'
import type { ListState } from './state.ts'

/** More than these say nothing more to a person. */
const MOST_SHOWN = 4

const conditionsOf = (filter: Filter): Condition[] =>
  (isCondition(filter) ? [filter] : isGroup(filter) ? itemsOf(filter).flatMap(conditionsOf) : [])

export function GivenFilter({ list, filter }: { list: ListState; filter: Filter }): ReactNode {
  const { t } = useT()
  const conditions = conditionsOf(filter)
  return (
    <div className="gu-given" role="status">
      <span className="gu-faint gu-small" title={t('list.givenHint')}>{t('list.given')}</span>
      <Tag closable color="green" closeIcon={<span aria-label={t('list.givenOff')}>×</span>} onClose={event => { event.preventDefault(); list.setGiven(undefined) }}>
        {conditions.slice(0, MOST_SHOWN).map((condition, i) => <span key={condition.field + condition.op}>{i > 0 && ' · '}<Words list={list} condition={condition} /></span>)}
        {(conditions.length > MOST_SHOWN || conditions.length === 0) && ' …'}
      </Tag>
    </div>
  )
}

function Words({ list, condition }: { list: ListState; condition: Condition }): ReactNode {
  const { t, lang } = useT()
  const column = list.columnOf(condition.field)
  const target = column && kindOf(column.field).target?.(column.field)
  const ids = target ? [condition.value].flat().filter((one): one is string => typeof one === 'string') : []
  const labels = useLabels(target?.object ?? list.object.name, ids.slice(0, MOST_SHOWN))
  if (!column) return condition.field
  const many = Array.isArray(condition.value) && condition.op !== 'between' && condition.value.length > MOST_SHOWN
  return `${column.label} ${opWord(condition.op, t)} ${many ? t('word.rows', { n: (condition.value as unknown[]).length }) : valueWords(condition, column, lang, t, labels)}`
}

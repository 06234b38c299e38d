// A record as a card: its title and the first columns of the view.
import type { ReactNode } from 'react'
import type { WireRow } from '../lib/api-types.ts'
import { useT } from '../lib/texts.ts'
import { ShowValue } from '../field/field-view.tsx'
import { isBlank } from '../field/kind.ts'
import { formatAt } from '../field/path.ts'
import type { ListState } from './state.ts'

/** `more` adds the view's next column where the title is only a code. */
export function useCardTitle(list: ListState, more = false): (row: WireRow) => string {
  const { lang } = useT()
  const { title, code } = list.object
  const second = more && title === code ? list.columns.find(column => column.path !== title) : undefined
  const columns = [list.columnOf(title), second].filter(column => column !== undefined)
  return row => columns.map(column => formatAt(column, row[column.path], lang)).filter(Boolean).toReversed().join(' · ') || '—'
}

/** Links inside a card would lead elsewhere than the card: values are shown plain. */
export function CardBody({ list, row, most, skip }: { list: ListState; row: WireRow; most: number; skip?: string }): ReactNode {
  const columns = list.columns.filter(column => column.path !== list.object.title && column.path !== skip && !isBlank(row[column.path])).slice(0, most)
  return (
    <dl className="gu-card-fields">{columns.map(column => (
      <div key={column.path}><dt>{column.label}</dt><dd className="gu-cut"><ShowValue field={column.field} value={row[column.path]} /></dd></div>
    ))}</dl>
  )
}

// What a record says, in short: read before one decides on it.
import { useQuery } from '@tanstack/react-query'
import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import { ShowValue } from '../field/field-view.tsx'
import { isBlank } from '../field/kind.ts'
import { webKindOf } from '../field/inputs.tsx'
import type { WebField, WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields, useObject } from '../lib/catalog.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import { loadRecord } from '../record/queries.ts'

const MOST = 14
/** Counts and sums of nothing say nothing. */
const isNought = (value: unknown): boolean => (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) && Number(value) === 0
const QUIET = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy'])

/** Filled fields in the order of the record, those of lines and the bookkeeping aside. */
export function gistFields(object: WebObject, record: WireRow, most = MOST): WebField[] {
  return liveFields(object).filter(field => !field.system && !QUIET.has(field.key) && field.key !== object.title && field.kind !== 'lines' && !isBlank(record[field.key]) && !isNought(record[field.key]) && !record._masked?.includes(field.key)).slice(0, most)
}

export function useGist(object: string, id: string, enabled = true) {
  return useQuery({ queryKey: ['records', object, 'one', id], queryFn: () => loadRecord(object, id), enabled })
}

export function Gist({ object: name, id, most }: { object: string; id: string; most?: number }): ReactNode {
  const { say } = useT()
  const narrow = useNarrow()
  const object = useObject(name)
  const record = useGist(name, id)
  if (!object || !record.data) return null
  const row = record.data
  return (
    <Descriptions className="gu-gist" size="small" column={narrow ? 1 : 2} colon={false} items={gistFields(object, row, most).map(field => ({
      key: field.key, label: say(field.label), span: narrow ? 1 : webKindOf(field).wide ? 'filled' as const : 1, children: <ShowValue field={field} value={row[field.key]} />,
    }))} />
  )
}

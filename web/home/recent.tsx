// What was worked on last: one short list per object that has an owner, newest change first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Page } from '#core/report/query.ts'
import { post } from '../lib/api.ts'
import type { WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useMe } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { When } from '../ui/time.tsx'

export function Recent({ objects }: { objects: WebObject[] }): ReactNode {
  const shown = objects.filter(object => object.owned || object.can.create).slice(0, 4)
  return <div className="gu-recents">{shown.map(object => <One key={object.name} object={object} />)}</div>
}

const ask = (object: WebObject, mine: boolean): Promise<Page> => post<Page>(`/api/records/${object.name}/query`, {
  columns: [object.title, ...(object.code ? [object.code] : []), ...secondOf(object), 'updatedAt'], size: 6, total: 'none', sort: [{ field: 'updatedAt', dir: 'desc' }],
  filter: mine ? { field: 'owner', op: 'eq', value: '@me' } : undefined,
})

/** A code alone says little: the record it belongs to is named beside it. */
const secondOf = (object: WebObject): string[] =>
  (object.title === object.code ? Object.values(object.fields).filter(field => field.kind === 'reference').slice(0, 1).map(field => field.key) : [])

/** One's own records; who has none (a manager) sees what the team worked on. */
function useRecent(object: WebObject): { rows: WireRow[]; mine: boolean; pending: boolean } {
  const me = useMe()
  const { data, isPending } = useQuery({
    queryKey: ['records', object.name, 'recent', me.id],
    queryFn: async () => {
      const own = object.fields.owner ? await ask(object, true) : undefined
      return own && own.rows.length > 0 ? { rows: own.rows, mine: true } : { rows: (await ask(object, false)).rows, mine: false }
    },
  })
  return { rows: (data?.rows ?? []) as WireRow[], mine: data?.mine ?? false, pending: isPending }
}

const words = (value: unknown): string => (typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : value === null || value === undefined ? '—' : String(value))

function One({ object }: { object: WebObject }): ReactNode {
  const { t, say } = useT()
  const { rows, mine, pending } = useRecent(object)
  return (
    <section className="gu-card gu-recent">
      <h2><ObjectIcon name={object.icon} /> {mine ? t('home.mine', { object: say(object.label) }) : t('home.recent', { object: say(object.label) })}
        <Link to="/o/$object" params={{ object: object.name }} search={{}}>{t('home.all')}</Link></h2>
      {pending && <Skeleton active title={false} paragraph={{ rows: 4 }} style={{ padding: 14 }} />}
      {!pending && rows.length === 0 && <p className="gu-faint">{t('home.noneYet')}</p>}
      <ul>{rows.map(row => (
        <li key={row.id}>
          <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }}>
            <span className="gu-cut gu-grow">{[object.title, ...secondOf(object)].map(key => words(row[key])).join(' · ')}</span>
            {object.code && object.code !== object.title && <span className="gu-faint gu-small">{words(row[object.code])}</span>}
            <span className="gu-faint gu-small gu-recent-when"><When at={String(row.updatedAt)} /></span>
          </Link>
        </li>
      ))}</ul>
    </section>
  )
}

// The way to the form that a step fills in: on the case's own record, or on the one that belongs to it (a report of an application).
import { FileTextOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Page } from '#core/report/query.ts'
import { kindOf } from '#core/field/kinds.ts'
import { aboutText } from '../form/prefill.ts'
import { useFormInfo } from '../form/queries.ts'
import type { FormSearch } from '../form/address.ts'
import { post } from '../lib/api.ts'
import { liveFields, useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import type { RunView } from './types.ts'

interface Props { form: string; run: Pick<RunView, 'object' | 'record'>; plain?: boolean }

/** Undefined while it is not known; null where the reader has no such form. */
function useFormSearch({ form, run }: Props): { search: FormSearch; fresh: boolean } | null | undefined {
  const { info, pending } = useFormInfo(form)
  const object = useObject(info?.record ?? '')
  const link = info?.record === run.object || !object ? undefined : liveFields(object).find(field => { const target = kindOf(field).target?.(field); return target?.object === run.object && !target.many })
  const found = useQuery({
    queryKey: ['records', object?.name ?? '', 'of', run.record], enabled: link !== undefined,
    queryFn: () => post<Page>(`/api/records/${object?.name}/query`, { columns: [object?.title ?? 'id'], filter: { field: link?.key, op: 'eq', value: run.record }, size: 1, total: 'none' }),
  })
  if (pending || (link && found.isPending)) return undefined
  if (!info?.can.open || (info.record && !object)) return null
  if (!info.record) return { search: {}, fresh: false }
  if (!link) return info.record === run.object ? { search: { record: run.record }, fresh: false } : { search: {}, fresh: false }
  const known = found.data?.rows[0]
  if (known) return { search: { record: String(known.id) }, fresh: false }
  return object?.can.create ? { search: { record: 'new', for: aboutText(run.object, run.record) }, fresh: true } : null
}

export function StepForm(props: Props): ReactNode {
  const { t, say } = useT()
  const { info } = useFormInfo(props.form)
  const way = useFormSearch(props)
  if (!way || !info) return null
  return (
    <Link to="/forms/$id" params={{ id: props.form }} search={way.search} className={props.plain ? undefined : 'gu-formchip'}>
      <FileTextOutlined aria-hidden /> {props.plain ? t('flow.openForm', { form: say(info.title) }) : <><span className="gu-formid">{info.id}</span>{say(info.title)}</>}{way.fresh ? ` · ${t('flow.toFill')}` : ''}
    </Link>
  )
}

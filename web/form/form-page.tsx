// A form at its address: found among the forms one may see, its record chosen, its sheet asked for.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Failed, Loading, NotFound } from '../ui/notice.tsx'
import type { FormSearch } from './address.ts'
import { placeOf, searchOf } from './address.ts'
import { useRemember } from './favourites.ts'
import { OpenedForm } from './opened-form.tsx'
import { useFormInfo, useSheet } from './queries.ts'
import { RecordChooser } from './record-chooser.tsx'
import type { FormInfo, ReadBack } from './types.ts'
import './form.css'

export function FormPage(): ReactNode {
  const { id } = useParams({ from: '/shell/forms/$id' })
  const search = useSearch({ from: '/shell/forms/$id' })
  const { info, pending, error } = useFormInfo(id)
  useRemember(id, info !== undefined)
  if (pending) return <Loading />
  if (!info) return error ? <Failed error={error} /> : <NotFound />
  const chosen = search.record ?? search.filled ?? search.blank
  return info.record && chosen === undefined ? <RecordChooser key={id} info={info} search={search} /> : <SheetPage key={id} info={info} search={search} />
}

/** Another workbook than that of the form on the screen: the page goes there first and takes its changes along. */
interface Incoming extends Pick<ReadBack, 'changes' | 'sheet'> { place: string }

function SheetPage({ info, search }: { info: FormInfo; search: FormSearch }): ReactNode {
  const sheet = useSheet(info.id, search)
  const navigate = useNavigate()
  const [incoming, setIncoming] = useState<Incoming>()
  if (sheet.isPending) return <Loading />
  if (!sheet.data || (sheet.error && !sheet.isPlaceholderData)) return <Failed error={sheet.error} again={() => void sheet.refetch()} />
  const place = placeOf(sheet.data, search.for)
  const take = ({ params, record, changes, sheet: read }: ReadBack): void => {
    setIncoming({ place: placeOf(read), changes, sheet: read })
    void navigate({ to: '/forms/$id', params: { id: info.id }, search: searchOf(params, info.record ? record ?? 'new' : undefined) })
  }
  return <OpenedForm key={place} info={info} search={search} stored={sheet.data} waiting={sheet.isPlaceholderData} again={() => void sheet.refetch()} take={take} incoming={incoming?.place === place ? incoming : undefined} taken={() => setIncoming(undefined)} />
}

// A kept form opened from its list, from search or from a timeline: the way to the form itself.
import { Navigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useRecord } from '../record/queries.ts'
import { Failed, Loading } from '../ui/notice.tsx'

export function FilledPage(): ReactNode {
  const { id } = useParams({ from: '/shell/filled/$id' })
  const record = useRecord('filledForm', id)
  if (record.isPending) return <Loading />
  if (!record.data) return <Failed error={record.error} again={() => void record.refetch()} />
  return <Navigate to="/forms/$id" params={{ id: String(record.data.form) }} search={{ filled: id }} replace />
}

// How much waits for the reader: light, for the navigation asks it on every page.
import { useQuery } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import type { InboxPage } from './types.ts'

const FIVE_MINUTES = 300_000

export function useTodoCount(): number {
  return useQuery({ queryKey: ['flow', 'count'], queryFn: () => api<InboxPage>('/api/tasks?box=todo&size=1'), refetchInterval: FIVE_MINUTES }).data?.count ?? 0
}

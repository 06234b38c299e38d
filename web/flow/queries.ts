// Cases and steps asked of the server, and what is done with them. Live events make all of it ask again.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, newKey, post, query } from '../lib/api.ts'
import type { Box, Decision, DecisionBody, InboxPage, RecordRuns, RunView } from './types.ts'

const PAGE = 50

export const inboxKey = (box: Box): readonly unknown[] => ['flow', 'inbox', box]

export function useInbox(box: Box) {
  return useInfiniteQuery({
    queryKey: inboxKey(box), initialPageParam: '',
    queryFn: ({ pageParam, signal }) => api<InboxPage>(`/api/tasks${query({ box, after: pageParam, size: PAGE })}`, { signal }),
    getNextPageParam: page => page.next ?? undefined,
  })
}

export const loadRun = (id: string, signal?: AbortSignal): Promise<RunView> => api<RunView>(`/api/runs/${encodeURIComponent(id)}`, { signal })

export const useRun = (id: string) => useQuery({ queryKey: ['flow', 'run', id], queryFn: ({ signal }) => loadRun(id, signal) })

export const useRecordRuns = (object: string, id: string | null) => useQuery({
  queryKey: ['flow', 'record', object, id], enabled: id !== null,
  queryFn: ({ signal }) => api<RecordRuns>(`/api/records/${object}/${id}/runs`, { signal }),
})

export interface FlowActs {
  start(flow: string, object: string, record: string): Promise<string>
  /** `task`: a step; without one it is about the case as a whole. `more` are to follow: nothing is asked anew yet. */
  decide(where: { run: string; task?: string }, decision: Decision, body: DecisionBody, more?: boolean): Promise<void>
  again(): void
}

export function useFlowActs(): FlowActs {
  const queries = useQueryClient()
  const again = (): void => {
    void queries.invalidateQueries({ queryKey: ['flow'] })
    void queries.invalidateQueries({ queryKey: ['records'] })
  }
  return {
    again,
    async start(flow, object, record) {
      const run = await post<RunView>(`/api/flows/${encodeURIComponent(flow)}/runs`, { object, record }, { once: newKey() })
      again()
      queries.setQueryData(['flow', 'run', run.id], run)
      return run.id
    },
    async decide({ run, task }, decision, body, more = false) {
      await post(task ? `/api/tasks/${task}/${decision}` : `/api/runs/${run}/${decision}`, body, { once: newKey() })
      if (!more) again()
    },
  }
}

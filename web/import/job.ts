// An import as the browser follows it: asked again while it runs, changed by few acts.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, newKey, post, query } from '../lib/api.ts'
import { tellLive } from '../lib/live.ts'
import type { JobView, Preview, RawRow, RecentJob } from './types.ts'

const path = (id: string, rest = ''): string => `/api/imports/${id}${rest}`
const ASK_MS = 700

export const isGoing = (job: JobView): boolean => job.state === 'checking' || job.state === 'running'

export function useJob(id: string | undefined) {
  return useQuery({
    queryKey: ['import', id], enabled: id !== undefined, queryFn: () => api<JobView>(path(id ?? '')), staleTime: 0,
    refetchInterval: asked => (asked.state.data && isGoing(asked.state.data) ? ASK_MS : false),
  })
}

export const useRecent = (object: string) => useQuery({ queryKey: ['imports', object], queryFn: () => api<RecentJob[]>(`/api/imports${query({ object })}`), staleTime: 0 })

export const useRawRows = (job: JobView, sheet: number) => useQuery({
  queryKey: ['import', job.id, 'rows', sheet, job.sheets[sheet]?.headerRow], queryFn: () => api<RawRow[]>(path(job.id, `/rows${query({ sheet, size: 30 })}`)),
})

export const askPreview = (id: string, from: number, only: string | undefined): Promise<Preview> => api<Preview>(path(id, `/preview${query({ from, only, size: 100 })}`))

export async function bringFile(object: string, file: File): Promise<JobView> {
  const form = new FormData()
  form.append('object', object)
  form.append('file', file)
  return post<JobView>('/api/imports', form)
}

export interface JobActs {
  header(sheet: number, headerRow: number): Promise<void>
  mapping(input: unknown): Promise<void>
  run(dryRun: boolean): Promise<void>
  cancel(): Promise<void>
  choose(choices: Record<string, unknown>): Promise<void>
  undo(partly: boolean): Promise<void>
}

/** Every act leaves the newest state of the job in the cache. */
export function useJobActs(job: JobView): JobActs {
  const queries = useQueryClient()
  const act = async (rest: string, body: unknown): Promise<void> => {
    const next = await post<JobView>(path(job.id, rest), body, { once: newKey() })
    queries.setQueryData(['import', job.id], next)
  }
  return {
    header: (sheet, headerRow) => act('/header', { sheet, headerRow }),
    async mapping(input) {
      await act('/mapping', input)
      await queries.invalidateQueries({ queryKey: ['catalog'] })
    },
    async run(dryRun) {
      await act('/run', { dryRun })
      // What the rows came to before says nothing about this run.
      queries.removeQueries({ queryKey: ['import', job.id, 'preview'] })
    },
    cancel: () => act('/cancel', {}),
    choose: choices => act('/choices', { choices }),
    async undo(partly) {
      await post(path(job.id, '/undo'), partly ? { partly } : {}, { once: newKey() })
      await queries.invalidateQueries({ queryKey: ['import', job.id] })
      await queries.invalidateQueries({ queryKey: ['undo'] })
      tellLive({ type: 'changed', object: job.object })
      void queries.invalidateQueries({ queryKey: ['records', job.object] })
    },
  }
}

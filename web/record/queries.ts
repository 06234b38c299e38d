// One record: asked, changed, deleted. Every change tells the rest of the page.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, newKey, post } from '../lib/api.ts'
import type { WireRow } from '../lib/api-types.ts'
import { tellLive } from '../lib/live.ts'

const path = (object: string, id: string): string => `/api/records/${object}/${id}`

export const loadRecord = (object: string, id: string): Promise<WireRow> => api<WireRow>(path(object, id))

export function useRecord(object: string, id: string) {
  return useQuery({ queryKey: ['records', object, 'one', id], queryFn: () => loadRecord(object, id) })
}

export interface RecordActs {
  update(id: string, version: number, values: Record<string, unknown>): Promise<WireRow>
  create(values: Record<string, unknown>, once: string): Promise<WireRow>
  remove(id: string): Promise<void>
  reveal(id: string, field: string): Promise<unknown>
  changed(): void
}

export function useRecordActs(object: string): RecordActs {
  const queries = useQueryClient()
  const changed = (ids?: string[]): void => {
    tellLive({ type: 'changed', object, ids })
    void queries.invalidateQueries({ queryKey: ['records', object] })
    void queries.invalidateQueries({ queryKey: ['undo'] })
  }
  return {
    async update(id, version, values) {
      const row = await api<WireRow>(path(object, id), { method: 'PATCH', body: { values }, headers: { 'if-match': `"${version}"` }, once: newKey() })
      changed([id])
      return row
    },
    async create(values, once) {
      const row = await post<WireRow>(`/api/records/${object}`, values, { once })
      changed([row.id])
      return row
    },
    async remove(id) {
      await api(path(object, id), { method: 'DELETE', once: newKey() })
      changed([id])
    },
    async reveal(id, field) {
      return (await post<{ value: unknown }>(`${path(object, id)}/reveal`, { field })).value
    },
    changed: () => changed(),
  }
}

// Views of an object: those it ships with, one's own, and those shared with everybody.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Page } from '#core/report/query.ts'
import { api, newKey, post } from '../lib/api.ts'
import type { Link, WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useMe } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import type { View, ViewState } from './view-state.ts'
import { readState, stateOf } from './view-state.ts'

interface ViewRow extends WireRow { label: string; shared: boolean | null; state: unknown; owner: Link | null }

export interface Views {
  views: View[]
  create(label: string, state: ViewState, shared: boolean): Promise<string>
  store(view: View, values: { label?: string; state?: ViewState; shared?: boolean }): Promise<void>
  remove(view: View): Promise<void>
}

/** Typed filters of the header row are for the moment: they are not saved. */
const toStore = ({ quick: _quick, showQuick: _showQuick, ...state }: ViewState): unknown => state

export function useViews(object: WebObject): Views {
  const { say } = useT()
  const me = useMe()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['records', 'view', object.name],
    queryFn: () => post<Page>('/api/records/view/query', { columns: ['label', 'shared', 'state', 'owner', 'position'], filter: { field: 'object', op: 'eq', value: object.name }, sort: [{ field: 'position', dir: 'asc' }], size: 100, total: 'none' }),
    retry: false, staleTime: 60_000,
  })
  const views = useMemo(() => {
    const shipped: View[] = object.views.map(view => ({ key: view.key, label: say(view.label), state: stateOf(view, object) }))
    const base = shipped[0]?.state ?? { columns: [], sort: [], group: [], layout: { kind: 'grid' as const } }
    const saved = ((data?.rows ?? []) as ViewRow[]).map((row): View => ({
      key: row.id, label: row.label, state: readState(row.state, base), saved: { id: row.id, version: row.version, shared: row.shared === true, mine: row.owner?.id === me.id },
    }))
    return [...shipped, ...saved]
    // `say` changes with the language only, as do the labels.
  }, [object, data, me.id, say])
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['records', 'view'] })
  return {
    views,
    async create(label, state, shared) {
      const row = await post<WireRow>('/api/records/view', { label, object: object.name, shared, state: toStore(state) }, { once: newKey() })
      await refresh()
      return row.id
    },
    async store(view, { state, ...values }) {
      if (!view.saved) return
      await api(`/api/records/view/${view.saved.id}`, { method: 'PATCH', body: { values: { ...values, ...(state ? { state: toStore(state) } : {}) } }, once: newKey() })
      await refresh()
    },
    async remove(view) {
      if (view.saved) await api(`/api/records/view/${view.saved.id}`, { method: 'DELETE', once: newKey() })
      await refresh()
    },
  }
}

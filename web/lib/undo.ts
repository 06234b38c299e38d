// Undo and redo of one's own changes anywhere in the product; the server keeps the list.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, newKey, post } from './api.ts'
import type { UndoState, UndoStep } from './api-types.ts'
import { tellLive } from './live.ts'
import { useSay } from './say.ts'
import { useT } from './texts.ts'

export interface Undoing {
  state: UndoState | undefined
  name(step: UndoStep | null | undefined): string
  act(way: 'undo' | 'redo', batch?: string): Promise<boolean>
}

export function useUndo(): Undoing {
  const { t, say: words } = useT()
  const say = useSay()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['undo'], queryFn: () => api<UndoState>('/api/undo') })
  const name = (step: UndoStep | null | undefined): string => (step ? typeof step.label === 'string' ? step.label : words(step.label) : '')
  const act = async (way: 'undo' | 'redo', batch?: string): Promise<boolean> => {
    try {
      const step = await post<UndoStep>(`/api/${way}`, batch ? { batch } : {}, { once: newKey() })
      say.ok(t(way === 'undo' ? 'undo.done' : 'undo.redone', { what: name(step) }))
      for (const object of step.objects ?? []) tellLive({ type: 'changed', object })
      void queries.invalidateQueries({ queryKey: ['undo'] })
      return true
    } catch (error) {
      say.fail(error)
      return false
    }
  }
  return { state: data, name, act }
}

// What the designer asks of the server and tells it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Form } from '#core/form/form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import type { Lang, Text } from '#core/lib/text.ts'
import { asWebObject, useAllCatalog } from '../admin/queries.ts'
import { api, newKey, post } from '../lib/api.ts'
import type { WebCatalog } from '../lib/catalog.ts'
import type { FormInfo } from '../form/types.ts'

/** `original`: back to how it came. */
export interface FormVersion { version: number; at: string; by: string; note?: string | null; original?: boolean }
export interface FormDesign { form: Form; original: Form; versions: FormVersion[] }
/** An administrator's variant, or a form of the company's set. */
export interface FormLine extends FormInfo { changed?: true; set?: string }
export interface FormList { forms: FormLine[]; set: string | null; sets: { key: string; label: Text; forms: string[] }[] }

export const useForms = () => useQuery({ queryKey: ['forms', 'list'], queryFn: () => api<FormList>('/api/forms') })
export const useFormDesign = (id: string) => useQuery({ queryKey: ['form-design', id], queryFn: () => api<FormDesign>(`/api/forms/${id}/design`) })

/** The version that counts now; 0 before the first. */
export const currentVersion = (design: FormDesign): number => Math.max(0, ...design.versions.map(one => one.version))

export interface PreviewAsk { form: Form; params: Record<string, unknown>; record?: string }
export const askPreview = (ask: PreviewAsk, lang: Lang, signal: AbortSignal): Promise<Sheet> => post<Sheet>('/api/forms/preview', ask, { signal, headers: { 'accept-language': lang } })

export interface DesignActs {
  /** The version that it became. */
  publish(form: Form, seen: number, note: string): Promise<number>
  /** Looks whether somebody else has published. */
  lookAgain(): Promise<void>
  reset(id: string, to?: number): Promise<void>
  chooseSet(key: string | null): Promise<void>
}

export function useDesignActs(): DesignActs {
  const queries = useQueryClient()
  const then = async <R>(work: Promise<R>): Promise<R> => {
    const answer = await work
    await Promise.all(['forms', 'form', 'form-design'].map(key => queries.invalidateQueries({ queryKey: [key] })))
    void queries.invalidateQueries({ queryKey: ['undo'] })
    return answer
  }
  return {
    publish: async (form, seen, note) => (await then(post<{ version: number }>(`/api/forms/${form.id}/design`, { form, seen, ...(note.trim() ? { note: note.trim() } : {}) }, { once: newKey() }))).version,
    lookAgain: () => queries.invalidateQueries({ queryKey: ['form-design'] }),
    reset: (id, to) => then(post(`/api/forms/${id}/design/reset`, to === undefined ? {} : { to }, { once: newKey() })),
    chooseSet: key => then(post('/api/form-set', { key }, { once: newKey() })),
  }
}

/** The whole catalog in the browser's shape: who designs forms need not see the records that fill them. */
export function useDesignCatalog(): Pick<UseQueryResult, 'error' | 'refetch'> & { data: WebCatalog | undefined } {
  const { data: all, error, refetch } = useAllCatalog()
  const data = useMemo(() => all && { version: all.version, objects: new Map([...all.objects.values()].map(object => [object.name, asWebObject(object)])) }, [all])
  return { data, error, refetch }
}

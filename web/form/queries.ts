// Forms asked of the server: the list of all, one of them laid out, and the files it makes.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Sheet } from '#core/form/sheet.ts'
import type { ErrorBody } from '#core/lib/error.ts'
import { AppError } from '#core/lib/error.ts'
import type { Lang } from '#core/lib/text.ts'
import { api, rebuildError } from '../lib/api.ts'
import { useT } from '../lib/texts.ts'
import type { FormSearch } from './address.ts'
import { queryText } from './address.ts'
import type { FormInfo, FormList } from './types.ts'

export const formsQuery = { queryKey: ['forms', 'list'], queryFn: () => api<FormList>('/api/forms'), staleTime: 60_000 }

export function useForms(): UseQueryResult<FormList> {
  return useQuery(formsQuery)
}

/** Roles that forms name by key, as people call them. */
export function useRoleNames(): (key: string) => string {
  const { say } = useT()
  const roles = useForms().data?.roles ?? {}
  return key => (Object.hasOwn(roles, key) ? say(roles[key]!) : key)
}

export function useFormInfo(id: string): { info: FormInfo | undefined; pending: boolean; error: unknown } {
  const forms = useForms()
  return { info: forms.data?.forms.find(form => form.id === id), pending: forms.isPending, error: forms.error }
}

export const sheetPath = (id: string, search: FormSearch): string => `/api/forms/${encodeURIComponent(id)}${queryText(search)}`

export const loadSheet = (id: string, search: FormSearch, lang: Lang, signal?: AbortSignal): Promise<Sheet> =>
  api<Sheet>(sheetPath(id, search), { signal, headers: { 'accept-language': lang } })

export const sheetKey = (id: string, search: FormSearch): readonly unknown[] => ['forms', 'sheet', id, queryText(search)]

/** While other parameters are on their way the form that was shown stays. */
export function useSheet(id: string, search: FormSearch): UseQueryResult<Sheet> {
  const { lang } = useT()
  return useQuery({ queryKey: [...sheetKey(id, search), lang], queryFn: ({ signal }) => loadSheet(id, search, lang, signal), placeholderData: keepPreviousData, refetchOnWindowFocus: false })
}

const nameIn = (header: string | null): string | undefined => {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  return coded === undefined ? /filename="?([^";]+)"?/i.exec(header ?? '')?.[1] : decodeURIComponent(coded)
}

/** Fetched rather than linked to, so that a refusal is said in words instead of being saved as a file. */
export async function download(path: string, lang: Lang, name: string): Promise<void> {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { 'accept-language': lang } }).catch((cause: unknown) => { throw new AppError('unavailable', { key: 'error.offline', cause }) })
  if (!answer.ok) {
    const body = await answer.json().catch(() => null) as { error?: ErrorBody } | null
    throw body?.error ? rebuildError(body.error) : new AppError(answer.status >= 502 ? 'unavailable' : 'internal')
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = nameIn(answer.headers.get('content-disposition')) ?? name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export const filePath = (id: string, kind: 'xlsx' | 'pdf', search: FormSearch): string => `/api/forms/${encodeURIComponent(id)}.${kind}${queryText(search)}`

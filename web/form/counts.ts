// How many times a form was filled: records of its object, or kept forms of its id. Asked once for all cards.
import { useQueries, useQuery } from '@tanstack/react-query'
import type { Page } from '#core/report/query.ts'
import { post } from '../lib/api.ts'
import { useCatalog } from '../lib/catalog.ts'
import type { FormInfo } from './types.ts'

interface Pivot { rows: { form: unknown; n: unknown }[] }

const askFilled = (): Promise<Pivot> => post<Pivot>('/api/records/filledForm/pivot', { group: [{ field: 'form' }], measures: [{ fn: 'count', as: 'n' }], size: 200 })

export interface Count { n: number; exact: boolean }

export function useCounts(forms: FormInfo[]): (form: FormInfo) => Count | undefined {
  const catalog = useCatalog()
  const objects = [...new Set(forms.flatMap(form => (form.record && catalog.objects.get(form.record)?.can.read ? [form.record] : [])))]
  const counted = useQueries({ queries: objects.map(object => ({
    queryKey: ['records', object, 'form-count'], staleTime: 60_000,
    queryFn: () => post<Page>(`/api/records/${object}/query`, { columns: [], size: 1, total: 'capped' }),
  })) })
  const filled = useQuery({ queryKey: ['records', 'filledForm', 'form-count'], queryFn: askFilled, staleTime: 60_000, enabled: catalog.objects.get('filledForm')?.can.read === true })
  const byObject = new Map(objects.map((object, i) => [object, counted[i]?.data]))
  const byForm = new Map((filled.data?.rows ?? []).map(row => [String(row.form), Number(row.n)]))
  return form => {
    if (!form.record) return filled.data ? { n: byForm.get(form.id) ?? 0, exact: true } : undefined
    const page = byObject.get(form.record)
    return page?.total == null ? undefined : { n: page.total, exact: page.exact }
  }
}

// Which numbers the home page shows: found from the catalog, so that they follow rights and renamed fields.
import { useQuery } from '@tanstack/react-query'
import type { Field } from '#core/field/field.ts'
import type { Filter, Measure } from '#core/report/query.ts'
import { post } from '../lib/api.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import type { TextKey } from '../lib/texts.ts'

export interface Figure { key: string; object: WebObject; title: TextKey; measure: Measure; filter?: Filter; money: boolean }

const thisMonth = (field: string): Filter => ({ field, op: 'relative', value: { name: 'thisMonth' } })
const readable = (object: WebObject, names: string[]): Field | undefined =>
  names.map(name => object.fields[name]).find(field => field && !field.retired && field.right !== 'masked')

export function figuresOf(catalog: WebCatalog): Figure[] {
  const figures: Figure[] = []
  const customer = catalog.objects.get('customer')
  const order = catalog.objects.get('order')
  if (customer?.can.read) {
    const receivable = readable(customer, ['receivable', 'receivables', 'balance'])
    figures.push({ key: 'customers', object: customer, title: 'home.customers', measure: { fn: 'count', as: 'n' }, money: false })
    figures.push({ key: 'new', object: customer, title: 'home.newCustomers', measure: { fn: 'count', as: 'n' }, filter: thisMonth('createdAt'), money: false })
    if (receivable) figures.push({ key: 'due', object: customer, title: 'home.receivables', measure: { fn: 'sum', field: receivable.key, as: 'n' }, money: true })
  }
  if (order?.can.read) {
    const date = readable(order, ['date', 'orderDate', 'orderedOn'])
    const total = readable(order, ['total', 'amount'])
    const filter = thisMonth(date?.key ?? 'createdAt')
    figures.splice(2, 0, { key: 'orders', object: order, title: 'home.orders', measure: { fn: 'count', as: 'n' }, filter, money: false })
    if (total) figures.splice(3, 0, { key: 'sales', object: order, title: 'home.sales', measure: { fn: 'sum', field: total.key, as: 'n' }, filter, money: true })
  }
  return figures
}

export function useFigure(figure: Figure): { value: string | null; pending: boolean } {
  const { object, measure, filter } = figure
  const { data, isPending } = useQuery({
    queryKey: ['records', object.name, 'pivot', measure, filter],
    queryFn: () => post<{ rows: Record<string, unknown>[] }>(`/api/records/${object.name}/pivot`, { group: [], measures: [measure], filter }),
    staleTime: 60_000,
  })
  const value = data?.rows[0]?.n
  return { value: value === undefined || value === null ? (data ? '0' : null) : String(value), pending: isPending }
}

/** The customer list (or the first one) while it has no records. */
export function useIsEmpty(): WebObject | undefined {
  const catalog = useCatalog()
  const object = catalog.objects.get('customer')
  const { data } = useQuery({
    queryKey: ['records', object?.name, 'any'], enabled: object?.can.read === true,
    queryFn: () => post<{ rows: unknown[] }>(`/api/records/${object?.name ?? ''}/query`, { columns: [object?.title], size: 1, total: 'none' }),
  })
  return data?.rows.length === 0 ? object : undefined
}

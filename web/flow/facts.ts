// What an inbox says of its records beside their titles: the first columns of their list, and the amount. One question a kind.
import { useQueries } from '@tanstack/react-query'
import { cmp } from '#core/lib/decimal.ts'
import type { Page } from '#core/report/query.ts'
import { isBlank } from '../field/kind.ts'
import { formatAt } from '../field/path.ts'
import { post } from '../lib/api.ts'
import type { WebField, WireRow } from '../lib/api-types.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import { liveFields, useCatalog } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import type { InboxRow } from './types.ts'

export interface Facts { text: string; amount?: string; amountLabel?: string }

/** Whose it is and what it is called stand in the row already. */
const SAID = new Set(['owner', 'department', 'createdBy', 'updatedBy'])
const MOST = 3

const isMoney = (field: WebField): boolean => field.kind === 'money' || ('result' in field && field.result === 'money')

const plainColumns = (object: WebObject): WebField[] => (object.views[0]?.columns ?? [])
  .map(path => object.fields[path]).filter(field => field !== undefined).filter(field => !isMoney(field) && !SAID.has(field.key) && field.key !== object.title).slice(0, MOST)

/** Its largest amount of money. */
export function amountOf(object: WebObject, row: WireRow): WebField | undefined {
  const sums = liveFields(object).filter(field => isMoney(field) && typeof row[field.key] === 'string' && !row._masked?.includes(field.key))
  return sums.reduce<WebField | undefined>((most, field) => (most && cmp(String(row[most.key]), String(row[field.key])) >= 0 ? most : field), undefined)
}

function ask(catalog: WebCatalog, name: string, ids: string[]): Promise<Page> {
  const object = catalog.objects.get(name)!
  const columns = [...new Set([...plainColumns(object), ...liveFields(object).filter(isMoney)].map(field => field.key))]
  return post<Page>(`/api/records/${name}/query`, { columns, filter: { field: 'id', op: 'in', value: ids }, size: 200, total: 'none' })
}

export function useFacts(rows: readonly InboxRow[]): ReadonlyMap<string, Facts> {
  const { lang, say } = useT()
  const catalog = useCatalog()
  const asked = [...Map.groupBy(rows.filter(row => row.title !== null && catalog.objects.get(row.object)?.can.read), row => row.object)]
    .map(([object, of]) => [object, [...new Set(of.map(row => row.record))].slice(0, 200)] as const)
  const answers = useQueries({ queries: asked.map(([object, ids]) => ({ queryKey: ['records', object, 'facts', ids], queryFn: () => ask(catalog, object, [...ids]) })) })
  const facts = new Map<string, Facts>()
  for (const [at, [name]] of asked.entries()) {
    const object = catalog.objects.get(name)!
    for (const row of (answers[at]?.data?.rows ?? []) as WireRow[]) {
      const amount = amountOf(object, row)
      const text = plainColumns(object).filter(field => !isBlank(row[field.key])).map(field => formatAt({ field, part: '' }, row[field.key], lang)).join(' · ')
      facts.set(row.id, { text, ...(amount ? { amount: formatAt({ field: amount, part: '' }, row[amount.key], lang), amountLabel: say(amount.label) } : {}) })
    }
  }
  return facts
}

// Names of records that a filter refers to by id: remembered from look-ups, else asked for once.
import { useQueries } from '@tanstack/react-query'
import type { Link, WireRow } from '../lib/api-types.ts'
import { api } from '../lib/api.ts'
import { useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { formatAt } from '../field/path.ts'

const known = new Map<string, string>()

export const rememberLabels = (links: Link[]): void => { for (const { id, label } of links) known.set(id, label) }

export function useLabels(object: string, ids: string[]): ReadonlyMap<string, string> {
  const { lang } = useT()
  const def = useObject(object)
  const field = def?.fields[def.title]
  const asked = ids.filter(id => !id.startsWith('@') && !known.has(id)).slice(0, 20)
  const answers = useQueries({ queries: asked.map(id => ({ queryKey: ['records', object, 'label', id], queryFn: () => api<WireRow>(`/api/records/${object}/${id}`), retry: false })) })
  answers.forEach((answer, i) => { if (answer.data && field) known.set(asked[i]!, formatAt({ field, part: '' }, answer.data[field.key], lang)) })
  return known
}

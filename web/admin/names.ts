// Names of objects and fields for sentences: from the whole catalog where one may read it, else from one's own.
import { useQuery } from '@tanstack/react-query'
import { useCatalog } from '../lib/catalog.ts'
import { useSession } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import type { Names } from './audit-words.ts'
import { allCatalogQuery } from './queries.ts'

export function useNames(): Names & { objects: { value: string; label: string }[] } {
  const { say } = useT()
  const own = useCatalog()
  const may = useSession()?.powers.some(power => power === 'catalog' || power === 'users') ?? false
  const all = useQuery({ ...allCatalogQuery, enabled: may })
  const objects = all.data?.objects ?? own.objects
  const objectOf = (name: string) => objects.get(name)
  return {
    objects: [...objects.values()].map(object => ({ value: object.name, label: say(object.label) })),
    object: name => { const object = objectOf(name); return object ? say(object.label) : name },
    field: (name, key) => { const field = objectOf(name)?.fields[key]; return field ? say(field.label) : key },
  }
}

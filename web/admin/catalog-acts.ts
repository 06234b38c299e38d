// Changes of the catalog, and what a refusal says about which setting.
import { useQueryClient } from '@tanstack/react-query'
import { AppError } from '#core/lib/error.ts'
import type { Lang } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import { messages, messageOf } from '#core/lib/messages.ts'
import { api, newKey, post } from '../lib/api.ts'
import { tellLive } from '../lib/live.ts'
import { errorText, fieldTexts } from '../lib/say.ts'
import type { T } from '../lib/texts.ts'
import type { AllCatalog } from './queries.ts'

type Definition = Record<string, unknown>
const path = (object: string): string => `/api/catalog/objects/${object}`

export interface CatalogActs {
  addObject(definition: Definition, fields: { definition: Definition }[]): Promise<{ name: string; keys: string[] }>
  changeObject(object: string, change: Definition): Promise<void>
  addField(object: string, definition: Definition): Promise<{ key: string }>
  changeField(object: string, key: string, change: Definition): Promise<void>
  orderFields(object: string, keys: string[]): Promise<void>
}

export function useCatalogActs(): CatalogActs {
  const queries = useQueryClient()
  const then = async <R>(work: Promise<R>): Promise<R> => {
    const answer = await work
    tellLive({ type: 'catalog' })
    await queries.invalidateQueries({ queryKey: ['catalog'] })
    void queries.invalidateQueries({ queryKey: ['undo'] })
    return answer
  }
  const once = (): { once: string } => ({ once: newKey() })
  return {
    addObject: (definition, fields) => then(post<{ name: string; keys: string[] }>('/api/catalog/objects', { definition, fields }, once())),
    changeObject: (object, change) => then(api(path(object), { method: 'PATCH', body: { change }, ...once() })),
    addField: (object, definition) => then(post<{ key: string }>(`${path(object)}/fields`, { definition }, once())),
    changeField: (object, key, change) => then(api(`${path(object)}/fields/${key}`, { method: 'PATCH', body: { change }, ...once() })),
    orderFields: (object, keys) => then(post(`${path(object)}/fields/order`, { keys }, once())),
  }
}

const known = (key: string, lang: Lang): string | undefined => (Object.hasOwn(messages, key) ? messageOf({ key }, lang) : undefined)

/** What was being changed, for telling its own faults from those of what rests on it. */
export interface Changing { t: T; lang: Lang; catalog?: AllCatalog | undefined; object?: string | undefined; key?: string | undefined }

/** Refusals by setting ('label', 'options'); '' is the definition as a whole. */
export function catalogTexts(error: unknown, changing: Changing): Record<string, string> {
  const { t, lang } = changing
  const problems = error instanceof AppError ? error.params['problems'] : undefined
  if (typeof problems !== 'string') return { '': errorText(error, t, lang), ...fieldTexts(error, lang) }
  const texts: Record<string, string> = {}
  for (const line of problems.split('\n')) {
    // '<object>.<field>.<setting>…: what is wrong'
    const [, place = '', what = line] = /^([\w.]+): (.*)$/.exec(line) ?? []
    const elsewhere = usedBy(place, changing)
    if (elsewhere === undefined) texts[place.split('.')[2] ?? ''] ??= what === 'required' ? t('catalog.required') : known(what, lang) ?? t('catalog.refused', { what })
    else texts[''] ??= t('catalog.usedBy', { place: elsewhere })
  }
  return texts
}

/** The name of what rests on the changed field and would break; undefined where the fault is its own. */
function usedBy(place: string, { lang, catalog, object, key }: Changing): string | undefined {
  const [name = '', part = ''] = place.split('.')
  const found = catalog?.objects.get(name)
  if (!found || (name === object && (part === key || (key === undefined && !Object.hasOwn(found.fields, part))))) return undefined
  const field = Object.hasOwn(found.fields, part) ? found.fields[part] : undefined
  return field ? `${inLang(found.label, lang)} · ${inLang(field.label, lang)}` : inLang(found.label, lang)
}

// The catalog in the browser: the same shape as the core's, so that paths resolve by the same code.
import { useQuery } from '@tanstack/react-query'
import type { ObjectDef } from '#core/object/object.ts'
import { api } from './api.ts'
import type { Can, WebField, WireCatalog, WireObject } from './api-types.ts'

export interface WebObject extends Omit<ObjectDef, 'fields'> {
  can: Can
  fields: Record<string, WebField>
}

export interface WebCatalog {
  version: number
  objects: ReadonlyMap<string, WebObject>
}

function objectFrom(wire: WireObject): WebObject {
  const fields = Object.create(null) as Record<string, WebField>
  for (const field of wire.fields) fields[field.key] = field
  return { ...wire, table: '', checks: [], fields }
}

async function load(): Promise<WebCatalog> {
  const wire = await api<WireCatalog>('/api/catalog')
  return { version: wire.version, objects: new Map(wire.objects.map(object => [object.name, objectFrom(object)])) }
}

export const catalogQuery = { queryKey: ['catalog'], queryFn: load, staleTime: Infinity }

const EMPTY: WebCatalog = { version: 0, objects: new Map() }

export function useCatalog(): WebCatalog {
  return useQuery(catalogQuery).data ?? EMPTY
}

export function useObject(name: string): WebObject | undefined {
  return useCatalog().objects.get(name)
}

/** Objects of the navigation: readable, not child lines, not settings. */
export const navObjects = (catalog: WebCatalog): WebObject[] =>
  [...catalog.objects.values()].filter(object => object.can.read && !object.internal && !object.parent && !object.retired)

export const liveFields = (object: WebObject): WebField[] => Object.values(object.fields).filter(field => !field.retired)

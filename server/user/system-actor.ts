// The product itself as an actor: first set-up, the demo company, scheduled jobs. May do everything, signs as nobody.
import { POWERS } from '#core/object/access.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'

const NOBODY = '00000000-0000-7000-8000-000000000000'

export function systemActor(org: number, catalog: Catalog, via: Actor['via'] = 'setup'): Actor {
  const all = { read: 'all', update: 'all', delete: 'all', create: true, export: true, import: true } as const
  const grants = [...catalog.objects.values()].map(object => ({
    object: object.name, ...all,
    fields: Object.fromEntries(Object.values(object.fields).filter(field => field.sensitivity).map(field => [field.key, 'write' as const])),
  }))
  return {
    org, userId: NOBODY, name: 'Guanxi', lang: 'zh', departments: [], departmentsBelow: [],
    roles: [{ grants, powers: [...POWERS] }], roleNames: [], via, zone: 'Asia/Shanghai',
  }
}

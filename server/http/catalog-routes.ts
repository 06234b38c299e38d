// The catalog as the caller may see it, and its changes by an administrator.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { hasPower, needPower, rightsOf } from '#core/object/rights.ts'
import { perform } from '#server/action/perform.ts'
import { visibleRight } from '#server/record/right.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

/** What the browser is told of an object: hidden fields do not exist, and the browser re-decides nothing. */
function visible(catalog: Catalog, actor: Actor, object: ObjectDef) {
  const rights = rightsOf(actor, object)
  const fields = Object.values(object.fields).flatMap(field => {
    const right = visibleRight(catalog, actor, object, field)
    return right === 'hidden' || field.retired ? [] : [{ ...field, right }]
  })
  const seen = new Set(fields.map(field => field.key))
  const path = (name: string): boolean => seen.has(name.split('.')[0]!)
  return {
    ...object, table: undefined, checks: undefined, indexes: undefined, unique: undefined, series: undefined,
    can: { read: rights.read.length > 0, create: rights.create, update: rights.update.length > 0, delete: rights.delete.length > 0, export: rights.export, import: rights.import },
    fields,
    views: object.views.map(view => ({ ...view, columns: view.columns.filter(path), ...(view.sort ? { sort: view.sort.filter(sort => path(sort.field)) } : {}) })),
    sections: object.sections.map(section => ({ ...section, fields: section.fields.filter(key => seen.has(key)) })).filter(section => section.fields.length > 0),
  }
}

export function catalogFor(catalog: Catalog, actor: Actor) {
  return {
    version: catalog.version,
    objects: [...catalog.objects.values()].filter(object => !object.retired).map(object => visible(catalog, actor, object)).filter(object => object.can.read || object.can.create),
    powers: [...new Set(actor.roles.flatMap(role => role.powers))],
  }
}

const body = z.record(z.string(), z.unknown())

/** Method, address and the action that does it; the parts of the address go into its input. */
const CHANGES: [method: 'POST' | 'PATCH', url: string, action: string, summary: string][] = [
  ['POST', '/api/catalog/objects', 'catalog.addObject', 'Add an object'],
  ['PATCH', '/api/catalog/objects/:object', 'catalog.changeObject', 'Rename, change or retire an object'],
  ['POST', '/api/catalog/objects/:object/fields', 'catalog.addField', 'Add a field'],
  ['PATCH', '/api/catalog/objects/:object/fields/:key', 'catalog.changeField', 'Rename, change or retire a field'],
  ['POST', '/api/catalog/objects/:object/fields/order', 'catalog.orderFields', 'Put fields in order'],
]

export function catalogRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'GET', url: '/api/catalog', summary: 'Objects and fields that the caller may see',
    run: async ({ actor }) => catalogFor(site.env.catalog.current(), actor),
  })
  route(app, site, {
    method: 'GET', url: '/api/catalog/all', summary: 'Every object and field as declared, retired ones too, for those who change them or grant rights over them',
    async run({ actor }) {
      if (!hasPower(actor, 'users')) needPower(actor, 'catalog')
      const { version, objects } = site.env.catalog.current()
      return { version, objects: [...objects.values()].map(object => ({ ...object, fields: Object.values(object.fields) })) }
    },
  })
  for (const [method, url, action, summary] of CHANGES) {
    route(app, site, {
      method, url, summary, body,
      run: ({ actor, body: input, params }) => perform(site.env, actor, action, { ...input, ...params }),
    })
  }
}

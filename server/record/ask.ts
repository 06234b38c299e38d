// The beginning of every statement: who asks, in which catalog, with no values yet.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { volatileSql } from './computed.ts'
import { Params } from './params.ts'
import { permissionOn, permissionSql } from './permission.ts'
import type { Ask } from './source.ts'

export function newAsk(catalog: Catalog, actor: Actor): Ask {
  const params = new Params()
  return { catalog, actor, params, org: params.bind(actor.org, 'integer'), trusted: false, compile: { permissionSql, permissionOn, volatileSql } }
}

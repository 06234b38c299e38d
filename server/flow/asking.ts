// From where the parts of flows read: a transaction that changes a case, or a look at it.
import { today } from '#core/lib/date.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Ctx, Env } from '#server/action/context.ts'
import { read } from '#server/database/transaction.ts'
import type { Reader } from '#server/database/transaction.ts'
import { flowSettings } from '#server/schema/flow-rows.ts'
import type { FlowStore } from './book.ts'
import { flowsIn } from './book.ts'

export interface Asking {
  reader: Reader
  catalog: Catalog
  org: number
  now: string
  /** The company's day. */
  today: string
  zone: string
  settings: Record<string, unknown>
  flows: FlowStore
}

async function askingOf(env: Env, org: number, reader: Reader, now: string): Promise<Asking> {
  const { zone, settings } = await flowSettings(reader, org)
  return { reader, catalog: env.catalog.current(), org, now, zone, settings, today: today(zone, new Date(now)), flows: flowsIn(env) }
}

export const askingIn = (ctx: Ctx): Promise<Asking> => askingOf(ctx.env, ctx.org, ctx.tx, ctx.now)

export const lookAtFlows = <T>(env: Env, org: number, work: (asking: Asking) => Promise<T>): Promise<T> =>
  read(env.pool, async reader => work(await askingOf(env, org, reader, new Date().toISOString())))

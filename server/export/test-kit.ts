// For tests: the real business on a database of its own, people of each kind, and exports taken to the end.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { Actor } from '#core/object/access.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Env } from '#server/action/context.ts'
import { perform } from '#server/action/perform.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { actor, grant } from '#server/record/test-shop.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import { readBytes, values } from '#server/sheet/reading-kit.ts'
import type { ReadResult } from '#server/sheet/reading-kit.ts'
import type { ExportAsk } from './plan.ts'
import { requestExport } from './request.ts'
import type { Requested } from './request.ts'
import { sendExport } from './send.ts'

export interface Kit {
  db: TestDatabase
  env: Env
  object(name: string): ObjectDef
}

export async function openKit(declared: readonly ObjectDef[]): Promise<Kit> {
  const catalog = buildCatalog(declared)
  const db = await testDatabase({ template: 'export', prepare: pool => prepareTestDatabase(pool, declared) })
  const env: Env = { pool: db.pool, declared, catalog: { current: () => catalog, reload: async () => catalog }, log: { info: () => undefined, warn: () => undefined, error: () => undefined } }
  return { db, env, object: name => catalog.objects.get(name)! }
}

const OPEN = { bossAge: 'write', bossOrigin: 'write', wage: 'write', bankAccount: 'write' } as const

export const boss = (more: Partial<Actor> = {}): Actor => actor([grant('*'), grant('customer', { fields: OPEN }), grant('contact', { fields: { birthday: 'write', homePhone: 'write' } }), grant('user'), grant('department')],
  { powers: ['exportMany'], name: '王老板', ...more })
export const salesman = (): Actor => actor([grant('*', { read: 'own', update: 'own' })], { name: '小李' })

export type Asking = Omit<ExportAsk, 'format' | 'query'> & Partial<Pick<ExportAsk, 'format' | 'query'>>

export const ask = (kit: Kit, who: Actor, asking: Asking): Promise<Requested> => perform<Requested>(kit.env, who, requestExport.name, { format: 'xlsx', ...asking })

export async function fetchExport(kit: Kit, who: Actor, id: string): Promise<{ name: string; bytes: Buffer }> {
  let name = ''
  const out = new PassThrough()
  const bytes = buffer(out)
  bytes.catch(() => undefined)
  await sendExport(kit.env, who, id, file => {
    name = file.name
    return out
  })
  return { name, bytes: await bytes }
}

export async function exported(kit: Kit, who: Actor, asking: Asking): Promise<{ name: string; bytes: Buffer; book: ReadResult; rows: (string | null)[][] }> {
  const { id } = await ask(kit, who, asking)
  const file = await fetchExport(kit, who, id)
  const book = await readBytes(file.bytes, { fileName: file.name })
  return { ...file, book, rows: values(book.rows[0]) }
}

export interface AuditRow { what: string; object: string | null; actor: string; detail: Record<string, unknown> }

export const auditOf = async (kit: Kit, who: Actor): Promise<AuditRow[]> =>
  (await kit.db.pool.query<AuditRow>('select what, object, actor, detail from audit where actor = $1 order by at, id', [who.userId])).rows

// Puts the product together: database, catalog, doors, sign-in. Used by start, by the demo company and by tests.
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import type { Logger } from 'pino'
import '#server/action/actions.ts'
import '#server/flow/actions.ts'
import { openEvents } from '#server/action/events.ts'
import { offerRoles } from '#server/action/offer-roles.ts'
import { fillSeries } from '#server/action/series-fill.ts'
import type { Database } from '#server/database/open.ts'
import { isConnectionLost } from '#server/database/faults.ts'
import { openDatabase } from '#server/database/open.ts'
import type { Tx } from '#server/database/transaction.ts'
import { openFlows } from '#server/flow/book.ts'
import { openForms } from '#server/form/book.ts'
import type { FormBook } from '#server/form/parts.ts'
import type { Config } from '#server/http/config.ts'
import type { Site } from '#server/http/site.ts'
import { openMail } from '#server/job/mail.ts'
import { openCatalog } from '#server/schema/catalog-store.ts'
import { migrate } from '#server/schema/migrate.ts'
import { actorCache } from '#server/user/actor.ts'
import { openAuth } from '#server/user/auth.ts'
import { sessions } from '#server/user/session.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { shippedRoles } from '#features/company/roles.ts'
import { declared } from './catalog.ts'
import { flowBook } from './flows.ts'
import { formBook } from './forms.ts'

const ORG = 1
const AGAIN_MS = 500

export interface OpenedSite {
  site: Site
  close(): Promise<void>
}

/** The first one to ask makes it; it signs cookies and is the same for all processes on the database. */
async function instanceSecret(db: Tx): Promise<string> {
  await db.query(`insert into instance_secret (name, value) values ('session', $1) on conflict do nothing`, [randomBytes(32).toString('base64url')])
  const { rows } = await db.query<{ value: string }>(`select value from instance_secret where name = 'session'`)
  return rows[0]!.value
}

const single = (database: Database): Tx => ({
  query: async <T>(sql: string, params?: unknown[]) => {
    const answer = await database.pool.query(sql, params)
    return { rows: answer.rows as T[], rowCount: answer.rowCount ?? 0 }
  },
})

export async function openSite(config: Config, log: Logger = pino({ level: config.LOG_LEVEL }), book: FormBook = formBook): Promise<OpenedSite> {
  const plain = { info: (text: string) => log.info(text), warn: (text: string) => log.warn(text), error: (text: string) => log.error(text) }
  const database = await openDatabase({ dataDir: config.DATA_DIR, databaseUrl: config.DATABASE_URL, log: plain })
  const closers: (() => unknown)[] = [() => database.close()]
  try {
    await patiently(() => migrate(database.pool, plain))
    const db = single(database)
    const catalog = await openCatalog(database.pool, declared, { org: ORG, warn: plain.warn })
    closers.unshift(() => catalog.close())
    const events = await openEvents(database.pool, { connection: { connectionString: database.url }, warn: plain.warn })
    closers.unshift(() => events.close())
    const secret = await instanceSecret(db)
    const auth = openAuth({ url: database.url, secret, baseUrl: config.baseUrl })
    const mail = openMail(config.SMTP_URL, config.MAIL_FROM)
    closers.unshift(() => auth.close(), () => mail.close())
    const forms = openForms(database.pool, ORG, book)
    const flows = await openFlows(database.pool, ORG, flowBook)
    const env = { pool: database.pool, declared, catalog, log, events, forms, flows }
    for (const object of await fillSeries(env, { org: ORG })) log.info({ object }, 'sums of an earlier release are worked out in the background')
    const upgraded = await offerRoles(env, systemActor(ORG, catalog.current()), shippedRoles)
    if (upgraded > 0) log.info({ roles: upgraded }, 'roles of an earlier release were given the rights that are new')
    const site: Site = {
      config, org: ORG, database, db, env, auth, mail, log, events, forms,
      sessions: sessions(db, secret), actors: actorCache(db),
      starting: { roles: shippedRoles, first: ['admin', 'generalManager'], department: '总公司' },
    }
    return { site, close: () => closeAll(closers) }
  } catch (error) {
    await closeAll(closers)
    throw error
  }
}

/** A process that stops at this very moment may take the shared database with it; it is back a moment later. */
async function patiently<T>(work: () => Promise<T>, tries = 10): Promise<T> {
  for (;; tries--) {
    try {
      return await work()
    } catch (fault) {
      if (tries <= 0 || !isConnectionLost(fault)) throw fault
      await setTimeout(AGAIN_MS)
    }
  }
}

async function closeAll(closers: (() => unknown)[]): Promise<void> {
  for (const close of closers.splice(0)) await close()
}

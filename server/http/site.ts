// What routes work with: settings, database, catalog and the doors. Made once at start; no globals.
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#server/database/open.ts'
import type { Tx } from '#server/database/transaction.ts'
import type { Env } from '#server/action/context.ts'
import type { EventHub } from '#server/action/events.ts'
import type { FormStore } from '#server/form/book.ts'
import type { ActorCache } from '#server/user/actor.ts'
import type { Auth } from '#server/user/auth.ts'
import type { Sessions } from '#server/user/session.ts'
import type { StartingRoles } from '#server/user/setup.ts'
import type { Mail } from '#server/job/mail.ts'
import type { Config } from './config.ts'

export interface Site {
  config: Config
  org: number
  database: Database
  /** Single statements outside a transaction. */
  db: Tx
  /** The door in takes it: pool, catalog, events, log. */
  env: Env
  events: EventHub
  forms: FormStore
  auth: Auth
  sessions: Sessions
  actors: ActorCache
  mail: Mail
  /** Roles and department that a new company begins with. */
  starting: StartingRoles
  log: FastifyBaseLogger
}

// A whole product for a test: its own database, all routes, people of every role who can sign in.
import { createHash } from 'node:crypto'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { testDatabase } from '#server/database/test-database.ts'
import type { FormBook } from '#server/form/parts.ts'
import { readConfig } from '#server/http/config.ts'
import { serve } from '#server/http/serve.ts'
import type { Site } from '#server/http/site.ts'
import { migrate } from '#server/schema/migrate.ts'
import { firstStart } from '#server/user/setup.ts'
import { openSite } from './open-site.ts'
import { routes } from './routes.ts'

export const PASSWORD = 'Lotus-river-88'

export interface Person {
  id: string
  email: string
  /** A request as this person, from the page. */
  call(method: InjectOptions['method'], url: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** The same, and the parsed body; throws when the status is not 2xx. */
  ok<T = Record<string, unknown>>(method: InjectOptions['method'], url: string, body?: unknown): Promise<T>
  cookie: string
}

export interface TestSite {
  site: Site
  app: FastifyInstance
  /** The first person: administrator and general manager. */
  boss: Person
  /** Invites a person with the roles of these names and signs in. */
  person(name: string, roles: string[], department?: string): Promise<Person>
  signIn(email: string, password?: string): Promise<Person>
  anybody: Person['call']
  close(): Promise<void>
}

const ORIGIN = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }

const caller = (app: FastifyInstance, cookie: string): Person['call'] => (method, url, body, headers = {}) =>
  app.inject({ method, url, headers: { ...ORIGIN, ...(cookie ? { cookie } : {}), ...headers }, ...(body === undefined ? {} : { payload: body as object }) })

function asPerson(app: FastifyInstance, id: string, email: string, cookie: string): Person {
  const call = caller(app, cookie)
  return {
    id, email, cookie, call,
    async ok<T>(method: InjectOptions['method'], url: string, body?: unknown): Promise<T> {
      const answer = await call(method, url, body)
      if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
      return answer.json<T>()
    },
  }
}

async function signIn(app: FastifyInstance, email: string, password: string): Promise<Person> {
  const answer = await caller(app, '')('POST', '/api/sign-in', { email, password })
  if (answer.statusCode !== 200) throw new Error(`sign-in of ${email}: ${answer.body}`)
  const cookie = [answer.headers['set-cookie']].flat().map(line => String(line).split(';')[0]).join('; ')
  const session = await caller(app, cookie)('GET', '/api/session')
  return asPerson(app, session.json<{ user: { id: string } }>().user.id, email, cookie)
}

/** `webDir`: also serve the built pages, for browsers. `book`: other forms than those of the product. */
export async function testSite(webDir?: string, book?: FormBook): Promise<TestSite> {
  const database = await testDatabase({ template: 'migrated', prepare: async pool => void await migrate(pool, { info: () => undefined, warn: () => undefined }) })
  const dataDir = await mkdtemp(join(tmpdir(), 'guanxi-test-'))
  const config = readConfig({
    DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent', GUANXI_ADMIN_EMAIL: 'boss@example.cn', GUANXI_ADMIN_PASSWORD: PASSWORD,
  }, [])
  const opened = await openSite(config, pino({ level: 'silent' }), book)
  const app = await serve(opened.site, routes, webDir)
  await firstStart(opened.site, '测试公司')
  const boss = await signIn(app, 'boss@example.cn', PASSWORD)
  return {
    site: opened.site, app, boss,
    person: (name, roles, department) => invite(app, boss, name, roles, department),
    signIn: (email, password = PASSWORD) => signIn(app, email, password),
    anybody: caller(app, ''),
    async close() {
      await app.close()
      await opened.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function invite(app: FastifyInstance, boss: Person, name: string, roles: string[], department?: string): Promise<Person> {
  const all = await boss.ok<{ rows: { id: string; name: string }[] }>('POST', '/api/records/role/query', { columns: ['name'], size: 100 })
  const ids = roles.map(role => {
    const found = all.rows.find(row => row.name === role)
    if (!found) throw new Error(`no role ${role}`)
    return found.id
  })
  const email = `p${Math.random().toString(36).slice(2)}@example.cn`
  const invited = await boss.ok<{ link: string }>('POST', '/api/users/invite', { name, email, roles: ids, ...(department ? { department } : {}) })
  const token = new URL(invited.link).searchParams.get('token')
  const accepted = await caller(app, '')('POST', '/api/invitations/accept', { token, password: PASSWORD })
  if (accepted.statusCode !== 200) throw new Error(`invitation: ${accepted.body}`)
  return signIn(app, email, PASSWORD)
}

/** Everything but what a refusal may leave: sessions, attempts, the log of denials. */
const EXEMPT = new Set(['auth_session', 'sign_in_attempt', 'audit', 'counter', 'idempotency', 'outbox', 'auth_verification', 'one_time_link'])

export async function stateHash(site: TestSite): Promise<string> {
  const { rows } = await site.site.db.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`)
  const hash = createHash('sha256')
  for (const { name } of rows.filter(row => !EXEMPT.has(row.name))) {
    const content = await site.site.db.query<{ text: string | null }>(`select string_agg(t::text, E'\\n' order by t::text) as text from "${name}" t`)
    hash.update(name).update(content.rows[0]?.text ?? '')
  }
  return hash.digest('hex')
}

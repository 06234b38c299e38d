// Loads the demo company into an empty installation, as one action: all of it or nothing.
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { today } from '#core/lib/date.ts'
import { objectOf } from '#core/object/catalog.ts'
import { seriesTable } from '#core/object/series.ts'
import type { Ctx, Env } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import { perform } from '#server/action/perform.ts'
import type { Site } from '#server/http/site.ts'
import { setPassword } from '#server/user/account.ts'
import type { StartingRoles } from '#server/user/setup.ts'
import { hasAdministrator } from '#server/user/setup.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { emailOf } from './basics.ts'
import { fill } from './fill.ts'
import type { Person } from './staff.ts'
import { PEOPLE } from './staff.ts'
import { idOf, newWorld } from './world.ts'

export interface DemoSize {
  customers: number
  lines: number
  /** The day after the last day of business; by default the real one. */
  today?: string
  say?: (text: string) => void
}

/** What of the site is needed here. */
export type DemoSite = Pick<Site, 'org' | 'env'> & { starting: Pick<StartingRoles, 'roles'> }

export interface Login {
  role: string
  name: string
  email: string
  password: string
}

export interface LoadedDemo {
  logins: Login[]
  counts: [object: string, count: number][]
}

export const SMALL: DemoSize = { customers: 2000, lines: 80_000 }

const input = z.object({
  customers: z.int().min(40).max(20_000_000), lines: z.int().min(1).max(200_000_000), today: z.iso.date(),
  roles: z.custom<StartingRoles['roles']>(Array.isArray), say: z.custom<(text: string) => void>(value => typeof value === 'function'),
})

const loadAction = defineAction({
  name: 'demo.load', input, undoable: false, timeoutMs: 0,
  label: { zh: '载入演示公司', en: 'Load the demo company' },
  async run(ctx, { customers, lines, today: day, roles, say }): Promise<LoadedDemo | null> {
    await ctx.tx.query("select pg_advisory_xact_lock(hashtextextended('guanxi:setup', 0))")
    if (await hasAdministrator(ctx.tx, ctx.org)) return null
    const world = newWorld(day, customers, lines)
    const counts = await fill({ ctx, world, roles, say })
    const logins: Login[] = []
    for (const { key, name } of roles) {
      const person = PEOPLE.find(one => one.roles[0] === key)
      if (person) logins.push({ role: name, ...await login(ctx, idOf(world, 'user', person.name), person) })
    }
    ctx.journal.audit.push({ what: 'setup', detail: { demo: true } })
    return { logins, counts: [...counts] }
  },
})

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve random letters in groups of four: 59 bits, and can be typed. */
const newPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')

async function login(ctx: Ctx, id: string, { name }: Person): Promise<Omit<Login, 'role'>> {
  const account = { id, name, email: emailOf(name) }
  const password = newPassword()
  await setPassword(ctx.tx, account, password)
  return { name, email: account.email, password }
}

/** Null when the company has people already. */
export async function fillDemo(site: DemoSite, size: DemoSize): Promise<LoadedDemo | null> {
  const { customers, lines, today: day = today(), say = () => undefined } = size
  const actor = systemActor(site.org, site.env.catalog.current())
  const loaded = await perform<LoadedDemo | null>(site.env, actor, loadAction.name, { customers, lines, today: day, say, roles: site.starting.roles })
  if (loaded) await tidy(site.env, tablesOf(site.env, loaded.counts.map(([object]) => object)))
  return loaded
}

function tablesOf({ catalog }: Env, objects: string[]): string[] {
  return objects.map(name => objectOf(catalog.current(), name)).flatMap(object => [object.table, ...(object.series ?? []).map(series => seriesTable(object, series))])
}

/** Statistics for the planner, and the marks by which an index alone answers. */
async function tidy({ pool }: Env, tables: string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    for (const table of tables) await client.query(`vacuum (analyze) ${client.escapeIdentifier(table)}`)
  } finally {
    // Closed, not given back: the time limit must hold for everybody else.
    client.release(true)
  }
}

/** The small demo company for `npm start -- --demo`: the lines to print, or none when there is nothing to do. */
export async function loadDemo(site: DemoSite): Promise<string[]> {
  const loaded = await fillDemo(site, SMALL)
  return loaded ? loginLines(loaded.logins) : []
}

export const loginLines = (logins: readonly Login[]): string[] => [
  '演示公司已就绪，以下密码只显示一次 / The demo company is ready; these passwords are shown once:',
  ...logins.map(({ role, name, email, password }) => `  ${role}\t${name}\t${email}\t${password}`),
]

// Twenty decisions at the same moment on each of thirty cases, by several people over two processes on one database:
// one of them counts, the others are told whose. And what the clock does, it does once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pino } from 'pino'
import { decideAction } from '#server/flow/actions.ts'
import { lookAfterCases } from '#server/flow/clock.ts'
import { perform } from '#server/action/perform.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { OpenedSite } from '#app/open-site.ts'
import { openSite } from '#app/open-site.ts'
import { act, ask, begin, look, openTask } from '#app/test-cases.ts'
import { openTeam } from '#app/test-hands.ts'
import type { Team } from '#app/test-hands.ts'
import type { Person } from '#app/test-site.ts'

const RUNS = 30
const AT_ONCE = 20

let team: Team
let second: OpenedSite
beforeAll(async () => {
  team = await openTeam()
  second = await openSite(team.it.site.config, pino({ level: 'silent' }))
}, 90_000)
afterAll(async () => {
  await second.close()
  await team.it.close()
})

const actorOf = async (who: Person): Promise<Actor> => ({ ...(await team.it.site.actors.get(1, who.id))!, via: 'page' })

async function asked(): Promise<string> {
  const { id } = await begin(team.specialist, 'P4', 'hospitality', (await ask(team.specialist, '300')).id)
  await act(team.specialist, id, 'done')
  return id
}

test('of many decisions on one step exactly one counts', async () => {
  const deciders = await Promise.all([team.manager, team.manager2].map(async who => ({ who, actor: await actorOf(who) })))
  const envs = [team.it.site.env, second.site.env]
  const ids: string[] = []
  for (let n = 0; n < RUNS; n++) ids.push(await asked())
  for (const [n, id] of ids.entries()) {
    const seen = (await Promise.all(deciders.map(async ({ who }) => (await look(who, id)).seen!)))
    const task = openTask(await look(team.manager, id)).id
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => {
      const decision = ['approve', 'reject', 'back', 'approve'][(at + n) % 4]!
      return perform(envs[at % 2]!, deciders[(at >> 1) % 2]!.actor, decideAction.name, { task, decision, seen: seen[(at >> 1) % 2], note: '并发' }, at % 3 === 0 ? { idempotencyKey: `together-${n}-${at}` } : {})
        .then(() => 'done', (fault: unknown) => (fault instanceof AppError ? `${fault.code} ${fault.key} ${String(fault.params['who'])}` : String(fault)))
    }))
    const view = await look(team.manager, id)
    const decided = view.events.filter(event => ['approve', 'reject', 'back'].includes(event.kind))
    expect(decided).toHaveLength(1)
    expect(answers.filter(answer => answer === 'done')).toHaveLength(1)
    expect(new Set(answers.filter(answer => answer !== 'done'))).toEqual(new Set([`conflict flow.decided ${decided[0]!.by}`]))
    expect(view.tasks.filter(one => one.state === 'open')).toHaveLength(1)
    expect(view.tasks.filter(one => one.node === 'approve' && one.state === 'done')).toHaveLength(1)
  }
  const { rows } = await team.it.site.db.query<{ n: number }>(`select count(*)::int as n from notification where text like '%制定用餐计划%' and owner = $1`, [team.specialist.id])
  const approved = (await team.it.site.db.query<{ n: number }>(`select count(*)::int as n from flow_event where kind = 'approve'`)).rows[0]!.n
  expect(rows[0]!.n).toBe(approved)
}, 120_000)

test('a change of the record and a decision on it at the same moment: never a decision on what nobody saw', async () => {
  const { site } = team.it
  const [starter, manager] = [await actorOf(team.specialist), await actorOf(team.manager)]
  for (let n = 0; n < 10; n++) {
    const { id, record } = await begin(team.specialist, 'P4', 'hospitality', (await ask(team.specialist, '300')).id)
    const view = await look(team.specialist, id)
    const [decided, changed] = await Promise.allSettled([
      perform(site.env, starter, decideAction.name, { task: openTask(view).id, decision: 'done', seen: view.seen }),
      perform(second.site.env, n % 2 ? starter : manager, 'record.update', { object: 'hospitality', id: record, values: { meal: '9000' } }),
    ])
    expect([decided.status, changed.status].filter(status => status === 'fulfilled').length).toBeLessThan(2)
    // Either it was handed in as it was seen and the change refused, or changed and to be looked at again.
    const amount = (await site.db.query<{ meal: string }>('select meal from hospitality where id = $1', [record])).rows[0]!.meal
    expect(Number(amount)).toBe(changed.status === 'fulfilled' ? 9000 : 300)
  }
})

test('a late step is asked for once and goes up once, whichever process looks', async () => {
  const id = await asked()
  const { db, env, org } = team.it.site
  const both = (): Promise<number[]> => Promise.all([lookAfterCases(env, org), lookAfterCases(second.site.env, org), lookAfterCases(env, org)])
  expect((await both()).reduce((sum, one) => sum + one, 0)).toBe(0)
  await db.query(`update flow_task set due_at = now() - interval '1 minute' where run = $1 and state = 'open'`, [id])
  expect((await both()).reduce((sum, one) => sum + one, 0)).toBe(1)
  await db.query(`update flow_task set due_at = now() - interval '9 days' where run = $1 and state = 'open'`, [id])
  expect((await both()).reduce((sum, one) => sum + one, 0)).toBe(1)
  expect((await both()).reduce((sum, one) => sum + one, 0)).toBe(0)
  const kinds = (await look(team.specialist, id)).events.map(event => event.kind)
  expect([kinds.filter(kind => kind === 'late').length, kinds.filter(kind => kind === 'escalated').length]).toEqual([1, 1])
  const told = await db.query<{ n: number }>(`select count(*)::int as n from notification where run = $1 and owner = $2 and text like '已超时%'`, [id, team.manager.id])
  expect(told.rows[0]!.n).toBe(1)
  // The general manager has it as well now, and may decide.
  expect(openTask(await look(team.it.boss, id)).can).toContain('approve')
})

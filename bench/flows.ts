// 1,000 decisions by 50 people at once, over two server processes on one database; then steps on which two decide at the same
// moment. Ends with a count: exactly one decision a case.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Actor } from '#core/object/access.ts'
import { perform } from '#server/action/perform.ts'
import { transaction } from '#server/database/transaction.ts'
import { decideAction, startAction } from '#server/flow/actions.ts'
import type { MovedAnswer } from '#server/flow/actions.ts'
import { lookAtFlows } from '#server/flow/asking.ts'
import { viewRun } from '#server/flow/view.ts'
import type { Site } from '#server/http/site.ts'
import { makeKey } from '#server/user/keys.ts'
import { systemActor } from '#server/user/system-actor.ts'
import type { Bench } from './kit.ts'

const DECISIONS = 1000
/** Steps on which two decide at the same moment. */
const CONTESTED = 300
const PEOPLE = 50
const PROCESSES = 2

interface Person {
  actor: Actor
  key: string
}

interface Open {
  run: string
  task: string
  seen: string
}

/** People of a role that are there for this alone. */
async function staff(site: Site, role: string, count: number): Promise<Person[]> {
  const system = systemActor(site.org, site.env.catalog.current())
  const { rows: [found] } = await site.db.query<{ id: string }>('select id from role where key = $1 and deleted_at is null', [role])
  const mark = randomBytes(4).toString('hex')
  const changes = Array.from({ length: count }, (_, n) => ({ values: { name: `${role} ${n}`, email: `bench-${mark}-${n}@example.cn`, roles: [found!.id] } }))
  const { results } = await perform<{ results: { id: string }[] }>(site.env, system, 'record.save', { object: 'user', changes })
  return Promise.all(results.map(async ({ id }) => {
    const { key } = await transaction(site.database.pool, tx => makeKey(tx, site.org, id, { name: 'bench', scopes: [{ object: '*', verbs: ['read', 'write'] }] }))
    return { actor: { ...(await site.actors.get(site.org, id))!, via: 'page' as const }, key }
  }))
}

/** An application before the managers. */
async function asked(site: Site, { actor }: Person): Promise<string> {
  const { id: record } = await perform<{ id: string }>(site.env, actor, 'record.create', { object: 'hospitality', values: { customerName: '来访客户', date: '2026-12-01', meal: '300' } })
  const { run } = await perform<MovedAnswer>(site.env, actor, startAction.name, { flow: 'P4', object: 'hospitality', record })
  const view = await lookAtFlows(site.env, site.org, asking => viewRun(asking, actor, run))
  await perform(site.env, actor, decideAction.name, { task: view.tasks[0]!.id, decision: 'done', seen: view.seen })
  return run
}

async function openOf(site: Site, { actor }: Person, run: string): Promise<Open> {
  const view = await lookAtFlows(site.env, site.org, asking => viewRun(asking, actor, run))
  return { run, task: view.tasks.find(task => task.state === 'open')!.id, seen: view.seen! }
}

/** Where it listens. */
async function startProcess(site: Site): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['app/start.ts', '--api'], {
    env: { ...process.env, DATABASE_URL: site.database.url, DATA_DIR: site.config.DATA_DIR, PORT: '0', LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0]
    if (url) return { child, url }
  }
  throw new Error('a server process ended before it listened')
}

async function post(url: string, { key }: Person, open: Open): Promise<number> {
  const answer = await fetch(`${url}/api/tasks/${open.task}/approve`, {
    method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify({ seen: open.seen }),
  })
  await answer.text()
  return answer.status
}

/** Each case is gone to by `rivals` people, at different processes. Answers requests a second, and what they were told. */
async function decideAll(urls: readonly string[], people: readonly Person[], open: readonly Open[], rivals: number): Promise<{ perSecond: number; answers: Record<number, number> }> {
  const answers: Record<number, number> = {}
  const begun = performance.now()
  await Promise.all(people.map(async (person, n) => {
    for (let at = Math.floor(n / rivals); at < open.length; at += people.length / rivals) {
      const status = await post(urls[n % urls.length]!, person, open[at]!)
      answers[status] = (answers[status] ?? 0) + 1
    }
  }))
  return { perSecond: Math.round((open.length * rivals * 1000) / (performance.now() - begun)), answers }
}

async function tally(site: Site, open: readonly Open[]): Promise<string> {
  const { rows: [count] } = await site.db.query<{ n: number; most: number }>(
    `select count(*)::int as n, max(n)::int as most from (select count(*) as n from flow_event where kind = 'approve' and run = any($1::uuid[]) group by run) x`, [open.map(one => one.run)])
  return `${count?.n} of ${open.length} cases decided, at most ${count?.most} time each`
}

export async function flows({ site }: Pick<Bench, 'site'>, say: (text: string) => void): Promise<void> {
  const [asker] = await staff(site, 'specialist', 1)
  const managers = await staff(site, 'serviceManager', PEOPLE)
  const open: Open[] = []
  for (let n = 0; n < DECISIONS + CONTESTED; n++) open.push(await openOf(site, managers[0]!, await asked(site, asker!)))
  const processes = await Promise.all(Array.from({ length: PROCESSES }, () => startProcess(site)))
  try {
    for (const [rivals, cases] of [[1, open.slice(0, DECISIONS)], [2, open.slice(DECISIONS)]] as const) {
      const { perSecond, answers } = await decideAll(processes.map(one => one.url), managers, cases, rivals)
      say(`flows: ${cases.length} steps, ${rivals} decision(s) on each, by ${PEOPLE} people at ${PROCESSES} processes: ${perSecond} decisions/s; answers ${JSON.stringify(answers)}; ${await tally(site, cases)}`)
    }
  } finally {
    for (const { child } of processes) child.kill('SIGTERM')
  }
}

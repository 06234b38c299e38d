// Rows of steps for people: written as a case moves, read as the inbox.
import type { Reader, Tx } from '#server/database/transaction.ts'

export interface TaskRow {
  id: string
  run: string
  token: number
  node: string
  name: string
  lane: string | null
  form: string | null
  /** The step itself, or a further signer before or after it. */
  kind: 'step' | 'before' | 'after'
  parent: string | null
  /** Whose it is: holders of a role, or a person; a superior may come to help. */
  role: string | null
  person: string | null
  also: string | null
  /** The starter's own. */
  own: boolean
  review: boolean
  apart: boolean
  state: 'open' | 'held' | 'done' | 'closed'
  openedAt: string
  dueAt: string | null
  /** When the case leaves by an arrow of the clock. */
  limitAt: string | null
  remindedAt: string | null
  escalatedAt: string | null
  /** When somebody last asked for it. */
  askedAt: string | null
  doneAt: string | null
  doneBy: string | null
  doneName: string | null
  /** In whose place. */
  doneFor: string | null
  decision: string | null
  /** The amount was within the authority of whoever approved. */
  within: boolean | null
  note: string | null
  seen: string | null
}

const COLUMNS: Record<keyof TaskRow, string> = {
  id: 'id', run: 'run', token: 'token', node: 'node', name: 'name', lane: 'lane', form: 'form', kind: 'kind', parent: 'parent', role: 'role', person: 'person', also: 'also',
  own: 'own', review: 'review', apart: 'apart', state: 'state', openedAt: 'opened_at', dueAt: 'due_at', limitAt: 'limit_at', remindedAt: 'reminded_at', escalatedAt: 'escalated_at', askedAt: 'asked_at',
  doneAt: 'done_at', doneBy: 'done_by', doneName: 'done_name', doneFor: 'done_for', decision: 'decision', within: 'within', note: 'note', seen: 'seen',
}

const KEYS = Object.keys(COLUMNS) as (keyof TaskRow)[]
const list = (alias: string): string => KEYS.map(key => `${alias}.${COLUMNS[key]} as "${key}"`).join(', ')

export async function tasksOf(reader: Reader, org: number, run: string): Promise<TaskRow[]> {
  const { rows } = await reader.query<TaskRow>(`select ${list('t')} from flow_task t where org = $1 and run = $2 order by id`, [org, run])
  return rows
}

export async function openTasksOf(reader: Reader, org: number, runs: readonly string[]): Promise<TaskRow[]> {
  const { rows } = await reader.query<TaskRow>(`select ${list('t')} from flow_task t where org = $1 and run = any($2::uuid[]) and state = 'open' order by id`, [org, runs])
  return rows
}

export async function addTask(tx: Tx, org: number, task: TaskRow): Promise<void> {
  await tx.query(
    `insert into flow_task (org, ${KEYS.map(key => COLUMNS[key]).join(', ')}) values ($1, ${KEYS.map((_, at) => `$${at + 2}`).join(', ')})`,
    [org, ...KEYS.map(key => task[key])])
}

/** Writes what changed of it; the row is the one that was read under the lock of its case. */
export async function saveTask(tx: Tx, org: number, task: TaskRow, change: Partial<TaskRow>): Promise<void> {
  const keys = Object.keys(change) as (keyof TaskRow)[]
  Object.assign(task, change)
  await tx.query(`update flow_task set ${keys.map((key, at) => `${COLUMNS[key]} = $${at + 3}`).join(', ')} where org = $1 and id = $2`,
    [org, task.id, ...keys.map(key => change[key])])
}

/** For whom a person may act, as the inbox asks it. */
export interface Holding {
  me: string
  roles: string[]
  /** Those whose deputy he is, with their roles. */
  principals: { person: string; roles: string[] }[]
}

export type ListedTask = TaskRow & { flow: string; version: number; object: string; record: string; title: string; starter: string; starterName: string; runState: string; startedAt: string }

const RUN_COLUMNS = 'r.flow, r.version, r.object, r.record, r.title, r.starter, r.starter_name as "starterName", r.state as "runState", r.started_at as "startedAt"'

export interface After {
  due: string | null
  id: string
}

/** Open steps that may be this person's, soonest due first; whether he may read the record is asked afterwards. */
export async function inboxRows(reader: Reader, org: number, holding: Holding, after: After | null, size: number): Promise<ListedTask[]> {
  const { rows } = await reader.query<ListedTask>(
    `select ${list('t')}, ${RUN_COLUMNS} from flow_task t join flow_run r on r.org = t.org and r.id = t.run
     where t.org = $1 and t.state = 'open' and (t.person = $2 or t.also = $2 or (t.person is null and t.role = any($3))
       or exists (select from jsonb_to_recordset($4::jsonb) as p(person uuid, roles text[])
         where not t.own and not (t.apart and r.people ? p.person::text) and (t.person = p.person or (t.person is null and t.role = any(p.roles)))))
       and not (t.apart and r.people ? $2::text)
       and ($5::uuid is null or (coalesce(t.due_at, 'infinity'), t.id) > (coalesce($6::timestamptz, 'infinity'), $5))
     order by coalesce(t.due_at, 'infinity'), t.id limit $7`,
    [org, holding.me, holding.roles, JSON.stringify(holding.principals), after?.id ?? null, after?.due ?? null, size])
  return rows
}

/** What the person has decided, newest first. */
export async function doneRows(reader: Reader, org: number, me: string, before: string | null, size: number): Promise<ListedTask[]> {
  const { rows } = await reader.query<ListedTask>(
    `select ${list('t')}, ${RUN_COLUMNS} from flow_task t join flow_run r on r.org = t.org and r.id = t.run
     where t.org = $1 and t.done_by = $2 and ($3::uuid is null or t.id < $3) order by t.id desc limit $4`, [org, me, before, size])
  return rows
}

/** Open steps of others in cases that this person began. */
export async function waitingRows(reader: Reader, org: number, me: string, after: After | null, size: number): Promise<ListedTask[]> {
  const { rows } = await reader.query<ListedTask>(
    `select ${list('t')}, ${RUN_COLUMNS} from flow_run r join flow_task t on t.org = r.org and t.run = r.id and t.state = 'open' and t.person is distinct from $2
     where r.org = $1 and r.starter = $2 and r.state = 'running'
       and ($3::uuid is null or (coalesce(t.due_at, 'infinity'), t.id) > (coalesce($4::timestamptz, 'infinity'), $3))
     order by coalesce(t.due_at, 'infinity'), t.id limit $5`, [org, me, after?.id ?? null, after?.due ?? null, size])
  return rows
}

/** Late steps of which somebody is still to be told, and those whose time limit is over. */
export async function lateTasks(reader: Reader, org: number, now: string): Promise<Pick<TaskRow, 'id' | 'run' | 'dueAt' | 'remindedAt' | 'limitAt'>[]> {
  const { rows } = await reader.query<Pick<TaskRow, 'id' | 'run' | 'dueAt' | 'remindedAt' | 'limitAt'>>(
    `select id, run, due_at as "dueAt", reminded_at as "remindedAt", limit_at as "limitAt" from flow_task
     where org = $1 and state = 'open' and ((due_at < $2 and (reminded_at is null or escalated_at is null)) or limit_at < $2) order by due_at, id limit 500`, [org, now])
  return rows
}

/** Open steps whose person has left, or whose role nobody holds but those whose request it is. */
export async function orphanTasks(reader: Reader, org: number): Promise<{ id: string; run: string }[]> {
  const { rows } = await reader.query<{ id: string; run: string }>(
    `select t.id, t.run from flow_task t join flow_run r on r.org = t.org and r.id = t.run
     where t.org = $1 and t.state = 'open' and not exists (select from app_user u
       where u.org = t.org and u.deleted_at is null and u.active is true and not (t.apart and r.people ? u.id::text)
         and case when t.person is not null then u.id = t.person or u.id = t.also
           else exists (select from role o where o.org = u.org and o.id = any(u.roles) and o.deleted_at is null and (o.key = t.role or o.name = t.role)) end)
     order by t.id limit 500`, [org])
  return rows
}

// Rows of flows and cases: versions of diagrams, and where each case stands. server/flow alone asks here.
import type { Place } from '#core/flow/advance.ts'
import { newId } from '#core/lib/id.ts'
import type { Reader, Tx } from '#server/database/transaction.ts'

export interface VersionRow {
  flow: string
  version: number
  name: string
  xml: string
  hash: string
  shipped: boolean
  at: string
  by: string
  note: string | null
}

const VERSION = 'flow, version, name, xml, hash, shipped, at, actor_name as "by", note'

/** An administrator's newest, or the newest that came with the product. */
export async function currentVersions(reader: Reader, org: number): Promise<VersionRow[]> {
  const { rows } = await reader.query<VersionRow>(
    `select distinct on (flow) ${VERSION} from flow_version where org = $1 order by flow, shipped, version desc`, [org])
  return rows
}

export async function versionsOf(reader: Reader, org: number, flow: string): Promise<VersionRow[]> {
  const { rows } = await reader.query<VersionRow>(`select ${VERSION} from flow_version where org = $1 and flow = $2 order by version desc`, [org, flow])
  return rows
}

export async function versionAt(reader: Reader, org: number, flow: string, version: number): Promise<VersionRow | undefined> {
  const { rows } = await reader.query<VersionRow>(`select ${VERSION} from flow_version where org = $1 and flow = $2 and version = $3`, [org, flow, version])
  return rows[0]
}

/** Two who publish at once: the second waits here, and is then told by the version he saw. */
export async function lockVersions(tx: Tx, org: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`flow-version:${org}`])
}

export async function addVersion(tx: Tx, org: number, row: VersionRow & { actor: string | null }): Promise<void> {
  await tx.query(
    'insert into flow_version (org, flow, version, name, xml, hash, shipped, at, actor, actor_name, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [org, row.flow, row.version, row.name, row.xml, row.hash, row.shipped, row.at, row.actor, row.by, row.note])
}

export type RunState = 'running' | 'ended' | 'rejected' | 'withdrawn' | 'cancelled'

export interface RunRow extends Place {
  id: string
  flow: string
  version: number
  object: string
  record: string
  title: string
  state: RunState
  people: string[]
  starter: string
  starterName: string
  /** Something of it stands approved. */
  approved: boolean
  /** The last decision. */
  decision: string | null
  startedAt: string
  endedAt: string | null
  rowVersion: number
}

const RUN = `id, flow, version, object, record, title, state, tokens, next, people, starter, starter_name as "starterName", approved, decision,
  started_at as "startedAt", ended_at as "endedAt", row_version as "rowVersion"`

export async function runAt(reader: Reader, org: number, id: string): Promise<RunRow | undefined> {
  const { rows } = await reader.query<RunRow>(`select ${RUN} from flow_run where org = $1 and id = $2`, [org, id])
  return rows[0]
}

/** First of all that touches a case: everybody else waits here. */
export async function lockRun(tx: Tx, org: number, id: string): Promise<RunRow | undefined> {
  const { rows } = await tx.query<RunRow>(`select ${RUN} from flow_run where org = $1 and id = $2 for update`, [org, id])
  return rows[0]
}

/** The same by one of its steps. */
export async function lockRunOf(tx: Tx, org: number, task: string): Promise<RunRow | undefined> {
  const { rows } = await tx.query<RunRow>(`select ${RUN} from flow_run where org = $1 and id = (select run from flow_task where org = $1 and id = $2) for update`, [org, task])
  return rows[0]
}

export async function runsAbout(reader: Reader, org: number, object: string, record: string): Promise<RunRow[]> {
  const { rows } = await reader.query<RunRow>(`select ${RUN} from flow_run where org = $1 and object = $2 and record = $3 order by id desc limit 200`, [org, object, record])
  return rows
}

export async function runsStartedBy(reader: Reader, org: number, starter: string, before: string | null, size: number): Promise<RunRow[]> {
  const { rows } = await reader.query<RunRow>(
    `select ${RUN} from flow_run where org = $1 and starter = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`, [org, starter, before, size])
  return rows
}

export interface LockedRow {
  id: string
  record: string
  flow: string
  version: number
  starterName: string
  approved: boolean
  people: string[]
}

/** Cases under way about these records, held until the end of the transaction: nobody decides on what is just being changed. */
export async function runningOn(tx: Tx, org: number, object: string, records: readonly string[]): Promise<LockedRow[]> {
  const { rows } = await tx.query<LockedRow>(
    `select id, record, flow, version, starter_name as "starterName", approved, people from flow_run
     where org = $1 and object = $2 and record = any($3::uuid[]) and state = 'running' order by id for share`, [org, object, records])
  return rows
}

export async function addRun(tx: Tx, org: number, run: RunRow): Promise<void> {
  await tx.query(
    `insert into flow_run (org, id, flow, version, object, record, title, state, tokens, next, people, starter, starter_name, approved, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [org, run.id, run.flow, run.version, run.object, run.record, run.title, run.state, JSON.stringify(run.tokens), run.next, JSON.stringify(run.people),
      run.starter, run.starterName, run.approved, run.startedAt])
}

export async function saveRun(tx: Tx, org: number, run: RunRow): Promise<void> {
  await tx.query(
    `update flow_run set state = $3, tokens = $4, next = $5, people = $6, approved = $7, decision = $8, ended_at = $9, row_version = row_version + 1
     where org = $1 and id = $2`,
    [org, run.id, run.state, JSON.stringify(run.tokens), run.next, JSON.stringify(run.people), run.approved, run.decision, run.endedAt])
}

export interface EventRow {
  id: string
  at: string
  actor: string | null
  by: string
  kind: string
  task: string | null
  step: string | null
  note: string | null
  detail: Record<string, unknown> | null
}

export async function addEvent(tx: Tx, org: number, run: string, event: Omit<EventRow, 'id'>): Promise<void> {
  await tx.query(
    'insert into flow_event (org, id, run, at, actor, actor_name, kind, task, step, note, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [org, newId(), run, event.at, event.actor, event.by, event.kind, event.task, event.step, event.note, event.detail ? JSON.stringify(event.detail) : null])
}

export async function eventsOf(reader: Reader, org: number, run: string): Promise<EventRow[]> {
  const { rows } = await reader.query<EventRow>(
    'select id, at, actor, actor_name as "by", kind, task, step, note, detail from flow_event where org = $1 and run = $2 order by id', [org, run])
  return rows
}

/** What the company says about its processes: its time zone, and limits and times among its further settings. */
export async function flowSettings(reader: Reader, org: number): Promise<{ zone: string; settings: Record<string, unknown> }> {
  const { rows } = await reader.query<{ zone: string | null; settings: unknown }>(
    'select zone, settings from company where org = $1 and deleted_at is null order by id limit 1', [org])
  const settings = rows[0]?.settings
  return { zone: rows[0]?.zone ?? 'Asia/Shanghai', settings: typeof settings === 'object' && settings !== null ? settings as Record<string, unknown> : {} }
}

/** Of an erased record nothing is kept that somebody wrote about it; that there were cases is. */
export async function forgetCases(tx: Tx, org: number, object: string, records: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(`update flow_run set title = '' where org = $1 and object = $2 and record = any($3::uuid[]) returning id`, [org, object, records])
  const runs = rows.map(row => row.id)
  if (runs.length === 0) return
  await tx.query('update flow_task set note = null where org = $1 and run = any($2::uuid[])', [org, runs])
  await tx.query('update flow_event set note = null where org = $1 and run = any($2::uuid[])', [org, runs])
}

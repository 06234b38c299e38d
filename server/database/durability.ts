// What the database promises about a commit: shown on the status page, checked at start.
import type pg from 'pg'
import { AppError } from '#core/lib/error.ts'

export interface DurabilityCheck {
  name: string
  value: string
  ok: boolean
}

const SAFE: Record<string, string[]> = {
  fsync: ['on'],
  synchronous_commit: ['on', 'local', 'remote_write', 'remote_apply'], // all of them flush to this machine's disk
  full_page_writes: ['on'],
  data_checksums: ['on'],
}

/** The oldest version whose SQL is used. */
export const OLDEST_MAJOR = 15

/** Asked on the app's own connection: role and database may carry settings of their own. */
export async function checkDurability(pool: pg.Pool): Promise<DurabilityCheck[]> {
  const { rows } = await pool.query<{ name: string; value: string | null }>(
    'select name, current_setting(name, true) as value from unnest($1::text[]) as name', [Object.keys(SAFE)])
  return rows.map(({ name, value }) => ({ name, value: value ?? '', ok: SAFE[name]?.includes(value ?? '') ?? false }))
}

/** The major version; refuses a server that is too old or that can't hold Chinese. */
export async function checkServer(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding")
  return acceptServer(rows[0]?.version ?? 0, rows[0]?.encoding ?? '')
}

export function acceptServer(versionNumber: number, encoding: string): number {
  const major = Math.floor(versionNumber / 10_000)
  if (major < OLDEST_MAJOR) refuse('database.too_old', { version: major, oldest: OLDEST_MAJOR }, `PostgreSQL ${OLDEST_MAJOR} or newer is needed, this is ${major}`)
  if (encoding !== 'UTF8') refuse('database.encoding', { encoding }, `the database must be made with encoding UTF8, this one has ${encoding}`)
  return major
}

function refuse(key: string, params: Record<string, string | number>, text: string): never {
  throw new AppError('unavailable', { key, params, cause: new Error(text) })
}

// The log that an auditor reads. Entries are written in the transaction they tell of; a sealer then numbers them and
// chains each to the one before by its hash, so that a missing or altered entry is found at its exact place.
import { createHash } from 'node:crypto'
import type { Actor } from '#core/object/access.ts'
import { newId } from '#core/lib/id.ts'
import type { Tx } from '#server/database/transaction.ts'
import type { AuditEntry } from './context.ts'

type Who = Pick<Actor, 'org' | 'via'> & { userId?: string | null; ip?: string | undefined }

export async function writeAudit(tx: Tx, who: Who, at: string, entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(entry => ({ id: newId(), ...entry, detail: entry.detail ?? {} }))
  await tx.query(
    `insert into audit (org, id, at, actor, via, ip, what, object, record, detail)
     select $1, x.id, $2, $3, $4, $5, x.what, x.object, x.record, x.detail
     from json_to_recordset($6::json) as x(id uuid, what text, object text, record uuid, detail jsonb)`,
    [who.org, at, who.userId ?? null, who.via, who.ip ?? null, JSON.stringify(rows)])
}

interface Row {
  org: number
  id: string
  seq: string | null
  body: string
  hash: string | null
  prev: string | null
}

/** What the hash covers: everything but the chain itself, printed by the database in one agreed way. */
const BODY = `jsonb_build_array(org, id, (extract(epoch from at) * 1000000)::bigint, actor, via, ip, what, object, record, detail)::text`
const FIRST = '0'.repeat(64)
/** The last number and hash are also kept outside the log, so that a cut-off end is noticed. */
const HEAD = 'audit'

const hashOf = (prev: string, seq: number, body: string): string => createHash('sha256').update(`${prev}\n${seq}\n${body}`).digest('hex')

/** Numbers and chains what is not sealed yet; run by a timer. One process at a time, oldest first. Returns how many. */
export async function sealAudit(tx: Tx, org: number, limit = 5000): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`audit:${org}`])
  const { rows: [last] } = await tx.query<{ seq: string; hash: string }>(
    'select seq, hash from audit where org = $1 and seq is not null order by seq desc limit 1', [org])
  const { rows } = await tx.query<Row>(
    `select id, ${BODY} as body from audit where org = $1 and seq is null order by at, id limit $2`, [org, limit])
  if (rows.length === 0) return 0
  let prev = last?.hash ?? FIRST
  const first = await nextSeq(tx, org, Number(last?.seq ?? 0))
  const sealed = rows.map((row, at) => {
    const entry = { id: row.id, seq: first + at, prev, hash: hashOf(prev, first + at, row.body) }
    prev = entry.hash
    return entry
  })
  await tx.query(
    `update audit a set seq = x.seq, hash = x.hash, prev = x.prev
     from json_to_recordset($2::json) as x(id uuid, seq bigint, hash text, prev text) where a.org = $1 and a.id = x.id`,
    [org, JSON.stringify(sealed)])
  await tx.query(
    'insert into counter (org, name, value) values ($1, $2, $3) on conflict (org, name) do update set value = excluded.value',
    [org, HEAD, first + sealed.length - 1])
  return sealed.length
}

/** Goes on after the number that was really given last: a cut-off end stays a gap. */
async function nextSeq(tx: Tx, org: number, last: number): Promise<number> {
  return Math.max(last, await headSeq(tx, org)) + 1
}

async function headSeq(tx: Tx, org: number): Promise<number> {
  const { rows } = await tx.query<{ value: string }>('select value from counter where org = $1 and name = $2', [org, HEAD])
  return Number(rows[0]?.value ?? 0)
}

export type AuditFault = { seq: number; fault: 'missing' | 'altered' | 'chain' }
export interface AuditVerdict {
  entries: number
  /** Not sealed yet. */
  open: number
  faults: AuditFault[]
}

const PAGE = 10_000

/** Walks the whole chain; `faults` names each place where an entry is missing or is not what was sealed. */
export async function verifyAudit(tx: Tx, org: number): Promise<AuditVerdict> {
  const faults: AuditFault[] = []
  let prev = FIRST
  let seq = 0
  for (;;) {
    const { rows } = await tx.query<Row>(
      `select seq, hash, prev, ${BODY} as body from audit where org = $1 and seq > $2 order by seq limit ${PAGE}`, [org, seq])
    for (const row of rows) {
      const here = Number(row.seq)
      const gap = here !== seq + 1
      for (let missing = seq + 1; missing < here; missing++) faults.push({ seq: missing, fault: 'missing' })
      if (row.hash !== hashOf(row.prev ?? '', here, row.body)) faults.push({ seq: here, fault: 'altered' })
      else if (!gap && row.prev !== prev) faults.push({ seq: here, fault: 'chain' })
      prev = row.hash ?? ''
      seq = here
    }
    if (rows.length < PAGE) break
  }
  const head = await headSeq(tx, org)
  for (let missing = seq + 1; missing <= head; missing++) faults.push({ seq: missing, fault: 'missing' })
  const { rows: [open] } = await tx.query<{ count: string }>('select count(*) from audit where org = $1 and seq is null', [org])
  return { entries: seq - faults.filter(item => item.fault === 'missing' && item.seq <= seq).length, open: Number(open?.count ?? 0), faults }
}

// API keys: shown once, stored as a digest, never able to do more than their person and their scopes.
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { newId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import type { Reader, Tx } from '#server/database/transaction.ts'

export const keyInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.strictObject({ object: z.string().max(63), verbs: z.array(z.enum(['read', 'write'])).min(1) })).min(1).max(100),
  /** ISO date-time; without it the key lives until it is revoked. */
  expires: z.iso.datetime().optional(),
})

export type KeyInput = z.infer<typeof keyInput>

export const keyDigest = (key: string): string => createHash('sha256').update(key).digest('hex')

/** The text of the key is returned here and nowhere else. `given` is for scripted installations. */
export async function makeKey(tx: Tx, org: number, userId: string, input: KeyInput, given?: string): Promise<{ id: string; key: string }> {
  const key = given ?? `gx_${randomBytes(32).toString('base64url')}`
  const id = newId()
  await tx.query(
    'insert into api_key (org, id, user_id, name, key_hash, scopes, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [org, id, userId, input.name, keyDigest(key), JSON.stringify(input.scopes), input.expires ?? null])
  return { id, key }
}

export interface FoundKey {
  id: string
  org: number
  userId: string
  scopes: NonNullable<Actor['scopes']>
}

export async function findKey(reader: Reader, key: string): Promise<FoundKey | null> {
  const { rows } = await reader.query<{ id: string; org: number; user_id: string; scopes: FoundKey['scopes'] }>(
    `select id, org, user_id, scopes from api_key where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`, [keyDigest(key)])
  const row = rows[0]
  return row ? { id: row.id, org: row.org, userId: row.user_id, scopes: row.scopes } : null
}

export async function listKeys(reader: Reader, org: number, userId: string) {
  const { rows } = await reader.query(
    `select id, name, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt" from api_key
     where org = $1 and user_id = $2 and revoked_at is null order by created_at desc`, [org, userId])
  return rows
}

export async function revokeKey(tx: Tx, org: number, userId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update api_key set revoked_at = now() where org = $1 and user_id = $2 and id = $3 and revoked_at is null', [org, userId, id])
  return rowCount === 1
}

// What runs by the clock in every process: sealing the audit log, sweeping what has expired.
// Each is safe to run in two processes at once.
import { sealAudit } from '#server/action/audit.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Tx } from '#server/database/transaction.ts'
import type { Site } from '#server/http/site.ts'

interface Clock {
  name: string
  everyMs: number
  run(tx: Tx, org: number): Promise<unknown>
}

/** Days that events stay for a browser that was away; it asks anew after a longer time anyway. */
const EVENT_DAYS = 2

const sweep = async (tx: Tx, org: number): Promise<void> => {
  await tx.query(`delete from idempotency where org = $1 and at < now() - interval '1 day'`, [org])
  await tx.query(`delete from outbox where org = $1 and at < now() - make_interval(days => $2)`, [org, EVENT_DAYS])
  await tx.query(`delete from sign_in_attempt where at < now() - interval '1 hour'`)
  await tx.query(`delete from one_time_link where org = $1 and expires_at < now() - interval '30 days'`, [org])
  await tx.query(`delete from auth_session where "expiresAt" < now()`)
}

const CLOCKS: Clock[] = [
  { name: 'seal the audit log', everyMs: 1000, run: sealAudit },
  { name: 'sweep what has expired', everyMs: 3_600_000, run: sweep },
]

export interface Jobs {
  stop(): void
}

/** A run that fails is logged and tried again at its next time; a run that is still going is not started twice. */
export function startJobs(site: Site): Jobs {
  const timers = CLOCKS.map(clock => {
    let going = false
    const run = async (): Promise<void> => {
      if (going) return
      going = true
      try {
        await transaction(site.database.pool, tx => clock.run(tx, site.org))
      } catch (error) {
        site.log.error({ err: error }, `could not ${clock.name}`)
      } finally {
        going = false
      }
    }
    return setInterval(() => void run(), clock.everyMs).unref()
  })
  return { stop: () => timers.forEach(clearInterval) }
}

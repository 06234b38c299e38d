// What runs by the clock in every process: sealing the audit log, sweeping what has expired.
// Each is safe to run in two processes at once.
import { sealAudit } from '#server/action/audit.ts'
import { catchUp } from '#server/action/catch-up.ts'
import { forgetOldEvents } from '#server/action/events.ts'
import { forgetOldKeys } from '#server/action/idempotency.ts'
import { lookAfterCases } from '#server/flow/clock.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Site } from '#server/http/site.ts'
import { systemActor } from '#server/user/system-actor.ts'

interface Clock {
  name: string
  everyMs: number
  run(site: Site): Promise<unknown>
}

const sweep = async ({ database: { pool }, org }: Site): Promise<void> => {
  await forgetOldEvents(pool)
  await transaction(pool, async tx => {
    await forgetOldKeys(tx.query)
    await tx.query(`delete from sign_in_attempt where at < now() - interval '1 hour'`)
    await tx.query(`delete from one_time_link where org = $1 and expires_at < now() - interval '30 days'`, [org])
    await tx.query(`delete from auth_session where "expiresAt" < now()`)
  })
}

/** Computed fields of very many records, left over by one change. */
async function deriveLeft(site: Site): Promise<void> {
  const actor = systemActor(site.org, site.env.catalog.current(), 'job')
  while (await catchUp(site.env, actor)) { /* the next step */ }
}

const CLOCKS: Clock[] = [
  { name: 'seal the audit log', everyMs: 1000, run: site => transaction(site.database.pool, tx => sealAudit(tx, site.org)) },
  { name: 'derive values left over', everyMs: 1000, run: deriveLeft },
  { name: 'look after cases', everyMs: 20_000, run: site => lookAfterCases(site.env, site.org) },
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
        await clock.run(site)
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

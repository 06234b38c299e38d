// 存为客户等级: the grades of F08 are written to the customers, with date and basis, so that changes over time can be seen.
import { z } from 'zod'
import { today } from '#core/lib/date.ts'
import { messageOf } from '#core/lib/messages.ts'
import { defineAction } from '#server/action/define.ts'
import type { Ctx } from '#server/action/context.ts'
import { storeClasses } from '#server/action/store-classes.ts'
import { runQuery } from '#server/record/page.ts'
import { GRADES, isBasis, rankAsk } from './grades.server.ts'
import { wholeYear, yearOf } from './period.ts'
import { analysisFields } from './settings-fields.ts'

/** All parameters of the form come along; two of them count here. */
const input = z.looseObject({ year: z.unknown().optional(), basis: z.unknown().optional() })

async function basisOf({ tx, catalog, actor }: Ctx, asked: unknown): Promise<string> {
  if (isBasis(asked)) return asked
  const { rows } = await runQuery(tx, catalog, actor, { object: 'company', columns: ['gradeBasis'], size: 1, total: 'none' })
  return String(rows[0]?.gradeBasis ?? analysisFields.gradeBasis!.initial)
}

export const storeGrades = defineAction({
  name: 'grade.store', input, timeoutMs: 1_200_000,
  label: { zh: '评定客户等级', en: 'Grade the customers' },
  async run(ctx, asked): Promise<{ form: string; count: number; message: string }> {
    const date = today(ctx.actor.zone)
    const year = yearOf(asked, date)
    const basis = await basisOf(ctx, asked.basis)
    const count = await storeClasses(ctx, {
      rank: rankAsk(basis, wholeYear(year)), field: 'grade', values: GRADES,
      change: { object: 'gradeChange', record: 'customer', value: 'grade', former: 'previous', more: { date, year, basis } },
    })
    return { form: 'F08', count, message: messageOf({ key: count === 0 ? 'grades.same' : 'grades.stored', params: { count } }, ctx.actor.lang) }
  },
})

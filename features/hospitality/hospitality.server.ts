// The report (F22) of an application (F21): made in one click with what the application says; one application has one report.
import { AppError } from '#core/lib/error.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import { lockLiving } from '#server/action/rows.ts'
import { saveRecords } from '#server/action/save.ts'
import type { ActAnswer, ActInput, Row } from '../visit/acts.server.ts'
import { actInput, idOf, readAll, readOne, recordOf, say } from '../visit/acts.server.ts'

const SAME = ['customerName', 'date', 'place', 'purpose', 'guests', 'ours', 'meeting', 'meal', 'transport', 'gifts', 'other']

async function makeReport(ctx: Ctx, input: ActInput): Promise<ActAnswer> {
  const application = recordOf(input)
  const asked = await readOne(ctx, 'hospitality', application, ['code', 'customer', 'reports', ...SAME])
  // Two who click at the same moment make one report between them.
  await lockLiving(ctx, objectOf(ctx.catalog, 'hospitality'), [application])
  const [known] = await readAll(ctx, 'hospitalityReport', { field: 'application', op: 'eq', value: application }, ['code'])
  if (known) return { form: 'F22', record: String(known.id), message: say(ctx, 'hospitality.reported') }
  const { reports } = await readOne(ctx, 'hospitality', application, ['reports'])
  if (Number(reports ?? 0) > 0) throw new AppError('invalid', { key: 'hospitality.reportedUnseen' })
  const [saved] = await saveRecords(ctx, 'hospitalityReport', [{ values: { application, customer: idOf(asked.customer), ...taken(asked) } }])
  ctx.journal.title = String(asked.code)
  return { form: 'F22', record: (saved as { id: string }).id, message: say(ctx, 'hospitality.reportMade') }
}

/** What is there and readable. */
const taken = (asked: Row): Row => {
  const masked = Array.isArray(asked._masked) ? asked._masked as string[] : []
  return Object.fromEntries(SAME.filter(key => !masked.includes(key) && (asked[key] ?? null) !== null).map(key => [key, asked[key]]))
}

export const makeReportAction = defineAction({ name: 'hospitality.makeReport', label: { zh: '由 {title} 生成招待报告', en: 'Make the report of {title}' }, input: actInput, run: makeReport })

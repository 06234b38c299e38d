// What the evaluation form (F12) does at a click, and what it advises: the usual indicators, levels by score, develop, keep up or end.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { cmp, formatDecimal } from '#core/lib/decimal.ts'
import { isId } from '#core/lib/id.ts'
import { messageOf } from '#core/lib/messages.ts'
import { inLang, text } from '#core/lib/text.ts'
import type { Text } from '#core/lib/text.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import { saveRecords } from '#server/action/save.ts'
import type { FormAsk, Lookup } from '#server/form/parts.ts'
import { getRecord } from '#server/record/get-record.ts'
import { runQuery } from '#server/record/page.ts'
import { results } from './evaluation.ts'
import { measureFields } from './settings-fields.ts'

const USUAL: readonly [indicator: Text, weight: string][] = [
  [text('销售贡献', 'Sales'), '0.3'], [text('付款信用', 'Paying'), '0.2'], [text('增长潜力', 'Potential'), '0.15'],
  [text('合作年限与忠诚度', 'Years and loyalty'), '0.15'], [text('满意度与口碑', 'Satisfaction and word of mouth'), '0.1'], [text('服务成本', 'Cost of service'), '0.1'],
]

const LEVELS = [['90', 'excellent'], ['80', 'good'], ['60', 'fair'], ['0', 'poor']] as const

const input = z.looseObject({ record: z.string().refine(isId).nullish() })

interface Item { id: string; score?: string | null; level?: string | null }

async function itemsOf(ctx: Ctx, record: string | null | undefined): Promise<{ id: string; items: Item[] }> {
  if (!record) throw new AppError('invalid', { key: 'evaluation.needRecord' })
  const found = await getRecord(ctx.tx, ctx.catalog, ctx.actor, 'evaluation', record)
  ctx.journal.title = String(found.code ?? '')
  return { id: record, items: (found.items ?? []) as Item[] }
}

const answer = (ctx: Ctx, record: string, key: string, count: number) =>
  ({ record, batch: ctx.batch, message: messageOf({ key, params: { count } }, ctx.actor.lang) })

export const template = defineAction({
  name: 'evaluation.template', input,
  label: { zh: '填入常用评估指标 {title}', en: 'Fill in the usual indicators of {title}' },
  async run(ctx, { record }) {
    const { id, items } = await itemsOf(ctx, record)
    if (items.length > 0) return answer(ctx, id, 'evaluation.hasItems', 0)
    const lines = USUAL.map(([indicator, weight], at) => ({ position: at + 1, indicator: inLang(indicator, ctx.actor.lang), weight }))
    await saveRecords(ctx, 'evaluation', [{ id, values: { items: lines } }])
    return answer(ctx, id, 'evaluation.filled', lines.length)
  },
})

const levelOf = (score: string): string => LEVELS.find(([least]) => cmp(score, least) >= 0)![1]

export const level = defineAction({
  name: 'evaluation.level', input,
  label: { zh: '按得分评定等级 {title}', en: 'Give levels by score {title}' },
  async run(ctx, { record }) {
    const { id, items } = await itemsOf(ctx, record)
    const open = items.filter(item => item.score && !item.level)
    await saveRecords(ctx, 'evaluationItem', open.map(item => ({ id: item.id, values: { level: levelOf(item.score!) } })))
    return answer(ctx, id, 'evaluation.levels', open.length)
  },
})

/** Where the company drew no lines of its own: from the standard score on develop, from 60 on keep up. */
async function bandsOf({ reader, catalog, actor }: FormAsk): Promise<{ develop?: string; keep: string }> {
  const { rows: [row] } = await runQuery(reader, catalog, actor, { object: 'company', columns: Object.keys(measureFields), size: 1, total: 'none' })
  const known = (key: string): string | undefined => (typeof row?.[key] === 'string' ? row[key] : undefined)
  return { keep: known('relationKeep') ?? '60', ...(known('relationDevelop') ? { develop: known('relationDevelop')! } : {}) }
}

function advise({ lang }: FormAsk, bands: Awaited<ReturnType<typeof bandsOf>>, total: string, standard: string): string {
  const value = cmp(total, bands.develop ?? standard) >= 0 ? 'develop' : cmp(total, bands.keep) >= 0 ? 'keep' : 'end'
  const result = inLang(results.find(option => option.value === value)!.label, lang)
  return messageOf({ key: 'evaluation.advice', params: { total: formatDecimal(total, { places: 2 }), standard: formatDecimal(standard), result } }, lang)
}

/** Nothing to advise before there are scores. */
export const evaluationAdvice: Lookup = {
  needs: ['total', 'standard'],
  async run(ask, rows) {
    const bands = await bandsOf(ask)
    return new Map(rows.flatMap(({ id, values: { total, standard } }) =>
      (id !== undefined && typeof total === 'string' && cmp(total, '0') > 0 ? [[id, { value: advise(ask, bands, total, typeof standard === 'string' ? standard : '80') }]] : [])))
  },
}

// How the company draws its lines in the analysis forms: fields of the company record, edited on its page.
import type { FieldInput } from '#core/field/field.ts'
import { bases } from './objects.ts'

/** Whole numbers, rising, between commas. */
const BANDS = '^\\d{1,9}(\\s*[,，、]\\s*\\d{1,9}){0,9}$'

export const analysisFields: Record<string, FieldInput> = {
  gradeBasis: { kind: 'choice', options: bases, initial: 'rank', label: { zh: '客户分级依据', en: 'Basis of grades' }, help: { zh: '客户分级表（F08）按此分级', en: 'Customers are graded by this (F08)' } },
  spendHigh: { kind: 'money', min: '0', initial: '100000', label: { zh: '高额消费起点', en: 'High spending from' }, help: { zh: '年度销售额达到此数为高额（F05）', en: 'Sales in the year from which a customer counts as high (F05)' } },
  spendLow: { kind: 'money', min: '0', initial: '10000', label: { zh: '中额消费起点', en: 'Medium spending from' }, help: { zh: '低于此数为低额（F05）', en: 'Below it a customer counts as low (F05)' } },
  ageBands: { kind: 'text', maxLength: 100, pattern: BANDS, initial: '18,45,60', label: { zh: '年龄分段', en: 'Age bands' }, help: { zh: '各段起点，用逗号分开；18 岁归入 18~45 岁', en: 'Where each band begins, with commas between; 18 belongs to 18~45' } },
  wageBands: { kind: 'text', maxLength: 100, pattern: BANDS, initial: '1000,3000', label: { zh: '工薪分段（元）', en: 'Wage bands (yuan)' }, help: { zh: '各段起点，用逗号分开', en: 'Where each band begins, with commas between' } },
  growthFloor: { kind: 'money', min: '0', initial: '10000', label: { zh: '增长率基数下限', en: 'Least base of growth' }, help: { zh: '上期销售额低于此数的客户不参加增长率排名（F09）', en: 'Customers that bought less in the period before are not ranked by growth (F09)' } },
}

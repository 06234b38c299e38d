// From which score on a customer relation (F12) is developed or kept up: fields of the company record, edited on its page.
import type { FieldInput } from '#core/field/field.ts'

export const measureFields: Record<string, FieldInput> = {
  relationDevelop: { kind: 'number', decimals: 1, min: '0', max: '100', label: { zh: '发展关系最低分', en: 'Develop a relation from' }, help: { zh: '加权得分达到此数建议发展关系；不填则以评估表的标准分为准（F12）', en: 'Weighted score from which a relation should be developed; the standard score of the form where empty (F12)' } },
  relationKeep: { kind: 'number', decimals: 1, min: '0', max: '100', initial: '60', label: { zh: '维持关系最低分', en: 'Keep up a relation from' }, help: { zh: '低于此数建议终止关系（F12）', en: 'Below it a relation should be ended (F12)' } },
}

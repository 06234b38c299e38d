// Formulas are kept with the keys of fields, so that a field may be renamed; people read and write its label. Pure.
import { AppError } from '#core/lib/error.ts'
import type { Lang } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ruleScope } from '#core/object/rule-scope.ts'
import { parseRule, ruleToText, translateRule } from '#core/rule/rule.ts'
import type { AllCatalog } from './queries.ts'

/** A text that is no rule stays as it is: the check says what is wrong with it. */
function translated(text: string, names: ReadonlyMap<string, string>): string {
  if (text.trim() === '') return text
  try {
    return ruleToText(translateRule(parseRule(text), names))
  } catch (fault) {
    if (fault instanceof AppError) return text
    throw fault
  }
}

export const toKeys = (catalog: AllCatalog, object: ObjectDef, text: string): string =>
  translated(text, ruleScope(catalog, object).names ?? new Map())

/** Only labels that mean one field and are no key of another. */
export function toLabels(object: ObjectDef, text: string, lang: Lang): string {
  const fields = Object.values(object.fields).filter(field => !field.retired)
  const labels = Map.groupBy(fields, field => inLang(field.label, lang))
  const names = fields.flatMap(field => {
    const label = inLang(field.label, lang)
    return label !== '' && labels.get(label)?.length === 1 && !Object.hasOwn(object.fields, label) ? [[field.key, label] as const] : []
  })
  return translated(text, new Map(names))
}

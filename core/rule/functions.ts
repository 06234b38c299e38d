// Every function and operator of the rule language, by name.

import { dateFunctions } from './functions-date.ts'
import { anyFunctions, listFunctions } from './functions-list.ts'
import { momentFunctions } from './functions-moment.ts'
import { numberFunctions } from './functions-number.ts'
import { operators } from './functions-operator.ts'
import { textFunctions } from './functions-text.ts'
import type { RuleFunction } from './term.ts'

const table: ReadonlyMap<string, RuleFunction> = new Map(
  [...operators, ...numberFunctions, ...textFunctions, ...listFunctions, ...anyFunctions, ...dateFunctions, ...momentFunctions].map((entry) => [entry.name, entry]),
)

export function functionOf(name: string): RuleFunction {
  const found = table.get(name)
  if (!found) throw new Error(`no rule function ${name}`)
  return found
}

/** May an author write it as a call? */
export const isCallable = (name: string): boolean => table.get(name)?.help !== undefined

/** For the editor's completion and help. */
export const ruleFunctions: readonly { name: string; usage: string; zh: string; en: string }[] = Array.from(table.values()).flatMap((entry) =>
  entry.help ? [{ name: entry.name, ...entry.help }] : [],
)

// A record as type-ahead and global search show it: its title, its code, and a hint that tells two of a name apart.
import { kindOf } from '#core/field/kinds.ts'
import { fieldOf } from '#core/object/catalog.ts'
import { literal } from '#server/schema/ident.ts'
import { titleSql } from './label.ts'
import { rightTo } from './right.ts'
import { readableSearchFields } from './search.ts'
import { fieldCol, fromSql } from './source.ts'
import type { Source } from './source.ts'

/** Of a common word the newest of so many finds are shown: who types on finds the one he means. */
const LOOKED_AT = 500

/** `open`: only the title is shown, whatever the reader's rights. */
export function foundSql(source: Source, where: string, limit: number, open = false): string {
  const { object } = source
  const code = textOf(source, object.code, open)
  const hint = open ? 'null' : hintOf(source)
  const list = `${literal(object.name)} as object, ${source.alias}.id, ${titleSql(source)} as label, ${code ?? 'null'} as code, ${hint} as hint, ${source.alias}.updated_at`
  return `select * from (select ${list} from ${fromSql(source)} where ${where} limit ${LOOKED_AT}) found order by updated_at desc, id desc limit ${limit}`
}

function textOf(source: Source, key: string | undefined, open: boolean): string | undefined {
  const field = key === undefined ? undefined : fieldOf(source.object, key)
  if (!field || open || !['read', 'write'].includes(rightTo(source.ask, source.object, field))) return undefined
  return `(${kindOf(field).read(suffix => fieldCol(source, field, suffix), field)})::text`
}

/** Code first, then phone or whatever is searched besides the title. */
function hintOf(source: Source): string {
  const { object, ask } = source
  const others = readableSearchFields(ask, object).filter(field => field.key !== object.title && field.key !== object.code)
  const parts = [object.code, ...others.map(field => field.key)].flatMap(key => (key === object.title ? [] : textOf(source, key, false) ?? [])).slice(0, 2)
  return parts.length === 0 ? 'null' : `nullif(concat_ws(' · ', ${parts.join(', ')}), '')`
}

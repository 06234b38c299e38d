// An empty workbook to fill in and import: the columns that may be brought, their lists, and a comment on each.
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import { messages } from '#core/lib/messages.ts'
import type { Lang } from '#core/lib/text.ts'
import { fillPlaces, inLang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { fieldRight, rightsOf } from '#core/object/rights.ts'
import type { Reader } from '#server/database/transaction.ts'
import { runQuery } from '#server/record/page.ts'
import { readableObject } from '#server/record/rows.ts'
import type { BookSpec, WriteColumn } from '#server/sheet/book-spec.ts'
import { choicesOf, exportColumns } from './columns.ts'
import type { ExportColumn } from './columns.ts'
import { widthFor } from './send.ts'

const EMPTY_ROWS = 1000
/** A list of more names than these is no help in a cell. */
const MOST_NAMES = 300

/** What can be given as text: not files, lists inside the record or settings. */
const isGivable = (field: Field): boolean => {
  const kind = kindOf(field)
  if (field.retired || field.readOnly || !kind.typed || kind.columns(field).length === 0) return false
  const answer = kind.parse('1', field, 'zh')
  return !('refusal' in answer && answer.refusal.key.endsWith('.notText'))
}

export async function importTemplate(reader: Reader, catalog: Catalog, actor: Actor, name: string): Promise<BookSpec> {
  const object = readableObject(catalog, actor, name)
  if (!rightsOf(actor, object).import) throw new AppError('forbidden', { key: 'export.noImport', params: { object: inLang(object.label, actor.lang) } })
  const fields = Object.values(object.fields).filter(field => isGivable(field) && fieldRight(actor, object, field) === 'write')
  const columns: WriteColumn[] = []
  for (const column of exportColumns(catalog, actor, object, fields.map(field => field.key))) columns.push(await templateColumn(reader, catalog, actor, object, column))
  if (columns.length === 0) throw new AppError('forbidden', { key: 'export.noImport', params: { object: inLang(object.label, actor.lang) } })
  return {
    sheets: [{ name: inLang(object.label, actor.lang), columns, rows: [], spareRows: EMPTY_ROWS, filter: false }],
    choicesSheet: inLang(messages['sheet.choicesSheet']!, actor.lang),
  }
}

async function templateColumn(reader: Reader, catalog: Catalog, actor: Actor, object: ObjectDef, column: ExportColumn): Promise<WriteColumn> {
  const { title, field, kind, format, width } = column
  const choices = column.choices ?? await namesFor(reader, catalog, actor, field)
  return { title, kind, format, width: widthFor(title, width), note: explain(object, field, actor.lang), ...(choices.length > 0 ? { choices } : {}) }
}

/** The names that a link may be given, as far as the person sees them and they are few. */
async function namesFor(reader: Reader, catalog: Catalog, actor: Actor, field: Field): Promise<string[]> {
  const target = kindOf(field).target?.(field)
  const to = target && !target.many ? catalog.objects.get(target.object) : undefined
  if (!to || rightsOf(actor, to).read.length === 0 || !['read', 'write'].includes(fieldRight(actor, to, to.fields[to.title]!))) return []
  const { rows } = await runQuery(reader, catalog, actor, { object: to.name, columns: [to.title], sort: [{ field: to.title, dir: 'asc' }], size: MOST_NAMES + 1, total: 'none' })
  const names = rows.map(row => row[to.title]).filter(value => typeof value === 'string' && value !== '') as string[]
  return rows.length > MOST_NAMES ? [] : [...new Set(names)]
}

function explain(object: ObjectDef, field: Field, lang: Lang): string {
  const kind = kindOf(field)
  const say = (key: string, params: Record<string, string> = {}): string => fillPlaces(inLang(messages[`template.${key}`]!, lang), params)
  const options = choicesOf(field, lang)
  const isKey = object.matchKeys?.some(keys => keys.length === 1 && keys[0] === field.key)
  return [
    inLang(kind.label, lang) + (field.required ? ` · ${say('required')}` : ''),
    ...(field.help ? [inLang(field.help, lang)] : []),
    ...(options.length > 0 ? [say('choices', { options: options.join('、') })] : []),
    ...(kind.ruleType === 'list' || kind.target?.(field)?.many ? [say('several')] : []),
    ...(kind.target?.(field) ? [say('names')] : []),
    ...(kind.excel(field).cell === 'd' ? [say('date')] : []),
    ...(isKey ? [say('key')] : []),
  ].join('\n')
}

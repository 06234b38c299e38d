// The grid's columns of a view: how each path is shown, parsed, edited and looked up.
import type { Lang } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { webKindOf } from '../field/inputs.tsx'
import { isBlank } from '../field/kind.ts'
import type { PathColumn } from '../field/path.ts'
import { askable, formatAt, isSummed, parseAt } from '../field/path.ts'
import type { Choice, GridColumn } from '../grid/types.ts'
import { api, query } from '../lib/api.ts'
import type { Link } from '../lib/api-types.ts'
import type { ColumnState } from './view-state.ts'
import { ink } from '../ui/ink.ts'

const lookupOf = (column: PathColumn): ((text: string) => Promise<Choice[]>) | undefined => {
  const target = kindOf(column.field).target?.(column.field)
  if (!target) return undefined
  return async text => (await api<Link[]>(`/api/lookup/${target.object}${query({ q: text })}`)).map(({ id, label }) => ({ value: { id, label }, label }))
}

/** Numbers leave for Excel without separators; everything else as it is read. */
const copyText = (column: PathColumn, lang: Lang) => (value: unknown): string =>
  (isBlank(value) ? '' : isSummed(column) && typeof value !== 'object' && !isKind(column.field, 'percent') ? String(value) : formatAt(column, value, lang))

const options = (column: PathColumn, lang: Lang): GridColumn['options'] =>
  (isKind(column.field, 'choice') ? column.field.options.filter(option => !option.retired).map(option => ({ value: option.value, label: inLang(option.label, lang), ...(option.color ? { color: ink(option.color) } : {}) })) : undefined)

export interface GridColumnInput { column: PathColumn; state: ColumnState; lang: Lang; canEdit: boolean }

export function gridColumn({ column, state, lang, canEdit }: GridColumnInput): GridColumn {
  const { field } = column
  const kind = kindOf(field)
  const editor = webKindOf(field).editor
  return {
    key: column.path, title: column.label, width: state.width ?? field.width ?? kind.width, frozen: state.frozen, align: column.part ? 'left' : kind.align,
    editable: canEdit && column.editable && editor !== null && !column.masked, editor: editor ?? undefined,
    numeric: isSummed(column), sortable: askable(column), options: options(column, lang),
    format: value => formatAt(column, value, lang),
    parse: text => parseAt(field, text, lang),
    copy: copyText(column, lang),
    lookup: editor === 'lookup' ? lookupOf(column) : undefined,
  }
}

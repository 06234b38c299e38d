// One cell as XML. A value that Excel would change (digits beyond 15, dates before 1900) is written as text instead.
import type { WriteCell, WriteColumn, WriteKind, WriteValue } from './book-spec.ts'
import { toSerial } from './number-text.ts'
import type { StyleTable } from './xlsx-styles.ts'

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const FORMATS: Record<WriteKind, string> = { text: '@', number: 'General', date: 'yyyy-mm-dd', dateTime: 'yyyy-mm-dd hh:mm:ss', boolean: 'General' }
/** What Excel's own file format allows in a cell. */
const LONGEST = 32_767

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For attributes and texts; control characters in Excel's own spelling, halves of a character as �. */
export function escapeXml(text: string): string {
  if (!/[&<>"\0-\x1f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_/.test(text)) return text
  return text.toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, (char) => `_x${char.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
    .replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)
}

/** The number as Excel can keep it, or null: more than 15 digits would be rounded, leading zeros lost. */
function keepableNumber(text: string): string | null {
  if (!DECIMAL.test(text) || /^[+-]?0\d/.test(text)) return null
  const digits = text.replace(/[eE].*$/, '').replace(/[^\d]/g, '').replace(/^0+/, '')
  const significant = text.includes('.') ? digits : digits.replace(/0+$/, '')
  return significant.length > 15 || !Number.isFinite(Number(text)) ? null : text.replace(/^\+/, '')
}

/** The number format of a column's own cells, empty ones too: a phone typed into a text column stays text. */
export const formatOf = (column: WriteColumn): string => column.format ?? FORMATS[column.kind]

export interface ReadyCell { type: 'n' | 'b' | 'str'; text: string }

/** A value as the file keeps it: what Excel would change becomes text. */
export function readyCell(value: string | boolean, kind: WriteKind): ReadyCell {
  if (typeof value === 'boolean') return { type: 'b', text: value ? '1' : '0' }
  if (kind === 'number') {
    const number = keepableNumber(value)
    if (number !== null) return { type: 'n', text: number }
  } else if (kind === 'boolean') {
    if (value === 'true' || value === 'false') return { type: 'b', text: value === 'true' ? '1' : '0' }
  } else if (kind !== 'text') {
    const serial = toSerial(value)
    if (serial !== null) return { type: 'n', text: serial }
  }
  return { type: 'str', text: value }
}

const isCell = (value: WriteValue): value is WriteCell => typeof value === 'object' && value !== null

export class CellWriter {
  private readonly styles: StyleTable
  private readonly columns: readonly WriteColumn[]
  /** Style by column and look, so that the table is asked once per kind of cell. */
  private readonly known = new Map<number, number>()

  constructor(styles: StyleTable, columns: readonly WriteColumn[]) {
    this.styles = styles
    this.columns = columns
  }

  private style(column: number, kind: WriteKind, isText: boolean, quotePrefix: boolean, wrap: boolean, cell: WriteCell | null): number {
    const spec = this.columns[column]
    const look = (quotePrefix ? 1 : 0) | (wrap ? 2 : 0) | (cell?.bad ? 4 : 0) | (cell?.bold ? 8 : 0) | (isText ? 16 : 0)
    const own = cell?.kind !== undefined && cell.kind !== spec?.kind
    const key = column * 32 + look
    const known = own ? undefined : this.known.get(key)
    if (known !== undefined) return known
    const format = isText ? '@' : own || !spec ? FORMATS[kind] : formatOf(spec)
    const index = this.styles.add({ format, bold: cell?.bold, bad: cell?.bad, quotePrefix, wrap })
    if (!own) this.known.set(key, index)
    return index
  }

  /** `ref` is the cell's address; an empty cell without looks is nothing. */
  xml(ref: string, column: number, value: WriteValue): string {
    const cell = isCell(value) ? value : null
    const plain = isCell(value) ? value.v : value
    const kind = cell?.kind ?? this.columns[column]?.kind ?? 'text'
    if (plain === null || plain === undefined || plain === '') {
      if (!cell?.f && !cell?.bad) return ''
      const style = this.style(column, kind, kind === 'text' && !cell.f, false, false, cell)
      return `<c r="${ref}" s="${style}">${cell.f ? `<f>${escapeXml(cell.f)}</f>` : ''}</c>`
    }
    const { type, text } = readyCell(plain, kind)
    const isText = type === 'str'
    const style = this.style(column, kind, isText && !cell?.f, isText && !cell?.f && /^[=+\-@'＝＋－＠]/.test(text), isText && text.includes('\n'), cell)
    const formula = cell?.f ? `<f>${escapeXml(cell.f)}</f>` : ''
    if (!isText) return `<c r="${ref}" s="${style}"${type === 'b' ? ' t="b"' : ''}>${formula}<v>${text}</v></c>`
    const body = escapeXml(text.length > LONGEST ? text.slice(0, LONGEST) : text)
    if (formula) return `<c r="${ref}" s="${style}" t="str">${formula}<v>${body}</v></c>`
    return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${body}</t></is></c>`
  }
}

// Finds the table in a sheet as people make them: titles above, headers on one or two rows, blank and total rows
// between, notes below. Pure; header texts are data and never become object keys.

export type CellType = 's' | 'n' | 'b' | 'd' | 'e'

/** One cell as text: number as decimal, date as ISO, yes/no as 'true'/'false', error as '#N/A'. */
export interface SheetCell {
  v: string | null
  t: CellType
  /** The formula behind the value ('' when it is shared with another cell). */
  f?: string
  /** Excel shows this fraction as a percentage. */
  p?: true
}

export interface SheetRow {
  /** Row of the sheet, from 0; rows without any value may be absent. */
  index: number
  cells: (SheetCell | null)[]
}

export interface MergeRange { top: number; left: number; bottom: number; right: number }

export type SkipReason = 'title' | 'blank' | 'total' | 'repeatedHeader' | 'note'

export interface TableColumn { index: number; title: string; samples: string[] }

export interface TableGuess {
  headerRow: number
  headerRows: 1 | 2
  columns: TableColumn[]
  firstRow: number
  lastRow: number
  skipped: { row: number; why: SkipReason }[]
}

const SAMPLES = 5
const SAMPLED_ROWS = 1000
const LOOK_AT = 40
const NUMERIC = /^[-+¥￥$]?[\d,.，．０-９\s]+[%％万亿元]*$/
const DATE_LIKE = /^\d{2,4}\s*[-/.年]\s*\d{1,2}/
const HEADER_WORD = /名称|姓名|编号|编码|序号|代码|电话|手机|日期|时间|金额|数量|单价|地址|备注|类型|类别|状态|级别|部门|单位|负责人|联系人|客户|省|市|name|code|phone|date|amount|price|address|type|status|remark|no\.?$/i
const TOTAL = /^.{0,8}(?:合计|小计|总计|共计|累计)(?:[（(].{0,8}[）)])?[:：]?$|^(?:grand|sub)?\s*-?\s*total:?$/i
const NOTE = /^(?:[(（【]?\s*(?:注|备注|说明|附注|注意|note|notes|remarks?)\s*\d*\s*[:：.、)）】]|(?:制表|审核|填表|复核|打印|统计|编制|审批|填报|数据来源|单位)[^，,]{0,6}[:：])/i

function textOf(cell: SheetCell | null | undefined): string {
  const text = cell?.v ?? ''
  return /\s/.test(text) ? text.replace(/\s+/g, ' ').trim() : text
}
const filledOf = (row: SheetRow): number[] => row.cells.flatMap((cell, at) => (textOf(cell) ? [at] : []))

function isLabel(cell: SheetCell | null | undefined): boolean {
  const text = textOf(cell)
  return cell?.t === 's' && text.length <= 30 && !NUMERIC.test(text) && !DATE_LIKE.test(text) && !/[。；]/.test(text)
}

/** How many columns a full row fills: the 80th percentile, so that titles and short rows don't count. */
function usualWidth(rows: readonly SheetRow[]): number {
  const counts = rows.slice(0, 200).map((row) => filledOf(row).length).filter(Boolean).sort((a, b) => a - b)
  return counts[Math.floor(counts.length * 0.8)] ?? 0
}

function headerScore(row: SheetRow, width: number): number {
  const filled = filledOf(row)
  const texts = filled.map((at) => textOf(row.cells[at]))
  const labels = filled.filter((at) => isLabel(row.cells[at])).length / (filled.length || 1)
  if (labels < 0.75 || (width > 1 && filled.length < 2)) return 0
  const coverage = Math.min(1, filled.length / (width || 1))
  const words = texts.filter((text) => HEADER_WORD.test(text)).length / texts.length
  const distinct = new Set(texts).size / texts.length
  return coverage + labels + words + distinct * 0.5
}

/** Upper and lower half of a two-level header: every column is named by one of them, and the lower one refines. */
function isPair(upper: SheetRow | undefined, lower: SheetRow | undefined, merges: readonly MergeRange[], width: number): boolean {
  if (!upper || !lower || lower.index !== upper.index + 1) return false
  const top = filledOf(upper)
  const below = filledOf(lower)
  if (top.length === 0 || below.length === 0 || top.length > width || ![...below.map((at) => lower.cells[at]), ...top.map((at) => upper.cells[at])].every(isLabel)) return false
  const spans = merges.some((m) => m.top === upper.index && m.bottom === upper.index && m.right > m.left && m.right - m.left + 1 < width && below.some((at) => at >= m.left && at <= m.right))
  const tall = merges.some((m) => m.top === upper.index && m.bottom === lower.index)
  const fills = below.some((at) => !textOf(upper.cells[at]))
  const leaves = top.some((at) => !textOf(lower.cells[at]))
  if (spans || tall) return fills || tall
  return top.length >= 2 && fills && leaves && below.length < width && below.every((at) => !textOf(upper.cells[at]) || textOf(upper.cells[at + 1]) === '')
}

interface Header { at: number; rows: 1 | 2 }

function findHeader(rows: readonly SheetRow[], merges: readonly MergeRange[], width: number): Header {
  let best = 0
  let bestScore = 0
  rows.slice(0, LOOK_AT).forEach((row, at) => {
    const score = headerScore(row, width) - at * 0.02
    if (score > bestScore) [best, bestScore] = [at, score]
  })
  if (isPair(rows[best - 1], rows[best], merges, width)) return { at: best - 1, rows: 2 }
  return { at: best, rows: isPair(rows[best], rows[best + 1], merges, width) ? 2 : 1 }
}

function mergedText(row: SheetRow, column: number, merges: readonly MergeRange[], rows: readonly SheetRow[]): string {
  const own = textOf(row.cells[column])
  if (own) return own
  const merge = merges.find((m) => row.index >= m.top && row.index <= m.bottom && column >= m.left && column <= m.right)
  const source = merge && rows.find((other) => other.index === merge.top)
  return merge && source ? textOf(source.cells[merge.left]) : ''
}

function titleOf(column: number, header: Header, rows: readonly SheetRow[], merges: readonly MergeRange[]): string {
  const first = rows[header.at]
  if (!first) return ''
  let upper = mergedText(first, column, merges, rows)
  const second = header.rows === 2 ? rows[header.at + 1] : undefined
  if (!second) return upper
  const lower = mergedText(second, column, merges, rows)
  // Without merges (a .csv) the group's name stands over its first column only.
  if (!upper && lower) upper = textOf(first.cells.slice(0, column).findLast((cell) => textOf(cell)))
  return upper && lower && upper !== lower ? `${upper} / ${lower}` : lower || upper
}

/** A, B … Z, AA: the name of a column nobody named. */
export function columnLetter(index: number): string {
  let name = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

function columnsOf(header: Header, rows: readonly SheetRow[], merges: readonly MergeRange[], data: readonly SheetRow[]): TableColumn[] {
  const width = rows.slice(header.at).reduce((most, row) => Math.max(most, row.cells.length), 0)
  const near = merges.filter((m) => m.top <= (rows[header.at]?.index ?? 0) + 1 && m.bottom >= (rows[header.at]?.index ?? 0))
  const head = data.slice(0, SAMPLED_ROWS)
  const seen = new Map<string, number>()
  const columns: TableColumn[] = []
  for (let index = 0; index < width; index++) {
    const samples: string[] = []
    for (const row of head) {
      const text = textOf(row.cells[index])
      if (text && !samples.includes(text)) samples.push(text)
      if (samples.length === SAMPLES) break
    }
    const named = titleOf(index, header, rows, near)
    if (!named && !data.some((row) => textOf(row.cells[index]))) continue
    const title = named || columnLetter(index)
    const count = (seen.get(title) ?? 0) + 1
    seen.set(title, count)
    columns.push({ index, title: count === 1 ? title : `${title} (${count})`, samples })
  }
  return columns
}

function repeatsHeader(row: SheetRow, headers: readonly SheetRow[]): boolean {
  const filled = filledOf(row)
  return filled.length >= 2 && headers.some((header) =>
    filled.filter((at) => textOf(row.cells[at]) === textOf(header.cells[at])).length >= Math.max(2, filled.length * 0.8))
}

/** Why a row below the header is no record; null for a record. `tail` is true when no full row follows. */
function skipReason(row: SheetRow, headers: readonly SheetRow[], width: number, tail: boolean): SkipReason | null {
  const filled = filledOf(row)
  if (filled.length === 0) return 'blank'
  const first = textOf(row.cells[filled[0] ?? 0])
  if (filled.slice(0, 3).some((at) => row.cells[at]?.t === 's' && TOTAL.test(textOf(row.cells[at]).replace(/\s/g, '')))) return 'total'
  if (repeatsHeader(row, headers)) return 'repeatedHeader'
  const sparse = width >= 3 && filled.length <= Math.max(1, width / 3)
  if (sparse && NOTE.test(first)) return 'note'
  if (sparse && tail && filled.length === 1 && (first.length > 15 || /[:：。]/.test(first))) return 'note'
  return null
}

const titleOrBlank = (row: SheetRow): SkipReason => (filledOf(row).length ? 'title' : 'blank')

/** A million empty rows need not be listed one by one. */
const MOST_SKIPPED = 10_000

/** The header that a person pointed at: its second row only where the two belong together. */
function headerAt(rows: readonly SheetRow[], merges: readonly MergeRange[], width: number, row: number): Header {
  const at = Math.max(0, rows.findIndex((candidate) => candidate.index >= row))
  return { at, rows: isPair(rows[at], rows[at + 1], merges, width) ? 2 : 1 }
}

/**
 * `rows` are the rows of a sheet in order (all, or enough of its head); rows that are absent count as blank.
 * `headerRow` is the row that a person says the header begins at.
 */
export function guessTable(rows: readonly SheetRow[], merges: readonly MergeRange[], headerRow?: number): TableGuess {
  const width = usualWidth(rows)
  const header = headerRow === undefined ? findHeader(rows, merges, width) : headerAt(rows, merges, width, headerRow)
  const headers = rows.slice(header.at, header.at + header.rows)
  const lastFull = rows.findLastIndex((row) => filledOf(row).length > Math.max(1, width / 3))
  const top = headers[0]?.index ?? 0
  const skipped: TableGuess['skipped'] = []
  const data: SheetRow[] = []
  let expected = 0
  rows.forEach((row, at) => {
    for (; expected < row.index && skipped.length < MOST_SKIPPED; expected++) skipped.push({ row: expected, why: 'blank' })
    expected = row.index + 1
    if (at >= header.at && at < header.at + header.rows) return
    const why = at < header.at ? titleOrBlank(row) : skipReason(row, headers, width, at > lastFull)
    if (why) skipped.push({ row: row.index, why })
    else data.push(row)
  })
  const firstRow = data[0]?.index ?? top + header.rows
  return { headerRow: top, headerRows: header.rows, columns: columnsOf(header, rows, merges, data), firstRow, lastRow: data.at(-1)?.index ?? firstRow - 1, skipped }
}

/** Judges rows one by one as they stream past, once the table was guessed from the head of the sheet. */
export function rowJudge(head: readonly SheetRow[], guess: TableGuess): (row: SheetRow) => SkipReason | null {
  const headers = head.filter(({ index }) => index >= guess.headerRow && index < guess.headerRow + guess.headerRows)
  const width = usualWidth(head)
  return (row) => (row.index < guess.headerRow ? titleOrBlank(row) : skipReason(row, headers, width, false))
}

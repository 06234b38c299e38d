// Clipboard text as Excel writes and reads it: tab separated, quoted cells, and an HTML table beside it.

/** Excel always ends the last row with a line break; a quoted cell may hold tabs, line breaks and doubled quotes. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) ?? plainCell(text, at) : plainCell(text, at)
    rows.at(-1)!.push(cell.text)
    at = cell.end
    if (at >= text.length) break
    if (text[at] === '\t') at += 1
    else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
      if (at >= text.length) break
      rows.push([])
    }
  }
  return rows
}

function plainCell(text: string, from: number): { text: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(from, end), end }
}

/** Null when the quote is just a character that someone typed first, not Excel's quoting. */
function quotedCell(text: string, from: number): { text: string; end: number } | null {
  let out = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    out += text.slice(at, quote)
    const next = text[quote + 1]
    if (next === '"') {
      out += '"'
      at = quote + 2
    } else if (next === undefined || next === '\t' || next === '\n' || next === '\r') return { text: out, end: quote + 1 }
    else return null
  }
}

const needsQuotes = (text: string): boolean => /[\t\r\n]/.test(text) || text.startsWith('"')

export const formatTsv = (rows: string[][]): string =>
  rows.map((row) => row.map((cell) => needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join('\t') + '\r\n').join('')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char)

/** Text columns carry Excel's "@" format, so that phones and codes keep their zeros and nothing becomes a formula. */
export function formatHtml(rows: string[][], numeric: boolean[]): string {
  const cell = (text: string, col: number): string => {
    const style = numeric[col] ? '' : ` style="mso-number-format:'\\@'"`
    return `<td${style}>${escape(text).replace(/\r\n|\r|\n/g, '<br style="mso-data-placement:same-cell">')}</td>`
  }
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}

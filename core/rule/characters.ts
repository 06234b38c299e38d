// Texts by characters (code points), as PostgreSQL counts them, not by UTF-16 units.

const ASTRAL = /[\ud800-\udfff]/

export const countOf = (text: string): number => (ASTRAL.test(text) ? Array.from(text).length : text.length)

/** Characters from `start` (0-based) on, at most `count`. */
export function part(text: string, start: number, count: number): string {
  if (!ASTRAL.test(text)) return text.slice(start, start + count)
  return Array.from(text).slice(start, start + count).join('')
}

/** The order of code points, which is that of collation "C". */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  if (!ASTRAL.test(a) && !ASTRAL.test(b)) return a < b ? -1 : 1
  const [left, right] = [Array.from(a), Array.from(b)]
  const at = left.findIndex((char, index) => char !== right[index])
  const x = at < 0 ? -1 : (left[at]?.codePointAt(0) ?? -1)
  const y = right[at < 0 ? left.length : at]?.codePointAt(0) ?? -1
  return x < y ? -1 : 1
}

/** Blanks that trimming removes: space, tab, line ends, no-break space, ideographic space. */
export const BLANKS = ' \t\n\r\u00a0\u3000'
const TRIM = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, 'g')
export const trimBlanks = (text: string): string => text.replace(TRIM, '')

// ASCII only, as PostgreSQL does under collation "C": the database's locale must not change a result.
export const upperAscii = (text: string): string => text.replace(/[a-z]+/g, (run) => run.toUpperCase())
export const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase())

/** No function may make a text longer than this out of short ones. */
export const TEXT_LIMIT = 200_000

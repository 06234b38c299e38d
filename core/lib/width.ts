// Full-width to half-width, and the cleaning every typed or imported text gets:
// people paste U+3000, zero-width characters and byte-order marks without seeing them.

// Only these need work; everything else is returned as the very same string, which matters for millions of cells.
const WIDE = /[\u3000\uff01-\uff5e\uffe0-\uffe6]/
const WIDE_ALL = /[\u3000\uff01-\uff5e\uffe0-\uffe6]/g
const SIGNS: Record<string, string> = {
  '\u3000': ' ', '\uffe0': '\u00a2', '\uffe1': '\u00a3', '\uffe2': '\u00ac', '\uffe3': '\u00af', '\uffe4': '\u00a6', '\uffe5': '\u00a5', '\uffe6': '\u20a9',
}

/** １３８ＡＢ（） → 138AB(); U+3000 becomes a plain space. Chinese punctuation without an ASCII twin stays. */
export function foldWidth(text: string): string {
  if (!WIDE.test(text)) return text
  return text.replace(WIDE_ALL, (c) => SIGNS[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

// Zero-width and direction marks, soft hyphen, byte-order mark: invisible, and they break equality.
const INVISIBLE = '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff'
const CONTROL = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\ufff9-\\ufffb'
const SPACE = '\\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'
const BREAK = '\\r\\n\\u0085\\u2028\\u2029'
const DIRTY = new RegExp(`^\\s|\\s$|  |[${INVISIBLE}${CONTROL}${SPACE}${BREAK}]`)
const REMOVE = new RegExp(`[${INVISIBLE}${CONTROL}]`, 'g')
const SPACES = new RegExp(`[ ${SPACE}${BREAK}]+`, 'g')
const SPACES_IN_LINE = new RegExp(`[ ${SPACE}]+`, 'g')
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g

/** One line: trimmed, runs of any spaces and line breaks made one space, invisible and control characters gone. */
export function cleanText(text: string): string {
  if (!DIRTY.test(text)) return text
  return text.replace(REMOVE, '').replace(SPACES, ' ').trim()
}

/** The same for long text: line breaks stay (as \n), trailing spaces of each line go. */
export function cleanLines(text: string): string {
  if (!DIRTY.test(text)) return text
  return text.replace(REMOVE, '').replace(BREAKS, '\n').replace(SPACES_IN_LINE, ' ').replace(/ ?\n ?/g, '\n').trim()
}

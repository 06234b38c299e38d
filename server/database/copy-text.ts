// One value in the text format of COPY: tab between columns, newline between rows, backslash before what would be mistaken.

/** Arrays become PostgreSQL arrays and plain objects JSON; for a JSON column that holds an array, pass JSON.stringify's text. */
export function copyText(value: unknown): string {
  return value === null || value === undefined ? '\\N' : escape(plainText(value))
}

export function copyRow(values: readonly unknown[]): string {
  return `${values.map(copyText).join('\t')}\n`
}

const SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escape(text: string): string {
  return text.search(SPECIAL) === -1 ? text : text.replace(SPECIAL, (one) => ESCAPES[one] ?? one)
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return arrayText(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(',')}}`
}

/** Always in quotes: so NULL, an empty text, a comma or a brace can't be mistaken for syntax. */
function elementText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return arrayText(value)
  return `"${plainText(value).replaceAll(/[\\"]/g, String.raw`\$&`)}"`
}

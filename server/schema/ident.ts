// Names and literals inside SQL text. Only names from the catalog or from declarations come here;
// whatever a person typed is a parameter.

/** PostgreSQL cuts longer names without a word. */
export const NAME_LIMIT = 63

export function ident(name: string): string {
  if (name.includes('\0') || name.length === 0) throw new Error('not a name of SQL')
  return `"${name.replaceAll('"', '""')}"`
}

/** For constants of ours (masks, keys of the catalog), never for values. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const idents = (names: readonly string[]): string => names.map(ident).join(', ')

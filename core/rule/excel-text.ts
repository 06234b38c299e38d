// Excel formulas as text.

/** Is the first bracket closed by the last one only? Texts and sheet names between quotes do not count. */
function isWrapped(formula: string): boolean {
  if (!formula.startsWith('(')) return false
  let depth = 0
  const bare = formula.replace(/"[^"]*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length))
  for (let at = 0; at < bare.length; at += 1) {
    if (bare[at] === '(') depth += 1
    if (bare[at] === ')') depth -= 1
    if (depth === 0) return at === bare.length - 1
  }
  return false
}

/** Without the brackets around the whole: between commas none are needed. */
export const bare = (formula: string): string => (isWrapped(formula) ? formula.slice(1, -1) : formula)

// Weights of columns and places made shares of the page.

/** Weights to sides; columns too narrow to read take from the wider ones, as far as there is room. */
export function sidesFor(weights: readonly number[], least: readonly number[], from: number): number[] {
  const room = 1 - from
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const wanted = weights.map(weight => (weight / whole) * room)
  const need = least.reduce((sum, one) => sum + one, 0)
  const widths = need >= room ? least.map(one => (one / need) * room) : widened(wanted, least, room)
  let at = from
  return [from, ...widths.map((width, index) => (index === widths.length - 1 ? 1 : (at += width)))]
}

function widened(wanted: readonly number[], least: readonly number[], room: number): number[] {
  const fixed = new Set<number>()
  for (;;) {
    const taken = [...fixed].reduce((sum, index) => sum + least[index]!, 0)
    const open = wanted.reduce((sum, width, index) => sum + (fixed.has(index) ? 0 : width), 0)
    const scale = open === 0 ? 1 : (room - taken) / open
    const narrow = wanted.findIndex((width, index) => !fixed.has(index) && width * scale < least[index]! - 1e-9)
    if (narrow < 0) return wanted.map((width, index) => (fixed.has(index) ? least[index]! : width * scale))
    fixed.add(narrow)
  }
}

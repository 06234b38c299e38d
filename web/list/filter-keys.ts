// Which condition is which while a filter is edited: a changed condition is a new value, but still the same row on screen.
import type { Filter } from '#core/report/query.ts'

const keys = new WeakMap<Filter, number>()
let last = 0

export function keyOf(filter: Filter): number {
  const key = keys.get(filter) ?? ++last
  keys.set(filter, key)
  return key
}

/** The new value stands in the old one's row, so that the cursor stays in its input. */
export function takesPlace(next: Filter, old: Filter): Filter {
  keys.set(next, keyOf(old))
  return next
}

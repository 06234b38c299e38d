// The parts of the business that objects belong to: headings of the navigation, in their order.
export const AREAS = ['customer', 'contact', 'hosting', 'sales', 'service', 'base'] as const
export type ObjectArea = (typeof AREAS)[number]

export interface AreaGroup<T> {
  area: ObjectArea | 'other'
  objects: T[]
}

/** Objects under their headings, inside each in the order given; what belongs nowhere (administrators' own objects) comes last. */
export function byArea<T extends { area?: ObjectArea }>(objects: readonly T[]): AreaGroup<T>[] {
  const groups = Map.groupBy(objects, object => object.area ?? 'other')
  return [...AREAS, 'other' as const].flatMap(area => (groups.has(area) ? [{ area, objects: groups.get(area)! }] : []))
}

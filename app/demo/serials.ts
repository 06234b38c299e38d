// Numbers of records given in the order in which they are made, and the counters left where the product goes on counting.
import { isKind } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { counterName, numbering, serialText } from '#server/action/serial.ts'
import type { Tx } from '#server/database/transaction.ts'

export interface Serials {
  /** The next code of the object for a day. */
  next(object: string, date: string): string
  keep(tx: Tx, org: number): Promise<void>
}

type Numbering = ReturnType<typeof numbering>
type Counted = { at: Numbering; name: string }

export function openSerials(objects: ReadonlyMap<string, ObjectDef>): Serials {
  const counters = new Map<string, number>()
  const known = new Map<string, { date: string; counted: Counted }>()
  /** Records come by date: the numbering of the day before is seldom asked for again. */
  const numberingFor = (name: string, date: string): Counted => {
    const last = known.get(name)
    if (last?.date === date) return last.counted
    const object = objects.get(name)!
    const field = object.fields[object.code!]!
    if (!isKind(field, 'serial')) throw new Error(`${name} has no serial number`)
    const at = numbering(field.rule, date)
    const counted = { at, name: counterName(object, field, at) }
    known.set(name, { date, counted })
    return counted
  }
  return {
    next(object, date) {
      const { at, name } = numberingFor(object, date)
      const value = (counters.get(name) ?? 0) + 1
      counters.set(name, value)
      return serialText(at, value)
    },
    async keep(tx, org) {
      await tx.query(
        `insert into counter (org, name, value) select $1, * from unnest($2::text[], $3::bigint[])
         on conflict (org, name) do update set value = greatest(counter.value, excluded.value)`,
        [org, [...counters.keys()], [...counters.values()]])
    },
  }
}

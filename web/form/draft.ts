// What is typed on a form and not saved yet: by place, with what stood there when the typing began. Kept over a reload.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CellBind, CellChange, Sheet } from '#core/form/sheet.ts'
import { dropKept, readKept, writeKept } from '../lib/kept.ts'
import { same } from '../record/form.ts'
import { isBlank } from '../field/kind.ts'
import type { BoundCell } from './bind.ts'
import { bindKey, cellsByKey, newNumber } from './bind.ts'
import { grown } from './grow.ts'

export interface Typed { bind: CellBind; value: unknown; seen: unknown }
export interface RowPlace { block: string; row: string }
/** A text that cannot be read as its field's kind, and why. */
export interface Refused { text: string; reason: string }
export interface Kept { cells: Record<string, Typed>; removed: RowPlace[]; refused?: Record<string, Refused> }

export interface Draft {
  /** The sheet with the empty rows that the typing needs. */
  sheet: Sheet
  /** By place: values that differ from what is stored. */
  typed: ReadonlyMap<string, Typed>
  values: ReadonlyMap<string, unknown>
  removed: RowPlace[]
  /** 'block row' of rows taken away. */
  gone: ReadonlySet<string>
  count: number
  errors: Record<string, string>
  /** Places whose text cannot be read: they stay open. */
  refused: Readonly<Record<string, Refused>>
  restored: boolean
  set(cell: BoundCell, value: unknown): void
  /** `seen`: the form that the changes were made against. */
  fill(changes: CellChange[], seen: Sheet): void
  refuse(key: string, refused: Refused | null): void
  fail(errors: Record<string, string>): void
  remove(place: RowPlace): void
  bringBack(place: RowPlace): void
  clear(): void
}

const NOTHING: Kept = { cells: {}, removed: [] }
const NONE: Readonly<Record<string, Refused>> = {}
const isEmpty = ({ cells, removed, refused = {} }: Kept): boolean => Object.keys(cells).length === 0 && removed.length === 0 && Object.keys(refused).length === 0
const without = <X,>(all: Record<string, X>, key: string): Record<string, X> => Object.fromEntries(Object.entries(all).filter(([other]) => other !== key))

/** Written a moment after the last key, and at once when the page is left. */
function useKept(key: string, kept: Kept, take: (kept: Kept) => void): { restored: boolean; forget(): void } {
  const [restored, setRestored] = useState(false)
  const ready = useRef(false)
  const last = useRef(kept)
  useLayoutEffect(() => { last.current = kept })
  useEffect(() => {
    let here = true
    void readKept<Kept>(key).then(found => {
      if (!here) return
      ready.current = true
      if (found?.cells && !isEmpty(found)) { take(found); setRestored(true) }
    })
    const write = (): void => {
      if (ready.current) void (isEmpty(last.current) ? dropKept(key) : writeKept(key, last.current))
    }
    window.addEventListener('pagehide', write)
    return () => { here = false; window.removeEventListener('pagehide', write); write() }
  }, [key, take])
  useEffect(() => {
    if (!ready.current) return
    const timer = setTimeout(() => void (isEmpty(kept) ? dropKept(key) : writeKept(key, kept)), 300)
    return () => clearTimeout(timer)
  }, [key, kept])
  return { restored, forget: () => { last.current = NOTHING; setRestored(false); void dropKept(key) } }
}

/** What is typed and differs from what is stored; a row that is gone takes its typing along. */
function changesOf(base: ReadonlyMap<string, BoundCell>, kept: Kept, gone: ReadonlySet<string>): Map<string, Typed> {
  return new Map(Object.entries(kept.cells).filter(([key, one]) =>
    !(one.bind.on === 'row' && gone.has(`${one.bind.block ?? ''} ${one.bind.row ?? ''}`)) && !same(one.value, base.get(key)?.wire)))
}

export function useDraft(stored: Sheet, key: string): Draft {
  const [kept, setKept] = useState<Kept>(NOTHING)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const take = useCallback((found: Kept) => setKept(now => ({ cells: { ...found.cells, ...now.cells }, removed: [...found.removed, ...now.removed], refused: { ...found.refused, ...now.refused } })), [])
  const { restored, forget } = useKept(key, kept, take)
  const base = useMemo(() => cellsByKey(stored), [stored])
  const gone = useMemo(() => new Set(kept.removed.map(place => `${place.block} ${place.row}`)), [kept.removed])
  const typed = useMemo(() => changesOf(base, kept, gone), [base, kept, gone])
  const values = useMemo(() => new Map([...typed].map(([name, one]) => [name, one.value])), [typed])
  // The sheet stays the same while one types in rows that are there.
  const rowsUsed = [...new Set([...typed.values()].flatMap(({ bind }) => (newNumber(bind.row) === undefined ? [] : [`${bind.block ?? ''} ${bind.row ?? ''}`])))].toSorted().join('\n')
  const sheet = useMemo(() => grown(stored, rowsUsed.split('\n').map(name => ({ block: name.slice(0, name.lastIndexOf(' ')), row: name.slice(name.lastIndexOf(' ') + 1) }))), [stored, rowsUsed])
  const refused = kept.refused ?? NONE
  const count = typed.size + kept.removed.length + Object.keys(refused).filter(name => !typed.has(name)).length
  const put = (bind: CellBind, value: unknown, since = base.get(bindKey(bind))?.wire ?? null, anew = false): void => {
    const name = bindKey(bind)
    setErrors(now => without(now, name))
    setKept(now => ({ ...now, refused: without(now.refused ?? {}, name), cells: { ...now.cells, [name]: { bind, value, seen: now.cells[name] && !anew ? now.cells[name].seen : since } } }))
  }
  return {
    sheet, typed, values, removed: kept.removed, gone, errors, refused, restored: restored && count > 0, count,
    set: (cell, value) => put(cell.bind, value),
    fill(changes, against) {
      const cells = cellsByKey(against)
      for (const { bind, value } of changes) put(bind, value, cells.get(bindKey(bind))?.wire ?? null, true)
    },
    refuse: (name, one) => setKept(now => ({ ...now, refused: one === null ? without(now.refused ?? {}, name) : { ...now.refused, [name]: one } })),
    fail: setErrors,
    remove: place => setKept(now => {
      const refusedLeft = Object.fromEntries(Object.entries(now.refused ?? {}).filter(([name]) => !name.startsWith(`row.${place.block}.${place.row}.`)))
      if (newNumber(place.row) === undefined) return { ...now, refused: refusedLeft, removed: [...now.removed, place] }
      return { ...now, refused: refusedLeft, cells: Object.fromEntries(Object.entries(now.cells).filter(([, { bind }]) => bind.block !== place.block || bind.row !== place.row)) }
    }),
    bringBack: place => setKept(now => ({ ...now, removed: now.removed.filter(one => one.block !== place.block || one.row !== place.row) })),
    clear() { forget(); setKept(NOTHING); setErrors({}) },
  }
}

/** The value a place shows now. */
export const valueAt = (draft: Pick<Draft, 'values'>, cell: BoundCell): unknown => {
  const key = bindKey(cell.bind)
  return draft.values.has(key) ? draft.values.get(key) : cell.wire ?? null
}

/** What is sent: an empty row that was typed into and emptied again is nothing. */
export const toSend = (typed: ReadonlyMap<string, Typed>): CellChange[] =>
  [...typed.values()].filter(({ bind, value }) => !(bind.on === 'row' && newNumber(bind.row) !== undefined && isBlank(value))).map(({ bind, value }) => ({ bind, value }))

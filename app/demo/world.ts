// What all parts of the demo company share while it is being made: its days, its size, its people and lists by name.
import type { Calendar } from './calendar.ts'
import { calendarOf, momentOf } from './calendar.ts'
import { idAt, Random } from './random.ts'

export interface NewRow {
  id: string
  createdAt: string
  createdBy: string | null
  updatedAt: string
  values: Record<string, unknown>
}

export interface World {
  calendar: Calendar
  customers: number
  /** Order lines wanted; about as many come to be. */
  lines: number
  /** Ids of users, departments, regions, categories, products … by object and name. */
  ids: Map<string, string>
}

export const newWorld = (today: string, customers: number, lines: number): World =>
  ({ calendar: calendarOf(today), customers, lines, ids: new Map() })

export function idOf(world: World, object: string, name: string): string {
  const id = world.ids.get(`${object} ${name}`)
  if (id === undefined) throw new Error(`the demo company has no ${object} ${name}`)
  return id
}

/** The company was founded some days before its first customer. */
const FOUNDED = -3000
const BASIS = 3

export const isoOf = (ms: number): string => new Date(ms).toISOString()

/** A record of the time in which the company was founded; its name leads to its id. */
export function basicRow(world: World, object: string, name: string, values: Record<string, unknown>): NewRow {
  const at = momentOf(world.calendar, FOUNDED, 9 * 60) + world.ids.size * 1000
  const id = idAt(at, new Random(BASIS, world.ids.size))
  world.ids.set(`${object} ${name}`, id)
  return { id, createdAt: isoOf(at), createdBy: null, updatedAt: isoOf(at), values }
}

/** 12345 fen as '123.45'. */
export function yuan(fen: number): string {
  const whole = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

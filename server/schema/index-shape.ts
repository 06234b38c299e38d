// Indexes by what they are over; the name is made from the definition and is the same on every machine.
import { ident, NAME_LIMIT } from './ident.ts'
import type { IndexShape } from './shape.ts'

export interface IndexWish {
  table: string
  columns: string[]
  unique?: boolean
  gin?: boolean
  /** Condition of a partial index. */
  where?: string
}

/** Short and steady (FNV-1a): part of names in the database, so it must never change. */
export function steadyHash(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0')
}

export function indexShape(wish: IndexWish): IndexShape {
  const over = wish.columns.map(ident).join(', ')
  const definition = `on ${ident(wish.table)} using ${wish.gin ? 'gin' : 'btree'} (${over})${wish.where ? ` where ${wish.where}` : ''}`
  const unique = wish.unique ?? false
  const tail = `_${steadyHash(`${unique}${definition}`)}`
  const head = [wish.table, ...wish.columns.filter(column => column !== 'org')].join('_').slice(0, NAME_LIMIT - tail.length)
  return { name: head + tail, definition, unique }
}

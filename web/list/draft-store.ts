// Cells typed in a grid and not saved yet, kept in the browser by object.
import type { Draft, DraftStore } from '../grid/drafts.ts'
import { dropKept, listKept, writeKept } from '../lib/kept.ts'

const keyOf = (object: string, row: string, key: string): string => `grid:${object}:${row}:${key}`

export const draftStore = (object: string): DraftStore => ({
  put: async drafts => { await Promise.all(drafts.map(draft => writeKept(keyOf(object, draft.row, draft.key), draft))) },
  remove: async places => { await Promise.all(places.map(place => dropKept(keyOf(object, place.row, place.key)))) },
  all: () => listKept<Draft>(`grid:${object}:`),
})

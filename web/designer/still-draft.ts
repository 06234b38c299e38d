// The paper's draft where nothing can be typed.
import type { Sheet } from '#core/form/sheet.ts'
import type { Draft } from '../form/draft.ts'

const nothing = (): void => undefined

export const stillDraft = (sheet: Sheet): Draft => ({
  sheet, typed: new Map(), values: new Map(), removed: [], gone: new Set(), count: 0, errors: {}, refused: {}, restored: false,
  set: nothing, fill: nothing, refuse: nothing, fail: nothing, remove: nothing, bringBack: nothing, clear: nothing,
})

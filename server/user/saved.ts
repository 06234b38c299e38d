// The ids of records that were saved all or none.
import { AppError } from '#core/lib/error.ts'
import type { SaveResult } from '#server/action/save.ts'

export const savedIds = (results: SaveResult[]): string[] => results.map(result => {
  if (!result.ok) throw new AppError('invalid', { fields: result.fields })
  return result.id
})

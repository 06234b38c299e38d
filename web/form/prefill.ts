// A new form opened from a record (a customer's page): that record is filled in where the form refers to one of its kind.
import { useEffect, useEffectEvent } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { useLabels } from '../list/labels.ts'
import type { FormSearch } from './address.ts'
import type { BoundCell } from './bind.ts'
import { bindKey, fieldAt, isBound } from './bind.ts'
import type { Draft } from './draft.ts'
import type { FormInfo } from './types.ts'

/** `for` names a record: 'customer:<id>'. */
export const aboutText = (object: string, id: string): string => `${object}:${id}`

export function usePrefill(info: FormInfo, search: FormSearch, sheet: Sheet, draft: Draft): void {
  const [object = '', id = ''] = String(search.for ?? '').split(':')
  const label = useLabels(object || 'user', id ? [id] : []).get(id)
  const fill = useEffectEvent((name: string) => {
    if (!info.record || sheet.record?.id !== null) return
    const place = sheet.cells.filter(isBound).find((cell): cell is BoundCell => {
      const field = fieldAt(sheet, cell)
      return cell.bind.on === 'record' && field !== undefined && kindOf(field).target?.(field)?.object === object
    })
    if (place && !draft.typed.has(bindKey(place.bind))) draft.set(place, { id, label: name })
  })
  useEffect(() => { if (label !== undefined) fill(label) }, [label])
}

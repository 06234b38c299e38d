// Cells of a workbook that somebody changed in the system after the file was made: whose word stays is chosen one by one.
// Without a choice what is stored stays.
import { useQuery } from '@tanstack/react-query'
import type { CellBind, CellChange } from '#core/form/sheet.ts'
import { api } from '../lib/api.ts'
import type { HistoryRow } from '../lib/api-types.ts'
import { bindKey } from './bind.ts'
import type { ReadBack } from './types.ts'

/** Places where the file's word was chosen, for each form of the file. */
export type Chosen = Readonly<Record<number, ReadonlySet<string>>>

const NOTHING: ReadonlySet<string> = new Set()

export const chosenOf = (chosen: Chosen, form: number): ReadonlySet<string> => chosen[form] ?? NOTHING

export const choose = (chosen: Chosen, form: number, key: string, file: boolean): Chosen =>
  ({ ...chosen, [form]: new Set(file ? [...chosenOf(chosen, form), key] : [...chosenOf(chosen, form)].filter(one => one !== key)) })

const movedKeys = ({ shown }: ReadBack): ReadonlySet<string> => new Set(shown.flatMap(one => (one.was === undefined ? [] : [bindKey(one.bind)])))

/** What is taken over: all that nobody else touched, and of the rest what was chosen. */
export function takenOf(read: ReadBack, chosen: ReadonlySet<string>): CellChange[] {
  const moved = movedKeys(read)
  return read.changes.filter(({ bind }) => !moved.has(bindKey(bind)) || chosen.has(bindKey(bind)))
}

export const movedCount = (reads: readonly ReadBack[]): number => reads.reduce((sum, read) => sum + movedKeys(read).size, 0)

/** Who changed a place last, where that is known: of the form's record, and of values kept with the form. */
export function useChangers({ sheet, shown }: ReadBack): (bind: CellBind) => string | undefined {
  const { record, filled } = sheet
  const asked = record?.id != null && shown.some(one => one.was !== undefined && one.bind.on === 'record')
  const history = useQuery({
    queryKey: ['records', record?.object, record?.id, 'history', 'changers'], enabled: asked, staleTime: 0,
    queryFn: () => api<{ entries: HistoryRow[] }>(`/api/records/${record!.object}/${record!.id}/history`),
  })
  return bind => {
    if (bind.on === 'value') return filled?.by
    if (bind.on === 'row') return undefined
    return history.data?.entries.find(entry => entry.changes.some(change => change.field === bind.path))?.actor?.label
  }
}

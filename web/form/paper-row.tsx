// One row of the paper. It is drawn anew only when something of its own changed: a form may have five hundred of them.
import { DeleteOutlined, UndoOutlined } from '@ant-design/icons'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { bindKey } from './bind.ts'
import type { PaperProps } from './paper.tsx'
import { PaperCell } from './paper-cell.tsx'
import { usePaper } from './paper-context.ts'
import type { Placed } from './placed.ts'

interface RowProps extends PaperProps { line: number; end: number; cells: Placed[]; canRemove: boolean }

/** What a cell's look hangs on beside the sheet. */
function lookOf({ draft, totals, at, entry }: RowProps, cell: Placed) {
  const key = cell.bind && bindKey(cell.bind)
  if (key === undefined) return { total: totals.get(cell), refused: undefined, active: false, entry: false, typed: undefined, error: undefined }
  return { total: totals.get(cell), typed: draft.typed.get(key), error: draft.refused[key]?.reason ?? draft.errors[key], refused: draft.refused[key], active: key === at, entry: key === entry }
}

const placeOf = (cells: readonly Placed[]): { block?: string; row?: string } => {
  const bind = cells.find(cell => cell.bind?.on === 'row')?.bind
  return { block: bind?.block, row: bind?.row }
}

const isGone = ({ draft, cells }: RowProps): boolean => {
  const { block, row } = placeOf(cells)
  return block !== undefined && row !== undefined && draft.gone.has(`${block} ${row}`)
}

function sameRow(a: RowProps, b: RowProps): boolean {
  if (a.cells !== b.cells || a.line !== b.line || a.end !== b.end || a.locked !== b.locked || a.canRemove !== b.canRemove || isGone(a) !== isGone(b)) return false
  return a.cells.every(cell => {
    const [was, now] = [lookOf(a, cell), lookOf(b, cell)]
    return was.total === now.total && was.typed === now.typed && was.error === now.error && was.refused === now.refused && was.active === now.active && was.entry === now.entry
  })
}

export const PaperRow = memo(function PaperRow(props: RowProps): ReactNode {
  const { line, end, cells, draft, locked, canRemove } = props
  const { sheet } = usePaper()
  const { block, row } = placeOf(cells)
  const gone = isGone(props)
  const edge = Math.max(...cells.map(cell => cell.col + cell.colSpan))
  const touched = cells.some(cell => cell.bind && draft.typed.has(bindKey(cell.bind)))
  return (
    <tr style={{ height: `${sheet.rows[line]?.height ?? 8}mm` }} className={gone ? 'gone' : undefined}>
      {cells.map(cell => (
        <PaperCell key={cell.col} cell={cell} rowSpan={Math.min(cell.rowSpan, end - line)} locked={locked || gone} late={cell.col >= sheet.widths.length / 2 && cell.col > 0} {...lookOf(props, cell)}>
          {canRemove && cell.col + cell.colSpan === edge && block !== undefined && row !== undefined && <RowTools block={block} row={row} gone={gone} touched={touched} />}
        </PaperCell>
      ))}
    </tr>
  )
}, sameRow)

function RowTools({ block, row, gone, touched }: { block: string; row: string; gone: boolean; touched: boolean }): ReactNode {
  const { acts } = usePaper()
  const { t } = useT()
  if (gone) return <button type="button" className="gu-plain gu-pc-row on" aria-label={t('form.bringBack')} title={t('form.bringBack')} onClick={() => acts.bringBack(block, row)}><UndoOutlined /></button>
  if (row.startsWith('new:') && !touched) return null
  return <button type="button" tabIndex={-1} className="gu-plain gu-pc-row" aria-label={t('form.removeRow')} title={t('form.removeRow')} onClick={event => { event.stopPropagation(); acts.remove(block, row) }}><DeleteOutlined /></button>
}

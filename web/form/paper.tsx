// The paper: one table a block over shared columns, its head in a <thead> so that browsers repeat it on every page.
import { DeleteOutlined, UndoOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Band, Cell, Sheet } from '#core/form/sheet.ts'
import { useT } from '../lib/texts.ts'
import { bindKey } from './bind.ts'
import type { Draft } from './draft.ts'
import { openBlocks } from './grow.ts'
import { usePaper } from './paper-context.ts'
import type { Placed } from './paper-cell.tsx'
import { PaperCell } from './paper-cell.tsx'
import './paper.css'

interface Props { draft: Draft; totals: ReadonlyMap<Cell, string>; locked: boolean; at?: string; entry?: string }

/** Cells by the row they begin in. */
function byRow(sheet: Sheet): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>()
  for (const cell of sheet.cells) rows.set(cell.row, [...rows.get(cell.row) ?? [], cell])
  return rows
}

export function Paper(props: Props): ReactNode {
  const { sheet } = usePaper()
  const rows = useMemo(() => byRow(sheet), [sheet])
  const open = useMemo(() => openBlocks(sheet), [sheet])
  return (
    <div className={`gu-paper ${sheet.orientation}`} lang={sheet.lang === 'zh' ? 'zh-CN' : 'en'}>
      {sheet.bands.map(band => <BandTable key={band.from} band={band} rows={rows} {...props} canRemove={!props.locked && band.block !== undefined && open.has(band.block)} />)}
    </div>
  )
}

interface BandProps extends Props { band: Band; rows: ReadonlyMap<number, Cell[]>; canRemove: boolean }

function BandTable({ band, rows, ...props }: BandProps): ReactNode {
  const { sheet } = usePaper()
  const lines = (from: number, to: number): ReactNode => Array.from({ length: to - from }, (_, i) => (
    <Row key={sheet.rows[from + i]?.row ?? from + i} line={from + i} end={to} cells={cellsAt(rows, band, from + i)} {...props} />))
  return (
    <table className={`gu-band${band.keep ? ' keep' : ''}`}>
      <colgroup>{sheet.widths.map((width, i) => <col key={`column ${i + 1}`} style={{ width: `${width}mm` }} />)}</colgroup>
      {band.head > 0 && <thead>{lines(band.from, band.from + band.head)}</thead>}
      <tbody>{lines(band.from + band.head, band.to)}</tbody>
    </table>
  )
}

/** A heading at the left reaches from the head into the rows, which no part of a table can: its lower half begins the body. */
function cellsAt(rows: ReadonlyMap<number, Cell[]>, band: Band, row: number): Placed[] {
  const body = band.from + band.head
  const own = rows.get(row) ?? []
  const reaches = (cell: Cell): boolean => cell.row < body && cell.row + cell.rowSpan > body
  if (row < body) return own.map(cell => (reaches(cell) ? { ...cell, cut: 'below' } : cell))
  if (row > body || band.head === 0) return own
  const above = Array.from({ length: band.head }, (_, i) => rows.get(band.from + i) ?? []).flat().filter(reaches)
  return [...above.map((cell): Placed => ({ ...cell, row, rowSpan: cell.row + cell.rowSpan - row, cut: 'above' })), ...own].toSorted((a, b) => a.col - b.col)
}

interface RowProps extends Props { line: number; end: number; cells: Placed[]; canRemove: boolean }

function Row({ line, end, cells, draft, totals, locked, canRemove, at, entry }: RowProps): ReactNode {
  const { sheet } = usePaper()
  const { height, row } = sheet.rows[line] ?? { height: 8, row: undefined }
  const block = cells.find(cell => cell.bind?.on === 'row')?.bind?.block
  const gone = block !== undefined && row !== undefined && draft.gone.has(`${block} ${row}`)
  const edge = Math.max(...cells.map(cell => cell.col + cell.colSpan))
  return (
    <tr style={{ height: `${height}mm` }} className={gone ? 'gone' : undefined}>
      {cells.map(cell => {
        const key = cell.bind && bindKey(cell.bind)
        const isLast = cell.col + cell.colSpan === edge
        return (
          <PaperCell key={cell.col} cell={cell} rowSpan={Math.min(cell.rowSpan, end - line)} typed={key === undefined ? undefined : draft.typed.get(key)} total={totals.get(cell)} locked={locked || gone}
            error={key === undefined ? undefined : draft.refusals[key] ?? draft.errors[key]} refused={key !== undefined && key in draft.refusals} active={key !== undefined && key === at} entry={key !== undefined && key === entry} last={cell.col >= sheet.widths.length / 2 && cell.col > 0}>
            {isLast && canRemove && block !== undefined && row !== undefined && <RowTools block={block} row={row} gone={gone} touched={[...draft.typed.values()].some(one => one.bind.row === row)} />}
          </PaperCell>
        )
      })}
    </tr>
  )
}

function RowTools({ block, row, gone, touched }: { block: string; row: string; gone: boolean; touched: boolean }): ReactNode {
  const { acts } = usePaper()
  const { t } = useT()
  if (gone) return <button type="button" className="gu-plain gu-pc-row on" aria-label={t('form.bringBack')} title={t('form.bringBack')} onClick={() => acts.bringBack(block, row)}><UndoOutlined /></button>
  if (row.startsWith('new:') && !touched) return null
  return <button type="button" tabIndex={-1} className="gu-plain gu-pc-row" aria-label={t('form.removeRow')} title={t('form.removeRow')} onClick={event => { event.stopPropagation(); acts.remove(block, row) }}><DeleteOutlined /></button>
}

// The paper: one table a block over shared columns, its head in a <thead> so that browsers repeat it on every page.
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Band, Cell } from '#core/form/sheet.ts'
import type { Draft } from './draft.ts'
import { openBlocks } from './grow.ts'
import { usePaper } from './paper-context.ts'
import { PaperRow } from './paper-row.tsx'
import type { Placed } from './placed.ts'
import { placedRows } from './placed.ts'
import './paper.css'

export interface PaperProps {
  draft: Draft
  totals: ReadonlyMap<Cell, string>
  locked: boolean
  at?: string
  entry?: string
}

export function Paper(props: PaperProps): ReactNode {
  const { sheet } = usePaper()
  const rows = useMemo(() => placedRows(sheet), [sheet])
  const open = useMemo(() => openBlocks(sheet), [sheet])
  return (
    <div className={`gu-paper ${sheet.orientation}`} lang={sheet.lang === 'zh' ? 'zh-CN' : 'en'}>
      {sheet.bands.map(band => <BandTable key={band.from} band={band} rows={rows} {...props} canRemove={!props.locked && band.block !== undefined && open.has(band.block)} />)}
    </div>
  )
}

const signs = (cells: readonly Cell[], band: Band): boolean => cells.some(cell => cell.row === band.from && cell.style === 'sign')

function BandTable({ band, rows, ...props }: PaperProps & { band: Band; rows: readonly Placed[][]; canRemove: boolean }): ReactNode {
  const { sheet } = usePaper()
  const lines = (from: number, to: number): ReactNode => Array.from({ length: to - from }, (_, i) => (
    <PaperRow key={sheet.rows[from + i]?.row ?? from + i} line={from + i} end={to} cells={rows[from + i] ?? []} {...props} />))
  return (
    <table className={`gu-band${band.keep ? ' keep' : ''}${signs(sheet.cells, band) ? ' signs' : ''}`}>
      <colgroup>{sheet.widths.map((width, i) => <col key={`column ${i + 1}`} style={{ width: `${width}mm` }} />)}</colgroup>
      {band.head > 0 && <thead>{lines(band.from, band.from + band.head)}</thead>}
      <tbody>{lines(band.from + band.head, band.to)}</tbody>
    </table>
  )
}

// A list of places or columns: dragged, stepped by buttons, one of them open with its settings below its name.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useReorder } from '../admin/reorder.ts'
import { useT } from '../lib/texts.ts'

export interface Row {
  key: string
  name: string
  /** What fills it, in small print. */
  hint: string
  /** Said at the right: its width. */
  aside?: string
  fault?: string | undefined
  /** A heading before it: the row of the paper that begins here. */
  above?: string | undefined
  up: (() => void) | undefined
  down: (() => void) | undefined
  remove(): void
}

interface Props { rows: Row[]; open: number; label: string; choose(at: number): void; drop(from: number, to: number): void; renderDetails(at: number): ReactNode }

export function RowsList({ rows, open, label, choose, drop, renderDetails }: Props): ReactNode {
  const drag = useReorder(drop)
  return (
    <ol className="gu-design-rows" aria-label={label}>
      {rows.map((row, at) => {
        const { className, draggable: _, ...props } = drag(at)
        // While its settings are open the text in them must be selectable with the mouse.
        return (
          <li key={row.key} {...props} draggable={open !== at} className={`${className}${open === at ? ' open' : ''}`}>
            {row.above !== undefined && <div className="gu-design-above">{row.above}</div>}
            <RowHead row={row} open={open === at} toggle={() => choose(open === at ? -1 : at)} />
            {open === at && <Details>{renderDetails(at)}</Details>}
          </li>
        )
      })}
    </ol>
  )
}

function RowHead({ row, open, toggle }: { row: Row; open: boolean; toggle(): void }): ReactNode {
  const { t } = useT()
  return (
    <div className="gu-design-row">
      <HolderOutlined className="gu-holder" aria-hidden />
      <button type="button" className="gu-plain gu-grow" aria-expanded={open} onClick={toggle}>
        <span className="gu-design-row-name">{row.name || t('design.unnamed')}{row.fault && <WarningOutlined className="gu-design-faulty" title={row.fault} />}</span>
        <span className="gu-faint gu-small gu-cut">{row.hint}</span>
      </button>
      {row.aside && <span className="gu-faint gu-small">{row.aside}</span>}
      <span className="gu-design-steps">
        <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={!row.up} aria-label={`${row.name} ${t('design.up')}`} onClick={row.up} />
        <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={!row.down} aria-label={`${row.name} ${t('design.down')}`} onClick={row.down} />
        <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${row.name} ${t('design.remove')}`} onClick={row.remove} />
      </span>
    </div>
  )
}

/** What was chosen on the paper comes into sight. */
function Details({ children }: { children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => { place.current?.closest('li')?.scrollIntoView({ block: 'nearest' }) }, [])
  return <div ref={place} className="gu-design-details">{children}</div>
}

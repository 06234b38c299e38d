// One cell of the paper: words, a number that leads to its records, a place to write, boxes to tick.
import { ExportOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { Cell, SheetLink } from '#core/form/sheet.ts'
import { shown } from '#core/form/shown.ts'
import type { WebField } from '../lib/api-types.ts'
import { useT } from '../lib/texts.ts'
import { webKindOf } from '../field/inputs.tsx'
import { bindKey, fieldAt, isBound } from './bind.ts'
import type { BoundCell } from './bind.ts'
import { CellBoxes } from './cell-boxes.tsx'
import { CellEditor } from './cell-editor.tsx'
import { wayOf } from './cell-keys.ts'
import type { Refused } from './draft.ts'
import { usePaper } from './paper-context.ts'
import type { Placed } from './placed.ts'

export interface CellProps {
  cell: Placed
  /** Rows it reaches over in its part of the table. */
  rowSpan: number
  /** What stands there now, for a place that was typed in. */
  typed?: { value: unknown }
  /** In place of its text: a sum worked out on the page. */
  total?: string
  error?: string
  /** What was typed and cannot be read: the cell stays open with it. */
  refused?: Refused
  active: boolean
  /** The one place that Tab reaches. */
  entry: boolean
  locked: boolean
  /** Stands in the right half: its input opens to the left. */
  late: boolean
  children?: ReactNode
}

const classOf = (props: CellProps, bound: boolean): string => [
  'gu-pc', `s-${props.cell.style}`, `a-${props.cell.align}`, props.cell.frame && 'framed', bound && 'bound', props.typed && 'changed', props.error !== undefined && 'bad', props.active && 'active', props.cell.masked && 'masked', props.cell.cut && `cut-${props.cell.cut}`,
].filter(Boolean).join(' ')

/** Its column is too narrow for what it says. */
const sizeOf = ({ small }: Cell): { fontSize: string } | undefined => (small === undefined ? undefined : { fontSize: `${small}em` })

export function PaperCell(props: CellProps): ReactNode {
  const { cell, rowSpan, locked, children } = props
  const bound = !locked && isBound(cell)
  const span = { rowSpan: rowSpan === 1 ? undefined : rowSpan, colSpan: cell.colSpan === 1 ? undefined : cell.colSpan }
  if (bound) return <Writable {...props} cell={cell as BoundCell} span={span} className={classOf(props, true)} />
  const Tag = cell.style === 'head' ? 'th' : 'td'
  return <Tag {...span} scope={cell.style === 'head' ? 'col' : undefined} className={classOf(props, false)} style={sizeOf(cell)}>{cell.image && <img src={`/api/files/${cell.image}?show=1`} alt="" className="gu-pc-logo" />}<Words cell={cell} text={cell.cut === 'below' ? '' : props.total ?? cell.text} />{children}</Tag>
}

function Words({ cell, text }: { cell: Cell; text: string }): ReactNode {
  const { readable } = usePaper()
  if (!cell.link || !readable?.has(cell.link.object) || text === '') return text
  return <LinkTo link={cell.link}>{text}</LinkTo>
}

const addressOf = ({ object, id, filter }: SheetLink): string =>
  (id === undefined ? `/o/${object}${filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''}` : `/o/${object}/${id}`)

/** A bare link: a form may have thousands, and the router's own each listen to the address. */
function LinkTo({ link, children, label }: { link: SheetLink; children: ReactNode; label?: string }): ReactNode {
  const router = useRouter()
  const go = (event: MouseEvent): void => {
    event.stopPropagation()
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.push(addressOf(link))
  }
  return <a href={addressOf(link)} className="gu-pc-link" aria-label={label} title={label} tabIndex={label === undefined ? undefined : -1} onClick={go}>{children}</a>
}

interface WritableProps extends Omit<CellProps, 'cell'> { cell: BoundCell; span: { rowSpan?: number; colSpan?: number }; className: string }

function textOf(cell: BoundCell, field: WebField, typed: { value: unknown } | undefined, lang: 'zh' | 'en'): string {
  return typed ? shown(field, typed.value, { lang, ...(cell.scale ? { show: 'tenThousand' as const } : {}) }).text : cell.text
}

function Writable({ cell, span, className, typed, error, refused, active, entry, late, children }: WritableProps): ReactNode {
  const { sheet, labels, acts, readable } = usePaper()
  const { t } = useT()
  const field = fieldAt(sheet, cell)
  if (!field) return null
  const key = bindKey(cell.bind)
  const value = typed ? typed.value : cell.wire ?? null
  const label = labels.get(key) ?? ''
  const boxes = cell.boxes && 'options' in field
  const open = (event: MouseEvent): void => { if (!(event.target as Element).closest('.gu-cell-editor, a, .gu-pc-row')) acts.open(key, true) }
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const way = event.key === 'Tab' || event.key === 'Enter' ? undefined : wayOf(event)
    if (way) { event.preventDefault(); acts.move(key, way) }
    else if (event.key === 'Enter' || event.key === 'F2') { event.preventDefault(); acts.open(key) }
    // What is typed goes into the input that opens.
    else if ((event.key.length === 1 || event.key === 'Process') && !event.ctrlKey && !event.metaKey && !event.altKey) acts.open(key)
  }
  const text = textOf(cell, field, typed, sheet.lang)
  const hint = text === '' && cell.bind.on === 'record' && sheet.record?.id === null ? webKindOf(field).hint : undefined
  return (
    <td {...span} className={className} style={sizeOf(cell)} data-key={key} title={error} tabIndex={entry && !active ? 0 : undefined} aria-label={label} onClick={open} onKeyDown={press}>
      {boxes ? <CellBoxes cell={cell} field={field} value={value} label={label} active={active} /> : <span className="gu-pc-text">{text}{hint && <span className="gu-pc-hint">{t(hint)}</span>}</span>}
      {cell.link && readable?.has(cell.link.object) && !active && !typed && <LinkTo link={cell.link} label={t('word.open')}><ExportOutlined className="gu-pc-jump" /></LinkTo>}
      {!boxes && (active || refused) && <CellEditor cell={cell} field={field} value={value} text={refused?.text} error={error} active={active} late={late} />}
      {children}
    </td>
  )
}

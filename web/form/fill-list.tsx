// 逐格填写: all places of a form below each other, label and input; how record forms are filled on a phone.
import { DeleteOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { Notice } from '../ui/notice.tsx'
import { FieldInput } from '../field/field-view.tsx'
import { webKindOf } from '../field/inputs.tsx'
import type { BoundCell } from './bind.ts'
import { fieldAt, newNumber } from './bind.ts'
import { textIn } from './cell-editor.tsx'
import type { Draft } from './draft.ts'
import { valueAt } from './draft.ts'
import { openBlocks } from './grow.ts'
import type { FillGroup } from './labels.ts'
import { fillGroups } from './labels.ts'
import { usePaper } from './paper-context.ts'

/** Of the empty rows of a grid only the next one is offered. */
function offered(groups: FillGroup[], draft: Draft): FillGroup[] {
  const next = new Set<string>()
  return groups.filter(group => {
    if (group.block === undefined || newNumber(group.row) === undefined || group.cells.some(({ key }) => draft.typed.has(key))) return true
    if (next.has(group.block)) return false
    next.add(group.block)
    return true
  })
}

export function FillList({ draft, locked }: { draft: Draft; locked: boolean }): ReactNode {
  const { t } = useT()
  const { sheet, labels } = usePaper()
  const groups = useMemo(() => fillGroups(sheet, labels), [sheet, labels])
  const open = useMemo(() => openBlocks(sheet), [sheet])
  if (groups.length === 0) return <div className="gu-filllist"><Notice title={t('form.nothingToFill')}>{t('form.nothingToFillHint')}</Notice></div>
  return (
    <div className="gu-filllist">
      {offered(groups, draft).map(group => <Group key={group.key} group={group} draft={draft} locked={locked} canRemove={group.block !== undefined && open.has(group.block)} />)}
      {sheet.remarks.length > 0 && <ul className="gu-remarks">{sheet.remarks.map(remark => <li key={remark}>{remark}</li>)}</ul>}
    </div>
  )
}

interface GroupProps { group: FillGroup; draft: Draft; locked: boolean; canRemove: boolean }

function Group({ group, draft, locked, canRemove }: GroupProps): ReactNode {
  const { t } = useT()
  const { acts } = usePaper()
  const { block, row, cells, title } = group
  const isNew = newNumber(row) !== undefined
  const gone = block !== undefined && row !== undefined && draft.gone.has(`${block} ${row}`)
  const touched = cells.some(({ key }) => draft.typed.has(key))
  return (
    <section className={`gu-card gu-fillgroup${gone ? ' gone' : ''}`}>
      {(title !== '' || row !== undefined) && <h3><span className="gu-grow gu-cut">{title}{isNew && !touched ? <span className="gu-faint"> {t('form.newRow')}</span> : null}</span>
        {block !== undefined && row !== undefined && canRemove && !locked && (gone ? <Button size="small" type="text" icon={<UndoOutlined />} onClick={() => acts.bringBack(block, row)}>{t('form.bringBack')}</Button>
          : (!isNew || touched) && <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={t('form.removeRow')} onClick={() => acts.remove(block, row)} />)}</h3>}
      {!gone && cells.map(({ key, label, cell }) => <One key={key} name={key} label={label} cell={cell} draft={draft} locked={locked} />)}
    </section>
  )
}

function One({ cell, name, label, draft, locked }: { cell: BoundCell; name: string; label: string; draft: Draft; locked: boolean }): ReactNode {
  const { sheet, acts } = usePaper()
  const place = useRef<HTMLDivElement>(null)
  const field = fieldAt(sheet, cell)
  if (!field) return null
  const error = draft.refused[name]?.reason ?? draft.errors[name]
  const id = `l-${name}`
  return (
    <div className={`gu-field${webKindOf(field).wide ? ' wide' : ''}${error === undefined ? '' : ' bad'}${draft.typed.has(name) ? ' changed' : ''}`}>
      <div className="gu-field-label"><label htmlFor={id}>{label}</label></div>
      <div className="gu-field-value" ref={place}>
        {locked ? <div className="gu-field-show">{cell.text || '—'}</div>
          : <FieldInput field={field} value={valueAt(draft, cell)} error={error} id={id} onChange={next => acts.set(cell, next)} typedFirst={draft.refused[name]?.text}
            onRefuse={reason => acts.refuse(name, reason === null ? null : { reason, text: textIn(place.current) })} />}
        {error !== undefined && <div className="gu-field-error" role="alert">{error}</div>}
      </div>
    </div>
  )
}

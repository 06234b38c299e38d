// My work: what waits for me, what I wait for, what I decided, what I began. By keyboard on the desktop, as cards on the phone.
import { CheckCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Badge, Button, Segmented } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNarrow } from '../lib/media.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading, Notice } from '../ui/notice.tsx'
import { BatchDialog } from './batch-dialog.tsx'
import { useTodoCount } from './count.ts'
import { useFacts } from './facts.ts'
import { useInbox } from './queries.ts'
import { QuickDecide } from './quick-decide.tsx'
import type { Quick } from './quick-decide.tsx'
import { StartDialog } from './start-dialog.tsx'
import type { Box, InboxRow } from './types.ts'
import { useWorkKeys } from './work-keys.ts'
import { WorkRow } from './work-row.tsx'
import './flow.css'

const BOXES: readonly Box[] = ['todo', 'waiting', 'done', 'mine']
const EMPTY: Record<Box, [TextKey, TextKey]> = {
  todo: ['flow.noTodo', 'flow.noTodoHint'], waiting: ['flow.noWaiting', 'flow.noWaitingHint'], done: ['flow.noDone', 'flow.noDoneHint'], mine: ['flow.noMine', 'flow.noMineHint'],
}

export function WorkPage(): ReactNode {
  const { t } = useT()
  const { box = 'todo' } = useSearch({ from: '/shell/work' })
  const navigate = useNavigate()
  const narrow = useNarrow()
  const count = useTodoCount()
  const [starting, setStarting] = useState(false)
  const label = (one: Box): ReactNode => <span className="gu-row">{t(`flow.box.${one}`)}{one === 'todo' && count > 0 && <Badge count={count} size="small" overflowCount={99} />}</span>
  return (
    <div className="gu-page gu-work">
      <header>
        <h1 className="gu-grow">{t('flow.work')}</h1>
        <Button icon={<PlusOutlined />} onClick={() => setStarting(true)}>{t('flow.start')}</Button>
        <Segmented<Box> className="gu-work-boxes" block={narrow} value={box} onChange={next => void navigate({ to: '/work', search: { box: next } })} options={BOXES.map(one => ({ value: one, label: label(one) }))} />
      </header>
      <BoxList key={box} box={box} />
      {starting && <StartDialog close={() => setStarting(false)} />}
    </div>
  )
}

function BoxList({ box }: { box: Box }): ReactNode {
  const { t } = useT()
  const inbox = useInbox(box)
  // Here and not among the rows: those that are decided leave the list while their answers are still read.
  const [batch, setBatch] = useState<InboxRow[]>()
  if (inbox.isPending) return <Loading />
  if (!inbox.data) return <Failed error={inbox.error} again={() => void inbox.refetch()} />
  const rows = inbox.data.pages.flatMap(page => page.rows)
  const [title, hint] = EMPTY[box]
  return (
    <>
      {rows.length === 0 ? <Notice icon={<CheckCircleOutlined />} title={t(title)}>{t(hint)}</Notice> : <Rows box={box} rows={rows} approve={setBatch} />}
      {batch && <BatchDialog rows={batch} close={() => setBatch(undefined)} />}
      {inbox.hasNextPage && <Button block loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>{t('flow.moreRows')}</Button>}
    </>
  )
}

/** Only approvals are decided many at a time: a step that is work has to be opened. */
const canBatch = (row: InboxRow): boolean => row.id !== null && row.can.includes('approve')

function Rows({ box, rows, approve }: { box: Box; rows: InboxRow[]; approve(rows: InboxRow[]): void }): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [quick, setQuick] = useState<Quick>()
  const toggle = (row: InboxRow): void => { if (row.id && canBatch(row)) setChecked(now => new Set([...now].filter(id => id !== row.id).concat(now.has(row.id!) ? [] : [row.id!]))) }
  const chosen = rows.filter(row => row.id !== null && checked.has(row.id) && canBatch(row))
  const facts = useFacts(rows)
  const list = useWorkKeys(rows, { decide: (row, kind) => setQuick({ row, kind }), toggle })
  const checkable = box === 'todo' && !narrow && rows.some(canBatch)
  return (
    <>
      {chosen.length > 0 && (
        <div className="gu-work-batch" role="status">
          <span className="gu-grow">{t('flow.chosen', { n: chosen.length })}</span>
          <Button size="small" onClick={() => setChecked(new Set())}>{t('word.cancel')}</Button>
          <Button size="small" type="primary" onClick={() => { approve(chosen); setChecked(new Set()) }}>{t('flow.batchGo')}</Button>
        </div>
      )}
      <ul className={`gu-card gu-work-list${checkable ? ' checkable' : ''}`} ref={list} aria-label={t(`flow.box.${box}`)}>
        {rows.map(row => <WorkRow key={row.id ?? row.run} row={row} box={box} facts={facts.get(row.record)} check={checkable ? { on: row.id !== null && checked.has(row.id), able: canBatch(row), toggle: () => toggle(row) } : undefined} decide={kind => setQuick({ row, kind })} />)}
      </ul>
      {quick && <QuickDecide quick={quick} close={() => setQuick(undefined)} />}
    </>
  )
}

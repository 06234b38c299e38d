// Above the drawing board: its name and state, undo and redo, versions, back to the original, publishing.
import { ArrowLeftOutlined, HistoryOutlined, RedoOutlined, RollbackOutlined, UndoOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Popconfirm, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { Board } from './design.ts'
import { PublishDialog } from './publish.tsx'
import type { FormDesign } from './queries.ts'
import { currentVersion, useDesignActs } from './queries.ts'
import { VersionsDrawer } from './versions.tsx'

interface Props {
  board: Board
  design: FormDesign
  narrow: boolean
  /** Begins again with what the server has. */
  renew(): void
}

export function Toolbar({ board, design, narrow, renew }: Props): ReactNode {
  const { t, say } = useT()
  const [open, setOpen] = useState<'publish' | 'versions'>()
  const close = (): void => setOpen(undefined)
  return (
    <header className="gu-design-bar">
      <Link to="/admin/$page" params={{ page: 'forms' }} search={{}} aria-label={t('design.back')} title={t('design.back')}><ArrowLeftOutlined /></Link>
      <span className="gu-faint">{board.form.id}</span>
      <h1 className="gu-cut">{t('design.title', { title: say(board.form.title) })}</h1>
      <State board={board} />
      <span className="gu-grow" />
      {!narrow && <Tooltip title={`${t('design.undo')} Ctrl+Z`}><Button type="text" icon={<UndoOutlined />} aria-label={t('design.undo')} disabled={!board.canUndo} onClick={board.undo} /></Tooltip>}
      {!narrow && <Tooltip title={`${t('design.redo')} Ctrl+Y`}><Button type="text" icon={<RedoOutlined />} aria-label={t('design.redo')} disabled={!board.canRedo} onClick={board.redo} /></Tooltip>}
      <Button icon={<HistoryOutlined />} onClick={() => setOpen('versions')}>{t('design.versions')}</Button>
      {!narrow && <Reset board={board} design={design} renew={renew} />}
      {!narrow && <Button type="primary" disabled={!board.changed} onClick={() => setOpen('publish')}>{t('design.publish')}</Button>}
      {open === 'publish' && <PublishDialog board={board} design={design} close={close} />}
      {open === 'versions' && <VersionsDrawer design={design} close={close} renew={renew} />}
    </header>
  )
}

function State({ board }: { board: Board }): ReactNode {
  const { t } = useT()
  if (board.changed) return <Tag color="orange">{t('design.changed')}</Tag>
  return <Tag>{t(board.atOriginal ? 'design.original' : 'design.published')}</Tag>
}

/** Unpublished changes go too: the question says so by what it promises. */
function Reset({ board, design, renew }: Omit<Props, 'narrow'>): ReactNode {
  const { t, say } = useT()
  const { modal } = App.useApp()
  const feedback = useSay()
  const acts = useDesignActs()
  const published = currentVersion(design) > 0
  const reset = async (): Promise<void> => {
    try {
      await acts.reset(design.form.id)
      feedback.ok(t('design.resetDone'))
      renew()
    } catch (error) {
      feedback.fail(error)
    }
  }
  const ask = (): void => { void modal.confirm({ title: t('design.resetAsk', { title: say(design.original.title) }), content: t('design.resetHint'), okText: t('design.reset'), cancelText: t('word.cancel'), onOk: reset }) }
  return <Button icon={<RollbackOutlined />} disabled={board.atOriginal && (!published || !board.changed)} onClick={ask}>{t('design.reset')}</Button>
}

/** Says that an earlier visit is gone on with, and offers the way back. */
export function KeptNotice({ board }: { board: Board }): ReactNode {
  const { t } = useT()
  const say = useSay()
  if (!board.kept || !board.changed) return null
  const discard = (): void => { board.discard(); say.ok(t('design.discarded')) }
  return (
    <div className="gu-design-kept" role="status">
      <span className="gu-grow">{t(board.kept === 'old' ? 'design.keptOld' : 'design.kept')}</span>
      <Popconfirm title={t('design.discardAsk')} description={t('design.discardHint')} okText={t('design.discard')} cancelText={t('word.cancel')} onConfirm={discard}><Button size="small">{t('design.discard')}</Button></Popconfirm>
    </div>
  )
}

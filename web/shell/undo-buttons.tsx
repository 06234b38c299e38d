// Undo and redo with what they would take back; Ctrl+Z works wherever nobody is typing.
import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useKey } from '../lib/keys.ts'
import { useT } from '../lib/texts.ts'
import { useUndo } from '../lib/undo.ts'

export function UndoButtons(): ReactNode {
  const { t } = useT()
  const { state, name, act } = useUndo()
  const [busy, setBusy] = useState(false)
  const run = (way: 'undo' | 'redo') => async (): Promise<void> => {
    if (busy || !state?.[way]) return
    setBusy(true)
    await act(way)
    setBusy(false)
  }
  useKey('mod+z', () => void run('undo')())
  useKey('mod+y', () => void run('redo')())
  useKey('mod+shift+z', () => void run('redo')())
  const title = (way: 'undo' | 'redo'): string => {
    const step = state?.[way]
    const none = way === 'undo' ? t('undo.nothing') : t('undo.nothingRedo')
    return step ? t(way === 'undo' ? 'undo.undo' : 'undo.redo', { what: name(step) }) : none
  }
  return (
    <span className="gu-row" style={{ gap: 0 }}>
      <Tooltip title={title('undo')}><Button type="text" icon={<UndoOutlined />} aria-label={title('undo')} disabled={busy || !state?.undo} onClick={() => void run('undo')()} /></Tooltip>
      <Tooltip title={title('redo')}><Button type="text" icon={<RedoOutlined />} aria-label={title('redo')} disabled={busy || !state?.redo} onClick={() => void run('redo')()} /></Tooltip>
    </span>
  )
}

// Command palette (Ctrl+K): records found by the server (also by pinyin initials), pages, lists, and what can be created.
import { SearchOutlined } from '@ant-design/icons'
import { Modal } from 'antd'
import type { InputRef } from 'antd'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useKey } from '../lib/keys.ts'
import { useT } from '../lib/texts.ts'
import type { Command } from './commands.tsx'
import { useCommands } from './commands.tsx'

export function Palette({ open, setOpen }: { open: boolean; setOpen(open: boolean): void }): ReactNode {
  useKey('mod+k', () => setOpen(!open), { whileTyping: true })
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} closable={false} width={620} className="gu-palette" destroyOnHidden style={{ top: 72 }}>
      {open && <Body close={() => setOpen(false)} />}
    </Modal>
  )
}

function Body({ close }: { close(): void }): ReactNode {
  const { t } = useT()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { commands, searching } = useCommands(text)
  const input = useRef<InputRef>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => { setTimeout(() => input.current?.focus(), 30) }, [])
  useEffect(() => { list.current?.querySelector(`#gu-command-${at}`)?.scrollIntoView({ block: 'nearest' }) }, [at])
  const run = (command: Command | undefined): void => {
    if (!command) return
    close()
    command.run()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && commands.length > 0) { event.preventDefault(); setAt((at + step + commands.length) % commands.length) }
    if (event.key === 'Enter') { event.preventDefault(); run(commands[at]) }
  }
  return (
    <div onKeyDown={press}>
      <Input ref={input} size="large" variant="borderless" prefix={<SearchOutlined />} value={text} onChange={event => { setText(event.target.value); setAt(0) }} placeholder={t('palette.hint')}
        role="combobox" aria-expanded aria-controls="gu-palette-list" aria-activedescendant={commands[at] ? `gu-command-${at}` : undefined} aria-label={t('palette.hint')} />
      <div className="gu-palette-list" id="gu-palette-list" role="listbox" ref={list} aria-label={t('palette.results')}>
        {commands.map((command, i) => (
          <div key={command.key}>
            {command.group !== commands[i - 1]?.group && <div className="gu-palette-group">{command.group}</div>}
            <div id={`gu-command-${i}`} role="option" aria-selected={i === at} className="gu-palette-item" onMouseMove={() => setAt(i)} onClick={() => run(command)}>
              <span className="gu-nav-icon" aria-hidden>{command.icon}</span><span className="gu-cut">{command.label}</span>
              <span className="gu-grow gu-faint gu-small gu-cut gu-num">{command.hint}</span>
            </div>
          </div>
        ))}
        {commands.length === 0 && <div className="gu-palette-none">{searching ? t('palette.searching') : t('palette.none', { text })}</div>}
      </div>
    </div>
  )
}

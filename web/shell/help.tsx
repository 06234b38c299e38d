// Keyboard help, opened with '?'.
import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useKey } from '../lib/keys.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'

let show: (() => void) | undefined
export const openHelp = (): void => show?.()

const GROUPS: { title: TextKey; keys: [string, TextKey][] }[] = [
  { title: 'help.everywhere', keys: [['Ctrl K', 'help.palette'], ['Ctrl Z', 'help.undo'], ['Ctrl Y', 'help.redo'], ['?', 'help.title']] },
  { title: 'help.list', keys: [['N', 'help.new'], ['/', 'help.find'], ['Enter · F2', 'help.editCell'], ['Tab', 'help.nextCell'], ['Ctrl C · X · V', 'help.clipboard'], ['Ctrl D', 'help.fillDown'],
    ['Ctrl + ←↑→↓', 'help.jump'], ['Shift + ←↑→↓', 'help.select'], ['Delete', 'help.clear'], ['Ctrl Home · End', 'help.ends'], ['Ctrl Enter', 'help.openRow']] },
  { title: 'help.work', keys: [['J · K · ↓ · ↑', 'help.workMove'], ['Enter', 'help.workOpen'], ['A', 'help.workYes'], ['R', 'help.workBack'], ['X', 'help.workChoose']] },
  { title: 'help.record', keys: [['E', 'help.edit'], ['Ctrl S', 'help.save'], ['Esc', 'help.cancel']] },
]

export function Help(): ReactNode {
  const { t } = useT()
  const [open, setOpen] = useState(false)
  useKey('?', () => setOpen(true))
  useEffect(() => {
    show = () => setOpen(true)
    return () => { show = undefined }
  }, [])
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('help.title')} width={640}>
      <div className="gu-help">
        {GROUPS.map(group => (
          <section key={String(group.title)}>
            <h3>{t(group.title)}</h3>
            <dl>{group.keys.map(([keys, what]) => <div key={keys}><dt><span className="gu-kbd">{keys}</span></dt><dd>{t(what)}</dd></div>)}</dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

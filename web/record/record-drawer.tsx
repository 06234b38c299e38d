// A record beside its list: the drawer follows the list with previous and next.
import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import type { WebObject } from '../lib/catalog.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import { RecordView } from './record-view.tsx'

interface Props { object: WebObject; id: string | undefined; close(): void; step?(by: 1 | -1): void }

export function RecordDrawer({ object, id, close, step }: Props): ReactNode {
  const { t, say } = useT()
  const narrow = useNarrow()
  const tools = step && !narrow && (
    <span className="gu-row" style={{ gap: 0 }}>
      <Button type="text" icon={<UpOutlined />} aria-label={t('record.previous')} title={t('record.previous')} onClick={() => step(-1)} />
      <Button type="text" icon={<DownOutlined />} aria-label={t('record.next')} title={t('record.next')} onClick={() => step(1)} />
    </span>
  )
  return (
    <Drawer open={id !== undefined} onClose={close} size={narrow ? '100%' : 'min(760px, 92vw)'} mask={narrow ? true : { enabled: false }} className="gu-drawer" styles={{ body: { padding: 0 }, header: narrow ? { padding: '8px 12px' } : { display: 'none' } }} title={narrow ? say(object.label) : null}
      aria-label={say(object.label)} destroyOnHidden>
      {id !== undefined && <RecordView object={object} id={id} tools={<>{tools}{!narrow && <Button type="text" aria-label={t('word.close')} onClick={close}>✕</Button>}</>} close={close} />}
    </Drawer>
  )
}

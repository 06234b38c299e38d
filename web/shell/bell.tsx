// Notifications: mentions and what waits for the reader.
import { BellOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { post } from '../lib/api.ts'
import { useT } from '../lib/texts.ts'
import { When } from '../ui/time.tsx'

interface Note { id: string; version: number; createdAt: string; text: string; object: string | null; record: string | null; run?: string | null; readAt: string | null }

const ask = (): Promise<{ rows: Note[] }> => post('/api/records/notification/query', {
  columns: ['text', 'object', 'record', 'run', 'createdAt', 'readAt'], sort: [{ field: 'createdAt', dir: 'desc' }], filter: { field: 'owner', op: 'eq', value: '@me' }, size: 30, total: 'none',
})

export function Bell(): ReactNode {
  const { t } = useT()
  const [open, setOpen] = useState(false)
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['notifications'], queryFn: ask, refetchInterval: 300_000 })
  const unseen = (data?.rows ?? []).filter(note => note.readAt === null)
  const show = (next: boolean): void => {
    setOpen(next)
    if (next || unseen.length === 0) return
    const now = new Date().toISOString()
    void post('/api/records/notification/save', { changes: unseen.map(note => ({ id: note.id, values: { readAt: now } })), mode: 'good' }).then(() => queries.invalidateQueries({ queryKey: ['notifications'] })).catch(() => undefined)
  }
  return (
    <Popover open={open} onOpenChange={show} trigger="click" placement="bottomRight" arrow={false} title={t('bell.title')} content={<List notes={data?.rows ?? []} close={() => show(false)} />}>
      <Badge count={unseen.length} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t('bell.label', { n: unseen.length })} />
      </Badge>
    </Popover>
  )
}

function List({ notes, close }: { notes: Note[]; close(): void }): ReactNode {
  const { t } = useT()
  const navigate = useNavigate()
  if (notes.length === 0) return <div className="gu-bell-empty gu-faint">{t('bell.empty')}</div>
  const open = (note: Note): void => {
    close()
    if (note.run) void navigate({ to: '/work/run/$id', params: { id: note.run } })
    else if (note.object && note.record) void navigate({ to: '/o/$object/$id', params: { object: note.object, id: note.record } })
  }
  return (
    <ul className="gu-bell">
      {notes.map(note => (
        <li key={note.id} className={note.readAt ? '' : 'new'}>
          <button type="button" className="gu-plain" onClick={() => open(note)}>
            <span>{note.text}</span><span className="gu-faint gu-small"><When at={note.createdAt} /></span>
          </button>
        </li>
      ))}
    </ul>
  )
}

// Discussion of a record; @ finds colleagues, who are notified. What is being written survives a reload.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Mentions } from 'antd'
import { useEffect, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { api, newKey, post } from '../lib/api.ts'
import type { Comment, Link } from '../lib/api-types.ts'
import { dropKept, readKept, writeKept } from '../lib/kept.ts'
import { usePaused } from '../lib/paused.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { Person } from '../ui/person.tsx'
import { When } from '../ui/time.tsx'
import { useLookup } from '../field/reference-input.tsx'

export function Comments({ object, id }: { object: string; id: string }): ReactNode {
  const { t } = useT()
  const comments = useQuery({ queryKey: ['records', object, 'comments', id], queryFn: () => api<{ comments: Comment[] }>(`/api/records/${object}/${id}/comments`) })
  if (comments.isPending) return <Loading />
  if (!comments.data) return <Failed error={comments.error} again={() => void comments.refetch()} />
  const rows = comments.data.comments.toReversed()
  return (
    <div className="gu-record-body">
      <Write object={object} id={id} />
      {rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('comment.none')} />}
      <ol className="gu-comments">{rows.map(row => (
        <li key={row.id}><Said row={row} /></li>
      ))}</ol>
    </div>
  )
}

/** One comment; the timeline shows it among other things. */
export function Said({ row }: { row: Comment }): ReactNode {
  const { t } = useT()
  const name = row.author?.label ?? t('history.someone')
  return (
    <div className="gu-row" style={{ alignItems: 'flex-start' }}>
      <Person name={name} size={22} />
      <div className="gu-grow"><div className="gu-row"><strong className="gu-grow">{name}</strong><span className="gu-faint gu-small"><When at={row.at} /></span></div><div className="gu-comment-text">{row.text}</div></div>
    </div>
  )
}

function Write({ object, id }: { object: string; id: string }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string>()
  const [known, setKnown] = useState<Link[]>([])
  const [busy, setBusy] = useState(false)
  const found = useLookup('user', usePaused(asked ?? ''), asked !== undefined)
  const key = `comment:${object}:${id}`
  useEffect(() => { void readKept<string>(key).then(kept => { if (kept) setText(kept) }) }, [key])
  const type = (next: string): void => {
    setText(next)
    void (next ? writeKept(key, next) : dropKept(key))
  }
  const send = async (): Promise<void> => {
    if (!text.trim() || busy) return
    setBusy(true)
    try {
      await post(`/api/records/${object}/${id}/comments`, { text: text.trim(), mentions: known.filter(user => text.includes(`@${user.label}`)).map(user => user.id) }, { once: newKey() })
      type('')
      await queries.invalidateQueries({ queryKey: ['records', object, 'comments', id] })
    } catch (error) {
      say.fail(error)
    }
    setBusy(false)
  }
  const press = (event: KeyboardEvent): void => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send() }
  return (
    <div className="gu-write">
      <Mentions value={text} onChange={type} onKeyDown={press} onSearch={setAsked} filterOption={false} rows={2} autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t('comment.write')} aria-label={t('comment.write')}
        options={(found.data ?? []).map(user => ({ key: user.id, value: user.label, label: user.label }))} onSelect={option => setKnown([...known, ...(found.data ?? []).filter(user => user.label === option.value)])} />
      <div className="gu-row"><span className="gu-grow gu-faint gu-small">{t('comment.hint')}</span><Button size="small" type="primary" disabled={!text.trim()} loading={busy} onClick={() => void send()}>{t('comment.send')}</Button></div>
    </div>
  )
}

// A record on a page of its own.
import { LeftOutlined } from '@ant-design/icons'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useObject } from '../lib/catalog.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import { NotFound } from '../ui/notice.tsx'
import { RecordView } from './record-view.tsx'

export function RecordPage(): ReactNode {
  const { object: name, id } = useParams({ from: '/shell/o/$object/$id' })
  const { say } = useT()
  const object = useObject(name)
  const navigate = useNavigate()
  const narrow = useNarrow()
  if (!object?.can.read) return <NotFound />
  // A kept form is not read as a record: the form itself opens.
  if (name === 'filledForm') return <Navigate to="/filled/$id" params={{ id }} replace />
  const back = (): void => void navigate({ to: '/o/$object', params: { object: name }, search: {} })
  return (
    <div className="gu-record-page">
      <div className="gu-record-back"><button type="button" className="gu-plain gu-dim" onClick={back}><LeftOutlined aria-hidden /> {say(object.label)}</button></div>
      <RecordView object={object} id={id} wide={!narrow} close={back} />
    </div>
  )
}

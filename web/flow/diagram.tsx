// A diagram to look at: bpmn-js with where a case stands, what is done, and who has it. Comes in a piece of its own.
import { AimOutlined, ExpandOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useDark } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import { Failed } from '../ui/notice.tsx'
import type { Board } from './board.ts'
import { openBoard } from './board.ts'
import './diagram.css'

export interface Mark {
  node: string
  kind: 'now' | 'done' | 'late'
  /** Below the step: who has it, since when. */
  label?: string
}

const NO_MARKS: readonly Mark[] = []

interface Props {
  xml: string
  marks?: readonly Mark[]
  /** What the diagram shows, for those who cannot see it. */
  label: string
}

export function Diagram({ xml, marks = NO_MARKS, label }: Props): ReactNode {
  const { t } = useT()
  const dark = useDark()
  const place = useRef<HTMLDivElement>(null)
  const board = useRef<Board>(undefined)
  const [fault, setFault] = useState<unknown>()
  const marked = JSON.stringify(marks)
  useEffect(() => {
    let gone = false
    const element = place.current
    if (!element) return
    const opened = openBoard(element, xml, dark)
    opened.then(one => {
      if (gone) return
      board.current = one
      one.mark(JSON.parse(marked) as Mark[])
      one.show()
    }).catch((error: unknown) => { if (!gone) setFault(error) })
    return () => {
      gone = true
      board.current = undefined
      void opened.then(one => one.close()).catch(() => undefined)
    }
  }, [xml, dark, marked])
  if (fault) return <Failed error={fault} />
  return (
    <div className="gu-diagram" role="img" aria-label={label}>
      <div className="gu-diagram-place" ref={place} />
      <div className="gu-diagram-tools">
        {marks.some(mark => mark.kind !== 'done') && <Button size="small" icon={<AimOutlined />} onClick={() => board.current?.show()} title={t('flow.toNow')} aria-label={t('flow.toNow')} />}
        <Button size="small" icon={<ExpandOutlined />} onClick={() => board.current?.fit()} title={t('flow.fit')} aria-label={t('flow.fit')} />
        <Button size="small" icon={<ZoomInOutlined />} onClick={() => board.current?.zoom(1.25)} title={t('flow.zoomIn')} aria-label={t('flow.zoomIn')} />
        <Button size="small" icon={<ZoomOutOutlined />} onClick={() => board.current?.zoom(0.8)} title={t('flow.zoomOut')} aria-label={t('flow.zoomOut')} />
      </div>
    </div>
  )
}

// The first page of the day: a greeting, a few numbers, what one worked on last, what to do next.
import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { navObjects, useCatalog } from '../lib/catalog.ts'
import { useMe, useSession } from '../lib/session.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { Notice } from '../ui/notice.tsx'
import { Figures } from './figures.tsx'
import { useIsEmpty } from './figures.ts'
import { MyForms } from './my-forms.tsx'
import { Recent } from './recent.tsx'
import './home.css'

const greeting = (hour: number): TextKey =>
  hour < 6 ? 'home.night' : hour < 11 ? 'home.morning' : hour < 14 ? 'home.noon' : hour < 18 ? 'home.afternoon' : 'home.evening'

export function Home(): ReactNode {
  const { t, lang, say } = useT()
  const me = useMe()
  const session = useSession()
  const navigate = useNavigate()
  const objects = navObjects(useCatalog())
  const [now] = useState(() => new Date())
  const makes = objects.filter(object => object.can.create).slice(0, 5)
  const date = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }).format(now)
  return (
    <div className="gu-page gu-home">
      <header>
        <div className="gu-grow"><h1>{t(greeting(now.getHours()), { name: me.name })}</h1><span className="gu-faint">{date}{session?.company.name ? ` · ${session.company.name}` : ''}</span></div>
        <div className="gu-row wrap">
          {makes.map((object, i) => (
            <Button key={object.name} type={i === 0 ? 'primary' : 'default'} icon={i === 0 ? <PlusOutlined /> : <ObjectIcon name={object.icon} />}
              onClick={() => void navigate({ to: '/o/$object', params: { object: object.name }, search: { create: '1' } })}>
              {i === 0 ? t('word.newOf', { object: say(object.label) }) : say(object.label)}
            </Button>
          ))}
        </div>
      </header>
      <Figures />
      <MyForms />
      <Invitation />
      {objects.length === 0 ? <Notice title={t('home.nothing')}>{t('home.nothingHint')}</Notice> : <Recent objects={objects} />}
    </div>
  )
}

/** An empty system asks for the workbook that its people work with today. */
function Invitation(): ReactNode {
  const { t, say } = useT()
  const navigate = useNavigate()
  const empty = useIsEmpty()
  if (!empty) return null
  return (
    <section className="gu-card gu-home-invite">
      <UploadOutlined aria-hidden />
      <div className="gu-grow"><h2>{t('home.import', { object: say(empty.label) })}</h2><p className="gu-dim">{t('home.importHint')}</p></div>
      {empty.can.import && <Button type="primary" onClick={() => void navigate({ to: '/import/$object', params: { object: empty.name } })}>{t('home.importGo')}</Button>}
    </section>
  )
}

// The frame around every page: navigation, header, notices, and the one place where a signed-in person is asked for.
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { catalogQuery } from '../lib/catalog.ts'
import { QuickCreateContext } from '../field/quick-create-context.ts'
import { useLive } from '../lib/live.ts'
import { useNarrow } from '../lib/media.ts'
import { useOnline } from '../lib/online.ts'
import { sessionQuery } from '../lib/session.ts'
import { setSettings, useSettings } from '../lib/settings.ts'
import { useT } from '../lib/texts.ts'
import { Boundary } from '../ui/boundary.tsx'
import { Failed, Loading } from '../ui/notice.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { Header } from './header.tsx'
import { Help } from './help.tsx'
import { Nav } from './nav.tsx'
import { Palette } from './palette.tsx'
import './shell.css'

const QuickCreate = lazy(() => import('../record/quick-create.tsx').then(module => ({ default: module.QuickCreate })))

export function Shell(): ReactNode {
  const session = useQuery(sessionQuery)
  const known = session.data?.user
  const theme = known?.settings?.theme
  useEffect(() => {
    if (known?.lang || theme) setSettings({ ...(known?.lang ? { lang: known.lang } : {}), ...(theme ? { theme } : {}) })
  }, [known?.lang, theme])
  if (session.isPending) return <Loading />
  if (!session.data) return <Failed error={session.error} again={() => void session.refetch()} />
  return known ? <Frame /> : <SignInFirst />
}

/** Asked for once: while the sign-in page is on its way the address is that page's own already. */
function SignInFirst(): ReactNode {
  const { href } = useLocation()
  const navigate = useNavigate()
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void navigate({ to: '/sign-in', search: { next: href === '/' ? undefined : href }, replace: true })
  }, [href, navigate])
  return <Loading />
}

function Frame(): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const { navFolded } = useSettings()
  const catalog = useQuery(catalogQuery)
  const [palette, setPalette] = useState(false)
  useLive(useQueryClient())
  return (
    <div className={`gu-frame${narrow ? ' narrow' : ''}${navFolded ? ' folded' : ''}`}>
      <a className="gu-skip" href="#main">{t('shell.skip')}</a>
      {!narrow && <Nav />}
      <Header openPalette={() => setPalette(true)} />
      <Offline />
      <Main>{catalog.isPending ? <Loading /> : catalog.data ? <QuickCreateContext value={QuickCreate}><Outlet /></QuickCreateContext> : <Failed error={catalog.error} again={() => void catalog.refetch()} />}</Main>
      {narrow && <BottomBar openSearch={() => setPalette(true)} />}
      <Palette open={palette} setOpen={setPalette} />
      <Help />
    </div>
  )
}

/** After a change of page the reading position is the page's beginning, for eyes and for screen readers. */
function Main({ children }: { children: ReactNode }): ReactNode {
  const { pathname } = useLocation()
  const place = useRef<HTMLElement>(null)
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current !== pathname && !place.current?.contains(document.activeElement)) place.current?.focus({ preventScroll: true })
    last.current = pathname
  }, [pathname])
  return (
    <main id="main" className="gu-main" tabIndex={-1} ref={place}>
      <Boundary resetKey={pathname}><Suspense fallback={<Loading />}>{children}</Suspense></Boundary>
    </main>
  )
}

function Offline(): ReactNode {
  const { t } = useT()
  return useOnline() ? null : <div className="gu-offline" role="status">{t('shell.offline')}</div>
}

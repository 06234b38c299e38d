// Starts the page: words, queries, theme, then the router. Fails visibly if even that breaks.
import './ui/base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import type { ConfigProviderProps } from 'antd'
import * as enUS from 'antd/locale/en_US.js'
import * as zhCN from 'antd/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppError } from '#core/lib/error.ts'
import { onSignedOut } from './lib/api.ts'
import { useDark } from './lib/media.ts'
import { sessionQuery } from './lib/session.ts'
import { useSettings } from './lib/settings.ts'
import { startTexts } from './lib/texts.ts'
import { themeConfig } from './lib/theme.ts'
import { router } from './router.tsx'
import { Boundary } from './ui/boundary.tsx'

type Locale = NonNullable<ConfigProviderProps['locale']>

const queries = new QueryClient({
  defaultOptions: {
    // api() itself repeats what may be repeated.
    queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: error => !(error.state.error instanceof AppError) },
    mutations: { retry: false },
  },
})

onSignedOut(() => {
  const session = queries.getQueryData(sessionQuery.queryKey)
  if (session) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
})

/** The locale files are CommonJS: bundlers and node disagree on how deep their default lies. */
function localeOf(module: unknown): Locale {
  return typeof module === 'object' && module !== null && 'default' in module ? localeOf(module.default) : module as Locale
}

const LOCALES = { zh: localeOf(zhCN), en: localeOf(enUS) }

function Themed({ children }: { children: ReactNode }): ReactNode {
  const dark = useDark()
  const { lang } = useSettings()
  useEffect(() => { document.documentElement.dataset.theme = dark ? 'dark' : 'light' }, [dark])
  dayjs.locale(lang === 'zh' ? 'zh-cn' : 'en')
  return (
    <ConfigProvider theme={themeConfig(dark)} locale={LOCALES[lang]} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3 }}>{children}</App>
    </ConfigProvider>
  )
}

/** After an update of the server the parts of the old page are gone: the page is loaded anew, at most once a minute. */
function reloadAfterUpdate(): void {
  const key = 'guanxi.reloaded'
  window.addEventListener('vite:preloadError', event => {
    if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < 60_000) return
    event.preventDefault()
    sessionStorage.setItem(key, String(Date.now()))
    window.location.reload()
  })
}

export function startWeb(root: HTMLElement): void {
  reloadAfterUpdate()
  void startTexts().then(() => {
    createRoot(root).render(
      <QueryClientProvider client={queries}>
        <Themed><Boundary><RouterProvider router={router} /></Boundary></Themed>
      </QueryClientProvider>,
    )
  })
}

// Addresses of the product. Pages come when they are first visited; only the shell and the home page are there at once.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { Filter } from '#core/report/query.ts'
import type { Box } from './flow/types.ts'
import { readSearch } from './form/address.ts'
import { Home } from './home/home-page.tsx'
import { Shell } from './shell/shell.tsx'
import { Loading, NotFound } from './ui/notice.tsx'

type Search = Record<string, unknown>

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined)

/** The records behind a number of a form; the server checks what it says. */
const readFilter = (value: unknown): Filter | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Filter : undefined)

const BOXES: readonly Box[] = ['todo', 'waiting', 'done', 'mine']

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

const signPages = lazyRouteComponent(() => import('./sign/sign-pages.tsx'), 'SignIn')
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: signPages, validateSearch: (search: Search): { next?: string } => ({ next: text(search.next) }) })
const token = (search: Search): { token?: string } => ({ token: text(search.token) })
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: lazyRouteComponent(() => import('./sign/sign-pages.tsx'), 'Setup'), validateSearch: token })
const invitation = createRoute({ getParentRoute: () => root, path: '/invitation', component: lazyRouteComponent(() => import('./sign/sign-pages.tsx'), 'Invitation'), validateSearch: token })
const forgot = createRoute({ getParentRoute: () => root, path: '/forgot', component: lazyRouteComponent(() => import('./sign/sign-pages.tsx'), 'Forgot') })
const reset = createRoute({ getParentRoute: () => root, path: '/reset', component: lazyRouteComponent(() => import('./sign/sign-pages.tsx'), 'Reset'), validateSearch: token })

const home = createRoute({ getParentRoute: () => shell, path: '/', component: Home })
const list = createRoute({
  getParentRoute: () => shell, path: '/o/$object', component: lazyRouteComponent(() => import('./list/list-page.tsx'), 'ListPage'),
  validateSearch: (search: Search): { view?: string; q?: string; row?: string; create?: string; filter?: Filter } => ({ view: text(search.view), q: text(search.q), row: text(search.row), create: text(search.create), filter: readFilter(search.filter) }),
})
const merge = createRoute({
  getParentRoute: () => shell, path: '/o/$object/merge', component: lazyRouteComponent(() => import('./record/merge-page.tsx'), 'MergePage'),
  validateSearch: (search: Search): { ids: string } => ({ ids: text(search.ids) ?? '' }),
})
const bin = createRoute({ getParentRoute: () => shell, path: '/o/$object/bin', component: lazyRouteComponent(() => import('./list/bin-page.tsx'), 'BinPage') })
const record = createRoute({ getParentRoute: () => shell, path: '/o/$object/$id', component: lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage') })
const importing = createRoute({
  getParentRoute: () => shell, path: '/import/$object', component: lazyRouteComponent(() => import('./import/import-page.tsx'), 'ImportPage'),
  validateSearch: (search: Search): { job?: string } => ({ job: text(search.job) }),
})
const duplicates = createRoute({ getParentRoute: () => shell, path: '/o/$object/duplicates', component: lazyRouteComponent(() => import('./import/duplicates-page.tsx'), 'DuplicatesPage') })
const forms = createRoute({ getParentRoute: () => shell, path: '/forms', component: lazyRouteComponent(() => import('./form/centre-page.tsx'), 'FormsPage') })
const form = createRoute({ getParentRoute: () => shell, path: '/forms/$id', component: lazyRouteComponent(() => import('./form/form-page.tsx'), 'FormPage'), validateSearch: readSearch })
const design = createRoute({ getParentRoute: () => shell, path: '/forms/$id/design', component: lazyRouteComponent(() => import('./designer/designer-page.tsx'), 'DesignerPage') })
const filled = createRoute({ getParentRoute: () => shell, path: '/filled/$id', component: lazyRouteComponent(() => import('./form/filled-page.tsx'), 'FilledPage') })
const work = createRoute({ getParentRoute: () => shell, path: '/work', component: lazyRouteComponent(() => import('./flow/work-page.tsx'), 'WorkPage'), validateSearch: (search: Search): { box?: Box } => ({ box: BOXES.find(box => box === search.box) }) })
const run = createRoute({ getParentRoute: () => shell, path: '/work/run/$id', component: lazyRouteComponent(() => import('./flow/run-page.tsx'), 'RunPage') })
const account = createRoute({ getParentRoute: () => shell, path: '/account', component: lazyRouteComponent(() => import('./sign/account-page.tsx'), 'AccountPage'), validateSearch: (search: Search): { tab?: string } => ({ tab: text(search.tab) }) })
const admin = createRoute({ getParentRoute: () => shell, path: '/admin', component: lazyRouteComponent(() => import('./admin/admin-page.tsx'), 'AdminHome') })
const adminPage = createRoute({ getParentRoute: () => shell, path: '/admin/$page', component: lazyRouteComponent(() => import('./admin/admin-page.tsx'), 'AdminPage'), validateSearch: (search: Search): { id?: string } => ({ id: text(search.id) }) })

export const router = createRouter({
  routeTree: root.addChildren([
    signIn, setup, invitation, forgot, reset,
    shell.addChildren([home, list, merge, duplicates, bin, record, importing, forms, form, design, filled, work, run, account, admin, adminPage]),
  ]),
  defaultPendingComponent: Loading, defaultPendingMs: 150, defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}

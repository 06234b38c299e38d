// What is photographed: who looks at which page, how wide, in which light, and what is pressed before the picture.
import type { Page } from 'playwright-core'

export interface Scene {
  name: string
  /** Name of the role; without one, a stranger. */
  role?: string
  /** {customer}, {order}, {role} stand for a record. */
  path: string
  phone?: boolean
  dark?: boolean
  english?: boolean
  act?(page: Page): Promise<void>
}

const BOSS = '总经理'
const SPECIALIST = '客户关系专员'
const ADMIN = '系统管理员'

const press = (name: string) => async (page: Page): Promise<void> => page.getByRole('button', { name }).first().click()

const desk: Scene[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'home', role: BOSS, path: '/' },
  { name: 'home-specialist', role: SPECIALIST, path: '/' },
  { name: 'customers', role: BOSS, path: '/o/customer' },
  { name: 'customers-mine', role: SPECIALIST, path: '/o/customer?view=mine' },
  { name: 'customers-owing', role: BOSS, path: '/o/customer?view=owing' },
  { name: 'customers-board', role: BOSS, path: '/o/customer?view=board' },
  { name: 'customers-drawer', role: BOSS, path: '/o/customer?row={customer}' },
  { name: 'customers-new', role: BOSS, path: '/o/customer?create=1' },
  { name: 'customers-filter', role: BOSS, path: '/o/customer', act: async page => { await press('筛选')(page); await press('添加条件')(page) } },
  { name: 'customers-columns', role: BOSS, path: '/o/customer', act: page => page.getByRole('button', { name: '列', exact: true }).click() },
  { name: 'customers-bin', role: BOSS, path: '/o/customer/bin' },
  { name: 'customers-duplicates', role: SPECIALIST, path: '/o/customer/duplicates' },
  { name: 'customer', role: BOSS, path: '/o/customer/{customer}' },
  { name: 'customer-orders', role: BOSS, path: '/o/customer/{customer}', act: page => page.getByRole('tab', { name: '订单' }).click() },
  { name: 'orders', role: BOSS, path: '/o/order' },
  { name: 'orders-calendar', role: BOSS, path: '/o/order?view=calendar' },
  { name: 'order', role: BOSS, path: '/o/order/{order}' },
  { name: 'products', role: BOSS, path: '/o/product' },
  { name: 'payments', role: '财务部', path: '/o/payment' },
  { name: 'contacts', role: BOSS, path: '/o/contact' },
  { name: 'import', role: BOSS, path: '/import/customer' },
  { name: 'search', role: BOSS, path: '/', act: async page => { await page.keyboard.press('Control+k'); await page.keyboard.type('hz') } },
  { name: 'export', role: BOSS, path: '/o/customer', act: press('导出') },
  { name: 'account', role: BOSS, path: '/account' },
  { name: 'nothing-there', role: BOSS, path: '/o/customer/00000000-0000-7000-8000-000000000000' },
]

const admin: Scene[] = [
  ['admin', '/admin'], ['admin-company', '/admin/company'], ['admin-departments', '/admin/departments'], ['admin-users', '/admin/users'], ['admin-roles', '/admin/roles'],
  ['admin-role', '/admin/roles?id={role}'], ['admin-objects', '/admin/objects'], ['admin-fields', '/admin/objects?id=customer'], ['admin-audit', '/admin/audit'], ['admin-status', '/admin/status'],
].map(([name = '', path = '']) => ({ name, path, role: ADMIN }))

const phone: Scene[] = ([
  { name: 'phone-sign-in', path: '/sign-in' },
  { name: 'phone-home', role: SPECIALIST, path: '/' },
  { name: 'phone-customers', role: SPECIALIST, path: '/o/customer' },
  { name: 'phone-customer', role: BOSS, path: '/o/customer?row={customer}' },
  { name: 'phone-new', role: SPECIALIST, path: '/o/customer?create=1' },
  { name: 'phone-filter', role: SPECIALIST, path: '/o/customer', act: async page => { await press('筛选')(page); await press('添加条件')(page) } },
  { name: 'phone-order', role: BOSS, path: '/o/order/{order}' },
  { name: 'phone-orders-calendar', role: BOSS, path: '/o/order?view=calendar' },
  { name: 'phone-import', role: BOSS, path: '/import/customer' },
  { name: 'phone-admin-users', role: ADMIN, path: '/admin/users' },
] satisfies Scene[]).map(scene => ({ ...scene, phone: true }))

const dark: Scene[] = [
  { name: 'dark-home', role: BOSS, path: '/' }, { name: 'dark-customers', role: BOSS, path: '/o/customer' },
  { name: 'dark-customer', role: BOSS, path: '/o/customer/{customer}' }, { name: 'dark-phone-customers', role: BOSS, path: '/o/customer', phone: true },
].map(scene => ({ ...scene, dark: true }))

const english: Scene[] = [
  { name: 'en-customers', role: BOSS, path: '/o/customer' }, { name: 'en-customer', role: BOSS, path: '/o/customer/{customer}' },
].map(scene => ({ ...scene, english: true }))

export const SCENES: readonly Scene[] = [...desk, ...admin, ...phone, ...dark, ...english]

// The roles of the source documents (spec roles.md), ready on first start and editable after it.
// The administrator runs the system and reads no customer data by default.
import type { Grant, Power, RoleGrants, Scope } from '#core/object/access.ts'
import { CARE_RIGHTS } from '../contact/care-fields.ts'
import { CARE_LINE_RIGHTS } from '../contact/care-lines.ts'
import { contactGrants } from './contact-grants.ts'
import type { Wide } from './grant.ts'
import { below, every, grant, look, on, own } from './grant.ts'
import { roleNames } from './role-names.ts'

export interface ShippedRole {
  key: string
  name: string
  note: string
  rights: RoleGrants
}

/** Lists that all staff look things up in. */
const LOOKUPS = ['product', 'category', 'region', 'tag', 'user', 'department']

/** What each person may do with his own things, whatever his role. */
const EVERYBODY: Grant[] = [
  ...LOOKUPS.map(object => grant(object, { read: 'all', write: 'none', fields: object === 'product' ? { cost: 'hidden' } : { phone: 'read' } })),
  grant('company', { read: 'all', write: 'none', fields: { settings: 'hidden' } }),
  grant('view', { read: { where: { any: [{ field: 'owner', op: 'eq', value: '@me' }, { field: 'shared', op: 'eq', value: true }] } }, write: 'own', remove: 'own', create: true }),
  grant('notification', { read: 'own', write: 'own', remove: 'own' }),
  grant('deputy', { read: { where: { any: [{ field: 'owner', op: 'eq', value: '@me' }, { field: 'deputy', op: 'eq', value: '@me' }] } }, write: 'own', remove: 'own' }),
  grant('comment', { read: 'all', write: 'own', remove: 'own', create: true }),
  grant('file', { read: 'all', write: 'own', remove: 'own', create: true }),
  grant('filledForm', { ...own, create: false, import: false }),
]

/** Filled forms come to be on the forms themselves; a superior sees those of his people. */
const filledForms = (wide: Wide): Grant => grant('filledForm', { ...wide, create: false, import: false })

/** Later grants for the same object replace earlier ones. */
const role = (key: string, note: string, grants: Grant[], powers: Power[] = []): ShippedRole => {
  const byObject = new Map([...EVERYBODY, ...contactGrants[key] ?? [], ...grants].map(item => [item.object, item]))
  return { key, name: roleNames[key]!.zh, note, rights: { grants: [...byObject.values()], powers } }
}

const BUSINESS = ['customer', 'contact', 'order', 'payment']
const OPEN: Grant['fields'] = { bossAge: 'write', bossOrigin: 'write', wage: 'write', bankAccount: 'masked' }
/** Whoever sees what goods cost sees what orders cost, and so the margins of customers. */
const COSTS: Grant['fields'] = { costs: 'read', uncosted: 'read' }
const LINE_COSTS: Grant['fields'] = { cost: 'read', costAmount: 'read' }
const withCare = (wide: Wide): Wide => ({ ...wide, fields: OPEN })

/** Contacts with their deep-care profile (F03) open; every other role sees the address book alone. */
const caring = (wide: Wide): Grant[] => [
  grant('contact', { ...wide, fields: CARE_RIGHTS }),
  ...CARE_LINE_RIGHTS.map(([object, fields]) => grant(object, { ...wide, fields })),
]

/** Whoever handles a complaint works on it, whosever customer it is. */
const COMPLAINED: Scope = { where: { any: [{ field: 'owner', op: 'eq', value: '@me' }, { field: 'handler', op: 'eq', value: '@me' }] } }
const SERVICE = ['countermeasure', 'evaluation', 'regionProblem', 'communication', 'opportunity', 'keyCustomer']
/** Faults of representatives (F16) are noted by their superiors; each may read his own. */
const FAULTS: Grant = grant('repNote', { read: { where: { field: 'person', op: 'eq', value: '@me' } }, write: 'none' })
const ASKED: Grant['fields'] = { decision: 'read', decisionNote: 'read' }

/** Records of service and prices: applications are decided by managers alone, and approved ones become preferences by themselves. */
const ownService = (): Grant[] => [...on(SERVICE, own), FAULTS, grant('complaint', { ...own, read: COMPLAINED, write: COMPLAINED }), grant('priceApplication', { ...own, fields: ASKED }), grant('pricePreference', { read: 'own', write: 'none', export: true })]
const belowService = (): Grant[] => [...on([...SERVICE, 'complaint', 'repNote'], below), grant('priceApplication', { ...below, fields: ASKED }), grant('pricePreference', { read: 'department', write: 'none', export: true })]
const serviceOf = (wide: Wide): Grant[] => on([...SERVICE, 'complaint', 'repNote', 'priceApplication', 'pricePreference'], wide)

export const shippedRoles: ShippedRole[] = [
  role('specialist', '统计分析客户需求，开展拜访与接待，了解客户满意程度。',
    [grant('customer', withCare(own)), ...caring(own), ...ownService(), ...on(['order', 'payment'], { read: 'own', write: 'own', import: true, export: true }), grant('tag', { read: 'all', write: 'all' })], ['bulk', 'merge']),
  role('supervisor', '建立制度与计划，组织拜访和接待，指导并考核专员。',
    [grant('customer', { ...below, fields: { ...OPEN, bankAccount: 'write' } }), ...caring(below), ...belowService(), filledForms(below), ...on(['order', 'payment'], below), ...on(['product', 'category', 'region', 'tag'], { read: 'all', write: 'all' })],
    ['bulk', 'merge', 'shareViews', 'bin']),
  role('serviceManager', '审核计划与申请，管理客户服务部。',
    [grant('customer', { ...every, fields: { ...OPEN, bankAccount: 'write' } }), ...caring(every), ...serviceOf(every), filledForms(every), ...on(['order', 'payment'], every), ...on(['product', 'category', 'region', 'tag'], every)],
    ['bulk', 'merge', 'shareViews', 'bin', 'exportMany']),
  role('generalManager', '查看全部经营数据，审批超出权限的申请。',
    [grant('customer', { ...every, fields: { ...OPEN, bankAccount: 'write' } }), ...caring(every), ...serviceOf(every), filledForms(every), grant('order', { ...every, fields: COSTS }), grant('payment', every), grant('product', { ...every, fields: { cost: 'read' } }), grant('orderLine', { ...every, fields: LINE_COSTS }), ...on(['category', 'region', 'tag'], every)],
    ['shareViews', 'exportMany', 'audit', 'bulk', 'bin']),
  role('finance', '款项支持、报销审核、收款登记。',
    [grant('customer', { ...look, fields: { bankAccount: 'read' } }), grant('order', { ...look, fields: COSTS }), grant('payment', every), ...on(['contact'], look), ...serviceOf(look), grant('product', { ...look, fields: { cost: 'write' } }), grant('orderLine', { ...look, fields: LINE_COSTS })], ['bulk']),
  role('sales', '提供客户信息，跟进机会，登记订单。',
    [grant('customer', withCare(own)), ...on(['contact', 'order'], own), ...ownService(), ...on(['payment'], { read: 'own', write: 'none' })], ['bulk']),
  role('giftManager', '管理礼品出入库。', on(['customer', 'contact'], { read: 'all', write: 'none' })),
  role('officeDirector', '审核礼品馈赠申请。', on(['customer', 'contact'], { read: 'all', write: 'none' })),
  role('deputyManager', '最终批准礼品馈赠申请。', [...on(BUSINESS, look), ...serviceOf(look), filledForms({ ...own, read: 'all' })]),
  role('staff', '提出招待申请，办理报销。', on(['customer'], { read: 'own', write: 'none' })),
  role('admin', '管理用户、权限、字段与公司设置；默认不看业务数据。',
    [...on(['user', 'department', 'role', 'company', 'deputy', 'tag', 'region'], { ...every, fields: {} }), grant('view', { ...every, fields: {} })],
    ['admin', 'catalog', 'users', 'settings', 'audit', 'shareViews']),
]

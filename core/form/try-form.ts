// A small business and forms about it, for the tests beside this file.
import { defineObject } from '../object/define.ts'
import type { ObjectDecl } from '../object/object.ts'
import type { Catalog } from '../object/catalog.ts'
import type { Option } from '../field/field.ts'
import type { FormData } from './data.ts'
import type { Block, Form } from './form.ts'

const list = (...pairs: [string, string, string][]): Option[] => pairs.map(([value, zh, en]) => ({ value, label: { zh, en } }))

export const sites = list(['downtown', '闹市', 'City centre'], ['street', '商业街', 'Shopping street'], ['suburb', '郊区', 'Suburb'])

const shop: ObjectDecl = {
  name: 'shop', title: 'name', label: { zh: '门店', en: 'Shop' },
  fields: {
    name: { kind: 'text', label: { zh: '客户名称', en: 'Name' }, required: true },
    phone: { kind: 'phone', label: { zh: '电话', en: 'Phone' } },
    site: { kind: 'choice', label: { zh: '店址', en: 'Site' }, options: sites },
    hobbies: { kind: 'choices', label: { zh: '嗜好', en: 'Hobbies' }, options: sites },
    credit: { kind: 'money', label: { zh: '信用额度', en: 'Credit' } },
    opened: { kind: 'date', label: { zh: '开业日期', en: 'Opened' } },
    owner: { kind: 'user', label: { zh: '负责人', en: 'Owner' } },
    head: { kind: 'reference', to: 'shop', label: { zh: '总店', en: 'Head shop' } },
    twice: { kind: 'computed', rule: 'credit * 2', result: 'money', label: { zh: '两倍', en: 'Twice' } },
    goods: { kind: 'lines', of: 'good', by: 'shop', label: { zh: '商品', en: 'Goods' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
}

const good: ObjectDecl = {
  name: 'good', title: 'brand', parent: 'shop', label: { zh: '商品', en: 'Good' },
  fields: {
    shop: { kind: 'reference', to: 'shop', label: { zh: '门店', en: 'Shop' } },
    brand: { kind: 'text', label: { zh: '品牌', en: 'Brand' } },
    share: { kind: 'percent', label: { zh: '占比', en: 'Share' } },
    amount: { kind: 'money', label: { zh: '金额', en: 'Amount' } },
  },
}

const user: ObjectDecl = { name: 'user', title: 'name', label: { zh: '用户', en: 'User' }, fields: { name: { kind: 'text', label: { zh: '姓名', en: 'Name' } } } }

export const tryCatalog: Catalog = { version: 1, objects: new Map([shop, good, user].map(decl => [decl.name, defineObject(decl)])) }

export const tryForm = (...blocks: Block[]): Form => ({
  id: 'T01', title: { zh: '试用表', en: 'Try form' }, area: 'master', about: { zh: '试用', en: 'To try' }, filledBy: [], page: 'portrait', record: 'shop',
  params: { year: { kind: 'integer', label: { zh: '年度', en: 'Year' }, preset: 'thisYear' }, region: { kind: 'reference', to: 'shop', label: { zh: '区域', en: 'Region' } } },
  values: { advice: { kind: 'longText', label: { zh: '总经理建议', en: 'Advice' } } },
  blocks,
})

export const tryData = (more: Partial<FormData> = {}): FormData => ({
  params: { year: 2026, region: 'r1' }, paramLabels: { region: '华东' },
  record: { object: 'shop', id: 's1', version: 3, canUpdate: true, masked: [], values: { name: '西湖商贸', phone: '13800138000', site: 'street', credit: '125000', opened: '2026-11-25', twice: '250000', note: '老客户', owner: { id: 'u1', label: '王伟' } } },
  values: { advice: '加强联系' }, canValues: true, grids: {}, company: { name: '关系公司' }, today: '2026-11-25', me: '李娜', department: '客户服务部', lang: 'zh', blank: false, version: 1, ...more,
})

export const goodRow = (id: string, brand: string, amount: string | null): { id: string; version: number; canUpdate: boolean; values: Record<string, unknown> } =>
  ({ id, version: 1, canUpdate: true, values: { brand, amount, share: '0.25' } })

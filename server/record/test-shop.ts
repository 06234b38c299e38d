// A small business for tests of the record doors: its declarations, and rows put straight into its tables.
import type pg from 'pg'
import { columnName, kindOf } from '#core/field/kinds.ts'
import type { StoreEnv } from '#core/field/kind.ts'
import { grams } from '#core/lib/grams.ts'
import { newId } from '#core/lib/id.ts'
import { pinyinKey, searchKeys } from '#core/lib/pinyin.ts'
import type { Actor, Grant, Power } from '#core/object/access.ts'
import { builtin } from '#core/object/builtin.ts'
import { defineObject } from '#core/object/define.ts'
import type { ObjectDecl, ObjectDef } from '#core/object/object.ts'
import { readingTokens, searchSlot } from '#core/object/search-slot.ts'
import { ident, idents } from '#server/schema/ident.ts'
import { objectShape, searchFields } from '#server/schema/object-shape.ts'

const label = { zh: '甲', en: 'A' }
const named = (zh: string, en: string) => ({ label: { zh, en } })

const region: ObjectDecl = { name: 'region', label, title: 'name', fields: {
  name: { kind: 'text', search: true, ...named('名称', 'Name') },
  parent: { kind: 'reference', to: 'region', ...named('上级', 'Part of') },
} }

const customer: ObjectDecl = { name: 'customer', label, title: 'name', code: 'code', owned: true, fields: {
  code: { kind: 'serial', rule: 'K-{0000}', unique: true, search: true, ...named('编号', 'Code') },
  name: { kind: 'text', search: true, ...named('客户', 'Customer') },
  note: { kind: 'longText', search: true, ...named('备注', 'Note') },
  grade: { kind: 'choice', indexed: true, options: ['a', 'b', 'c'].map(value => ({ value, label })), ...named('等级', 'Grade') },
  tags: { kind: 'tags', ...named('标签', 'Tags') },
  region: { kind: 'reference', to: 'region', ...named('区域', 'Region') },
  friends: { kind: 'references', to: 'customer', ...named('伙伴', 'Friends') },
  total: { kind: 'money', indexed: true, ...named('总额', 'Total') },
  seats: { kind: 'integer', ...named('座位', 'Seats') },
  since: { kind: 'date', indexed: true, ...named('建店', 'Since') },
  seen: { kind: 'datetime', ...named('见面', 'Seen') },
  active: { kind: 'yesNo', ...named('在用', 'Active') },
  address: { kind: 'address', ...named('地址', 'Address') },
  birthday: { kind: 'birthday', ...named('生日', 'Birthday') },
  wage: { kind: 'money', sensitivity: 'restricted', indexed: true, ...named('工资', 'Wage') },
  secret: { kind: 'text', sensitivity: 'sensitive', search: true, ...named('秘密', 'Secret') },
  double: { kind: 'computed', rule: 'wage * 2', result: 'money', ...named('双倍', 'Double') },
  age: { kind: 'computed', rule: 'today() - since', result: 'integer', volatile: true, ...named('天数', 'Days') },
  lines: { kind: 'lines', of: 'item', by: 'customer', ...named('明细', 'Lines') },
} }

const item: ObjectDecl = { name: 'item', label, title: 'what', parent: 'customer', fields: {
  customer: { kind: 'reference', to: 'customer', ...named('客户', 'Customer') },
  what: { kind: 'text', ...named('物', 'What') },
  price: { kind: 'money', ...named('价', 'Price') },
} }

const visit: ObjectDecl = { name: 'visit', label, title: 'subject', owned: true, fields: {
  subject: { kind: 'text', search: true, ...named('主题', 'Subject') },
  customer: { kind: 'reference', to: 'customer', ...named('客户', 'Customer') },
  date: { kind: 'date', ...named('日期', 'Date') },
} }

export const shop: ObjectDef[] = [region, customer, item, visit, ...builtin].map(defineObject)
export const shopObject = (name: string): ObjectDef => shop.find(object => object.name === name)!

const env: StoreEnv = { sortKey: (text, person) => pinyinKey(text, { person }), solarBirthday: value => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : null) }

interface TestRow {
  id?: string
  values: Record<string, unknown>
  deleted?: boolean
  /** Microseconds kept. */
  createdAt?: string
  createdBy?: string
}

function stored(object: ObjectDef, row: TestRow): Map<string, unknown> {
  const at = row.createdAt ?? '2026-01-01T00:00:00Z'
  const columns = new Map<string, unknown>([['org', 1], ['id', row.id ?? newId()], ['created_at', at], ['updated_at', at],
    ['created_by', row.createdBy ?? null], ['deleted_at', row.deleted ? at : null]])
  const tokens: string[] = []
  for (const field of Object.values(object.fields).filter(one => !one.system)) {
    const kind = kindOf(field)
    const value = row.values[field.key] ?? null
    const values = kind.store(value, field, env)
    kind.columns(field).forEach((column, index) => columns.set(columnName(field, column.suffix), values[index] ?? null))
    if (field.search && value !== null) tokens.push(...grams(String(kind.words!(value))).map(gram => searchSlot(object, field) + gram))
  }
  if (searchFields(object).length === 0) return columns
  const keys = searchKeys(String(row.values[object.title] ?? ''))
  return columns.set('grams', [...tokens, ...readingTokens(object, keys)]).set('search_pinyin', keys.pinyin).set('search_initials', keys.initials)
}

export async function putRows(pool: pg.Pool, object: ObjectDef, rows: readonly TestRow[]): Promise<void> {
  if (rows.length === 0) return
  const all = rows.map(row => stored(object, row))
  const names = [...all[0]!.keys()]
  const types = new Map(objectShape(object).columns.map(column => [column.name, column.type]))
  const list = names.map(name => `(r->>${`'${name}'`})::${types.get(name)!.endsWith('[]') ? 'text' : types.get(name)}`)
  const read = names.map((name, index) => (types.get(name)!.endsWith('[]')
    ? `case when r->>'${name}' is null then null else array(select jsonb_array_elements_text(r->'${name}'))::${types.get(name)} end` : list[index]))
  await pool.query(`insert into ${ident(object.table)} (${idents(names)}) select ${read.join(', ')} from jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(all.map(columns => Object.fromEntries(columns)))])
}

export const grant = (object: string, more: Partial<Grant> = {}): Grant =>
  ({ object, read: 'all', update: 'all', delete: 'all', create: true, export: true, import: true, ...more })

export function actor(grants: Grant[], more: Partial<Actor> & { powers?: Power[] } = {}): Actor {
  const { powers = [], ...rest } = more
  return { org: 1, userId: newId(), name: '测试', lang: 'zh', departments: [], departmentsBelow: [], roles: [{ grants, powers }], roleNames: [], via: 'page', zone: 'Asia/Shanghai', ...rest }
}

export const admin = (): Actor => actor([grant('*', { fields: { wage: 'write', secret: 'write' } }), ...['user', 'department'].map(name => grant(name))],
  { powers: ['admin', 'bin'] })

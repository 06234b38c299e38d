// The small lists that everything else refers to: company, roles, departments, people, regions, tags, products.
import { PROVINCES } from '#core/lib/divisions.ts'
import { offersOf } from '#core/object/offer.ts'
import type { StartingRoles } from '#server/user/setup.ts'
import { CATEGORIES, goods } from './goods.ts'
import { latinName, mobilePhone } from './names.ts'
import { Random } from './random.ts'
import type { Serials } from './serials.ts'
import { COMPANY, GROUP_OF, PEOPLE, TAGS, UNITS } from './staff.ts'
import type { NewRow, World } from './world.ts'
import { basicRow, idOf, yuan } from './world.ts'

export type Basics = [object: string, rows: NewRow[]][]

const PHONES = 4

/** People know each other's mail addresses by pinyin. */
export const emailOf = (name: string): string => `${latinName(name)}@demo.example`

export function basics(world: World, serials: Serials, roles: StartingRoles['roles'], founded: string): Basics {
  const row = (object: string, name: string, values: Record<string, unknown>): NewRow => basicRow(world, object, name, values)
  const roleRows = roles.map(({ key, name, note, rights }) => row('role', key, { key, name, note, rights, offered: offersOf(rights) }))
  const units = UNITS.map(({ name, parent }) => row('department', name, {
    name, code: serials.next('department', founded), parent: parent === null ? null : idOf(world, 'department', parent),
  }))
  const people = PEOPLE.map((person, at) => row('user', person.name, {
    name: person.name, email: emailOf(person.name), phone: mobilePhone(new Random(PHONES, at)), position: person.position,
    department: idOf(world, 'department', person.unit), roles: person.roles.map(key => idOf(world, 'role', key)), active: true, lang: 'zh',
  }))
  UNITS.forEach(({ head }, at) => { units[at]!.values.manager = head === null ? null : idOf(world, 'user', head) })
  return [
    ['company', [row('company', COMPANY.name, {
      name: `${COMPANY.name}（演示）`, phone: COMPANY.phone, zone: 'Asia/Shanghai', lang: 'zh', wageBands: '5000,10000',
      address: { province: COMPANY.province, city: COMPANY.city, district: COMPANY.district, detail: COMPANY.detail, lon: 120.27, lat: 30.18 },
    })]],
    ['role', roleRows], ['department', units], ['user', people],
    ['region', regions(world, serials, founded)],
    ['tag', TAGS.map(([name, color, note]) => row('tag', name, { name, color, note }))],
    ...catalogue(world, serials, founded),
  ]
}

function regions(world: World, serials: Serials, founded: string): NewRow[] {
  const headOf = new Map(UNITS.map(unit => [unit.name, unit.head]))
  const wide = [...new Set(PROVINCES.map(province => province.region))].map(name => basicRow(world, 'region', name, {
    name: `${name}大区`, code: serials.next('region', founded), manager: idOf(world, 'user', headOf.get(GROUP_OF[name])!),
  }))
  return [...wide, ...PROVINCES.map(province => basicRow(world, 'region', province.name, {
    name: province.short, code: serials.next('region', founded), parent: idOf(world, 'region', province.region),
    manager: idOf(world, 'user', headOf.get(GROUP_OF[province.region])!),
  }))]
}

function catalogue(world: World, serials: Serials, founded: string): Basics {
  return [
    ['category', CATEGORIES.map(([name]) => basicRow(world, 'category', name, { name, code: serials.next('category', founded) }))],
    ['product', goods.map(good => basicRow(world, 'product', good.name, {
      name: good.name, code: serials.next('product', founded), category: idOf(world, 'category', CATEGORIES[good.category]![0]),
      spec: good.spec, unit: good.unit, price: yuan(good.price), cost: yuan(good.cost), onSale: true,
    }))],
  ]
}

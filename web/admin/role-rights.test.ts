// What a click in the matrix makes of a role.
import { expect, test } from 'vitest'
import type { RoleGrants } from '#core/object/access.ts'
import { defineObject } from '#core/object/define.ts'
import { ALL, fieldGrant, matrixObjects, rightsFrom, shownGrant, usualRight, withFieldRight, withGrant, withoutGrant, withPower } from './role-rights.ts'

const label = { zh: '名', en: 'name' }
const customer = defineObject({
  name: 'customer', label, title: 'name', fields: {
    name: { kind: 'text', label }, bank: { kind: 'text', label, sensitivity: 'restricted', purpose: label }, faith: { kind: 'text', label, sensitivity: 'sensitive', purpose: label },
  },
})
const supplier = defineObject({ name: 'supplier', label, title: 'name', parent: 'customer', fields: { name: { kind: 'text', label }, customer: { kind: 'reference', to: 'customer', label } } })
const person = defineObject({ name: 'user', label, title: 'name', internal: true, fields: { name: { kind: 'text', label } } })
const objects = new Map([supplier, customer, person].map(object => [object.name, object]))
const none: RoleGrants = { grants: [], powers: [] }

test('a role that says nothing allows nothing, and rights nobody can read are no rights', () => {
  expect(shownGrant(none, 'customer', false)).toMatchObject({ own: false, grant: { read: 'none', create: false } })
  expect(rightsFrom({ grants: 'x' })).toEqual(none)
})

test('"all others" counts for an object without a row of its own, never for people and settings', () => {
  const rights = withGrant(none, ALL, false, { read: 'all', export: true })
  expect(shownGrant(rights, 'customer', false)).toMatchObject({ own: false, grant: { object: 'customer', read: 'all', export: true } })
  expect(shownGrant(rights, 'user', true).grant.read).toBe('none')
  const own = withGrant(rights, 'customer', false, { update: 'own' })
  expect(shownGrant(own, 'customer', false)).toMatchObject({ own: true, grant: { read: 'all', update: 'own', export: true } })
  expect(shownGrant(withoutGrant(own, 'customer'), 'customer', false).own).toBe(false)
})

test('who may change a record sees it, and who sees none changes none', () => {
  const may = withGrant(none, 'customer', false, { update: 'department' })
  expect(shownGrant(may, 'customer', false).grant.read).toBe('department')
  expect(shownGrant(withGrant(may, 'customer', false, { read: 'none' }), 'customer', false).grant).toMatchObject({ update: 'none', delete: 'none' })
})

test('a delicate field is masked or hidden until the role names it, and again when the name is taken back', () => {
  const rights = withGrant(none, 'customer', false, { read: 'all', update: 'own' })
  const { grant } = shownGrant(rights, 'customer', false)
  expect(['name', 'bank', 'faith'].map(key => usualRight(grant, customer.fields[key]!))).toEqual(['write', 'masked', 'hidden'])
  const named = withFieldRight(rights, customer, 'bank', 'read')
  expect(shownGrant(named, 'customer', false).grant.fields).toEqual({ bank: 'read' })
  expect(shownGrant(withFieldRight(named, customer, 'bank', undefined), 'customer', false).grant).not.toHaveProperty('fields')
})

test('lines follow their parent and stand below it', () => {
  const rights = withGrant(none, 'customer', false, { read: 'own' })
  expect(fieldGrant(rights, supplier, objects)).toMatchObject({ object: 'supplier', read: 'own' })
  expect(matrixObjects(objects)).toMatchObject({ business: [{ name: 'customer' }, { name: 'supplier' }], system: [{ name: 'user' }] })
})

test('a power is given once and taken back', () => {
  const given = withPower(withPower(none, 'bulk', true), 'bulk', true)
  expect(given.powers).toEqual(['bulk'])
  expect(withPower(given, 'bulk', false).powers).toEqual([])
})

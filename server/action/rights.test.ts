// Nobody gets more than he may: roles and powers, sharing, history, an import as one batch.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { messageOf, messages, refusalOf } from '#core/lib/messages.ts'
import type { Actor, Power } from '#core/object/access.ts'
import { read } from '#server/database/transaction.ts'
import { historyOf } from '#server/record/history.ts'
import { openWorld } from './test-world.ts'
import type { World } from './test-world.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(() => world.close())

type Saved = { id: string; batch: string }
const keysOf = (work: Promise<unknown>): Promise<string[]> => work.then(() => [], (fault: unknown) => {
  if (!(fault instanceof AppError)) throw fault
  return fault.fields ? Object.values(fault.fields).map(item => item.key) : [fault.key]
})

/** May write users and roles; what he may do with them is the question. */
const keeper = (powers: Power[], name = 'Keeper'): Actor => {
  const actor = world.actor({ name, powers })
  const grants = ['user', 'role', 'department', 'view'].map(object => ({ object, read: 'all' as const, update: 'all' as const, delete: 'all' as const, create: true, export: true, import: true }))
  return { ...actor, roles: [{ grants, powers }] }
}

test('rights are given only by those who hold them, and never to oneself', async () => {
  const admin = keeper(['admin', 'users'])
  const rights = (powers: Power[]): object => ({ grants: [], powers })
  const role = (name: string, powers: Power[], actor = admin): Promise<Saved> => world.run<Saved>(actor, 'record.create', { object: 'role', values: { name, rights: rights(powers) } })
  const { id: strong } = await role('strong', ['admin'])
  const { id: weak } = await role('weak', ['bulk'])
  const hr = keeper(['users', 'bulk'], 'weak')
  await world.rows('insert into app_user (org, id, name, email) values (1, $1, $2, $3)', [hr.userId, 'HR', 'hr@example.com'])
  const user = (values: object, actor: Actor): Promise<Saved> => world.run<Saved>(actor, 'record.create', { object: 'user', values: { name: 'n', email: `${newId()}@example.com`, ...values } })
  expect(await keysOf(user({ roles: [weak] }, hr))).toEqual([])
  expect(await keysOf(user({ roles: [strong] }, hr))).toEqual(['role.powers'])
  expect(await keysOf(user({ roles: [weak] }, keeper([])))).toEqual(['error.power'])
  const mine = (values: object): Promise<string[]> => keysOf(world.run(hr, 'record.update', { object: 'user', id: hr.userId, values }))
  expect(await mine({ roles: [weak] })).toEqual(['user.notOneself'])
  expect(await keysOf(world.run({ ...hr, roles: [{ ...hr.roles[0]!, powers: ['users', 'bulk'] }] }, 'record.bulk', { object: 'user', ids: [hr.userId], set: { roles: [strong] } }))).toEqual(['user.notOneself'])
  expect(await keysOf(role('new', ['merge'], hr))).toEqual(['role.powers'])
  expect(await keysOf(world.run(hr, 'record.update', { object: 'role', id: weak, values: { rights: rights([]) } }))).toEqual(['user.notOneself'])
  expect(await keysOf(world.run(hr, 'record.update', { object: 'role', id: strong, values: { rights: rights([]) } }))).toEqual(['role.powers'])
  expect(await keysOf(world.run(admin, 'record.update', { object: 'role', id: weak, values: { rights: { grants: 'all' } } }))).toEqual(['value.invalid'])
  expect(await keysOf(world.run(hr, 'record.create', { object: 'view', values: { label: 'v', object: 'customer', shared: true } }))).toEqual(['error.power'])
  expect((await world.rows("select what from audit where what = 'rights'")).length).toBeGreaterThan(2)
})

test('a shared record opens to its guest at the level given, and closes again', async () => {
  const guest = world.actor({ read: 'own' })
  await world.rows('insert into app_user (org, id, name) values (1, $1, $2)', [guest.userId, 'Guest'])
  const { id } = await world.run<Saved>(world.boss, 'record.create', { object: 'customer', values: { name: 'shared' } })
  const edit = (): Promise<string[]> => keysOf(world.run(guest, 'record.update', { object: 'customer', id, values: { note: newId() } }))
  const share = (level?: string): Promise<unknown> => world.run(world.boss, 'record.share', { object: 'customer', id, share: level ? [{ user: guest.userId, level }] : [] })
  expect(await edit()).toEqual(['record.unknown'])
  await share('read')
  expect(await edit()).toEqual(['record.noUpdate'])
  await share('update')
  expect(await edit()).toEqual([])
  await share()
  expect(await edit()).toEqual(['record.unknown'])
})

test('history tells who changed what, without what the reader may not see', async () => {
  const { id } = await world.run<Saved>(world.boss, 'record.create', { object: 'customer', values: { name: 'old', credit: '12345678901234.56', secret: 's', bank: 'b' } })
  await world.run(world.boss, 'record.update', { object: 'customer', id, values: { name: 'new', secret: 't', bank: 'c', address: { city: '上海市' } } })
  await world.run(world.boss, 'record.delete', { object: 'customer', ids: [id] })
  await world.run(world.boss, 'undo', {})
  const look = (actor: Actor) => read(world.pool, reader => historyOf(reader, world.catalog.current(), actor, 'customer', id))
  const { entries } = await look(world.boss)
  expect(entries.map(entry => [entry.kind, entry.actor?.label])).toEqual([['restored', 'Boss'], ['deleted', 'Boss'], ['changed', 'Boss'], ['created', 'Boss']])
  expect(entries[2]!.changes).toEqual(expect.arrayContaining([
    { field: 'name', before: 'old', after: 'new' }, { field: 'secret', before: 's', after: 't' }, { field: 'address', before: null, after: { city: '上海市' } }]))
  expect(entries[3]!.changes).toContainEqual({ field: 'credit', before: null, after: '12345678901234.56' })
  const limited = await look(world.actor({ fields: { secret: 'hidden', bank: 'masked' } }))
  expect(limited.entries[2]!.changes).toContainEqual({ field: 'bank', before: '•••', after: '•••' })
  expect(JSON.stringify(limited)).not.toContain('secret')
  await expect(look(world.actor({ read: 'own' }))).rejects.toThrow('record.unknown')
})

test('an import in several steps is one batch, undone at once', async () => {
  const me = world.actor()
  const batch = newId()
  for (let i = 0; i < 3; i++) {
    await world.run(me, 'record.save', { object: 'customer', changes: Array.from({ length: 10 }, (_, at) => ({ values: { name: `step ${i} ${at}` } })) }, { batch })
  }
  expect(await world.rows('select count from action_batch where id = $1', [batch])).toEqual([{ count: 30 }])
  expect(await keysOf(world.run(world.actor(), 'record.create', { object: 'customer', values: { name: 'step foreign' } }, { batch }))).toEqual(['undo.already'])
  await world.run(me, 'undo', {})
  expect(await world.rows("select count(*) from customer where name like 'step %' and deleted_at is null")).toEqual([{ count: '0' }])
})

test('every sentence is there in both languages with the same places', () => {
  for (const [key, text] of Object.entries(messages)) {
    const places = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort()
    expect(places(text.zh), key).toEqual(places(text.en))
  }
  expect(messageOf(refusalOf('number.min:0'), 'zh')).toBe('不能小于 0')
  expect(messageOf(refusalOf('Invalid input: expected string, received number'), 'en')).toBe('This value is of the wrong type')
  expect(messageOf({ key: 'never.heard' }, 'en')).toContain('never.heard')
})

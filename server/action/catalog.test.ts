// Fields and objects made at run time: usable at once, two changes at the same time, taken back by undo.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import { openWorld } from './test-world.ts'
import type { World } from './test-world.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(() => world.close())

const label = (en: string): { zh: string; en: string } => ({ zh: en, en })
const run = <R = Record<string, unknown>>(name: string, input: unknown): Promise<R> => world.run<R>(world.boss, name, input)
const refused = (work: Promise<unknown>): Promise<AppError> => work.then(() => { throw new Error('was not refused') }, (fault: unknown) => fault as AppError)

test('a new field is saved, summed, searched and unique like any other', async () => {
  const { id } = await run<{ id: string }>('record.create', { object: 'customer', values: { name: 'early', credit: '10' } })
  await run('catalog.addField', { object: 'customer', key: 'x_colour', definition: { kind: 'text', label: label('Colour'), search: true, unique: true, maxLength: 5 } })
  await run('catalog.addField', { object: 'customer', key: 'x_double', definition: { kind: 'computed', rule: 'credit * 2', result: 'money', label: label('Double') } })
  expect(await world.rows('select x_double from customer where id = $1', [id])).toEqual([{ x_double: '20.00' }])
  await run('record.update', { object: 'customer', id, values: { x_colour: '蓝色', credit: '11' } })
  const [row] = await world.rows<{ grams: string[] }>('select x_colour, x_double, grams from customer where id = $1', [id])
  expect(row).toMatchObject({ x_colour: '蓝色', x_double: '22.00' })
  expect(row!.grams.some(gram => gram.endsWith('蓝色'))).toBe(true)
  expect((await refused(run('record.create', { object: 'customer', values: { name: 'late', x_colour: '蓝色' } }))).fields).toMatchObject({ x_colour: { key: 'unique.takenBy' } })
  expect((await refused(run('record.create', { object: 'customer', values: { name: 'long', x_colour: '123456' } }))).fields).toMatchObject({ x_colour: { key: 'text.tooLong' } })
})

test('a new object with lines and sums works at once', async () => {
  const { name } = await run<{ name: string }>('catalog.addObject', {
    name: 'x_visit', definition: { label: label('Visit'), title: 'x_topic', owned: true },
    fields: [{ key: 'x_topic', definition: { kind: 'text', label: label('Topic'), required: true } }, { key: 'x_customer', definition: { kind: 'reference', to: 'customer', label: label('Customer') } },
      { key: 'x_cost', definition: { kind: 'money', label: label('Cost') } }],
  })
  expect(name).toBe('x_visit')
  await run('catalog.addField', { object: 'customer', key: 'x_visits', definition: { kind: 'rollup', of: 'x_visit', by: 'x_customer', fn: 'sum', field: 'x_cost', result: 'money', label: label('Visits') } })
  const { id: customer } = await run<{ id: string }>('record.create', { object: 'customer', values: { name: 'visited' } })
  await run('record.create', { object: 'x_visit', values: { x_topic: 'a', x_customer: customer, x_cost: '12.5' } })
  expect(await world.rows('select x_visits from customer where id = $1', [customer])).toEqual([{ x_visits: '12.5' }])
  await run('undo', {})
  expect(await world.rows('select x_visits from customer where id = $1', [customer])).toEqual([{ x_visits: '0' }])
})

test('two changes at once are both made, one after the other', async () => {
  const before = world.catalog.current().version
  await Promise.all(Array.from({ length: 5 }, (_, at) => run('catalog.addField', { object: 'region', key: `x_f${'abcde'[at]}`, definition: { kind: 'integer', label: label(`F${at}`) } })))
  await world.catalog.reload()
  expect(Object.keys(world.catalog.current().objects.get('region')!.fields).filter(key => key.startsWith('x_f')).sort()).toEqual(['x_fa', 'x_fb', 'x_fc', 'x_fd', 'x_fe'])
  expect(world.catalog.current().version).toBe(before + 5)
})

test('changes, order and retirement can be undone', async () => {
  const field = (): unknown => world.catalog.current().objects.get('region')!.fields.factor
  const before = field()
  await run('catalog.changeField', { object: 'region', key: 'factor', change: { label: label('Weight'), required: true } })
  expect(field()).toMatchObject({ label: label('Weight'), required: true })
  await run('undo', {})
  expect(field()).toMatchObject(before as object)
  await run('redo', {})
  expect(field()).toMatchObject({ label: label('Weight') })
  await run('undo', {})
  const keys = Object.values(world.catalog.current().objects.get('region')!.fields).filter(one => !one.system && !one.retired).map(one => one.key)
  await run('catalog.orderFields', { object: 'region', keys: keys.toReversed() })
  expect(Object.keys(world.catalog.current().objects.get('region')!.fields).slice(0, keys.length)).toEqual(keys.toReversed())
  await run('undo', {})
  expect(Object.keys(world.catalog.current().objects.get('region')!.fields).slice(0, keys.length)).toEqual(keys)
  await run('catalog.addField', { object: 'region', key: 'x_gone', definition: { kind: 'text', label: label('Gone') } })
  await run('undo', {})
  expect(world.catalog.current().objects.get('region')!.fields.x_gone).toMatchObject({ retired: true })
  expect((await refused(run('record.create', { object: 'region', values: { name: 'r', x_gone: 'a' } }))).fields).toEqual({ x_gone: { key: 'field.unknown' } })
})

test('what would break a rule or a table is refused and leaves nothing', async () => {
  const version = world.catalog.current().version
  const refuse = async (name: string, input: unknown): Promise<string> => (await refused(run(name, input))).key
  expect(await refuse('catalog.changeField', { object: 'customer', key: 'credit', change: { retired: true } })).toMatch(/catalog/)
  expect(await refuse('catalog.addField', { object: 'customer', key: 'x_bad', definition: { kind: 'computed', rule: 'nonsense + 1', result: 'money', label: label('Bad') } })).toMatch(/catalog/)
  expect(await refuse('catalog.changeField', { object: 'customer', key: 'note', change: { kind: 'money' } })).toBe('catalog.kind')
  expect((await refused(run('catalog.addField', { object: 'customer', key: 'plain', definition: { kind: 'text', label: label('x') } }))).code).toBe('invalid')
  await run('record.save', { object: 'x_visit', changes: [{ values: { x_topic: 'same' } }, { values: { x_topic: 'same' } }] })
  expect(await refuse('catalog.changeField', { object: 'x_visit', key: 'x_topic', change: { unique: true } })).toBe('catalog.notUnique')
  expect((await refused(world.run(world.actor(), 'catalog.addField', { object: 'customer', definition: {} }))).code).toBe('forbidden')
  await world.catalog.reload()
  expect(world.catalog.current().version).toBe(version)
})

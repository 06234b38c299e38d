// A dealer card filled in by people: what they see, what they save, what is refused, and what undo takes back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sheet } from '#core/form/sheet.ts'
import type { Person, TestSite } from '#app/test-site.ts'
import { stateHash, testSite } from '#app/test-site.ts'
import { on, refused, row, rowIds, save, says, saving, textAt, value } from './test-hands.ts'
import type { SavedForm } from './test-hands.ts'
import { testBook } from './test-book.ts'

let it: TestSite
let zhang: Person
let li: Person
let boss: Person
let customer: string

const open = (person: Person, record: string): Promise<Sheet> => person.ok<Sheet>('GET', `/api/forms/T01?record=${record}`)

beforeAll(async () => {
  it = await testSite(undefined, testBook)
  zhang = await it.person('张专员', ['客户关系专员'])
  li = await it.person('李专员', ['客户关系专员'])
  boss = it.boss
  customer = (await zhang.ok<{ id: string }>('POST', '/api/records/customer', { name: '西湖商贸', phone: '13800138000' })).id
})
afterAll(() => it?.close())

describe('opening', () => {
  test('Zhang sees his customer filled in, with places to type', async () => {
    const sheet = await open(zhang, customer)
    expect(textAt(sheet, 'record.name')).toBe('西湖商贸')
    expect(sheet.record).toMatchObject({ object: 'customer', id: customer, version: 1, canUpdate: true })
    expect(textAt(sheet, 'row.suppliers.new:0.brand')).toBe('')
  })

  test('Li, who may not see the customer, is told what a stranger to the form would be told', async () => {
    const gone = await li.call('GET', '/api/forms/T01?record=01900000-0000-7000-8000-000000000000')
    const hidden = await li.call('GET', `/api/forms/T01?record=${customer}`)
    expect(hidden.statusCode).toBe(404)
    expect(hidden.body).toBe(gone.body)
  })

  test('a new card begins with who fills it', async () => {
    const sheet = await open(zhang, 'new')
    expect(textAt(sheet, 'record.owner')).toBe('张专员')
    expect(sheet.record).toMatchObject({ id: null, version: null, canUpdate: true })
  })

  test('a blank card for handwriting holds nothing of anybody', async () => {
    const sheet = await zhang.ok<Sheet>('GET', `/api/forms/T01?record=${customer}&blank=1`)
    expect(says(sheet, '西湖商贸')).toBe(false)
    expect(sheet.locked).toBe(true)
  })
})

describe('saving', () => {
  test('record, lines, rows of contacts and values go in together and come out by one undo', async () => {
    const before = await open(zhang, customer)
    const { sheet, batch } = await save(zhang, 'T01', before,
      [on('phone'), '13900139000'], [row('suppliers', 'new:0', 'brand'), '景德镇'], [row('suppliers', 'new:0', 'share'), '0.6'], [row('suppliers', 'new:1', 'brand'), '龙泉'],
      [row('contacts', 'new:0', 'name'), '王小明'], [value('advice'), '多走动'], [value('helper'), li.id])
    expect(textAt(sheet, 'record.phone')).toContain('139 0013 9000')
    expect(rowIds(sheet, 'suppliers')).toHaveLength(2)
    expect(rowIds(sheet, 'contacts')).toHaveLength(1)
    expect(textAt(sheet, 'value.advice')).toBe('多走动')
    expect(textAt(sheet, 'value.helper')).toBe('李专员')
    expect(sheet.filled).toMatchObject({ state: 'open', by: '张专员' })
    await zhang.ok('POST', '/api/undo', { batch })
    const after = await open(zhang, customer)
    expect(after.filled).toBeUndefined()
    expect(after.cells.map(cell => cell.text)).toEqual(before.cells.map(cell => cell.text))
  })

  test('a new customer comes with its lines and contacts', async () => {
    const made = await save(zhang, 'T01', await open(zhang, 'new'),
      [on('name'), '东湖建材'], [row('suppliers', 'new:0', 'brand'), '佛山'], [row('contacts', 'new:3', 'name'), '赵六'], [value('target'), '100000'])
    expect(made.record).toBeDefined()
    expect(rowIds(made.sheet, 'contacts')).toHaveLength(1)
    expect((await open(zhang, made.record!)).filled).toBeDefined()
  })

  test('rows are changed and taken away; the others stay', async () => {
    const first = await save(zhang, 'T01', await open(zhang, customer), [row('suppliers', 'new:0', 'brand'), '甲'], [row('suppliers', 'new:1', 'brand'), '乙'], [row('contacts', 'new:0', 'name'), '丙'])
    const [a, b] = rowIds(first.sheet, 'suppliers') as [string, string]
    const [c] = rowIds(first.sheet, 'contacts') as [string]
    const body = { ...saving(first.sheet, [row('suppliers', b, 'share'), '0.5']), removed: [{ block: 'suppliers', row: a }, { block: 'contacts', row: c }] }
    const { sheet } = await zhang.ok<SavedForm>('POST', '/api/forms/T01/save', body)
    expect(rowIds(sheet, 'suppliers')).toEqual([b])
    expect(rowIds(sheet, 'contacts')).toEqual([])
    await save(zhang, 'T01', sheet, [on('phone'), '13700137000'])
    expect(rowIds(await open(zhang, customer), 'suppliers')).toEqual([b])
  })

  test('every mistake is told at its place, and nothing is saved', async () => {
    const before = await stateHash(it)
    const sheet = await open(zhang, customer)
    const answer = await refused(zhang, '/api/forms/T01/save', saving(sheet, [on('phone'), '12'], [row('suppliers', 'new:0', 'share'), '7'], [row('contacts', 'new:0', 'mobile'), '13800138001'], [value('target'), '很多']))
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.fields).sort()).toEqual(['record.phone', 'row.contacts.new:0.name', 'row.suppliers.new:0.brand', 'row.suppliers.new:0.share', 'value.target'].sort())
    expect(await stateHash(it)).toBe(before)
  })

  test('who was quicker is told, per place, and what others did not touch goes through', async () => {
    const seen = await open(zhang, customer)
    await save(boss, 'T01', await open(boss, customer), [on('phone'), '13600136000'])
    const answer = await refused(zhang, '/api/forms/T01/save', saving(seen, [on('phone'), '13500135000']))
    expect(answer).toMatchObject({ status: 409, params: { who: 'boss' } })
    expect(Object.keys(answer.fields)).toEqual(['record.phone'])
    await save(zhang, 'T01', seen, [on('name'), '西湖商贸公司'])
    expect(textAt(await open(zhang, customer), 'record.phone')).toContain('136 0013 6000')
  })

  test('a row that somebody changed meanwhile is a conflict, one that he took away too', async () => {
    const start = await save(zhang, 'T01', await open(zhang, customer), [row('suppliers', 'new:0', 'brand'), '丁'], [row('contacts', 'new:0', 'name'), '戊'])
    const [line] = rowIds(start.sheet, 'suppliers').slice(-1) as [string]
    const [contact] = rowIds(start.sheet, 'contacts') as [string]
    await save(boss, 'T01', await open(boss, customer), [row('suppliers', line, 'brand'), '丁丁'], [row('contacts', contact, 'name'), '戊戊'])
    const answer = await refused(zhang, '/api/forms/T01/save', saving(start.sheet, [row('suppliers', line, 'brand'), '丁甲'], [row('contacts', contact, 'name'), '戊甲']))
    expect(answer.status).toBe(409)
    expect(Object.keys(answer.fields).sort()).toEqual([`row.contacts.${contact}.name`, `row.suppliers.${line}.brand`])
    await boss.ok('DELETE', `/api/records/contact/${contact}`)
    const gone = await refused(zhang, '/api/forms/T01/save', saving(start.sheet, [row('contacts', contact, 'name'), '戊乙']))
    expect(gone.fields[`row.contacts.${contact}.name`]?.key).toBe('form.rowGone')
  })

  test('values of the form that another kept meanwhile are not written over', async () => {
    const seen = await open(zhang, customer)
    await save(zhang, 'T01', seen, [value('advice'), '第一稿'])
    const answer = await refused(zhang, '/api/forms/T01/save', saving(seen, [value('advice'), '第二稿']))
    expect(answer).toMatchObject({ status: 409, fields: { 'value.advice': { key: 'record.changedField' } } })
    await save(zhang, 'T01', seen, [value('target'), '5000'])
    expect(textAt(await open(zhang, customer), 'value.advice')).toBe('第一稿')
  })

  test('the same request sent twice is made once', async () => {
    const body = saving(await open(zhang, 'new'), [on('name'), '重复公司'])
    const headers = { 'idempotency-key': 'form-twice-1' }
    const [one, two] = [await zhang.call('POST', '/api/forms/T01/save', body, headers), await zhang.call('POST', '/api/forms/T01/save', body, headers)]
    expect(two.json<SavedForm>().record).toBe(one.json<SavedForm>().record)
  })
})

describe('what may not be typed', () => {
  test('a masked account is shown as a mask and refused', async () => {
    await boss.ok('PATCH', `/api/records/customer/${customer}`, { values: { bankAccount: '6222020200112233445' } })
    const sheet = await open(zhang, customer)
    expect(JSON.stringify(sheet)).not.toContain('6222020200112233445')
    expect(sheet.cells.some(cell => cell.masked)).toBe(true)
    expect((await refused(zhang, '/api/forms/T01/save', saving(sheet, [on('bankAccount'), '1']))).fields['record.bankAccount']?.key).toBe('form.notHere')
    expect(textAt(await open(boss, customer), 'record.bankAccount')).toBe('6222020200112233445')
  })

  test.each([
    ['a field that the form does not show', [on('creditLimit'), '1']],
    ['a field of another record', [on('region.name'), '华东']],
    ['a row of a grid that is not there', [row('nothing', 'new:0', 'name'), 'x']],
    ['a record that is not in the grid', [row('contacts', '01900000-0000-7000-8000-000000000000', 'name'), 'x']],
    ['a value with the name of a prototype', [value('__proto__'), 'x']],
    ['a field that links the row elsewhere', [row('contacts', 'new:0', 'customer'), '01900000-0000-7000-8000-000000000000']],
  ] as const)('%s', async (_what, change) => {
    const sheet = await open(zhang, customer)
    const answer = await refused(zhang, '/api/forms/T01/save', saving(sheet, change as never))
    expect(answer.status).toBe(400)
  })

  test.each([
    ['no changes at all', { params: {}, record: null }],
    ['a bind of another shape', { params: {}, changes: [{ bind: { on: 'record', path: 'name', more: 1 }, value: 1 }] }],
    ['a version below zero', { params: {}, changes: [], versions: { record: -1 } }],
    ['a list for a bag', { params: [], changes: [] }],
    ['a record that is no id', { params: {}, record: "' or 1=1", changes: [{ bind: { on: 'record', path: 'name' }, value: 'x' }] }],
    ['text that no database takes', { params: {}, record: null, changes: [{ bind: { on: 'record', path: 'name' }, value: 'a\u0000b' }] }],
  ])('%s is refused without a fault', async (_what, body) => {
    const answer = await zhang.call('POST', '/api/forms/T01/save', body)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
  })
})

// Forms without a record: opened by their parameters, kept, filed and opened again; who sees which; lists of filled forms.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Sheet } from '#core/form/sheet.ts'
import { defineAction } from '#server/action/define.ts'
import type { Person, TestSite } from '#app/test-site.ts'
import { stateHash, testSite } from '#app/test-site.ts'
import type { FormList } from './list.ts'
import { on, refused, row, rowIds, save, says, saving, textAt, value } from './test-hands.ts'
import { testBook } from './test-book.ts'

let it: TestSite
let zhang: Person
let li: Person
let manager: Person
let boss: Person
let east: string

const get = (person: Person, path: string): Promise<Sheet> => person.ok<Sheet>('GET', `/api/forms/${path}`)

defineAction({
  name: 'test.note', label: { zh: '记一笔', en: 'Note' },
  input: z.strictObject({ params: z.record(z.string(), z.unknown()), record: z.string().optional() }),
  run: async (_ctx, { params }) => ({ form: 'T02', params: { year: params['year'] }, message: { zh: '好了', en: 'Done' } }),
})

beforeAll(async () => {
  it = await testSite(undefined, testBook)
  zhang = await it.person('张专员', ['客户关系专员'])
  li = await it.person('李专员', ['客户关系专员'])
  manager = await it.person('钱经理', ['客户服务部经理'])
  boss = it.boss
  east = (await boss.ok<{ id: string }>('POST', '/api/records/region', { name: '华东' })).id
  await zhang.ok('POST', '/api/records/customer', { name: '张的客户' })
  await li.ok('POST', '/api/records/customer', { name: '李的客户' })
})
afterAll(() => it?.close())

describe('parameters', () => {
  test('the year is this one where nothing is said; the region is called by its name', async () => {
    const sheet = await get(zhang, `T02?region=${east}`)
    expect(sheet.params).toMatchObject({ year: new Date().getFullYear(), region: east })
    expect(says(sheet, '华东')).toBe(true)
  })

  test.each([
    ['year=20x6', 'year'], ['region=华东', 'region'], ['region=01900000-0000-7000-8000-000000000000', 'region'], ['year=99999', 'year'], [`top=${encodeURIComponent("1;drop table")}`, 'top'],
  ])('%s is refused at its place', async (query, key) => {
    const answer = await zhang.call('GET', `/api/forms/T02?${query}`)
    expect(answer.statusCode).toBe(400)
    expect(Object.keys(answer.json<{ error: { fields: object } }>().error.fields)).toEqual([key])
  })

  test('a parameter twice, a form that is none, a record where there is none: refused, never a fault', async () => {
    for (const path of ['T02?year=2026&year=2025', 'T99', 'T02?record=01900000-0000-7000-8000-000000000000', `T02?${'a'.repeat(70)}=1`, 'T01?record=%00', 'T02?filled=x', '__proto__', 'T02.exe']) {
      const answer = await zhang.call('GET', `/api/forms/${path}`)
      expect([400, 404], path).toContain(answer.statusCode)
    }
  })
})

describe('rows of an object', () => {
  test('rows typed in belong to the region and year of the form, and to no other', async () => {
    const sheet = await get(zhang, `T02?region=${east}&year=2026`)
    const made = await save(zhang, 'T02', sheet, [row('problems', 'new:0', 'problem'), '窜货'], [row('problems', 'new:1', 'problem'), '压价'], [value('advice'), '先谈窜货'])
    expect(rowIds(made.sheet, 'problems')).toHaveLength(2)
    expect(says(made.sheet, '4')).toBe(true)
    expect(rowIds(await get(zhang, `T02?region=${east}&year=2025`), 'problems')).toEqual([])
    expect(rowIds(await get(zhang, 'T02?year=2026'), 'problems')).toHaveLength(2)
    expect((await get(zhang, 'T02?year=2026')).filled).toBeUndefined()
    const one = await get(zhang, `T02?region=${east}&year=2026&top=1`)
    expect(one.remarks[0]).toContain('1')
  })

  test('without a region the row has none, which is told at the row', async () => {
    const answer = await refused(zhang, '/api/forms/T02/save', saving(await get(zhang, 'T02?year=2026'), [row('problems', 'new:0', 'problem'), '无区域']))
    expect(answer.fields).toMatchObject({ 'row.problems.new:0.region': { key: 'field.required' } })
  })

  test('an API key that may only read gets a sheet without a single place to type', async () => {
    const { key } = await zhang.ok<{ key: string }>('POST', '/api/keys', { name: '只读', scopes: [{ object: '*', verbs: ['read'] }] })
    const headers = { authorization: `Bearer ${key}` }
    const answer = await it.app.inject({ method: 'GET', url: `/api/forms/T02?region=${east}&year=2026`, headers })
    const sheet = answer.json<Sheet>()
    expect(sheet.locked).toBe(true)
    expect(rowIds(sheet, 'problems')).toHaveLength(2)
    const denied = await it.app.inject({ method: 'POST', url: '/api/forms/T02/save', headers, payload: saving(sheet, [row('problems', rowIds(sheet, 'problems')[0]!, 'problem'), 'x']) })
    expect(denied.statusCode).toBe(400)
  })
})

describe('reports', () => {
  test('each sees his own customers counted', async () => {
    expect(says(await get(zhang, 'T03'), '李的客户')).toBe(false)
    expect(says(await get(manager, 'T03'), '李的客户')).toBe(true)
  })

  test('who may read no customers does not know of the form', async () => {
    const admin = await it.person('吴管理', ['系统管理员'])
    expect((await admin.call('GET', '/api/forms/T03')).statusCode).toBe(404)
    const { forms } = await admin.ok<FormList>('GET', '/api/forms')
    expect(forms.find(form => form.id === 'T03')?.can).toEqual({ open: false, fill: false, design: true })
    const { forms: told } = await zhang.ok<FormList>('GET', '/api/forms')
    expect(told.map(form => form.id)).toEqual(['T01', 'T02', 'T03'])
  })

  test('its button does what the business says, with the parameters of the form', async () => {
    expect(await zhang.ok('POST', '/api/forms/T03/acts/note', { params: { year: 2025 } })).toEqual({ form: 'T02', params: { year: 2025 }, message: { zh: '好了', en: 'Done' } })
    expect((await zhang.call('POST', '/api/forms/T03/acts/other', { params: {} })).statusCode).toBe(404)
  })
})

describe('filing', () => {
  test('a filed page stays as it was although the data change; its owner opens it again', async () => {
    await save(zhang, 'T03', await get(zhang, 'T03?year=2024'), [value('advice'), '初稿'])
    await zhang.ok('POST', '/api/forms/T03/file', { params: { year: 2024 } })
    await zhang.ok('POST', '/api/records/customer', { name: '后来的客户' })
    const filed = await get(zhang, 'T03?year=2024')
    expect(filed).toMatchObject({ locked: true, filled: { state: 'filed', by: '张专员' } })
    expect(says(filed, '后来的客户')).toBe(false)
    expect(textAt(filed, 'value.advice')).toBeUndefined()
    expect(says(filed, '初稿')).toBe(true)
    expect((await refused(zhang, '/api/forms/T03/save', { params: { year: 2024 }, changes: [{ bind: value('advice'), value: '改' }] })).key).toBe('form.isFiled')
    expect((await refused(zhang, '/api/forms/T03/file', { params: { year: 2024 } })).key).toBe('form.isFiled')
    await zhang.ok('POST', '/api/forms/T03/reopen', { params: { year: 2024 } })
    expect(says(await get(zhang, 'T03?year=2024'), '后来的客户')).toBe(true)
    expect((await refused(zhang, '/api/forms/T03/reopen', { params: { year: 2024 } })).key).toBe('form.notFiled')
  })

  test('filed forms are listed, searched and filtered; nobody makes or changes them by hand', async () => {
    await zhang.ok('POST', '/api/forms/T03/file', { params: { year: 2023 } })
    const list = await zhang.ok<{ rows: { id: string; title: string }[] }>('POST', '/api/records/filledForm/query', { columns: ['title', 'period', 'state'], filter: { field: 'state', op: 'eq', value: 'filed' }, search: '统计表' })
    expect(list.rows).toMatchObject([{ title: '试用统计表 2023年', period: '2023年', state: 'filed' }])
    const id = list.rows[0]!.id
    const whole = await zhang.ok<Record<string, unknown>>('GET', `/api/records/filledForm/${id}`)
    expect(Object.keys(whole)).not.toContain('sheet')
    expect(Object.keys(whole)).not.toContain('content')
    for (const values of [{ state: 'open' }, { content: { advice: '改' } }, { sheet: null }, { slot: 'x' }, { title: '改名' }]) {
      expect((await zhang.call('PATCH', `/api/records/filledForm/${id}`, { values })).statusCode).toBe(400)
    }
    expect((await zhang.call('POST', '/api/records/filledForm', { title: '自制', form: 'T03', slot: 'T03||' })).statusCode).toBe(403)
    expect((await zhang.call('POST', '/api/records/filledForm', {})).statusCode).toBe(403)
    expect((await get(zhang, `T03?filled=${id}`)).filled?.id).toBe(id)
    expect((await zhang.call('GET', `/api/forms/T02?filled=${id}`)).statusCode).toBe(404)
    expect((await li.call('GET', `/api/forms/T03?filled=${id}`)).statusCode).toBe(404)
  })

  test('a colleague with the same parameters keeps his own; the manager sees the newest', async () => {
    await save(zhang, 'T03', await get(zhang, 'T03?year=2022'), [value('advice'), '张的意见'])
    expect(textAt(await get(li, 'T03?year=2022'), 'value.advice')).toBe('')
    await save(li, 'T03', await get(li, 'T03?year=2022'), [value('advice'), '李的意见'])
    expect(textAt(await get(zhang, 'T03?year=2022'), 'value.advice')).toBe('张的意见')
    expect(textAt(await get(manager, 'T03?year=2022'), 'value.advice')).toBe('李的意见')
  })

  test('opened by itself from the list, another person\'s form is the one that is saved', async () => {
    await save(manager, 'T03', await get(manager, 'T03?year=2019'), [value('advice'), '经理的意见'])
    await save(zhang, 'T03', await get(zhang, 'T03?year=2019'), [value('advice'), '张的草稿'])
    const id = (await get(zhang, 'T03?year=2019')).filled!.id
    const opened = await get(manager, `T03?filled=${id}`)
    const body = { ...saving(opened, [value('advice'), '经理改过']), filled: id }
    expect(textAt((await manager.ok<{ sheet: Sheet }>('POST', '/api/forms/T03/save', body)).sheet, 'value.advice')).toBe('经理改过')
    expect(textAt(await get(zhang, 'T03?year=2019'), 'value.advice')).toBe('经理改过')
    expect(textAt(await get(manager, 'T03?year=2019'), 'value.advice')).toBe('经理的意见')
    expect((await li.call('POST', '/api/forms/T03/save', body)).statusCode).toBe(404)
  })

  test('with a record that is erased for good go the pages filed about it', async () => {
    const customer = (await boss.ok<{ id: string }>('POST', '/api/records/customer', { name: '被遗忘的公司' })).id
    await boss.ok('POST', '/api/forms/T01/file', { params: {}, record: customer })
    await boss.ok('DELETE', `/api/records/customer/${customer}`)
    await boss.ok('DELETE', `/api/records/customer/${customer}?erase=1`)
    expect((await boss.ok<{ rows: object[] }>('POST', '/api/records/filledForm/query', { search: '被遗忘' })).rows).toEqual([])
    const { rows } = await it.site.db.query<{ n: number }>(`select count(*)::int as n from history where object in ('filledForm', 'customer') and after::text like '%被遗忘%'`)
    expect(rows[0]!.n).toBe(0)
  })

  test('filing is taken back by undo', async () => {
    const { batch } = await zhang.ok<{ batch: string }>('POST', '/api/forms/T03/file', { params: { year: 2021 } })
    await zhang.ok('POST', '/api/undo', { batch })
    expect((await get(zhang, 'T03?year=2021')).filled).toBeUndefined()
  })

  test('what the filer saw of restricted values, a reader without the right finds masked', async () => {
    const customer = (await boss.ok<{ id: string }>('POST', '/api/records/customer', { name: '保密公司', bankAccount: '6222020200998877665', owner: zhang.id })).id
    await boss.ok('POST', '/api/forms/T01/file', { params: {}, record: customer })
    const { rows } = await boss.ok<{ rows: { id: string }[] }>('POST', '/api/records/filledForm/query', { search: '保密公司' })
    await boss.ok('POST', `/api/records/filledForm/${rows[0]!.id}/share`, { share: [{ user: zhang.id, level: 'read' }] })
    expect(JSON.stringify(await get(boss, `T01?record=${customer}`))).toContain('6222020200998877665')
    const seen = await get(zhang, `T01?filled=${rows[0]!.id}`)
    expect(JSON.stringify(seen)).not.toContain('6222020200998877665')
    expect(seen.cells.some(cell => cell.masked)).toBe(true)
    expect(says(seen, '保密公司')).toBe(true)
    expect((await refused(zhang, '/api/forms/T01/reopen', { params: {}, record: customer })).key).toBe('form.nothingKept')
    expect((await get(zhang, `T01?record=${customer}`)).locked).toBe(false)
  })

  test('what a report told the filer alone stays covered for those whom it would not tell', async () => {
    await boss.ok('POST', '/api/forms/T03/file', { params: { year: 2020 } })
    expect(says(await get(boss, 'T03?year=2020'), '毛利-')).toBe(true)
    const seen = await get(manager, 'T03?year=2020')
    expect(seen).toMatchObject({ locked: true, filled: { by: 'boss' } })
    expect(says(seen, '毛利-')).toBe(false)
    expect(says(seen, '张的客户')).toBe(true)
    expect(seen.cells.filter(cell => cell.masked).length).toBeGreaterThan(1)
  })

  test('a card that is not saved cannot be filed, and a refusal leaves nothing', async () => {
    const before = await stateHash(it)
    expect((await refused(zhang, '/api/forms/T01/file', { params: {}, record: null })).key).toBe('form.saveFirst')
    expect((await refused(li, '/api/forms/T02/save', { params: { year: 2026 }, changes: [{ bind: on('name'), value: 'x' }] })).status).toBe(400)
    expect(await stateHash(it)).toBe(before)
  })

  test('each opening of a logged card is in the log', async () => {
    const customer = (await zhang.ok<{ id: string }>('POST', '/api/records/customer', { name: '留痕公司' })).id
    await get(zhang, `T01?record=${customer}`)
    const { rows } = await it.site.db.query<{ detail: { form: string } }>(`select detail from audit where what = 'viewed' and record = $1`, [customer])
    expect(rows).toEqual([{ detail: { form: 'T01' } }])
  })
})

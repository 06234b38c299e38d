// An administrator's own forms: published, felt on the next page, taken back; the company's set; and what is refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Form } from '#core/form/form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import type { Person, TestSite } from '#app/test-site.ts'
import { stateHash, testSite } from '#app/test-site.ts'
import type { FormDesign } from './design.ts'
import type { FormList } from './list.ts'
import { refused, says } from './test-hands.ts'
import { testBook } from './test-book.ts'

let it: TestSite
let boss: Person
let admin: Person
let zhang: Person

const design = (id = 'T03'): Promise<FormDesign> => boss.ok<FormDesign>('GET', `/api/forms/${id}/design`)
const sheet = (id = 'T03'): Promise<Sheet> => zhang.ok<Sheet>('GET', `/api/forms/${id}`)
const called = (form: Form, zh: string): Form => ({ ...form, title: { zh, en: zh } })
const publish = (form: Form, seen: number, note?: string) => boss.ok<{ version: number; batch: string }>('POST', `/api/forms/${form.id}/design`, { form, seen, ...(note ? { note } : {}) })

beforeAll(async () => {
  it = await testSite(undefined, testBook)
  boss = it.boss
  admin = await it.person('吴管理', ['系统管理员'])
  zhang = await it.person('张专员', ['客户关系专员'])
})
afterAll(() => it?.close())

test('a published form counts for everybody, with a version of its own; undo and reset take it back', async () => {
  const { form, versions } = await design()
  expect(versions).toEqual([])
  expect((await sheet()).version).toBe(1)
  const { version, batch } = await publish(called(form, '改名统计表'), 0, '改名')
  expect(version).toBe(2)
  expect(await sheet()).toMatchObject({ title: '改名统计表', version: 2 })
  expect((await design()).versions).toMatchObject([{ version: 2, by: 'boss', note: '改名', original: false }])
  await boss.ok('POST', '/api/undo', { batch })
  expect(await sheet()).toMatchObject({ title: '试用统计表', version: 3 })
  await boss.ok('POST', '/api/forms/T03/design/reset', { to: 2 })
  expect(await sheet()).toMatchObject({ title: '改名统计表', version: 4 })
  await boss.ok('POST', '/api/forms/T03/design/reset', {})
  expect(await sheet()).toMatchObject({ title: '试用统计表', version: 5 })
  expect((await boss.ok<FormList>('GET', '/api/forms')).forms.find(one => one.id === 'T03')?.changed).toBeUndefined()
  expect((await refused(boss, '/api/forms/T03/design/reset', { to: 99 })).key).toBe('form.noVersion')
})

test('who publishes over a version that he has not seen is told whose it is', async () => {
  const { form, versions } = await design('T02')
  await publish(called(form, '甲'), versions.length)
  expect(await refused(boss, '/api/forms/T02/design', { form: called(form, '乙'), seen: 0 })).toMatchObject({ status: 409, key: 'form.newerDesign', params: { who: 'boss' } })
})

test('another set of forms stands in for the product\'s, with versions of its own', async () => {
  await boss.ok('POST', '/api/form-set', { key: 'V9' })
  expect(await sheet()).toMatchObject({ title: '本公司统计表' })
  expect((await sheet()).version).toBeGreaterThanOrEqual(1000)
  expect(await boss.ok<FormList>('GET', '/api/forms')).toMatchObject({ set: 'V9', sets: [{ key: 'V9', forms: ['T03'] }] })
  const { original } = await design()
  await publish(called(original, '本公司改名'), 0)
  expect((await sheet()).title).toBe('本公司改名')
  await boss.ok('POST', '/api/form-set', { key: null })
  expect((await sheet()).title).toBe('试用统计表')
  expect((await refused(boss, '/api/form-set', { key: 'V1' })).status).toBe(404)
})

test('the designer looks at his draft, with data where he may see them and without where not', async () => {
  await zhang.ok('POST', '/api/records/customer', { name: '预览客户' })
  const { form } = await design()
  const preview = (person: Person, one: Form) => person.ok<Sheet>('POST', '/api/forms/preview', { form: one, params: { year: 2026 } })
  expect(says(await preview(boss, called(form, '草稿')), '预览客户')).toBe(true)
  const without = await preview(admin, called(form, '草稿'))
  expect(without.title).toBe('草稿')
  expect(says(without, '预览客户')).toBe(false)
  expect((await sheet()).title).toBe('试用统计表')
})

test('a form that could not be filled is refused with every reason', async () => {
  const { form } = await design()
  const broken: Form = { ...form, title: { zh: '', en: '' }, blocks: [...form.blocks, { kind: 'note', at: '#nothing' }, { kind: 'grid', key: 'more', source: { report: 'nothing' }, columns: [{ key: 'a', label: { zh: '甲', en: 'A' }, weight: 1 }] }] }
  const answer = await refused(boss, '/api/forms/T03/design', { form: broken, seen: (await design()).versions[0]?.version ?? 0 })
  expect(answer.key).toBe('form.problems')
  for (const word of ['没有名称', 'nothing']) expect(answer.params['problems']).toContain(word)
})

test('nobody designs without the right to, and nothing hostile comes through', async () => {
  const { form } = await design()
  const before = await stateHash(it)
  for (const [url, body] of [['/api/forms/T03/design', { form, seen: 0 }], ['/api/forms/T03/design/reset', {}], ['/api/form-set', { key: 'V9' }], ['/api/forms/preview', { form, params: {} }]] as const) {
    expect((await zhang.call('POST', url, body)).statusCode, url).toBe(403)
  }
  expect((await zhang.call('GET', '/api/forms/T03/design')).statusCode).toBe(403)
  const deep = JSON.parse(`${'{"not":'.repeat(1500)}{"rule":"true"}${'}'.repeat(1500)}`) as object
  const grid = (filter: unknown) => ({ ...form, blocks: [{ kind: 'title' }, { kind: 'grid', key: 'g', source: { object: 'customer', filter }, columns: [{ key: 'name', label: { zh: 'x', en: 'x' }, weight: 1 }] }] })
  const hostile: unknown[] = [
    { ...form, id: 'T02' }, { ...form, record: 'customer' }, { ...form, acts: [{ key: 'note', label: form.title, action: 'record.erase' }] },
    { ...form, blocks: [] }, { ...form, more: 1 }, null, grid(deep), { ...form, title: { zh: 'a\u0000', en: 'a' } }, { ...form, params: { ['__proto__']: { kind: 'text' } } },
    { ...form, blocks: Array.from({ length: 1000 }, () => ({ kind: 'title' })) },
  ]
  for (const one of hostile) {
    const answer = await boss.call('POST', '/api/forms/T03/design', { form: one, seen: 0 })
    expect(answer.statusCode, JSON.stringify(one)?.slice(0, 80)).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode, JSON.stringify(one)?.slice(0, 80)).toBeLessThan(500)
  }
  expect(await stateHash(it)).toBe(before)
})

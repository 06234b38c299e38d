// V1, the forms of a hydropower equipment maker: configuration alone, and switched by an administrator.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formProblems, formSchema } from '#core/form/check-form.ts'
import { setPreset } from '#core/form/edit.ts'
import { rowsOf } from '#core/form/edit-items.ts'
import type { Form, GridBlock, GridColumn } from '#core/form/form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { hydropower } from '#features/sets/hydropower.ts'
import { formBook } from './forms.ts'
import { testSite } from './test-site.ts'
import type { Person, TestSite } from './test-site.ts'

const TITLES = { F08: '客户分级表1', F09: '重点客户管理表2', F11: '问题客户对策表3', F21: '客户招待申请表4', F22: '客户招待报告表5' }

const shippedOf = (form: Form): Form => formBook.forms.find(one => one.id === form.id)!
const gridsOf = (form: Form): GridBlock[] => form.blocks.filter(block => block.kind === 'grid')

/** What no administrator can change: what a column is filled with, where rows come from, what is asked, what is done at a click. */
const filling = ({ label: _label, under: _under, weight: _weight, boxes: _boxes, show: _show, merge: _merge, sum: _sum, ...column }: GridColumn): unknown => column
const bones = ({ id, area, record, acts, params }: Form): unknown =>
  ({ id, area, record, acts, params: Object.fromEntries(Object.entries(params ?? {}).map(([key, { preset: _preset, ...param }]) => [key, param])) })

describe('made by configuration alone', () => {
  test.each(hydropower.forms)('$id differs from the standard form in what the designer can change only', form => {
    const shipped = shippedOf(form)
    expect(bones(form)).toEqual(bones(shipped))
    for (const grid of gridsOf(form)) {
      const original = gridsOf(shipped).find(one => one.key === grid.key)!
      expect(grid.source).toEqual(original.source)
      const offered = [...original.columns, ...original.spare ?? []].map(filling)
      for (const column of grid.columns) expect(offered).toContainEqual(filling(column))
    }
    const own = new Set(Object.keys(form.values ?? {}).filter(key => !Object.hasOwn(shipped.values ?? {}, key)))
    const binds = new Set(shipped.blocks.flatMap(block => rowsOf(block).flat().map(item => item.at)))
    for (const item of form.blocks.flatMap(block => rowsOf(block).flat())) expect(item.at === undefined || binds.has(item.at) || own.has(item.at.slice(1))).toBe(true)
  })

  test.each(hydropower.forms)('$id can be published by an administrator as it is', form => {
    expect(formSchema.safeParse(form).error).toBeUndefined()
    expect(formSchema.parse(form)).toEqual(form)
  })
})

describe('switched as a whole', () => {
  let site: TestSite
  let boss: Person
  let customer: string
  beforeAll(async () => {
    site = await testSite()
    boss = site.boss
    const made = await boss.ok<{ id: string }>('POST', '/api/records/customer', { name: '双峦水电站' })
    customer = made.id
    const product = await boss.ok<{ id: string }>('POST', '/api/records/product', { name: '水轮机' })
    await boss.ok('POST', '/api/records/order', { customer, date: `${new Date().getUTCFullYear()}-01-15`, status: 'done', lines: [{ product: product.id, quantity: '1', price: '500000' }] })
  })
  afterAll(() => site.close())

  const sheet = (id: string, query = ''): Promise<Sheet> => boss.ok<Sheet>('GET', `/api/forms/${id}${query}`)
  const words = ({ cells }: Sheet): string[] => cells.map(cell => cell.text).filter(text => text !== '')

  test('each form of the set passes the check of published forms', () => {
    for (const form of hydropower.forms) {
      const parts = { reports: Object.keys(formBook.parts.reports), lookups: Object.keys(formBook.parts.lookups) }
      expect(formProblems(form, site.site.env.catalog.current(), parts, 'zh', shippedOf(form))).toEqual([])
    }
  })

  test('before the switch the standard forms stand', async () => {
    expect((await sheet('F08')).title).toBe('客户分级表')
    expect(words(await sheet('F08'))).toContain('客户代码')
  })

  test('an administrator switches, and all five forms have the titles and columns of V1', async () => {
    await boss.ok('POST', '/api/form-set', { key: 'V1' })
    for (const [id, title] of Object.entries(TITLES)) expect((await sheet(id, id >= 'F21' ? '?record=new' : '')).title).toBe(title)
    const grades = words(await sheet('F08'))
    expect(grades.filter(word => word === '负责人')).toHaveLength(5)
    expect(grades.filter(word => word === '产品')).toHaveLength(5)
    expect(grades).not.toContain('客户代码')
    expect(grades).not.toContain('业种')
    expect(grades).toEqual(expect.arrayContaining(['双峦水电站', '水轮机']))
    const keys = await sheet('F09')
    expect(words(keys)).toEqual(expect.arrayContaining(['销售额前5名', '销售增长率前5名', '销售利润率前5名']))
    const [tops, picked] = keys.bands.filter(band => keys.rows.length > 0 && keys.cells.some(cell => cell.style === 'head' && cell.row >= band.from && cell.row < band.to))
    expect(tops!.to - tops!.from - tops!.head).toBe(5)
    expect(picked!.to - picked!.from - picked!.head).toBe(10)
  })

  test('a problem customer stands in F11 with his product, and one signs by two only', async () => {
    const year = new Date().getUTCFullYear()
    await boss.ok('POST', '/api/records/countermeasure', { kind: 'problem', year, customer })
    const problems = await sheet('F11', `?year=${year}`)
    expect(problems.cells.filter(cell => cell.style === 'head').map(cell => cell.text)).toEqual(['序号', '客户名称', '负责人', '产品', '恶化度', '问题呈现', '应对策略'])
    expect(words(problems)).toContain('水轮机')
    for (const id of ['F21', 'F22']) {
      const said = words(await sheet(id, '?record=new'))
      expect(said).toEqual(expect.arrayContaining(['总经理审核', '财务部审核', '备注']))
      expect(said).not.toContain('客户服务部经理审核')
    }
  })

  test('备注 is typed on the application and kept with it, also while the standard form stands', async () => {
    const { record } = await boss.ok<{ record: string }>('POST', '/api/forms/F21/save', { record: null, changes: [
      { bind: { on: 'record', path: 'customer' }, value: customer }, { bind: { on: 'record', path: 'date' }, value: '2026-12-01' }, { bind: { on: 'value', path: 'note' }, value: '由办公室派车' },
    ] })
    expect(words(await sheet('F21', `?record=${record}`))).toContain('由办公室派车')
    await boss.ok('POST', '/api/form-set', { key: null })
    expect(words(await sheet('F21', `?record=${record}`))).not.toContain('由办公室派车')
    await boss.ok('POST', '/api/form-set', { key: 'V1' })
    expect(words(await sheet('F21', `?record=${record}`))).toContain('由办公室派车')
  })

  test('a form of the set is designed further, and its original is that of the set', async () => {
    const { form, original, versions } = await boss.ok<{ form: Form; original: Form; versions: unknown[] }>('GET', '/api/forms/F09/design')
    expect(original.title.zh).toBe(TITLES.F09)
    expect(versions).toEqual([])
    await boss.ok('POST', '/api/forms/F09/design', { form: setPreset(form, 'top', 3), seen: 0, note: '前 3 名' })
    expect((await boss.call('POST', '/api/forms/F09/design', { form, seen: 0 })).statusCode).toBe(409)
    expect((await sheet('F09')).params.top).toBe(3)
    await boss.ok('POST', '/api/forms/F09/design/reset', {})
    expect((await sheet('F09')).params.top).toBe(5)
  })

  test('who does not administer forms cannot switch them', async () => {
    const seller = await site.person('陈小姐', ['销售人员'])
    expect((await seller.call('POST', '/api/form-set', { key: null })).statusCode).toBe(403)
    expect((await sheet('F08')).title).toBe('客户分级表1')
  })

  test('and back again', async () => {
    await boss.ok('POST', '/api/form-set', { key: null })
    expect((await sheet('F08')).title).toBe('客户分级表')
    expect(words(await sheet('F21', '?record=new'))).toContain('客户服务部经理审核')
  })
})

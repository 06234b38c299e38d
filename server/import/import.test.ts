// A real, messy customer workbook goes in: cleaned, matched, counted, taken back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declared } from '#app/catalog.ts'
import { messyWorkbook } from '#server/sheet/fixtures.ts'
import type { MessyWorkbook } from '#server/sheet/fixtures.ts'
import { readBytes, values } from '#server/sheet/reading-kit.ts'
import { actor, grant } from '#server/record/test-shop.ts'
import type { Actor } from '#core/object/access.ts'
import { read } from '#server/database/transaction.ts'
import { duplicateGroups } from './duplicates.ts'
import { setChoices } from './mapping.ts'
import type { MappingInput } from './mapping.ts'
import { cancelImport, CHUNK, finished, startImport, undoImport } from './run.ts'
import { openImports } from './test-kit.ts'
import type { Imports } from './test-kit.ts'

let kit: Imports
let messy: MessyWorkbook

beforeAll(async () => {
  kit = await openImports(declared, 'real')
  messy = await messyWorkbook()
})
beforeEach(() => kit.home.env.pool.query('truncate customer, region, contact, sales_order, import_job, import_row, history, action_batch'))
afterAll(() => kit.close())

const csv = (...rows: string[][]): string => rows.map(row => row.map(cell => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')
const lookups = (columns: MappingInput['columns']) => columns.map(column => (column.field === 'region' ? { ...column, createMissing: true } : column))
const counts = (job: { counts?: object }) => job.counts
const MESSY = { match: ['code'], change: lookups }

describe('the messy workbook of a sales office', () => {
  it.each(['xlsx', 'csv'] as const)('as .%s becomes exactly the customers that a careful person reads out of it', async format => {
    const job = await kit.bring(kit.boss, messy[format], `客户台账.${format}`)
    const sheet = job.sheets[0]!
    expect(sheet).toMatchObject({ headerRow: 3, headerRows: 2, rowCount: messy.truth.customers.length })
    expect(sheet.guess.map(column => column.field)).toEqual([null, 'code', 'name', 'contactName', 'phone', 'region', 'annualSales', 'creditLimit', null, 'note'])
    await kit.map(kit.boss, job, { ...MESSY, mode: 'both' })
    const dry = await kit.run(kit.boss, job, true)
    expect(dry.check).toMatchObject({ created: 14, updated: 0, skipped: 1, failed: 0, reasons: { 'import.unchanged': 1 } })
    expect(await kit.living('customer')).toEqual([])
    const done = await kit.run(kit.boss, job)
    expect(done).toMatchObject({ state: 'done', counts: { created: 14, updated: 0, skipped: 1, failed: 0 } })
    const stored = new Map((await kit.living('customer')).map(row => [row.code, row]))
    const regions = new Map((await kit.living('region')).map(row => [row.id, row.name]))
    for (const clean of messy.truth.customers) {
      expect(stored.get(clean.code)).toMatchObject({ name: clean.name, contact_name: clean.contact, phone: clean.phone, note: clean.remark || null })
      expect(regions.get(stored.get(clean.code)!.region)).toBe(clean.region)
      expect([Number(stored.get(clean.code)!.annual_sales), Number(stored.get(clean.code)!.credit_limit)]).toEqual([Number(clean.sales), Number(clean.credit)])
    }
  })

  it('shows near-duplicates inside the file, and does with them what the person chooses', async () => {
    const job = await kit.bring(kit.boss, messy.xlsx)
    await kit.map(kit.boss, job, MESSY)
    await kit.run(kit.boss, job, true)
    const twins = await kit.preview(kit.boss, job, 'duplicates')
    expect(twins.map(row => [row.duplicates?.[0]?.row, row.row])).toEqual(expect.arrayContaining(messy.truth.nearDuplicates))
  })

  it('the same file twice makes nothing new, and undo of both leaves nothing', async () => {
    const before = await kit.hash('customer', 'region')
    const first = await kit.all(kit.boss, messy.xlsx, MESSY)
    const between = await kit.hash('customer', 'region')
    const second = await kit.all(kit.boss, messy.xlsx, MESSY)
    expect(counts(second)).toMatchObject({ created: 0, updated: 0, skipped: 15, failed: 0 })
    expect(await kit.hash('customer', 'region')).toBe(between)
    await undoImport(kit.home, kit.boss, first.id)
    expect(await kit.hash('customer', 'region')).toBe(before)
  })
})

describe('an import with a match field', () => {
  const base = csv(['客户编号', '客户名称', '联系电话', '信用额度'], ['A1', '甲公司', '13800138000', '100'], ['A2', '乙公司', '', '200'])
  const more = csv(['客户编号', '客户名称', '联系电话', '信用额度'], ['A1', '甲公司', '13900139000', ''], ['A2', '乙公司', '', '200'], ['A3', '丙公司', '', '5'])

  it('updates what differs, leaves what a blank cell does not say, and one undo brings all back', async () => {
    await kit.all(kit.boss, base, { match: ['code'], fileName: 'a.csv' })
    const before = await kit.hash('customer')
    const job = await kit.bring(kit.boss, more, 'b.csv')
    await kit.map(kit.boss, job, { match: ['code'] })
    const dry = await kit.run(kit.boss, job, true)
    const done = await kit.run(kit.boss, job)
    expect(done.counts).toMatchObject({ created: 1, updated: 1, skipped: 1, failed: 0 })
    expect(dry.check).toMatchObject({ created: 1, updated: 1, skipped: 1, failed: 0 })
    expect((await kit.living('customer')).find(row => row.code === 'A1')).toMatchObject({ phone: '13900139000', credit_limit: '100.00' })
    await undoImport(kit.home, kit.boss, job.id)
    expect(await kit.hash('customer')).toBe(before)
  })

  it('only creates, or only updates, when asked so', async () => {
    await kit.all(kit.boss, base, { match: ['code'], fileName: 'a.csv' })
    expect(counts(await kit.all(kit.boss, more, { match: ['code'], mode: 'update', fileName: 'b.csv' }))).toMatchObject({ created: 0, updated: 1, skipped: 2, reasons: { 'import.noMatch': 1, 'import.unchanged': 1 } })
    expect(counts(await kit.all(kit.boss, more, { match: ['code'], mode: 'create', fileName: 'b.csv' }))).toMatchObject({ created: 1, updated: 0, skipped: 2, reasons: { 'import.exists': 2 } })
  })

  it('of two records that fit does not guess', async () => {
    await kit.all(kit.boss, csv(['客户名称'], ['同名'], ['同名']), { fileName: 'a.csv' })
    expect(counts(await kit.all(kit.boss, csv(['客户名称', '备注'], ['同名', 'x']), { match: ['name'], fileName: 'b.csv' }))).toMatchObject({ failed: 1, reasons: { 'import.ambiguous': 1 } })
  })

  it('rows that name one record twice follow each other', async () => {
    const rows = csv(['客户编号', '客户名称', '备注'], ['A1', '甲', '一'], ['A1', '甲', '二'], ['A1', '甲', '二'])
    const job = await kit.bring(kit.boss, rows, 'a.csv')
    await kit.map(kit.boss, job, { match: ['code'] })
    const expected = { created: 1, updated: 1, skipped: 1, failed: 0 }
    expect((await kit.run(kit.boss, job, true)).check).toMatchObject(expected)
    expect((await kit.run(kit.boss, job)).counts).toMatchObject(expected)
    expect(await kit.living('customer')).toMatchObject([{ note: '二' }])
  })

  it('brought by two people at once makes no duplicates', async () => {
    const other = kit.known(actor([grant('*')], { name: '小李' }))
    const rows = csv(['客户编号', '客户名称'], ...Array.from({ length: 4500 }, (_, at) => [`N${at}`, `公司${at}`]))
    const [one, two] = [await kit.bring(kit.boss, rows, 'a.csv'), await kit.bring(other, rows, 'a.csv')]
    await Promise.all([kit.map(kit.boss, one, { match: ['name'] }), kit.map(other, two, { match: ['name'] })])
    const [a, b] = await Promise.all([kit.run(kit.boss, one), kit.run(other, two)])
    expect(a.counts!.created + b.counts!.created).toBe(4500)
    expect(await kit.living('customer')).toHaveLength(4500)
  })
})

describe('rows that cannot be imported', () => {
  const rows = csv(['客户名称', '联系电话', '信用额度', '客户等级'], ['好公司', '13800138000', '1', 'A级'], ['坏电话', '1380013', '1', 'A级'], ['', '13900139000', '2', 'B级'], ['坏等级', '', '-5', '特级'])

  it('are told at their cells, and come back in a workbook that imports once it is mended', async () => {
    const job = await kit.all(kit.boss, rows, { fileName: 'a.csv' })
    expect(job.counts).toMatchObject({ created: 1, updated: 0, skipped: 0, failed: 3 })
    const preview = await kit.preview(kit.boss, job, 'problems')
    expect(preview.map(row => row.cells.map(cell => cell.problem !== undefined))).toEqual([[false, true, false, false], [true, false, false, false], [false, false, true, true]])
    const bytes = await kit.problems(kit.boss, job)
    const { rows: [sheet] } = await readBytes(bytes, { fileName: 'problems.xlsx' })
    expect(values(sheet)).toEqual([['客户名称', '联系电话', '信用额度', '客户等级'], ['坏电话', '1380013', '1', 'A级'], [null, '13900139000', '2', 'B级'], ['坏等级', null, '-5', '特级']])
    const mended = csv(['客户名称', '联系电话', '信用额度', '客户等级'], ['坏电话', '13800138001', '1', 'A级'], ['补上', '13900139000', '2', 'B级'], ['坏等级', '', '5', 'C级'])
    expect(counts(await kit.all(kit.boss, mended, { fileName: 'problems.csv' }))).toMatchObject({ created: 3, failed: 0 })
  })

  it('stop the whole import when all or nothing was asked', async () => {
    const job = await kit.all(kit.boss, rows, { badRows: 'stop', fileName: 'a.csv' })
    expect(job).toMatchObject({ state: 'failed', error: { key: 'import.badRows', params: { count: 3 } }, batch: null })
    expect(await kit.living('customer')).toEqual([])
  })
})

describe('columns', () => {
  it('keep the author and the date of the original when they are mapped', async () => {
    const done = await kit.all(kit.boss, csv(['客户名称', '创建日期', '创建人'], ['甲', '2019-05-06', kit.boss.name]), { fileName: 'a.csv' })
    expect(done.counts).toMatchObject({ failed: 1, reasons: { 'reference.notFound': 1 } })
    await kit.home.env.pool.query(`insert into app_user (org, id, name, email, active) values (1, $1, $2, 'w@x.cn', true) on conflict do nothing`, [kit.boss.userId, kit.boss.name])
    await kit.all(kit.boss, csv(['客户名称', '创建日期', '创建人'], ['甲', '2019-05-06', kit.boss.name]), { fileName: 'a.csv' })
    const [row] = await kit.living('customer')
    expect(row).toMatchObject({ created_by: kit.boss.userId })
    expect(JSON.stringify(row!.created_at)).toContain('2019-05-05T16:00:00')
  })

  it('of province, city and street become one address', async () => {
    await kit.all(kit.boss, csv(['客户名称', '省份', '城市', '详细地址'], ['甲', '浙江', '杭州', '西湖区文三路1号'], ['乙', '', '', '广东省深圳市南山区科技园2号']), { fileName: 'a.csv' })
    expect(await kit.living('customer')).toMatchObject([{ address__province: '浙江省', address__city: '杭州市', address__district: '西湖区', address__detail: '文三路1号' }, { address__province: '广东省', address__city: '深圳市', address__district: '南山区' }])
  })

  it('that fit no field become new ones, filled at once', async () => {
    const job = await kit.bring(kit.boss, csv(['客户名称', '合同到期日'], ['甲', '2026年1月5日'], ['乙', '2026/2/6']), 'a.csv')
    const offered = job.sheets[0]!.guess[1]!
    expect(offered).toMatchObject({ field: null, newField: { kind: 'date', label: { zh: '合同到期日' } } })
    await kit.map(kit.boss, job, { change: columns => [columns[0]!, { index: 1, newField: { ...offered.newField } as Record<string, unknown> }] })
    const done = await kit.run(kit.boss, job)
    expect(done.counts).toMatchObject({ created: 2, failed: 0 })
    const column = done.plan!.columns[1]!.field
    expect((await kit.living('customer')).map(row => row[column])).toEqual(['2026-01-05', '2026-02-06'])
  })

  it('that the person may not write, or that do not exist, are refused before anything is written', async () => {
    const job = await kit.bring(kit.boss, csv(['客户名称', '账号'], ['甲', '1']), 'a.csv')
    const change = (field: string) => () => [{ index: 0, field: 'name' }, { index: 1, field }]
    await expect(kit.map(kit.boss, job, { change: change('bankAccount') })).rejects.toMatchObject({ fields: { 'columns.1': { key: 'field.notWritable' } } })
    await expect(kit.map(kit.boss, job, { change: change('__proto__') })).rejects.toMatchObject({ fields: { 'columns.1': { key: 'field.unknown' } } })
    await expect(kit.map(kit.boss, job, { change: change('salesTotal') })).rejects.toMatchObject({ fields: { 'columns.1': { key: 'field.notWritable' } } })
    await expect(kit.map(kit.boss, job, { match: ['name', 'bankAccount'] })).rejects.toMatchObject({ fields: { match: { key: 'field.masked' } } })
  })
})

describe('a person who sees only his own', () => {
  it('neither matches nor is told of what others have', async () => {
    const sales = kit.known(actor([grant('*', { read: 'own', update: 'own', delete: 'own' })], { name: '小李' }))
    await kit.all(kit.boss, csv(['客户名称', '联系电话'], ['杭州云海科技有限公司', '13800138000']), { fileName: 'a.csv' })
    const job = await kit.bring(sales, csv(['客户名称', '联系电话'], ['云海科技', '13800138000']), 'b.csv')
    await kit.map(sales, job, { match: ['phone'] })
    expect((await kit.run(sales, job, true)).check).toMatchObject({ created: 1, duplicates: 0 })
    const seen = await kit.bring(kit.boss, csv(['客户名称', '联系电话'], ['云海科技', '13800138000']), 'b.csv')
    await kit.map(kit.boss, seen)
    expect((await kit.run(kit.boss, seen, true)).check).toMatchObject({ created: 1, duplicates: 1 })
    expect(await kit.preview(kit.boss, seen, 'duplicates')).toMatchObject([{ duplicates: [{ label: '杭州云海科技有限公司', reason: 'sameNameAndPhone' }] }])
    await expect(kit.map(sales, seen)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('without the right to import is refused', async () => {
    const reader = kit.known(actor([grant('*', { import: false })], { name: '小王' }))
    await expect(kit.bring(reader, 'a\n1', 'a.csv')).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a row that may be a duplicate', () => {
  const base = csv(['客户名称', '联系电话', '备注'], ['杭州云海科技有限公司', '13800138000', '旧'])
  const next = csv(['客户名称', '联系电话', '备注'], ['云海科技', '13800138000', '新'], ['宁波东方物流有限公司', '13900139000', '一'], ['东方物流', '13900139000', '二'], ['东方物流（宁波）', '13900139000', '三'])

  it('is created, left out, or updates a record or a row above, as the person chose', async () => {
    await kit.all(kit.boss, base, { fileName: 'a.csv' })
    const job = await kit.bring(kit.boss, next, 'b.csv')
    await kit.map(kit.boss, job)
    await kit.run(kit.boss, job, true)
    const twins = new Map((await kit.preview(kit.boss, job, 'duplicates')).map(row => [row.row, row.duplicates!]))
    expect([...twins.keys()]).toEqual([1, 3, 4])
    await setChoices(kit.home, kit.boss, job.id, { 1: { update: twins.get(1)![0]!.record! }, 3: { updateRow: 2 }, 4: 'skip' })
    const done = await kit.run(kit.boss, job)
    expect(done.counts).toMatchObject({ created: 1, updated: 2, skipped: 1, failed: 0 })
    expect((await kit.living('customer')).map(row => [row.name, row.note])).toEqual([['云海科技', '新'], ['东方物流', '二']])
    await undoImport(kit.home, kit.boss, job.id)
    expect((await kit.living('customer')).map(row => [row.name, row.note])).toEqual([['杭州云海科技有限公司', '旧']])
  })

  it('stands with its twin in the groups of the merge page, for those who see both', async () => {
    await kit.all(kit.boss, next, { fileName: 'a.csv' })
    const groups = (person: Actor) => read(kit.home.env.pool, reader => duplicateGroups(reader, kit.home.env.catalog.current(), person, 'customer'))
    expect((await groups(kit.boss)).groups).toMatchObject([{ records: [{}, {}, {}] }])
    expect((await groups(actor([grant('*', { read: 'own' })], { name: '小李' }))).groups).toEqual([])
  })
})

describe('orders', () => {
  it('find their customers by name, and say so where there is none', async () => {
    await kit.all(kit.boss, csv(['客户名称'], ['甲']), { fileName: 'a.csv' })
    const job = await kit.bring(kit.boss, csv(['订单编号', '客户', '订单日期', '优惠'], ['D1', '甲', '2026-01-05', '0'], ['D2', '没有的', '2026-01-05', '0'], ['D3', '甲', '2026年2月6日', '']), 'o.csv', 'order')
    await kit.map(kit.boss, job, { match: ['code'] })
    const expected = { created: 2, updated: 0, skipped: 0, failed: 1, reasons: { 'reference.notFound': 1 } }
    expect((await kit.run(kit.boss, job, true)).check).toMatchObject(expected)
    expect((await kit.run(kit.boss, job)).counts).toMatchObject(expected)
  })
})

describe('a long import', () => {
  const rows = csv(['客户编号', '客户名称'], ...Array.from({ length: 6000 }, (_, at) => [`L${at}`, `公司${at}`]))

  it('stops when it is cancelled, and what was written can be undone in one step', async () => {
    const job = await kit.bring(kit.boss, rows, 'a.csv')
    await kit.map(kit.boss, job, { match: ['code'] })
    await startImport(kit.home, kit.boss, job.id, false)
    const cancelled = await cancelImport(kit.home, kit.boss, job.id)
    await finished(job.id)
    expect(cancelled.state).toBe('cancelled')
    const written = await kit.living('customer')
    expect(written.length % CHUNK).toBe(0)
    const done = await kit.run(kit.boss, job)
    expect(done).toMatchObject({ state: 'done', counts: { created: 6000 } })
    await undoImport(kit.home, kit.boss, job.id)
    expect(await kit.living('customer')).toEqual([])
    await expect(undoImport(kit.home, kit.boss, job.id)).rejects.toMatchObject({ key: 'undo.already' })
  })
})

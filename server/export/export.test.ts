// What leaves: types, dangerous texts, rights, masks, the log, and one moment for all rows.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read as readBook } from '@e965/xlsx'
import { declared } from '#app/catalog.ts'
import { newId } from '#core/lib/id.ts'
import { MASK } from '#server/record/label.ts'
import { grant, actor, putRows } from '#server/record/test-shop.ts'
import { readBytes } from '#server/sheet/reading-kit.ts'
import { sendExport } from './send.ts'
import { ask, auditOf, boss, exported, fetchExport, openKit, salesman } from './test-kit.ts'
import type { Kit } from './test-kit.ts'

let kit: Kit
const [north, lin, zhou, mine] = Array.from({ length: 4 }, newId) as [string, string, string, string]
const li = salesman()
const king = boss()
const DANGEROUS = ['=cmd|\' /C calc\'!A0', '+8613800138000', '-100', '@SUM(1+1)', '＝1+1', '\t=1', "'=1"]

beforeAll(async () => {
  kit = await openKit(declared)
  await putRows(kit.db.pool, kit.object('user'), [{ id: king.userId, values: { name: '王老板', email: 'w@example.com' } }, { id: li.userId, values: { name: '小李', email: 'l@example.com' } }])
  await putRows(kit.db.pool, kit.object('region'), [{ id: north, values: { name: '华北' } }])
  await putRows(kit.db.pool, kit.object('customer'), [
    { id: lin, createdAt: '2026-01-31T16:30:15Z', values: { code: 'KH-2026-0001', name: '林记商行', grade: 'A', tags: ['老客户', '大户'], region: north, phone: '13800138000', address: { province: '广东省', city: '广州市', district: '天河区', detail: '体育西路1号' }, creditLimit: '-1234.50', satisfaction: '0.85', bossAge: 47, bankAccount: '6222020200012345678', salesTotal: '100.10', paidTotal: '40.05', receivable: '60.05', orderCount: 3, averageOrder: '33.37', lastOrder: '2026-01-05', owner: king.userId, distance: '12.5', email: 'lin@example.com', note: '第一行\n第二行' } },
    { id: zhou, createdAt: '2026-02-01T00:00:00Z', values: { code: 'KH-2026-0002', name: '周氏', bossAge: null, owner: king.userId, bankAccount: '6217000000000000001' } },
    { id: mine, createdAt: '2026-03-01T00:00:00Z', values: { code: 'KH-2026-0003', name: '小李的客户', owner: li.userId } },
    ...DANGEROUS.map((note, at) => ({ createdAt: `2020-01-0${at + 1}T00:00:00Z`, values: { code: `X-${at}`, name: note.trim(), note, owner: king.userId } })),
  ])
  await putRows(kit.db.pool, kit.object('contact'), Array.from({ length: 120 }, (_, at) => ({ values: { name: `人${at}`, homePhone: '010-88886666', birthday: 'L1990-04-07', decisionMaker: at % 2 === 0, owner: king.userId, customer: lin } })))
})
afterAll(() => kit.db.drop())

const one = { filter: { field: 'id', op: 'eq' as const, value: '' } }
const only = (id: string) => ({ filter: { ...one.filter, value: id } })

describe('a workbook', () => {
  it('has typed cells, labels in the reader’s language, and one column for each path', async () => {
    const columns = ['code', 'name', 'grade', 'tags', 'region', 'phone', 'address', 'address.city', 'creditLimit', 'satisfaction', 'orderCount', 'lastOrder', 'createdAt', 'owner', 'note', 'suppliers', 'region.name']
    const { book, rows, name } = await exported(kit, king, { object: 'customer', query: only(lin), columns })
    expect(name).toMatch(/^客户_\d{4}-\d\d-\d\d\.xlsx$/)
    expect(rows[0]).toEqual(['客户编号', '客户名称', '客户等级', '客户标签', '地区/区域', '联系电话', '地址', '地址 · 城市', '信用额度', '满意度', '购买频率', '最近购买', '创建日期', '负责人', '备注', '地区/区域 · 区域'])
    expect(book.rows[0]?.[1]?.cells.map(cell => cell && `${cell.t} ${cell.v}`)).toEqual(['s KH-2026-0001', 's 林记商行', 's A级', 's 老客户、大户', 's 华北', 's 13800138000', 's 广东省广州市天河区体育西路1号', 's 广州市', 'n -1234.5', 'n 0.85', 'n 3', 'd 2026-01-05', 'd 2026-02-01T00:30:15', 's 王老板', 's 第一行\n第二行', 's 华北'])
    const english = await exported(kit, boss({ lang: 'en' }), { object: 'customer', query: only(lin), columns: ['name', 'grade'] })
    expect(english.rows).toEqual([['Customer', 'Grade'], ['林记商行', 'A']])
  })

  it('has a frozen bold header with a filter, and lists where something is to be chosen', async () => {
    const { bytes } = await exported(kit, king, { object: 'customer', columns: ['name', 'grade', 'creditLimit'] })
    const sheet = readBook(bytes, { type: 'buffer', cellStyles: true }).Sheets['客户']!
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:C11' })
    const xml = bytes.length > 0 ? (await import('hucre/xlsx')).readXlsx(bytes) : undefined
    const first = (await xml)?.sheets[0]
    expect(first?.freezePane).toEqual({ rows: 1 })
    expect(first?.dataValidations?.map(({ range, values }) => [range, values])).toEqual([['B2:B511', ['A级', 'B级', 'C级', 'D级', 'E级']]])
  })

  it('of a selection holds these records in the list’s order, of an empty list the header alone', async () => {
    const { rows } = await exported(kit, king, { object: 'customer', ids: [zhou, lin, newId()], query: { search: '不存在', sort: [{ field: 'code', dir: 'asc' }] }, columns: ['name'] })
    expect(rows.flat()).toEqual(['客户名称', '林记商行', '周氏'])
    expect((await exported(kit, king, { object: 'customer', query: only(newId()), columns: ['name'] })).rows).toEqual([['客户名称']])
  })
})

describe('texts that a spreadsheet program would run', () => {
  const query = { filter: { field: 'code', op: 'startsWith' as const, value: 'X-' }, sort: [{ field: 'code', dir: 'asc' as const }] }
  it('stay what they are: texts in .xlsx, guarded in .csv, the same when read back', async () => {
    const xlsx = await exported(kit, king, { object: 'customer', query, columns: ['note'] })
    expect(xlsx.rows.flat()).toEqual(['备注', ...DANGEROUS])
    expect(xlsx.book.rows[0]?.slice(1).every(row => row.cells[0]?.t === 's' && row.cells[0].f === undefined)).toBe(true)
    const csv = await exported(kit, king, { object: 'customer', query, columns: ['note'], format: 'csv' })
    expect(csv.rows.flat()).toEqual(['备注', ...DANGEROUS])
    const lines = csv.bytes.toString('utf8').split('\r\n')
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(lines.slice(1, 6).map(line => line.replace(/^"/, '')[0])).toEqual(["'", '+', '-', "'", "'"])
  })
})

describe('rights', () => {
  it('mask in the file what is masked, and refuse what is hidden like what does not exist', async () => {
    const clerk = actor([grant('*'), grant('customer', { fields: { bossAge: 'hidden' } })])
    for (const format of ['xlsx', 'csv'] as const) {
      const { rows, bytes } = await exported(kit, clerk, { object: 'customer', query: only(lin), columns: ['name', 'bankAccount'], format })
      expect(rows[1]).toEqual(['林记商行', MASK])
      const twin = await exported(kit, clerk, { object: 'customer', query: only(zhou), columns: ['bankAccount'], format })
      expect(twin.rows.slice(1)).toEqual([[MASK]])
      expect(format === 'csv' ? bytes.toString() : JSON.stringify(readBook(bytes, { type: 'buffer' }))).not.toContain('6222')
    }
    const refusals = await Promise.all(['bossAge', 'noSuchField'].map(field => ask(kit, clerk, { object: 'customer', columns: ['name', field] }).catch((fault: unknown) => fault)))
    expect(refusals.map(fault => [(fault as { code: string }).code, (fault as { key: string }).key])).toEqual([['invalid', 'field.unknown'], ['invalid', 'field.unknown']])
    await expect(ask(kit, clerk, { object: 'customer', query: { sort: [{ field: 'bankAccount', dir: 'asc' }] }, columns: ['name'] }).then(({ id }) => fetchExport(kit, clerk, id))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('give a salesman his own records only', async () => {
    expect((await exported(kit, li, { object: 'customer', columns: ['name'] })).rows.flat()).toEqual(['客户名称', '小李的客户'])
    expect((await exported(kit, li, { object: 'customer', ids: [lin, mine], columns: ['name'] })).rows.flat()).toEqual(['客户名称', '小李的客户'])
  })

  it('to export must be there, else only the refusal is noted', async () => {
    const reader = actor([grant('*', { export: false })])
    await expect(ask(kit, reader, { object: 'customer', columns: ['name'] })).rejects.toMatchObject({ code: 'forbidden', key: 'export.noRight' })
    expect((await auditOf(kit, reader)).map(row => row.what)).toEqual(['denied'])
    expect((await kit.db.pool.query('select from export_job where actor = $1', [reader.userId])).rowCount).toBe(0)
  })

  it('are those of the download, and the file is for the one who asked', async () => {
    const { id } = await ask(kit, li, { object: 'customer', columns: ['name'] })
    await expect(fetchExport(kit, king, id)).rejects.toMatchObject({ code: 'not_found' })
    const later = { ...li, roles: [{ grants: [grant('*', { read: 'own', export: false })], powers: [] }] }
    await expect(fetchExport(kit, later, id)).rejects.toMatchObject({ code: 'forbidden', key: 'export.noRight' })
    await kit.db.pool.query(`update export_job set created_at = now() - interval '11 minutes' where id = $1`, [id])
    await expect(fetchExport(kit, li, id)).rejects.toMatchObject({ code: 'not_found', key: 'export.gone' })
    await expect(fetchExport(kit, li, "x' or '1'='1")).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('restricted values', () => {
  const asking = { object: 'contact', columns: ['name', 'birthday'] }
  it('in bulk need a power and a reason; ordinary columns need neither', async () => {
    const plain = boss()
    plain.roles[0]!.powers = []
    await expect(ask(kit, plain, asking)).rejects.toMatchObject({ code: 'forbidden', key: 'export.many', params: { max: 100, count: 120 } })
    await expect(ask(kit, king, asking)).rejects.toMatchObject({ code: 'invalid', fields: { reason: { key: 'export.reason' } } })
    expect(await ask(kit, plain, { object: 'contact', columns: ['name', 'mobile'] })).toMatchObject({ count: 120 })
    expect(await ask(kit, plain, { ...asking, query: { filter: { field: 'name', op: 'eq', value: '人7' } } })).toMatchObject({ count: 1 })
  })

  it('mark the file and the log', async () => {
    const who = boss()
    const { book, rows } = await exported(kit, who, { ...asking, reason: '生日贺卡' })
    expect(rows.length).toBe(121)
    expect(rows[1]?.[1]).toBe('农历1990年四月初七')
    expect(book.sheets.map(sheet => sheet.name)).toEqual(['联系人', '导出说明'])
    expect(JSON.stringify(book.rows[1])).toMatch(/王老板.*120.*生日贺卡.*出生年月日/)
    const csv = await exported(kit, who, { ...asking, reason: '生日贺卡', format: 'csv' })
    expect(csv.rows.at(-1)?.[0]).toMatch(/^导出说明.*王老板.*120 条.*生日贺卡/)
    const logged = await auditOf(kit, who)
    expect(logged.map(row => [row.what, row.object])).toEqual([['export', 'contact'], ['export', 'contact']])
    expect(logged[0]?.detail).toMatchObject({ format: 'xlsx', columns: ['name', 'birthday'], count: 120, reason: '生日贺卡', delicate: ['出生年月日'] })
  })

  it('behind a mask do not mark it', async () => {
    const clerk = actor([grant('*')])
    const { book } = await exported(kit, clerk, { ...asking })
    expect(book.sheets.map(sheet => sheet.name)).toEqual(['联系人'])
  })
})

describe('all rows', () => {
  it('are of one moment, whatever is changed while they leave', async () => {
    const names = Array.from({ length: 6000 }, (_, at) => ({ values: { subject: null, name: `品${String(at).padStart(5, '0')}`, code: `C${String(at).padStart(5, '0')}` } }))
    await putRows(kit.db.pool, kit.object('product'), names.map(({ values: { name, code } }) => ({ values: { name, code } })))
    const { id } = await ask(kit, king, { object: 'product', query: { sort: [{ field: 'code', dir: 'asc' }] }, columns: ['name', 'code'] })
    const out = new PassThrough({ highWaterMark: 1024 })
    let sent: Promise<Buffer> | undefined
    await sendExport(kit.env, king, id, () => {
      sent = kit.db.pool.query(`update product set name = '改'; delete from product where code > 'C03000'`).then(() => buffer(out))
      return out
    })
    const { rows } = await readBytes((await sent)!)
    expect(rows[0]?.length).toBe(6001)
    expect(rows[0]?.slice(1).every(row => row.cells[0]?.v?.startsWith('品'))).toBe(true)
    expect((await kit.db.pool.query('select from product')).rowCount).toBe(3001)
  })

  it('end with the reader: a broken download leaves no connection behind', async () => {
    const { id } = await ask(kit, king, { object: 'contact', columns: ['name', 'mobile'] })
    const out = new PassThrough({ highWaterMark: 10 })
    await expect(sendExport(kit.env, king, id, () => {
      setTimeout(() => out.destroy(), 20)
      return out
    })).rejects.toThrow()
    const { rows } = await kit.db.pool.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in%'`)
    expect(rows[0]?.n).toBe(0)
  })
})

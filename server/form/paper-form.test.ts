// Forms as files: workbooks that come back, PDFs, several records in one; what may leave, and what the log says of it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sheet } from '#core/form/sheet.ts'
import type { Person, TestSite } from '#app/test-site.ts'
import { testSite } from '#app/test-site.ts'
import { readFormBook } from '#server/paper/xlsx-in.ts'
import { on, row, rowIds, save, saving, textAt, value } from './test-hands.ts'
import type { ReadBack } from './read-back.ts'
import { testBook } from './test-book.ts'

let it: TestSite
let boss: Person
let zhang: Person
let customer: string
const ACCOUNT = '6222020200112233445'

beforeAll(async () => {
  it = await testSite(undefined, testBook)
  boss = it.boss
  zhang = await it.person('张专员', ['客户关系专员'])
  customer = (await zhang.ok<{ id: string }>('POST', '/api/records/customer', { name: '西湖/商贸', phone: '13800138000' })).id
  await boss.ok('PATCH', `/api/records/customer/${customer}`, { values: { bankAccount: ACCOUNT } })
})
afterAll(() => it?.close())

async function file(person: Person, path: string): Promise<{ status: number; name: string; type: string; bytes: Buffer }> {
  const answer = await person.call('GET', `/api/forms/${path}`)
  const name = /filename\*=UTF-8''(.+)$/.exec(String(answer.headers['content-disposition'] ?? ''))?.[1] ?? ''
  return { status: answer.statusCode, name: decodeURIComponent(name), type: String(answer.headers['content-type']), bytes: answer.rawPayload }
}

/** Every part of a zip, unpacked, as one text. */
function insideZip(bytes: Buffer): string {
  const parts: string[] = []
  for (let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')) {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      parts.push(bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(bytes.subarray(from)).toString() : bytes.subarray(from, from + bytes.readUInt32LE(at + 18)).toString())
    } catch { /* not the beginning of a part */ }
  }
  return parts.join('\n')
}

async function send(person: Person, form: string, bytes: Buffer, name = 'f.xlsx') {
  const edge = 'xxEDGExx'
  const payload = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  return person.call('POST', `/api/forms/${form}/read`, payload, { 'content-type': `multipart/form-data; boundary=${edge}` })
}

test('a card as a workbook is called after its customer, and comes back saying nothing new', async () => {
  const { name, type, bytes } = await file(zhang, `T01.xlsx?record=${customer}`)
  expect(name).toBe('试用资料卡 西湖_商贸.xlsx')
  expect(type).toContain('spreadsheetml')
  const answer = await send(zhang, 'T01', bytes)
  expect(answer.json<ReadBack>()).toMatchObject({ record: customer, changes: [], shown: [], problems: [] })
})

test('what somebody changed meanwhile is seen when the file comes back, and what the file changes is offered to be saved', async () => {
  const { bytes } = await file(zhang, `T01.xlsx?record=${customer}`)
  const folder = await mkdtemp(join(tmpdir(), 'form-'))
  await writeFile(join(folder, 'f.xlsx'), bytes)
  const [form] = await readFormBook(join(folder, 'f.xlsx'), { fileName: 'f.xlsx' })
  await rm(folder, { recursive: true })
  expect(form).toMatchObject({ form: 'T01', version: 1, record: customer, versions: { record: 2 } })
})

test('a masked account leaves in no file; the manager\'s own file holds it', async () => {
  const book = await file(zhang, `T01.xlsx?record=${customer}`)
  expect(insideZip(book.bytes)).not.toContain(ACCOUNT)
  expect(insideZip((await file(boss, `T01.xlsx?record=${customer}`)).bytes)).toContain(ACCOUNT)
})

test('a page as PDF', async () => {
  const { status, name, type, bytes } = await file(zhang, 'T03.pdf?year=2026')
  expect(status).toBe(200)
  expect(name).toBe('试用统计表 2026年.pdf')
  expect(type).toBe('application/pdf')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('several customers in one workbook, each once; a stranger among them refuses the whole', async () => {
  const other = (await zhang.ok<{ id: string }>('POST', '/api/records/customer', { name: '东湖' })).id
  const { name, bytes } = await file(zhang, `T01.xlsx?record=${customer},${other},${other}`)
  expect(name).toBe('试用资料卡（2份）.xlsx')
  const answer = await send(zhang, 'T01', bytes)
  expect(answer.json<{ all: ReadBack[] }>().all.map(one => one.record)).toEqual([customer, other])
  expect((await file(zhang, `T01.xlsx?record=${customer},01900000-0000-7000-8000-000000000000`)).status).toBe(404)
  const many = Array.from({ length: 201 }, (_, at) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`).join(',')
  expect((await file(zhang, `T01.xlsx?record=${many}`)).status).toBe(413)
})

test('lists leave with the right to export alone; one card may be printed by whoever sees it', async () => {
  const gifts = await it.person('礼品管理', ['礼品管理人员'])
  expect((await file(gifts, 'T03.xlsx')).status).toBe(403)
  expect((await it.site.db.query(`select 1 from audit where what = 'denied' and actor = $1 and detail->>'action' = 'form.export'`, [gifts.id])).rowCount).toBe(1)
  expect((await file(gifts, `T01.xlsx?record=${customer}`)).status).toBe(200)
  expect((await file(gifts, 'T03.xlsx?blank=1')).status).toBe(200)
})

test('restricted values of many people need a reason, which the log keeps', async () => {
  const ids: string[] = []
  for (let at = 0; at < 101; at++) ids.push((await boss.ok<{ id: string }>('POST', '/api/records/customer', { name: `客户${at}`, bankAccount: `62220000${at}` })).id)
  const path = `T01.xlsx?record=${ids.join(',')}`
  const answer = await boss.call('GET', `/api/forms/${path}`)
  expect(answer.statusCode).toBe(400)
  expect(answer.json<{ error: { fields: Record<string, { key: string }> } }>().error.fields['reason']?.key).toBe('export.reason')
  expect((await file(boss, `${path}&reason=${encodeURIComponent('年度对账')}`)).status).toBe(200)
  const { rows } = await it.site.db.query<{ detail: { reason: string; count: number; delicate: string[] } }>(`select detail from audit where what = 'export' and detail->>'reason' is not null`)
  expect(rows[0]!.detail).toMatchObject({ form: 'T01', format: 'xlsx', count: 101, reason: '年度对账' })
  expect(rows[0]!.detail.delicate).toContain('账号')
  const southern = await it.person('周主管', ['客户关系主管'])
  expect((await file(southern, path)).status).toBe(404)
})

test('a filed page is printed as it was filed, masks and all', async () => {
  await boss.ok('POST', '/api/forms/T01/file', { params: {}, record: customer })
  await save(zhang, 'T01', await zhang.ok<Sheet>('GET', `/api/forms/T01?record=${customer}`), [on('phone'), '13900000001'])
  const filed = insideZip((await file(boss, `T01.xlsx?record=${customer}`)).bytes)
  expect(filed).toContain('138 0013 8000')
  const { rows } = await boss.ok<{ rows: { id: string }[] }>('POST', '/api/records/filledForm/query', { search: '西湖' })
  await boss.ok('POST', `/api/records/filledForm/${rows[0]!.id}/share`, { share: [{ user: zhang.id, level: 'read' }] })
  expect(insideZip((await file(zhang, `T01.xlsx?filled=${rows[0]!.id}`)).bytes)).not.toContain(ACCOUNT)
})

test('files that are no form, of another form or of another version are told apart', async () => {
  const key = async (form: string, bytes: Buffer, name?: string): Promise<string> => {
    const answer = await send(zhang, form, bytes, name)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    return answer.json<{ error: { key: string } }>().error.key
  }
  const { bytes } = await file(zhang, `T01.xlsx?record=${customer}`)
  expect(await key('T02', bytes)).toBe('paper.otherBook')
  await key('T01', Buffer.from('姓名,电话\n张三,1\n'), 'x.csv')
  await key('T01', bytes.subarray(0, 900))
  await key('T01', Buffer.alloc(0))
  await key('T01', gunzipSync(Buffer.from('H4sIAAAAAAAAAwMAAAAAAAAAAAA=', 'base64')))
  expect((await zhang.call('POST', '/api/forms/T01/read', {})).statusCode).toBeLessThan(500)
  const { form, versions } = await boss.ok<{ form: object; versions: [] }>('GET', '/api/forms/T01/design')
  await boss.ok('POST', '/api/forms/T01/design', { form: { ...form, title: { zh: '新卡', en: 'New' } }, seen: versions.length })
  expect(await key('T01', bytes)).toBe('paper.otherVersion')
  const li = await it.person('李专员', ['客户关系专员'])
  const again = await file(zhang, `T01.xlsx?record=${customer}`)
  expect((await send(li, 'T01', again.bytes)).statusCode).toBe(404)
})

test('rows and values typed on the page are in the file', async () => {
  const { sheet } = await save(boss, 'T01', await boss.ok<Sheet>('GET', '/api/forms/T01?record=new'), [on('name'), '文件公司'], [row('suppliers', 'new:0', 'brand'), '景德镇'], [value('advice'), '多走动'])
  expect(rowIds(sheet, 'suppliers')).toHaveLength(1)
  expect(textAt(sheet, 'value.advice')).toBe('多走动')
  expect(saving(sheet).versions?.filled).toBe(1)
  const text = insideZip((await file(boss, `T01.xlsx?record=${sheet.record!.id}`)).bytes)
  expect(text).toContain('景德镇')
  expect(text).toContain('多走动')
})

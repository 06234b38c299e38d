// F01, F02 and F04 as people fill them: purchases come by themselves, shares stay below a hundred per cent, areas are kept apart.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row, Team } from '#app/test-hands.ts'
import { cellAt, change, get, make, openForm, openTeam, refusal, rowBind, saveForm, textsOf } from '#app/test-hands.ts'

let team: Team

beforeAll(async () => { team = await openTeam() })
afterAll(() => team?.it.close())

/** The middle of the month before the last: neither this month nor beyond the twelve that count. */
function monthsAgo(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15)).toISOString().slice(0, 10)
}

test('shares of the dealer card may stay below a hundred per cent, not above, however they are saved', async () => {
  const { specialist, customer } = team
  expect((await change(specialist, 'customer', customer, { suppliers: [{ brand: '恒达', share: '0.5', ours: true }, { brand: '远大', share: '0.4' }] })).statusCode).toBe(200)
  const lines = (await get(specialist, 'customer', customer)).suppliers as Row[]
  const sentence = '进货对象的占比合计不能超过 100%，现为 110%'
  expect((await refusal(change(specialist, 'customer', customer, { suppliers: [...lines, { brand: '联泰', share: '0.2' }] })))['suppliers']?.params?.text).toBe(sentence)
  expect(Object.values(await refusal(specialist.call('POST', '/api/records/customerSupplier', { customer, brand: '联泰', share: '0.2' })))[0]?.params?.text).toBe(sentence)
  const typed = saveForm(specialist, 'F02', [[rowBind('suppliers', 'new:0', 'brand'), '联泰'], [rowBind('suppliers', 'new:0', 'share'), '0.2']], { record: customer })
  expect(Object.values(await refusal(typed))[0]?.params?.text).toBe(sentence)
  expect((await get(specialist, 'customer', customer)).supplierShare).toBe('0.9')
})

test('months of the dealer card are typed while there are no orders, and worked out once there are', async () => {
  const { specialist, customer, it } = team
  expect(cellAt(await openForm(specialist, 'F02', `?record=${customer}`), 'bestMonth')).toBeDefined()
  expect((await saveForm(specialist, 'F02', [[{ on: 'record', path: 'bestMonth' }, '90000'], [{ on: 'record', path: 'worstMonth' }, '95000']], { record: customer })).statusCode).toBe(400)
  expect((await saveForm(specialist, 'F02', [[{ on: 'record', path: 'bestMonth' }, '90000']], { record: customer })).statusCode).toBe(200)
  expect(textsOf(await openForm(specialist, 'F02', `?record=${customer}`))).toContain('90,000.00')
  const product = (await make(it.boss, 'product', { name: '抛光砖' })).id
  for (const [months, amount] of [[2, '30000'], [1, '10000']] as const) await make(specialist, 'order', { customer, date: monthsAgo(months), lines: [{ product, quantity: '1', price: amount }] })
  const sheet = await openForm(specialist, 'F02', `?record=${customer}`)
  expect(cellAt(sheet, 'bestMonth')).toBeUndefined()
  // Our share of its purchases is a half: in its best month it bought for 60,000 in all.
  expect(textsOf(sheet)).toEqual(expect.arrayContaining(['20,000.00', '30,000.00', '10,000.00', '60,000.00']))
})

test('the information form shows purchases, complaints and what is typed', async () => {
  const { specialist, customer } = team
  await make(specialist, 'complaint', { customer, content: '色差' })
  const sheet = await openForm(specialist, 'F01', `?record=${customer}`)
  expect(textsOf(sheet)).toEqual(expect.arrayContaining(['客户信息表', '客户编号', '公司名称', '购买历史', '消费金额', '40,000.00', '购买频率', '2', '问题反馈', '1']))
  expect((await saveForm(specialist, 'F01', [[{ on: 'record', path: 'company' }, '杭州西湖集团']], { record: customer })).statusCode).toBe(200)
  const made = await saveForm(specialist, 'F01', [[{ on: 'record', path: 'name' }, '绍兴新客户']], { record: null })
  expect(made.statusCode, made.body).toBe(200)
  expect((await get(specialist, 'customer', made.json<{ record: string }>().record)).code).toMatch(/^KH-\d{4}-\d{4}$/)
})

test('whoever sees customers but no orders gets the information form with a word about what is left out', async () => {
  const keeper = await team.it.person('夏云', ['礼品管理人员'])
  const sheet = await openForm(keeper, 'F01', `?record=${team.customer}`)
  expect(textsOf(sheet)).toContain('购买历史')
  expect(sheet.remarks).toEqual(['您无权查看“订单”，因此未列出'])
})

test('addresses are those of the area asked for, under the areas in it, and a new row belongs to it', async () => {
  const { specialist, it } = team
  const east = (await make(it.boss, 'region', { name: '华东' })).id
  const [zhejiang, jiangsu] = [(await make(it.boss, 'region', { name: '浙江', parent: east })).id, (await make(it.boss, 'region', { name: '江苏', parent: east })).id]
  const elsewhere = (await make(it.boss, 'region', { name: '广东' })).id
  for (const [name, region] of [['南京甲店', jiangsu], ['宁波乙店', zhejiang], ['广州丙店', elsewhere]]) await make(specialist, 'customer', { name, region })
  const shown = textsOf(await openForm(specialist, 'F04', `?region=${east}`))
  expect(shown).toEqual(expect.arrayContaining(['序号', '客户名称', '编号', '地址', '与公司之间的距离', '经营类别', '不宜拜访时间', '备注', '江苏', '南京甲店', '浙江', '宁波乙店']))
  expect(shown).not.toContain('广州丙店')
  const saved = await saveForm(specialist, 'F04', [[rowBind('customers', 'new:0', 'name'), '温州丁店']], { params: { region: zhejiang } })
  expect(saved.statusCode, saved.body).toBe(200)
  expect(textsOf(await openForm(specialist, 'F04', `?region=${zhejiang}`))).toContain('温州丁店')
})

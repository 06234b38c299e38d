// F10-F12: weights of an evaluation, who stands in the lists of important and problem customers, and trends written over.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/test-site.ts'
import type { Row, Team } from '#app/test-hands.ts'
import { cellAt, change, clickAct, get, list, make, openForm, openTeam, refusal, rowBind, saveForm, textsOf } from '#app/test-hands.ts'

let team: Team
let specialist: Person
let customer: string
const year = new Date().getFullYear()

beforeAll(async () => {
  team = await openTeam();
  ({ specialist, customer } = team)
})
afterAll(() => team?.it.close())

describe('an evaluation', () => {
  test('has weights that are a hundred per cent together, and its total is the weighted score', async () => {
    const items = [{ indicator: '销售贡献', weight: '0.6', score: '90' }, { indicator: '付款信用', weight: '0.3', score: '70' }]
    expect((await refusal(specialist.call('POST', '/api/records/evaluation', { customer, items })))['items']?.params?.text).toBe('指标权重合计应为 100%，现为 90%')
    const { id } = await make(specialist, 'evaluation', { customer, items: [...items, { indicator: '口碑', weight: '0.1', score: '100' }] })
    expect(await get(specialist, 'evaluation', id)).toMatchObject({ total: '85.00', weightSum: '1.0' })
    const [line] = (await get(specialist, 'evaluation', id)).items as Row[]
    expect(Object.values(await refusal(change(specialist, 'evaluationItem', line!.id, { weight: '0.7' })))[0]?.params?.text).toContain('现为 110%')
    expect((await refusal(saveForm(specialist, 'F12', [[rowBind('items', line!.id, 'weight'), '0.5']], { record: id })))).toMatchObject({ 'record.items': { params: { text: '指标权重合计应为 100%，现为 90%' } } })
    expect(textsOf(await openForm(specialist, 'F12', `?record=${id}`))).toEqual(expect.arrayContaining(['合计', '85', '标准分', '□发展关系 □维持关系 □终止关系', '按加权得分 85.00 分（标准分 80），建议：发展关系']))
  })

  test('is advised by the bands of the company', async () => {
    const { id } = await make(specialist, 'evaluation', { customer, items: [{ indicator: '销售贡献', weight: '1', score: '70' }] })
    const advice = async (): Promise<string> => textsOf(await openForm(specialist, 'F12', `?record=${id}`)).find(text => text.includes('建议：'))!
    expect(await advice()).toMatch(/维持关系$/)
    const company = (await list(team.it.boss, 'company', ['name']))[0]!.id
    await change(team.it.boss, 'company', company, { relationDevelop: '70' })
    expect(await advice()).toMatch(/发展关系$/)
    await change(team.it.boss, 'company', company, { relationDevelop: '90', relationKeep: '75' })
    expect(await advice()).toMatch(/终止关系$/)
    expect((await refusal(change(team.it.boss, 'company', company, { relationKeep: '95' })))['relationKeep']?.params?.text).toContain('不能高于')
  })

  test('begins with the usual indicators, once, and gets levels by its scores', async () => {
    const { id } = await make(specialist, 'evaluation', { customer })
    const click = async (key: string): Promise<string> => (await clickAct(specialist, 'F12', key, { record: id })).json<{ message: string }>().message
    expect(await click('template')).toBe('已填入 6 项常用指标')
    expect(await click('template')).toBe('已有评估指标，未作改动')
    const items = (await get(specialist, 'evaluation', id)).items as Row[]
    expect(items.map(item => item.indicator)).toEqual(['销售贡献', '付款信用', '增长潜力', '合作年限与忠诚度', '满意度与口碑', '服务成本'])
    const typed = items.map((item, at) => [rowBind('items', item.id, 'score'), String(95 - at * 10)] as [ReturnType<typeof rowBind>, string])
    expect((await saveForm(specialist, 'F12', typed, { record: id })).statusCode).toBe(200)
    expect(await click('level')).toBe('已评定 6 项等级')
    expect(((await get(specialist, 'evaluation', id)).items as Row[]).map(item => item.level)).toEqual(['excellent', 'good', 'fair', 'fair', 'poor', 'poor'])
    expect((await clickAct(team.colleague, 'F12', 'template', { record: id })).statusCode).toBe(404)
    expect((await clickAct(specialist, 'F12', 'template')).json<{ error: { key: string } }>().error.key).toBe('evaluation.needRecord')
  })
})

describe('countermeasures', () => {
  const order = async (of: string, date: string, amount: string): Promise<void> => {
    const product = (await list(team.it.boss, 'product', ['name']))[0]?.id ?? (await make(team.it.boss, 'product', { name: '抛光砖' })).id
    await make(specialist, 'order', { customer: of, date, lines: [{ product, quantity: '1', price: amount }] })
  }
  const propose = async (who: Person, id: string, params: object = { year }): Promise<{ message: string; count: number }> => (await clickAct(who, id, 'propose', { params })).json()
  const problems = (): Promise<Row[]> => list(specialist, 'countermeasure', ['customer'], { field: 'kind', op: 'eq', value: 'problem' })

  test('list important customers once a year, whoever sees them, and each for who looks after him', async () => {
    expect(await propose(team.supervisor, 'F10')).toMatchObject({ message: '新增 1 家', count: 1 })
    expect(await list(specialist, 'countermeasure', ['customer', 'owner'])).toMatchObject([{ customer: { id: customer }, owner: { id: specialist.id } }])
    expect(await propose(specialist, 'F10')).toMatchObject({ message: '没有新的客户需要列入' })
    expect(await propose(team.it.boss, 'F10', { year: year - 1 })).toMatchObject({ count: 1 })
    expect(Object.values(await refusal(specialist.call('POST', '/api/records/countermeasure', { kind: 'important', year, customer })))[0]?.key).toContain('unique')
    expect((await clickAct(team.it.boss, 'F10', 'propose', { params: { year: 'abc' } })).statusCode).toBe(400)
  })

  test('list as problems who buys far less, owes too much or complains, and say why', async () => {
    const named = async (name: string, more: object = {}): Promise<string> => (await make(specialist, 'customer', { name, ...more })).id
    for (const [name, before, now] of [['宁波下滑建材店', '50000', '20000'], ['绍兴稳定建材店', '50000', '48000'], ['嘉兴零散客户', '500', '10']] as const) {
      const id = await named(name)
      await order(id, `${year - 1}-01-15`, before)
      await order(id, `${year}-01-15`, now)
    }
    const complaining = await named('湖州多诉客户')
    for (const content of ['送货迟到', '色差']) await make(specialist, 'complaint', { customer: complaining, content })
    await order(await named('金华欠款客户', { creditLimit: '1000' }), `${year}-02-01`, '3000')
    expect(await propose(specialist, 'F11')).toMatchObject({ count: 3 })
    expect((await problems()).map(row => (row.customer as { label: string }).label).sort()).toEqual(['宁波下滑建材店', '湖州多诉客户', '金华欠款客户'].sort())
    expect(await propose(specialist, 'F11')).toMatchObject({ count: 0 })
    const shown = textsOf(await openForm(specialist, 'F11', `?year=${year}`))
    expect(shown).toEqual(expect.arrayContaining(['恶化趋势', '销售额同比下降60%', '未结投诉2件']))
  })

  test('show the trend that was written over, which needs a reason', async () => {
    const [row] = await problems()
    const bind = rowBind('measures', row!.id, 'trend')
    expect(cellAt(await openForm(specialist, 'F11', `?year=${year}`), 'trend', row!.id)).toBeDefined()
    expect(Object.values(await refusal(saveForm(specialist, 'F11', [[bind, '已回升']], { params: { year } })))[0]?.params?.text).toContain('请写明理由')
    expect((await saveForm(specialist, 'F11', [[bind, '已回升（理由：新店开业）']], { params: { year } })).statusCode).toBe(200)
    expect(cellAt(await openForm(specialist, 'F11', `?year=${year}`), 'trend', row!.id)?.text).toBe('已回升（理由：新店开业）')
  })

  test('keep the policy that was typed on the form for its year and region', async () => {
    expect((await saveForm(team.supervisor, 'F10', [[{ on: 'value', path: 'policy1' }, '扩大工程客户']], { params: { year } })).statusCode).toBe(200)
    expect(textsOf(await openForm(team.supervisor, 'F10', `?year=${year}`))).toContain('扩大工程客户')
    expect(textsOf(await openForm(team.supervisor, 'F10', `?year=${year - 1}`))).not.toContain('扩大工程客户')
  })
})

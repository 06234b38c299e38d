// F15 and F25-F27: talks with a next step, sales to come, complaints closed with a result, problems of a region.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Team } from '#app/test-hands.ts'
import { change, get, list, make, openForm, openTeam, refusal, rowBind, saveForm, textsOf } from '#app/test-hands.ts'

let team: Team

beforeAll(async () => { team = await openTeam() })
afterAll(() => team?.it.close())

test('a complaint needs a result to be closed, is then dated, and is counted beside its customer', async () => {
  const { specialist, colleague, seller, customer } = team
  const { id } = await make(specialist, 'complaint', { customer, content: '两箱瓷砖破损', handler: colleague.id })
  expect(await get(specialist, 'customer', customer)).toMatchObject({ complaintCount: 1, openComplaints: 1 })
  expect((await seller.call('GET', `/api/records/complaint/${id}`)).statusCode).toBe(404)
  expect((await refusal(change(colleague, 'complaint', id, { status: 'closed' })))['result']?.params?.text).toContain('请填写处理结果')
  expect((await change(colleague, 'complaint', id, { status: 'closed', result: '已补发' })).statusCode).toBe(200)
  expect((await get(colleague, 'complaint', id)).closedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(await get(specialist, 'customer', customer)).toMatchObject({ complaintCount: 1, openComplaints: 0 })
  await change(specialist, 'complaint', id, { status: 'handling' })
  expect(await get(specialist, 'complaint', id)).toMatchObject({ closedOn: null })
  expect((await refusal(change(specialist, 'complaint', id, { deadline: '2020-01-01' })))['deadline']?.params?.text).toContain('不能早于投诉日期')
})

test('a talk needs a next step where a date for it is given, and tells the customer when it was', async () => {
  const { specialist, customer } = team
  const talk = { customer, way: 'phone', content: '电话回访', date: '2026-03-01' }
  const refused = (more: object): ReturnType<typeof refusal> => refusal(specialist.call('POST', '/api/records/communication', { ...talk, ...more }))
  expect((await refused({ nextDate: '2026-03-05' }))['next']?.params?.text).toContain('下一步行动计划')
  expect((await refused({ next: '送样', nextDate: '2026-02-05' }))['nextDate']?.params?.text).toContain('不能早于')
  await make(specialist, 'communication', { ...talk, next: '送样', nextDate: '2026-03-05' })
  expect((await get(specialist, 'customer', customer)).lastTalk).toBe('2026-03-01')
})

test('talks are typed into the form of a customer and stand there newest first', async () => {
  const { specialist, customer } = team
  const bind = (path: string): ReturnType<typeof rowBind> => rowBind('talks', 'new:0', path)
  const saved = await saveForm(specialist, 'F25', [[bind('content'), '微信发送图册'], [bind('way'), 'wechat'], [bind('date'), '2026-04-01']], { params: { customer } })
  expect(saved.statusCode, saved.body).toBe(200)
  const texts = textsOf(await openForm(specialist, 'F25', `?customer=${customer}`))
  expect(texts.indexOf('微信发送图册')).toBeLessThan(texts.indexOf('电话回访'))
  expect(textsOf(await openForm(specialist, 'F25', `?customer=${customer}&from=2026-03-15`))).not.toContain('电话回访')
  expect(textsOf(await openForm(team.colleague, 'F25'))).not.toContain('微信发送图册')
})

test('opportunities are numbered, weighted and added up', async () => {
  const { specialist, customer } = team
  await make(specialist, 'opportunity', { customer, name: '样板间项目', amount: '200000', probability: '0.4' })
  await make(specialist, 'opportunity', { customer, name: '新店进货', amount: '50000', probability: '0.9', stage: 'lost', lostReason: '价格' })
  expect(await list(specialist, 'opportunity', ['code', 'weighted'])).toMatchObject([{ code: expect.stringMatching(/^JH-\d{4}-\d{3}$/) }, {}])
  expect((await list(specialist, 'opportunity', ['weighted'])).map(row => Number(row.weighted)).sort()).toEqual([0, 80000])
  expect(textsOf(await openForm(specialist, 'F26'))).toEqual(expect.arrayContaining(['机会编号', '责任人', '潜在客户', '250,000.00']))
  expect(textsOf(await openForm(specialist, 'F26', '?stage=lost'))).not.toContain('250,000.00')
})

test('problems of a region are kept under it, and nobody stands on one twice', async () => {
  const { supervisor, specialist, it } = team
  const region = (await make(it.boss, 'region', { name: '华东大区' })).id
  const bind = (path: string): ReturnType<typeof rowBind> => rowBind('problems', 'new:0', path)
  const year = new Date().getFullYear()
  const saved = await saveForm(supervisor, 'F15', [[bind('problem'), '次日达不足'], [bind('rep1'), specialist.id], [bind('difficulty'), 'high']], { params: { region, year } })
  expect(saved.statusCode, saved.body).toBe(200)
  const [row] = await list(supervisor, 'regionProblem', ['region', 'year'])
  expect(row).toMatchObject({ region: { id: region }, year })
  expect((await refusal(change(supervisor, 'regionProblem', row!.id, { rep2: specialist.id })))['rep2']?.params?.text).toContain('同一人')
  expect(textsOf(await openForm(supervisor, 'F15', `?region=${region}`))).toEqual(expect.arrayContaining(['现存问题', '解决难度', '业务代表1', '可行性判定', '次日达不足', '高']))
})

// P1 to P5 from their start to their end, each step by a person of its lane, over HTTP as the pages do it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, ask, begin, box, decide, look, openTask, told, walk } from '#app/test-cases.ts'
import { change, get, make, openTeam } from '#app/test-hands.ts'
import type { Team } from '#app/test-hands.ts'

let team: Team
beforeAll(async () => { team = await openTeam() }, 60_000)
afterAll(() => team.it.close())

test('P1: a specialist plans the visits of a region, and the manager checks routes and plan', async () => {
  const { specialist, manager, it: { boss } } = team
  const region = await make(boss, 'region', { name: '华东' })
  const { id } = await begin(specialist, 'P1', 'region', region.id)
  expect(await walk(id, [
    [specialist, '①整理客户明细资料'], [specialist, '②交通考察分析'], [specialist, '③划分访问路线'], [manager, '审核', 'approve'], [specialist, '④确定拜访频次'],
    [specialist, '⑤制定《区域拜访计划》'], [manager, '审核', 'approve'], [specialist, '⑥执行'], [specialist, '接受拜访'], [specialist, '⑦编写《区域客户拜访总结》'], [specialist, '⑧制定《重要客户拜访计划》'],
  ])).toBe('ended')
  const view = await look(specialist, id)
  expect(view.tasks.filter(task => task.decision === 'approve').map(task => task.doneBy)).toEqual(['钱经理', '钱经理'])
  expect(view.xml).toContain('客户拜访区域规划流程')
  expect(view.at).toEqual([])
})

test('P2: from whom to visit to the money back; the plan is sent back once, and the report is written on the way', async () => {
  const { specialist, supervisor, manager, finance, customer } = team
  const visit = await make(specialist, 'visit', { customer, date: '2026-11-27', plan: 'b' })
  const { id } = await begin(specialist, 'P2', 'visit', visit.id)
  await walk(id, [[specialist, '确定拜访对象'], [specialist, '①制定《拜访计划》']])
  expect((await told(decide(manager, id, 'back'))).error.fields).toHaveProperty('note')
  const waiting = await look(manager, id)
  expect(openTask(waiting).can).toEqual(['approve', 'reject', 'back', 'handOver', 'addSigner'])
  expect(openTask(waiting).backTo.map(step => step.name)).toEqual(['确定拜访对象', '①制定《拜访计划》'])
  await act(manager, id, 'back', { note: '请先写明目的', to: 'plan' })
  expect((await box(specialist)).find(row => row.run === id)?.step).toBe('①制定《拜访计划》')
  expect((await change(specialist, 'visit', visit.id, { attention: '先谈质量问题' })).statusCode).toBe(200)
  await walk(id, [
    [specialist, '①制定《拜访计划》'], [manager, '审批', 'approve'], [specialist, '②提出《拜访申请》'], [supervisor, '审核', 'approve'], [finance, '拜访款项支持'],
    [specialist, '③拜访客户准备'], [specialist, '④按约定时间拜访'], [specialist, '接待'], [specialist, '⑤了解需求'], [specialist, '陈述'], [specialist, '⑥处理客户异议'], [specialist, '陈述'], [specialist, '⑦馈赠礼品'], [specialist, '⑧约定下次拜访'],
  ])
  expect((await change(specialist, 'visit', visit.id, { summary: '客户同意换货', outcome: 'A' })).statusCode).toBe(200)
  expect(await walk(id, [[specialist, '⑨客户拜访报告'], [supervisor, '接受、检查报告', 'approve'], [specialist, '⑩费用报销'], [supervisor, '审核', 'approve'], [finance, '报销付款']])).toBe('ended')
  const kinds = (await look(specialist, id)).events.map(event => event.kind)
  expect([kinds[0], kinds.at(-1), kinds.filter(kind => kind === 'back').length]).toEqual(['start', 'ended', 1])
})

test('P2 about a daily report: expenses above the supervisor\'s authority go to the manager as well', async () => {
  const { specialist, supervisor, manager, finance } = team
  const day = await make(specialist, 'dailyReport', { date: '2026-11-20', expenses: [{ item: '车费', amount: '1800' }] })
  const { id } = await begin(specialist, 'P2', 'dailyReport', day.id)
  await walk(id, [[specialist, '确定拜访对象'], [specialist, '①制定《拜访计划》'], [manager, '审批', 'approve'], [specialist, '②提出《拜访申请》'], [supervisor, '审核', 'approve'], [manager, '审核', 'approve'], [finance, '拜访款项支持']])
  expect((await look(manager, id)).events.filter(event => event.kind === 'approve').map(event => [event.by, event.detail?.['within']])).toEqual([['钱经理', true], ['陈主管', false], ['钱经理', true]])
})

test('P3: a reception of 800 lies within the supervisor\'s authority, one of 3,000 does not; a rejected one is over', async () => {
  const { specialist, supervisor, manager, finance } = team
  const plan = async (budget: string): Promise<string> => {
    const { id } = await begin(specialist, 'P3', 'hospitality', (await ask(specialist, budget)).id)
    await walk(id, [[specialist, '确定接待事宜'], [specialist, '①制定《接待计划》'], [manager, '审批', 'approve'], [specialist, '②提出接待申请']])
    return id
  }
  const small = await plan('800')
  expect(await walk(small, [
    [supervisor, '审核', 'approve'], [finance, '接待款项支持'], [specialist, '③做接待准备'], [specialist, '④礼貌迎接'], [specialist, '客户来访'], [specialist, '⑤引入接待地点'], [specialist, '⑥实施接待'], [specialist, '⑦礼送客户'],
    [specialist, '⑧接待工作报告'], [supervisor, '听取汇报', 'approve'], [specialist, '⑨费用报销'], [supervisor, '审核', 'approve'], [finance, '报销付款'],
  ])).toBe('ended')
  const big = await plan('3000')
  await walk(big, [[supervisor, '审核', 'approve'], [manager, '审批', 'approve'], [finance, '接待款项支持']])
  const refused = await plan('900')
  expect(await act(supervisor, refused, 'reject', { note: '与上月重复' })).toBe('rejected')
  expect((await look(specialist, refused)).events.map(event => event.kind).slice(-2)).toEqual(['reject', 'rejected'])
  const { rows } = await specialist.ok<{ rows: { text: string }[] }>('POST', '/api/records/notification/query', { columns: ['text', 'run'], filter: { field: 'run', op: 'eq', value: refused } })
  expect(rows.some(row => row.text.includes('陈主管') && row.text.includes('与上月重复'))).toBe(true)
})

test('P4: any department asks; above 5,000 the general manager decides too; a rejection cancels the meal', async () => {
  const { it, specialist, manager } = team
  const clerk = await it.person('吴文员', ['各相关部门'])
  const meal = async (budget: string): Promise<string> => (await begin(clerk, 'P4', 'hospitality', (await ask(clerk, budget)).id)).id
  const asked = await meal('6000')
  await walk(asked, [[clerk, '①填写客户招待用餐申请'], [manager, '②审批申请', 'approve'], [it.boss, '审核', 'approve'], [specialist, '④制定用餐计划'], [specialist, '⑤安排招待用餐']])
  const { record } = await look(clerk, asked)
  const report = await make(clerk, 'hospitalityReport', { application: record, customerName: '来访客户', date: '2026-12-01', meal: '5600' })
  expect((await get(clerk, 'hospitality', record))['spent']).toBe('5600.00')
  await walk(asked, [[clerk, '⑥办理报销手续']])
  expect((await change(clerk, 'hospitalityReport', report.id, { meal: '9900' })).statusCode).toBe(409)
  expect(await walk(asked, [[manager, '审核', 'approve']])).toBe('ended')
  const refused = await meal('200')
  await act(clerk, refused, 'done')
  expect(await act(manager, refused, 'reject', { note: '近期不宜宴请' })).toBe('running')
  expect(await walk(refused, [[specialist, '③取消招待用餐安排']])).toBe('rejected')
})

test('P5: with the salesman to whom the customer is shown; supervisor and manager sign the scheme', async () => {
  const { specialist, supervisor, manager, seller, customer } = team
  await specialist.ok('POST', `/api/records/customer/${customer}/share`, { share: [{ user: seller.id, level: 'read' }] })
  const { id } = await begin(specialist, 'P5', 'customer', customer)
  expect(await walk(id, [
    [specialist, '①整理客户信息资料'], [seller, '提供客户信息'], [seller, '②销售业绩分析'], [specialist, '③划分客户等级'], [specialist, '④客户名册登记'], [specialist, '⑤客户资料管理'], [specialist, '⑥撰写《客户服务方案》'],
    [supervisor, '审核', 'approve'], [manager, '审批', 'approve'], [specialist, '⑦制定《客户服务计划》'], [specialist, '⑧实施《客户服务计划》'], [seller, '《客户服务方案》的问题'], [specialist, '⑨《客户服务方案》的改进'],
  ])).toBe('ended')
  const { runs, start } = await specialist.ok<{ runs: { id: string; state: string }[]; start: { id: string }[] }>('GET', `/api/records/customer/${customer}/runs`)
  expect([runs.map(run => [run.id, run.state]), start.map(flow => flow.id)]).toEqual([[[id, 'ended']], ['P5']])
})

test('the company sets its own limits', async () => {
  const { it, specialist, supervisor, manager, finance } = team
  const [company] = (await it.boss.ok<{ rows: { id: string }[] }>('POST', '/api/records/company/query', { columns: ['name'] })).rows
  await it.boss.ok('PATCH', `/api/records/company/${company!.id}`, { values: { settings: { limits: { supervisor: { hospitality: '100' } } } } })
  const { id } = await begin(specialist, 'P3', 'hospitality', (await ask(specialist, '800')).id)
  await walk(id, [
    [specialist, '确定接待事宜'], [specialist, '①制定《接待计划》'], [manager, '审批', 'approve'], [specialist, '②提出接待申请'], [supervisor, '审核', 'approve'], [manager, '审批', 'approve'], [finance, '接待款项支持'],
  ])
})

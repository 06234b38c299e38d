// The five processes as they are shipped: they may be published, and have the lanes, steps and documents of the spec (flows.md).
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readBpmn } from '#core/flow/read-bpmn.ts'
import { shippedRoles } from './company/roles.ts'

const PROCESSES: Record<string, { file: string; lanes: string[]; steps: string }> = {
  P1: { file: 'visit/visit-region', lanes: ['客户', '客户关系专员', '客户服务部经理'], steps: '①整理客户明细资料 ②交通考察分析 ③划分访问路线 审核 ④确定拜访频次 ⑤制定《区域拜访计划》 审核 ⑥执行 接受拜访 ⑦编写《区域客户拜访总结》 ⑧制定《重要客户拜访计划》' },
  P2: { file: 'visit/visit', lanes: ['客户服务部经理', '客户关系主管', '客户关系专员', '财务部', '客户'], steps: '确定拜访对象 ①制定《拜访计划》 审批 ②提出《拜访申请》 审核 审核 拜访款项支持 ③拜访客户准备 ④按约定时间拜访 接待 ⑤了解需求 陈述 ⑥处理客户异议 陈述 ⑦馈赠礼品 ⑧约定下次拜访 ⑨客户拜访报告 接受、检查报告 ⑩费用报销 审核 审核 报销付款' },
  P3: { file: 'hospitality/reception', lanes: ['客户关系经理', '客户关系主管', '客户关系专员', '财务部', '客户'], steps: '确定接待事宜 ①制定《接待计划》 审批 ②提出接待申请 审核 审批 接待款项支持 ③做接待准备 ④礼貌迎接 客户来访 ⑤引入接待地点 ⑥实施接待 ⑦礼送客户 ⑧接待工作报告 听取汇报 ⑨费用报销 审核 审批 报销付款' },
  P4: { file: 'hospitality/meal', lanes: ['总经理', '客户服务部经理', '客户服务部', '各相关部门'], steps: '①填写客户招待用餐申请 ②审批申请 审核 ③取消招待用餐安排 ④制定用餐计划 ⑤安排招待用餐 ⑥办理报销手续 审核' },
  P5: { file: 'customer/maintenance', lanes: ['客户服务部经理', '客户关系主管', '销售人员', '客户关系专员'], steps: '①整理客户信息资料 提供客户信息 ②销售业绩分析 ③划分客户等级 ④客户名册登记 ⑤客户资料管理 ⑥撰写《客户服务方案》 审核 审批 ⑦制定《客户服务计划》 ⑧实施《客户服务计划》 《客户服务方案》的问题 ⑨《客户服务方案》的改进' },
}

test.each(Object.entries(PROCESSES))('%s may be published and says what the paper says', async (id, { file, lanes, steps }) => {
  const { flow, problems } = await readBpmn(await readFile(new URL(`${file}.bpmn`, import.meta.url), 'utf8'))
  expect(problems).toEqual([])
  expect(flow!.id).toBe(id)
  expect(flow!.lanes.map(lane => lane.name)).toEqual(lanes)
  const users = [...flow!.nodes.values()].filter(node => node.kind === 'user')
  expect(users.map(node => node.name).join(' ')).toBe(steps)
  const roles = new Set(shippedRoles.map(role => role.key))
  for (const node of users) if (node.who?.role) expect(roles).toContain(node.who.role)
  for (const node of flow!.nodes.values()) expect(flow!.lanes.map(lane => lane.id)).toContain(node.lane)
})

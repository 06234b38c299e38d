// 礼品馈赠计划表 (F23) and 礼品馈赠申请表 (F24).
import type { Form } from '#core/form/form.ts'

export const giftForms: Form[] = [{
  id: 'F23', title: { zh: '礼品馈赠计划表', en: 'Plan of gifts' }, area: 'contact', page: 'landscape',
  about: { zh: '一年里打算送给哪些客户什么礼品，预算多少', en: 'Which customers are given what in a year, and the budget' },
  filledBy: ['specialist', 'supervisor'], processes: ['P2'],
  params: {
    year: { kind: 'integer', required: true, preset: 'thisYear', label: { zh: '年度', en: 'Year' } },
    owner: { kind: 'user', label: { zh: '负责人', en: 'Owner' } },
    region: { kind: 'reference', to: 'region', label: { zh: '区域', en: 'Region' } },
  },
  values: {
    manager: { kind: 'user', label: { zh: '经理', en: 'Manager' } }, supervisor: { kind: 'user', label: { zh: '主管', en: 'Supervisor' } },
    filledBy: { kind: 'user', fill: 'me', label: { zh: '填表人', en: 'Filled in by' } }, filledOn: { kind: 'date', fill: 'today', label: { zh: '填写日期', en: 'Filled in on' } },
  },
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: { zh: '年度', en: 'Year' }, at: '@year' }] },
    { kind: 'grid', key: 'plans', least: 13, source: { object: 'giftPlan', sort: [{ field: 'createdAt', dir: 'asc' }], fresh: { year: '@year', owner: '@owner' },
      filter: { all: [{ field: 'year', op: 'eq', value: '@year' }, { field: 'owner', op: 'eq', value: '@owner' }, { field: 'customer.region', op: 'under', value: '@region' }] } }, columns: [
      { key: 'customer', label: { zh: '客户名称', en: 'Customer' }, weight: 24 },
      { key: 'customer.trade', label: { zh: '从事行业', en: 'Trade' }, weight: 12 },
      { key: 'person', label: { zh: '负责人姓名', en: 'Person in charge' }, weight: 12 },
      { key: 'cooperation', label: { zh: '合作现状', en: 'Cooperation' }, weight: 20 },
      { key: 'purpose', label: { zh: '馈赠目的', en: 'Purpose' }, weight: 22 },
      { key: 'gift', label: { zh: '礼品名称', en: 'Gift' }, weight: 18 },
      { key: 'quantity', label: { zh: '礼品数量', en: 'Quantity' }, weight: 10 },
      { key: 'budget', label: { zh: '预算价值(元)', en: 'Budget (yuan)' }, weight: 16 },
      { key: 'note', label: { zh: '备注', en: 'Notes' }, weight: 16 },
    ], spare: [
      { key: 'gift.stock', label: { zh: '现有库存', en: 'In stock' }, weight: 9 }, { key: 'gift.value', label: { zh: '单位价值', en: 'Value of one' }, weight: 10 },
      { key: 'customer.grade', label: { zh: '客户等级', en: 'Grade' }, weight: 8 }, { key: 'owner', label: { zh: '本公司负责人', en: 'Owner' }, weight: 10 },
    ] },
    { kind: 'signatures', items: [
      { label: { zh: '经理', en: 'Manager' }, at: '#manager' }, { label: { zh: '主管', en: 'Supervisor' }, at: '#supervisor' },
      { label: { zh: '填表人', en: 'Filled in by' }, at: '#filledBy' }, { label: { zh: '填写日期', en: 'Filled in on' }, at: '#filledOn' },
    ] },
  ],
}, {
  id: 'F24', title: { zh: '礼品馈赠申请表', en: 'Application for gifts' }, area: 'contact', page: 'portrait', record: 'giftApplication',
  about: { zh: '申请把礼品送给客户；批准后由礼品管理人员发放，库存随之减少', en: 'Asks for gifts for a customer; the gift manager hands them out and the stock goes down' },
  filledBy: ['staff', 'specialist', 'supervisor', 'sales'], processes: ['P2'],
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: { zh: '申请编号', en: 'No.' }, at: 'code' }, { label: { zh: '发放日期', en: 'Handed out on' }, at: 'handedOutOn' }] },
    { kind: 'fields', rows: [
      [{ label: { zh: '礼品馈赠申请部门', en: 'Applying department' }, at: 'department' }, { label: { zh: '礼品管理部门', en: 'Gift department' }, at: 'giftDepartment' }],
      [{ label: { zh: '馈赠日期', en: 'Date' }, at: 'date' }, { label: { zh: '馈赠对象', en: 'Given to' }, at: 'customer' }],
      [{ label: { zh: '礼品收受人员', en: 'Received by' }, at: 'receiver' }],
    ] },
    { kind: 'grid', key: 'gifts', least: 12, source: { lines: 'lines' }, columns: [
      { key: 'gift', label: { zh: '礼品名称', en: 'Gift' }, weight: 30 },
      { key: 'quantity', label: { zh: '数量', en: 'Quantity' }, weight: 12 },
      { key: 'value', label: { zh: '价值(元)', en: 'Value (yuan)' }, weight: 16 },
      { key: 'note', label: { zh: '备注', en: 'Notes' }, weight: 32 },
    ], spare: [{ key: 'gift.stock', label: { zh: '现有库存', en: 'In stock' }, weight: 10 }] },
    { kind: 'fields', rows: [
      [['填表人', 'Filled in by'], ['部门主管', 'Head of department'], ['礼品管理人员', 'Gift manager'], ['办公室主任', 'Office director'], ['副经理', 'Deputy manager']].map(([zh, en]) => ({ label: { zh: zh!, en: en! } })),
      [{ at: 'owner', lines: 2 }, { at: 'headSigned' }, { at: 'giftManagerSigned' }, { at: 'officeDirectorSigned' }, { at: 'deputyManagerSigned' }],
    ] },
  ],
  acts: [{ key: 'handOut', action: 'gift.handOut', label: { zh: '发放礼品', en: 'Hand out' }, help: { zh: '登记出库，库存随之减少；每份申请只发放一次', en: 'Takes the gifts out of stock, once for each application' } }],
}]

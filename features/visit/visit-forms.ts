// 客户拜访记录表 (F19) and 客户拜访日报表 (F20).
import type { Form, Item } from '#core/form/form.ts'

/** What is counted stands there until a person writes over it. */
const counted = (key: string, zh: string, en: string): Item => ({ label: { zh, en }, at: `${key}Typed`, or: `${key}Counted` })

export const visitForms: Form[] = [{
  id: 'F19', title: { zh: '客户拜访记录表', en: 'Record of a visit' }, area: 'contact', page: 'portrait', record: 'visit',
  about: { zh: '记录一次拜访：评核客户，写下已解决的问题和以后应注意的事项', en: 'One visit: the appraisal of the customer, problems solved, what to mind from now on' },
  filledBy: ['specialist', 'supervisor', 'sales'], processes: ['P2'],
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [
      { label: { zh: '制表', en: 'Drawn up by' }, at: 'owner' }, { label: { zh: '拜访日期', en: 'Visited on' }, at: 'date' }, { label: { zh: '填写日期', en: 'Filled in on' }, at: 'filledOn' },
    ] },
    { kind: 'fields', rows: [
      [{ label: { zh: '客户名称', en: 'Customer' }, at: 'customer' }, { label: { zh: '详细地址', en: 'Address' }, at: 'customer.address' }],
      [{ label: { zh: '拜访对象', en: 'Called on' }, at: 'met' }, { label: { zh: '注意事项', en: 'Mind' }, at: 'attention', lines: 2 }],
    ] },
    { kind: 'fields', heading: { zh: '评核', en: 'Appraisal' }, rows: [
      [{ label: { zh: '成长率', en: 'Growth' }, at: 'growth' }, { label: { zh: '信用度', en: 'Credit' }, at: 'credit', lines: 2 }, { label: { zh: '总利润率', en: 'Gross margin' }, at: 'margin' }],
      [{ label: { zh: '综合评价', en: 'Overall' }, at: 'overall', lines: 2 }, { label: { zh: '顺序评核', en: 'Ranking' }, at: 'ranking' }, { label: { zh: '业界地位', en: 'Standing' }, at: 'standing' }],
      [{ label: { zh: '其他', en: 'Other' }, at: 'otherPoints', lines: 2 }],
    ] },
    { kind: 'note', label: { zh: '已解决的问题', en: 'Problems solved' }, at: 'solved', lines: 15 },
    { kind: 'note', label: { zh: '以后应注意的事项', en: 'To mind from now on' }, at: 'watch', lines: 15 },
  ],
  acts: [{ key: 'figures', action: 'visit.figures', label: { zh: '填入经营数据', en: 'Fill in figures' }, help: { zh: '由客户的订单、收款算出成长率、信用度和总利润率', en: 'Growth, credit and gross margin from the orders and payments of the customer' } }],
}, {
  id: 'F20', title: { zh: '客户拜访日报表', en: 'Daily report of visits' }, area: 'contact', page: 'portrait', record: 'dailyReport',
  about: { zh: '一人一天一张：当天的拜访、费用和处理的问题', en: 'One a day and person: the visits of the day, expenses, problems handled' },
  filledBy: ['specialist', 'supervisor', 'sales'], processes: ['P2'],
  params: { date: { kind: 'date', preset: 'today', label: { zh: '日期', en: 'Date' } } },
  blocks: [
    { kind: 'title' },
    { kind: 'fields', rows: [
      [{ label: { zh: '日期', en: 'Date' }, at: 'date' }, { label: { zh: '星期', en: 'Weekday' }, at: 'date', show: 'weekday' }, { label: { zh: '填表人', en: 'Filled in by' }, at: 'owner' }],
      [{ label: { zh: '主管', en: 'Supervisor' }, at: 'supervisor' }, { label: { zh: '部门经理', en: 'Dept. manager' }, at: 'departmentManager' }, { label: { zh: '经理', en: 'Manager' }, at: 'manager' }],
    ] },
    { kind: 'grid', key: 'visits', least: 5, source: { object: 'visit', filter: { field: 'daily', op: 'eq', value: 'record' }, sort: [{ field: 'begins', dir: 'asc' }], fresh: { daily: 'record', date: 'record.date', owner: 'record.owner' } }, columns: [
      { key: 'customer', label: { zh: '客户', en: 'Customer' }, weight: 20 },
      { key: 'met', label: { zh: '面谈者', en: 'Met' }, weight: 11 },
      { key: 'plan', label: { zh: '商谈计划(选择)', en: 'Plan (choose)' }, weight: 18, boxes: true },
      { key: 'summary', label: { zh: '面谈概要', en: 'Summary' }, weight: 31 },
      { key: 'outcome', label: { zh: '成果(选择)', en: 'Outcome (choose)' }, weight: 20, boxes: true },
    ], spare: [
      { key: 'begins', label: { zh: '时间', en: 'At' }, weight: 8 }, { key: 'handled', label: { zh: '处理问题数', en: 'Handled' }, weight: 8 }, { key: 'unsolved', label: { zh: '未处理问题数', en: 'Open' }, weight: 8 },
      { key: 'needs', label: { zh: '客户需求', en: 'Needs' }, weight: 20 }, { key: 'nextDate', label: { zh: '下次拜访', en: 'Next visit' }, weight: 12 },
    ] },
    { kind: 'grid', key: 'expenses', heading: { zh: '费用', en: 'Expenses' }, least: 3, total: { zh: '合计', en: 'Total' }, source: { lines: 'expenses' }, columns: [
      { key: 'item', label: { zh: '项目', en: 'Item' }, weight: 29 },
      { key: 'amount', label: { zh: '金额(元)', en: 'Amount (yuan)' }, weight: 31, sum: true },
      { key: 'note', label: { zh: '备注', en: 'Notes' }, weight: 20 },
    ] },
    { kind: 'fields', rows: [
      [counted('visits', '本日拜访数目', 'Visits today'), counted('handled', '本日处理问题', 'Problems handled'), counted('unsolved', '本日未处理问题', 'Problems left open')],
      [{ label: { zh: '同行者', en: 'Companions' }, at: 'companions' }],
    ] },
  ],
  acts: [{ key: 'make', action: 'visit.makeDaily', label: { zh: '由当天的拜访生成', en: 'Make from the visits of the day' }, help: { zh: '把当天的拜访记录收进日报', en: 'Puts the visits of the day into the report' } }],
}]

// 客户招待申请表 (F21) and 客户招待报告表 (F22).
import type { Form, Item } from '#core/form/form.ts'
import type { Text } from '#core/lib/text.ts'
import { SIGNERS } from './parts.ts'

/** Who signs, with opinion and date, in the order of the chain. */
const signed: Item[][] = SIGNERS.map(([key, zh, en]) => [
  { label: { zh: `${zh}审核`, en: `${en}` }, at: `${key}Opinion`, lines: 3, weight: 3 }, { label: { zh: '日期', en: 'Date' }, at: `${key}Date`, weight: 1.2 },
])
const heads = (...texts: [zh: string, en: string][]): Item[] => texts.map(([zh, en]) => ({ label: { zh, en } }))
const spentOn = (key: string, label: Text): Item[] => [
  { label, weight: 1 }, { at: `application.${key}`, weight: 1 }, { at: key, weight: 1 }, { at: `${key}Note`, weight: 2 },
]
const long = (zh: string, en: string, at: string, lines = 2): Item[] => [{ label: { zh, en }, at, lines }]

export const hospitalityForms: Form[] = [{
  id: 'F21', title: { zh: '客户招待申请表', en: 'Application for hospitality' }, area: 'contact', page: 'portrait', record: 'hospitality',
  about: { zh: '招待客户之前提出申请和费用预算；各部门都可以填写', en: 'Asked before guests are entertained, with a budget; staff of any department may' },
  filledBy: ['staff', 'specialist', 'supervisor', 'sales'], processes: ['P3', 'P4'],
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: { zh: '申请编号', en: 'No.' }, at: 'code' }, { label: { zh: '未建档客户', en: 'Not yet a customer' }, at: 'customerName', weight: 2 }] },
    { kind: 'fields', rows: [
      [{ label: { zh: '申请人', en: 'Applicant' }, at: 'owner', weight: 1.5 }, { label: { zh: '部门', en: 'Department' }, at: 'department' }, { label: { zh: '申请日期', en: 'Applied on' }, at: 'appliedOn' }],
      [{ label: { zh: '客户名称', en: 'Customer' }, at: 'customer', weight: 1.5 }, { label: { zh: '宴请场所', en: 'Place' }, at: 'place' }, { label: { zh: '宴请日期', en: 'Date' }, at: 'date' }],
      long('客户方面同席人员', 'Guests', 'guests'), long('本公司同席人员', 'Our people', 'ours'),
    ] },
    { kind: 'fields', heading: { zh: '招待费用预算', en: 'Budget' }, rows: [
      heads(['项目', 'Item'], ['会议', 'Meetings'], ['用餐', 'Meals'], ['交通', 'Transport'], ['礼品', 'Gifts'], ['其他', 'Other'], ['合计', 'Total']),
      [{ label: { zh: '金额(元)', en: 'Yuan' } }, { at: 'meeting', lines: 2 }, { at: 'meal' }, { at: 'transport' }, { at: 'gifts' }, { at: 'other' }, { at: 'budget' }],
    ] },
    { kind: 'fields', rows: [
      [{ label: { zh: '招待事宜安排人员', en: 'Arranged by' }, at: 'arranger' }, { label: { zh: '实际支出额(元)', en: 'Spent (yuan)' }, at: 'spent' }],
      long('招待目的', 'Purpose', 'purpose', 5), long('费用说明', 'Notes on the expense', 'expenseNote', 5), long('注意事项', 'Mind', 'attention', 5),
      ...signed,
    ] },
  ],
  acts: [{ key: 'report', action: 'hospitality.makeReport', label: { zh: '填写招待报告', en: 'Write the report' }, help: { zh: '由本申请生成《客户招待报告表》，预算作为支出的初值', en: 'Makes the report of this application; the budget is what the expenses begin with' } }],
}, {
  id: 'F22', title: { zh: '客户招待报告表', en: 'Report on hospitality' }, area: 'contact', page: 'portrait', record: 'hospitalityReport',
  about: { zh: '招待之后报告支出、效果和今后的用处，与申请的预算对照', en: 'Afterwards: what it cost against the budget, what came of it, how it serves in future' },
  filledBy: ['staff', 'specialist', 'supervisor', 'sales'], processes: ['P3', 'P4'],
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: { zh: '招待申请', en: 'Application' }, at: 'application' }, { label: { zh: '未建档客户', en: 'Not yet a customer' }, at: 'customerName', weight: 2 }] },
    { kind: 'fields', rows: [
      [{ label: { zh: '客户名称', en: 'Customer' }, at: 'customer', weight: 1.5 }, { label: { zh: '招待日期', en: 'Date' }, at: 'date' }, { label: { zh: '报告人', en: 'Reported by' }, at: 'owner' }],
      [{ label: { zh: '招待目的', en: 'Purpose' }, at: 'purpose', lines: 2, weight: 1.5 }, { label: { zh: '招待地点', en: 'Place' }, at: 'place' }, { label: { zh: '报告时间', en: 'Reported on' }, at: 'reportedOn' }],
      long('客户同席人员名单', 'Guests', 'guests'), long('本公司同席人员名单', 'Our people', 'ours'),
    ] },
    { kind: 'fields', heading: { zh: '支出费用报告', en: 'Expenses' }, rows: [
      [{ label: { zh: '项目', en: 'Item' } }, { label: { zh: '预算(元)', en: 'Budget (yuan)' } }, { label: { zh: '金额(元)', en: 'Amount (yuan)' } }, { label: { zh: '备注', en: 'Notes' }, weight: 2 }],
      spentOn('meeting', { zh: '会议', en: 'Meetings' }), spentOn('meal', { zh: '用餐', en: 'Meals' }),
      [{ label: { zh: '住宿', en: 'Lodging' } }, { text: { zh: '', en: '' } }, { at: 'lodging' }, { at: 'lodgingNote', weight: 2 }],
      spentOn('gifts', { zh: '礼品', en: 'Gifts' }), spentOn('transport', { zh: '交通费', en: 'Transport' }), spentOn('other', { zh: '其他', en: 'Other' }),
      [{ label: { zh: '合计', en: 'Total' } }, { at: 'application.budget' }, { at: 'total' }, { label: { zh: '预算结余', en: 'Left' }, at: 'left', weight: 2 }],
    ] },
    { kind: 'fields', rows: [
      long('想要搜集的信息', 'What we wanted to learn', 'wanted', 3), long('注意事项', 'Mind', 'attention', 3), long('接待效果', 'Effect', 'effect', 3), long('如何用于今后的活动', 'Use in future', 'future', 3),
      ...signed,
    ] },
  ],
}]

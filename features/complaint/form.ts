// F27 客户投诉记录表: complaints, who sees to them, and how the customer felt about the result.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'
import { statuses } from './complaint.ts'

export const complaintForm: Form = {
  id: 'F27', title: text('客户投诉记录表', 'Record of complaints'), area: 'service', page: 'landscape', filledBy: ['specialist', 'sales', 'supervisor'],
  about: text('记录客户投诉、处理人员、处理结果和处理后的满意度。', 'Complaints, who handles them, the result, and how content the customer is with it.'),
  params: {
    customer: { kind: 'reference', to: 'customer', label: text('客户', 'Customer') }, status: { kind: 'choice', options: statuses, label: text('状态', 'Status') },
    from: { kind: 'date', label: text('开始日期', 'From') }, to: { kind: 'date', label: text('结束日期', 'To') },
  },
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('客户', 'Customer'), at: '@customer', weight: 2 }, { label: text('状态', 'Status'), at: '@status' }, { label: text('开始日期', 'From'), at: '@from' }, { label: text('结束日期', 'To'), at: '@to' }] },
    { kind: 'grid', key: 'complaints', least: 10, most: 200, source: {
      object: 'complaint', fresh: { customer: '@customer' }, sort: [{ field: 'date', dir: 'desc' }],
      filter: { all: [{ field: 'customer', op: 'eq', value: '@customer' }, { field: 'status', op: 'eq', value: '@status' }, { field: 'date', op: 'ge', value: '@from' }, { field: 'date', op: 'le', value: '@to' }] },
    }, columns: [
      { key: 'customer.code', label: text('客户编号', 'Customer no.'), weight: 3.6 }, { key: 'customer', label: text('客户名称', 'Customer'), weight: 4 }, { key: 'date', label: text('日期', 'Date'), weight: 3 },
      { key: 'content', label: text('内容', 'Content'), weight: 6.4 }, { key: 'handler', label: text('处理人员', 'Handled by'), weight: 2.2 }, { key: 'result', label: text('处理结果', 'Result'), weight: 4.6 },
      { key: 'status', label: text('状态', 'Status'), weight: 2 }, { key: 'deadline', label: text('处理期限', 'Deadline'), weight: 3 }, { key: 'satisfaction', label: text('处理后满意度', 'Content with it'), weight: 2.4 }, { key: 'note', label: text('备注', 'Notes'), weight: 2.4 },
    ], spare: [{ key: 'code', label: text('投诉编号', 'Complaint no.'), weight: 3 }, { key: 'severity', label: text('严重程度', 'Severity'), weight: 2 }, { key: 'closedOn', label: text('结案日期', 'Closed on'), weight: 2.6 }] },
  ],
}

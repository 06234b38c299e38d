// F01 客户信息表: one customer on one page, with what its orders and complaints tell.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

export const infoForm: Form = {
  id: 'F01', title: text('客户信息表', 'Customer information'), area: 'master', page: 'portrait', record: 'customer', filledBy: ['specialist', 'sales'], processes: ['P5'],
  about: text('登记一位客户的基本信息，并汇总购买历史与问题反馈。', 'The basic facts of one customer, with its purchases and complaints.'),
  blocks: [
    { kind: 'title' },
    { kind: 'fields', rows: [
      [{ label: text('客户编号', 'Customer no.'), at: 'code' }, { label: text('客户名称', 'Customer'), at: 'name' }],
      [{ label: text('公司名称', 'Company'), at: 'company' }, { label: text('联系人', 'Contact'), at: 'contactName' }],
      [{ label: text('联系电话', 'Phone'), at: 'phone' }, { label: text('电子邮件', 'E-mail'), at: 'email' }],
      [{ label: text('地址', 'Address'), at: 'address' }],
      [{ label: text('地区/区域', 'Region'), at: 'region' }, { label: text('客户分类', 'Class'), at: 'customerClass' }],
      [{ label: text('客户标签', 'Tags'), at: 'tags' }],
      [{ label: text('创建日期', 'Created'), at: 'createdAt' }, { label: text('更新日期', 'Updated'), at: 'updatedAt' }],
      [{ label: text('消费金额', 'Sales'), at: 'salesTotal' }, { label: text('购买频率', 'Orders'), at: 'orderCount' }, { label: text('问题反馈', 'Complaints'), at: 'complaintCount' }],
    ] },
    { kind: 'grid', key: 'orders', heading: text('购买历史', 'Purchases'), least: 6, most: 12, source: { object: 'order', filter: { field: 'customer', op: 'eq', value: 'record' }, sort: [{ field: 'date', dir: 'desc' }] }, columns: [
      { key: 'date', label: text('订单日期', 'Date'), weight: 3 }, { key: 'code', label: text('订单编号', 'Order no.'), weight: 4 },
      { key: 'kind', label: text('类型', 'Kind'), weight: 2 }, { key: 'status', label: text('状态', 'Status'), weight: 2 }, { key: 'total', label: text('金额', 'Amount'), weight: 3 },
    ] },
    { kind: 'note', label: text('备注', 'Notes'), at: 'note', lines: 4 },
  ],
}

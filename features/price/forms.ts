// F13 优惠客户表 and F14 价格优惠申请表: who gets which price, and who asks for one. An approved application becomes a row of F13.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

const params: Form['params'] = { region: { kind: 'reference', to: 'region', label: text('区域', 'Region') }, year: { kind: 'integer', min: 2000, max: 2100, label: text('年度', 'Year'), preset: 'thisYear' } }
const customer = { key: 'customer', label: text('客户名称', 'Customer'), weight: 5 }
const trade = { key: 'customer.trade', label: text('经营项目', 'Line of business'), weight: 3 }

export const preferenceForm: Form = {
  id: 'F13', title: text('优惠客户表', 'Customers with special prices'), area: 'analysis', page: 'landscape', filledBy: ['serviceManager', 'generalManager'],
  about: text('列出各区域享受优惠价格的客户；批准的价格优惠申请自动列入。', 'Customers with special prices by region; approved applications come in by themselves.'),
  params,
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('区域', 'Region'), at: '@region' }, { label: text('年度', 'Year'), at: '@year' }] },
    { kind: 'grid', key: 'preferences', groupBy: 'region', least: 8, source: {
      object: 'pricePreference', fresh: { region: '@region' }, filter: { field: 'region', op: 'under', value: '@region' }, sort: [{ field: 'region.name', dir: 'asc' }, { field: 'createdAt', dir: 'asc' }],
    }, columns: [
      customer, { key: 'owner', label: text('负责人员', 'Owner'), weight: 2 }, trade,
      { key: 'sales', label: text('年交易额(万元)', 'Sales of the year (10,000 yuan)'), weight: 2.8, lookup: 'salesOfYear', as: { kind: 'money' }, show: 'tenThousand' },
      { key: 'product', label: text('优惠产品', 'Product'), weight: 5 }, { key: 'price', label: text('优惠价格(元)', 'Price (yuan)'), weight: 2.8 }, { key: 'note', label: text('备注', 'Notes'), weight: 4.4 },
    ] },
  ],
}

export const applicationForm: Form = {
  id: 'F14', title: text('价格优惠申请表', 'Application for special prices'), area: 'analysis', page: 'landscape', filledBy: ['specialist', 'sales'],
  about: text('为客户申请价格优惠，由经理批示。', 'Asks for special prices for customers; a manager decides.'),
  params,
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('区域', 'Region'), at: '@region', weight: 2 }, { label: text('年度', 'Year'), at: '@year' }, { text: text('单位：万元', 'Unit: 10,000 yuan') }] },
    { kind: 'grid', key: 'applications', groupBy: 'region', least: 8, source: {
      object: 'priceApplication', fresh: { region: '@region' }, sort: [{ field: 'region.name', dir: 'asc' }, { field: 'date', dir: 'asc' }],
      filter: { all: [{ field: 'region', op: 'under', value: '@region' }, { field: 'year', op: 'eq', value: '@year' }] },
    }, columns: [
      customer, { key: 'owner', label: text('负责人', 'Owner'), weight: 2 }, trade,
      { key: 'lastYear', label: text('去年交易金额', 'Sales last year'), weight: 3, lookup: 'salesLastYear', as: { kind: 'money' }, show: 'tenThousand' },
      { key: 'expected', label: text('今年预计交易金额', 'Expected this year'), weight: 3, show: 'tenThousand' },
      { key: 'offer', label: text('拟给予价格优惠', 'Price offered'), weight: 5 }, { key: 'decision', label: text('批示', 'Decision'), weight: 2 }, { key: 'note', label: text('备注', 'Notes'), weight: 3.4 },
    ], spare: [
      { key: 'product', label: text('优惠产品', 'Product'), weight: 3 }, { key: 'price', label: text('优惠价格(元)', 'Price (yuan)'), weight: 2 }, { key: 'decisionNote', label: text('批示意见', 'Remark of the decision'), weight: 3 },
    ] },
  ],
}

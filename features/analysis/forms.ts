// The computed forms: F05 客户总体分类表, F06 客户区域分析表, F07 客户销售分析表, F08 客户分级表, F16 业务代表客户增减表. F09 stands in key-form.ts.
import type { Block, Form, GridColumn, Item, Param } from '#core/form/form.ts'
import { options } from '#core/field/options.ts'
import { text } from '#core/lib/text.ts'
import { bases } from './objects.ts'

export const year: Param = { kind: 'integer', min: 2000, max: 2100, label: text('年度', 'Year'), preset: 'thisYear' }
export const signers: Block = { kind: 'signatures', items: [{ label: text('审核', 'Checked by') }, { label: text('填写', 'Filled in by') }, { label: text('编制', 'Made by') }] }
export const ofYear: Item = { label: text('年度', 'Year'), at: '@year' }

const count = { kind: 'integer' } as const
const share = { kind: 'percent', decimals: 1 } as const
const money = { kind: 'money' } as const
const number = (key: string, zh: string, en: string, weight: number, as: NonNullable<GridColumn['as']>, sum = false): GridColumn =>
  ({ key, label: text(zh, en), weight, as, ...(sum ? { sum: true as const } : {}) })

export const overviewForm: Form = {
  id: 'F05', title: text('客户总体分类表', 'Customers by class'), area: 'analysis', page: 'portrait', filledBy: ['specialist', 'supervisor'],
  about: text('按性别、年龄、地域、消费额等标准统计客户的构成。', 'What customers are like: gender, age, place, spending and more.'),
  params: { year },
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [ofYear, { label: text('客户总数', 'Customers'), at: '$customers' }] },
    { kind: 'grid', key: 'classes', source: { report: 'overview' }, columns: [
      { key: 'group', label: text('标准', 'By'), under: text('分类标准', 'Class'), weight: 3, merge: true }, { key: 'line', label: text('类别', 'Kind'), under: text('分类标准', 'Class'), weight: 4 },
      number('share', '客户比例', 'Share of customers', 3, share), number('count', '客户数', 'Customers', 2, count),
    ] }, signers,
  ],
}

export const regionsForm: Form = {
  id: 'F06', title: text('客户区域分析表', 'Customers by region'), area: 'analysis', page: 'portrait', filledBy: ['specialist', 'supervisor'],
  about: text('各区域客户数量与销售额所占的比例，可看到区域内每个客户的比例。', 'Customers and sales of each region, and inside one those of each customer.'),
  params: { year, region: { kind: 'reference', to: 'region', label: text('区域', 'Region') }, top: { kind: 'integer', min: 1, max: 400, label: text('区域内客户数', 'Customers listed'), preset: 50 } },
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [ofYear, { label: text('区域', 'Region'), at: '@region' }] },
    { kind: 'grid', key: 'regions', source: { report: 'regions' }, total: text('合计', 'Total'), columns: [
      { key: 'area', label: text('区域', 'Region'), weight: 5 }, number('count', '客户数量', 'Customers', 2, count, true), number('countShare', '占客户总数量的比例', 'Share of customers', 3, share, true),
      number('sales', '销售额', 'Sales', 4, money, true), number('salesShare', '占该区总销售额的比例', 'Share of sales', 3, share, true),
    ] }, signers,
  ],
}

export const matrixForm: Form = {
  id: 'F07', title: text('客户销售分析表', 'Sales by customer and product'), area: 'analysis', page: 'landscape', filledBy: ['specialist', 'supervisor'], processes: ['P5'],
  about: text('每个客户购买各产品或类别的金额。', 'What each customer bought of each product or category.'),
  params: {
    year, by: { kind: 'choice', options: options(['product', '产品', 'Product'], ['category', '产品类别', 'Category']), label: text('按', 'By'), preset: 'product' },
    products: { kind: 'references', to: 'product', label: text('产品', 'Products') }, categories: { kind: 'references', to: 'category', label: text('产品类别', 'Categories') },
    columns: { kind: 'integer', min: 1, max: 15, label: text('列数', 'Columns'), preset: 7 }, top: { kind: 'integer', min: 1, max: 200, label: text('客户数', 'Customers'), preset: 20 },
  },
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [ofYear, { text: text('单位：元', 'In yuan') }] },
    { kind: 'grid', key: 'matrix', source: { report: 'matrix' }, total: text('合计', 'Total'), columns: [
      { key: '', label: text('序号', 'No.'), weight: 1, number: true }, { key: 'name', label: text('客户名称', 'Customer'), weight: 6.5 },
      { key: 'p', label: text('产品', 'Product'), weight: 3, as: money, across: true, sum: true }, number('other', '其他', 'Others', 3, money, true), number('total', '合计', 'Total', 3, money, true),
    ] }, signers,
  ],
}

const BANDS: [string, string, string][] = [['A', '90%以上', '90% and more'], ['B', '80%~90%', '80%–90%'], ['C', '70%~80%', '70%–80%'], ['D', '60%~70%', '60%–70%'], ['E', '60%以下', 'under 60%']]

/** Columns of one grade, as others may choose them: 业种, 客户名称, 客户代码, 负责人, 产品. */
export const gradeColumns = (...columns: [key: string, zh: string, en: string, weight: number][]): GridColumn[] => BANDS.flatMap(([grade, zh, en], at) => columns.map(([key, name, english, weight]) => ({
  key: `${grade}_${key}`, label: text(name, english), weight, under: at === 0 ? text(`A级 销售额所占比例${zh}`, `A: share of sales ${en}`) : text(`${grade}级 ${zh}`, `${grade}: ${en}`),
})))

export const gradesForm: Form = {
  id: 'F08', title: text('客户分级表', 'Grades of customers'), area: 'analysis', page: 'landscape', filledBy: ['specialist', 'supervisor'], processes: ['P5'],
  about: text('按销售额把客户分为A至E五级，并可存为客户等级。', 'Customers in five grades by their sales; the grades can be stored.'),
  params: {
    year, basis: { kind: 'choice', options: bases, label: text('分级依据', 'Basis') }, rows: { kind: 'integer', min: 1, max: 300, label: text('每级行数', 'Rows of each grade'), preset: 20 },
  },
  acts: [{ key: 'store', label: text('存为客户等级', 'Store the grades'), action: 'grade.store', help: text('把本表的等级写入全部客户，并记下日期与依据', 'Writes the grades to all customers, with date and basis') }],
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [ofYear, { label: text('分级依据', 'Basis'), at: '$basis', weight: 2 }] },
    { kind: 'grid', key: 'grades', source: { report: 'grades' }, most: 301, columns: gradeColumns(['class', '业种', 'Trade', 2], ['name', '客户名称', 'Customer', 4], ['code', '客户代码', 'Code', 3]),
      spare: gradeColumns(['owner', '负责人', 'Owner', 2], ['product', '产品', 'Product', 3]) },
    signers,
  ],
}

export const representativesForm: Form = {
  id: 'F16', title: text('业务代表客户增减表', 'Customers won and lost'), area: 'analysis', page: 'landscape', filledBy: ['supervisor'],
  about: text('期间内每位业务代表新开、减少和现有的客户，以及到账的款项。', 'Customers won, lost and kept by each representative, and payments received.'),
  params: { from: { kind: 'date', label: text('自', 'From'), preset: 'thisMonth' }, to: { kind: 'date', label: text('至', 'To'), preset: 'thisMonth' } },
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [{ label: text('自', 'From'), at: '@from' }, { label: text('至', 'To'), at: '@to' }] },
    { kind: 'grid', key: 'people', source: { report: 'representatives' }, total: text('合计', 'Total'), columns: [
      { key: 'person', label: text('业务代表', 'Representative'), weight: 3 }, { key: 'superior', label: text('主管人员', 'Supervisor'), weight: 3 },
      number('fresh', '新开客户数', 'New', 2, count, true), number('left', '减少', 'Fewer', 2, count, true), number('present', '现有', 'Present', 2, count, true), number('net', '实际增减', 'Net', 2, count, true),
      number('paid', '到账记录', 'Received', 4, money, true), { key: 'fault', label: text('重大过失', 'Serious faults'), weight: 5 },
    ] },
    { kind: 'grid', key: 'faults', heading: text('重大过失登记', 'Serious faults'), least: 2, source: {
      object: 'repNote', fresh: {}, sort: [{ field: 'date', dir: 'asc' }], filter: { all: [{ field: 'date', op: 'ge', value: '@from' }, { field: 'date', op: 'le', value: '@to' }] },
    }, columns: [{ key: 'person', label: text('业务代表', 'Representative'), weight: 2 }, { key: 'date', label: text('日期', 'Date'), weight: 2 }, { key: 'text', label: text('重大过失', 'Serious fault'), weight: 8 }] },
    signers,
  ],
}

// Sheets of small forms, one for each kind of block, and what everybody relies on in all of them.
import { expect, test } from 'vitest'
import type { FormData } from './data.ts'
import type { Block, Form, GridBlock } from './form.ts'
import { layout } from './layout.ts'
import type { Cell, Sheet } from './sheet.ts'
import { goodRow, tryCatalog, tryData, tryForm } from './try-form.ts'

const t = (zh: string, en = zh) => ({ zh, en })
const sheetOf = (data: Partial<FormData>, ...blocks: Block[]): Sheet => layout(tryForm(...blocks), tryData(data), tryCatalog)
const shownOf = (form: Form, data: Partial<FormData> = {}): Sheet => layout(form, tryData(data), tryCatalog)

/** One line for each cell: place, spans, style, words, and what is typed there. */
const drawn = (sheet: Sheet): string[] => sheet.cells.map(cell => {
  const { row, col, rowSpan, colSpan, style, text, bind, formula } = cell
  const spans = rowSpan + colSpan > 2 ? `+${rowSpan}x${colSpan}` : ''
  return `${row},${col}${spans} ${style}${cell.frame ? '' : ' bare'} ${text}${bind ? ` <${[bind.on, bind.block, bind.row, bind.path].filter(Boolean).join(' ')}>` : ''}${formula ? ` =${formula}` : ''}`
})

const cell = (sheet: Sheet, text: string): Cell => {
  const found = sheet.cells.find(one => one.text === text)
  if (!found) throw new Error(`no cell says ${text}`)
  return found
}

const goods = (more: Partial<GridBlock> = {}): GridBlock => ({
  kind: 'grid', key: 'goods', source: { lines: 'goods' }, columns: [
    { key: '', number: true, label: t('序号', 'No.'), weight: 1 }, { key: 'brand', label: t('品牌', 'Brand'), weight: 4 }, { key: 'amount', label: t('金额', 'Amount'), weight: 2, sum: true },
  ], ...more,
})
const report = (columns: GridBlock['columns'], more: Partial<GridBlock> = {}): GridBlock => ({ kind: 'grid', key: 'top', source: { report: 'top' }, columns, ...more })
const money = { kind: 'money' } as const

test('a title says company, form and unit over all columns', () => {
  expect(drawn(sheetOf({}, { kind: 'title', below: t('单位：万元') }))).toMatchInlineSnapshot(`
    [
      "0,0 company bare 关系公司",
      "1,0 title bare 试用表",
      "2,0 below bare 单位：万元",
    ]
  `)
  expect(sheetOf({ company: { name: '关系公司', logo: 'f1' } }, { kind: 'title' }).cells[0]!.image).toBe('f1')
})

test('a line joins what nobody can type with its label; what can be typed has a place of its own', () => {
  const line: Block = { kind: 'line', items: [{ label: t('年度'), at: '@year' }, { label: t('区域'), at: '@region' }, { label: t('客户名称'), at: 'name' }] }
  expect(drawn(sheetOf({}, line))).toMatchInlineSnapshot(`
    [
      "0,0 plain bare 年度：2026",
      "0,1 plain bare 区域：华东",
      "0,2 plain bare 客户名称：",
      "0,3 value bare 西湖商贸 <record name>",
    ]
  `)
})

test('fields have equally wide labels below each other and a heading over all rows', () => {
  const fields: Block = { kind: 'fields', heading: t('经营者情况'), rows: [
    [{ label: t('姓名'), at: 'name' }, { label: t('电话'), at: 'phone' }],
    [{ label: t('信用额度（元）'), at: 'credit' }, { label: t('开业'), at: 'opened' }],
    [{ label: t('店址'), at: 'site', boxes: 'numbered' }],
  ] }
  expect(drawn(sheetOf({}, fields))).toMatchInlineSnapshot(`
    [
      "0,0+3x1 label 经营者情况",
      "0,1 label 姓名",
      "0,2 value 西湖商贸 <record name>",
      "0,3 label 电话",
      "0,4 value 138 0013 8000 <record phone>",
      "1,1 label 信用额度（元）",
      "1,2 value 125,000.00 <record credit>",
      "1,3 label 开业",
      "1,4 value 2026-11-25 <record opened>",
      "2,1 label 店址",
      "2,2+1x3 value □1.闹市 ☑2.商业街 □3.郊区 <record site>",
    ]
  `)
})

test('signatures leave room, a note takes the text', () => {
  expect(drawn(sheetOf({}, { kind: 'signatures', items: [{ label: t('审核') }, { label: t('填写'), at: '%me' }] }, { kind: 'note', label: t('总经理建议'), at: '#advice', lines: 4 }))).toMatchInlineSnapshot(`
    [
      "0,0+1x2 sign bare 审核：",
      "0,2 sign bare 填写：李娜",
      "1,0 label 总经理建议",
      "1,1+1x2 note 加强联系 <value advice>",
    ]
  `)
})

test('a grid shows rows, places for new ones, and a living sum', () => {
  const sheet = sheetOf({ grids: { goods: { rows: [goodRow('g1', '红牌', '12.5'), goodRow('g2', '蓝牌', '0.1')], canAdd: true } } }, { kind: 'title' }, goods({ least: 4, total: t('合计') }))
  expect(drawn(sheet)).toMatchInlineSnapshot(`
    [
      "0,0+1x3 company bare 关系公司",
      "1,0+1x3 title bare 试用表",
      "2,0 head 序号",
      "2,1 head 品牌",
      "2,2 head 金额",
      "3,0 number 1",
      "3,1 value 红牌 <row goods g1 brand>",
      "3,2 value 12.50 <row goods g1 amount>",
      "4,0 number 2",
      "4,1 value 蓝牌 <row goods g2 brand>",
      "4,2 value 0.10 <row goods g2 amount>",
      "5,0 number 3",
      "5,1 value  <row goods new:0 brand>",
      "5,2 value  <row goods new:0 amount>",
      "6,0 number 4",
      "6,1 value  <row goods new:1 brand>",
      "6,2 value  <row goods new:1 amount>",
      "7,0+1x2 total 合计",
      "7,2 total 12.60 =SUM(C4:C7)",
    ]
  `)
  expect(sheet.bands).toEqual([{ from: 0, to: 2, head: 0, keep: true, at: 0 }, { from: 2, to: 8, head: 1, keep: false, at: 1, block: 'goods' }])
  expect(sheet.rows.slice(3, 7).map(row => [row.row, row.version])).toEqual([['g1', 1], ['g2', 1], ['new:0', undefined], ['new:1', undefined]])
  expect(cell(sheet, '12.60').excel).toEqual({ kind: 'number', v: '12.6', format: '#,##0.00' })
})

test('heads of two rows stand over neighbours', () => {
  const top = t('销售额前10名')
  const sheet = sheetOf({}, report([{ key: '', number: true, label: t('序号'), weight: 1 }, { key: 'a', label: t('客户名称'), under: top, weight: 3 }, { key: 'b', label: t('销售额'), under: top, weight: 2, as: money }]))
  expect(drawn(sheet).slice(0, 4)).toMatchInlineSnapshot(`
    [
      "0,0+2x1 head 序号",
      "0,1+1x2 head 销售额前10名",
      "1,1 head 客户名称",
      "1,2 head 销售额",
    ]
  `)
  expect(sheet.bands[0]!.head).toBe(2)
})

test('a form with one grid has exactly its columns, so that people can sort and filter it in Excel', () => {
  const columns: GridBlock['columns'] = [['indicator', 4], ['weight', 2], ['score', 1.6], ['level', 1.6], ['basis', 6], ['note', 3]].map(([key, weight]) => ({ key: String(key), label: t('指标权重'), weight: Number(weight) }))
  const sheet = sheetOf({}, { kind: 'title' }, { kind: 'line', items: [{ label: t('年度'), at: '@year' }, { label: t('日期'), at: 'opened' }, { label: t('编号'), at: 'twice' }] },
    report(columns), { kind: 'fields', rows: [[{ label: t('合计'), at: 'credit' }, { label: t('标准分'), at: 'twice' }], [{ label: t('评估结果'), at: 'site', boxes: true }]] },
    { kind: 'signatures', items: [{ label: t('审核') }, { label: t('填写') }, { label: t('编制') }] }, { kind: 'note', label: t('备注'), at: 'note' })
  expect(sheet.widths).toHaveLength(6)
})

test('a column of row numbers stays wide enough to read beside very wide ones', () => {
  const sheet = sheetOf({}, report([{ key: '', number: true, label: t('序号'), weight: 0.01 }, { key: 'a', label: t('说明'), weight: 100 }]))
  expect(sheet.widths[0]).toBeGreaterThanOrEqual(8)
})

test('rows beyond the most are left out and told', () => {
  const rows = Array.from({ length: 500 }, (_, index) => goodRow(`g${index}`, `品牌${index}`, '1'))
  const sheet = sheetOf({ grids: { goods: { rows, more: 7 } } }, goods({ most: 10, least: 10, total: t('合计') }))
  expect(sheet.remarks).toEqual(['另有 497 行未列出'])
  expect(sheet.rows).toHaveLength(12)
  expect(cell(sheet, '10.00').formula).toBe('SUM(C2:C11)')
})

test('a total over rows that are not listed is a plain number: a formula would say less', () => {
  const rows = Array.from({ length: 5 }, (_, index) => goodRow(`g${index}`, 'x', '1'))
  const sheet = sheetOf({ grids: { goods: { rows, totals: { amount: '5' } } } }, goods({ most: 3, total: t('合计') }))
  expect(cell(sheet, '5.00').formula).toBeUndefined()
})

test('the number of rows may be asked for: top 5 instead of top 10', () => {
  const form = { ...tryForm(report([{ key: 'a', label: t('客户'), weight: 1 }], { least: '@top', most: '@top' })), params: { top: { kind: 'integer' as const, label: t('名次') } } }
  const rows = Array.from({ length: 8 }, (_, index) => ({ values: { a: `客户${index}` } }))
  expect(shownOf(form, { params: { top: 5 }, grids: { top: { rows } } }).rows).toHaveLength(6)
  expect(shownOf(form, { params: { top: 5 }, grids: { top: { rows: rows.slice(0, 2) } } }).rows).toHaveLength(6)
})

test('subtotals of a report are not counted twice', () => {
  const rows = [{ values: { a: '甲', b: '1' } }, { values: { a: '乙', b: '2' } }, { values: { a: '小计', b: '3' }, total: true as const }, { values: { a: '丙', b: '4' } }]
  const sheet = sheetOf({ grids: { top: { rows } } }, report([{ key: '', number: true, label: t('序号'), weight: 1 }, { key: 'a', label: t('客户'), weight: 1 }, { key: 'b', label: t('额'), weight: 1, sum: true, as: money }], { total: t('合计') }))
  expect(cell(sheet, '7.00').formula).toBe('SUM(C2:C3,C5)')
  expect(sheet.cells.filter(one => one.style === 'number').map(one => one.text)).toEqual(['1', '2', '', '3'])
})

test('groups have heading rows, equal neighbours become one cell', () => {
  const rows = [['A级', '建材', '甲'], ['A级', '建材', '乙'], ['B级', '建材', '丙']].map(([grade, trade, name]) => ({ values: { grade, trade, name } }))
  const sheet = sheetOf({ grids: { top: { rows } } }, report([{ key: 'trade', label: t('业种'), weight: 1, merge: true }, { key: 'name', label: t('客户名称'), weight: 2 }], { groupBy: 'grade' }))
  expect(drawn(sheet)).toMatchInlineSnapshot(`
    [
      "0,0 head 业种",
      "0,1 head 客户名称",
      "1,0+1x2 group A级",
      "2,0+2x1 value 建材",
      "2,1 value 甲",
      "3,1 value 乙",
      "4,0+1x2 group B级",
      "5,0 value 建材",
      "5,1 value 丙",
    ]
  `)
})

test('products stand in columns of their own, with sums; without any, A to G as on paper', () => {
  const columns: GridBlock['columns'] = [{ key: 'name', label: t('客户名称'), weight: 3 }, { key: 'p', label: t('产品'), under: t('产品'), weight: 1, across: true, sum: true, as: money }]
  const across = [{ key: 'tv', label: '彩电' }, { key: 'fridge', label: '冰箱' }]
  const sheet = sheetOf({ grids: { top: { across, rows: [{ values: { name: '甲', 'p:tv': '5', 'p:fridge': null } }, { values: { name: '乙', 'p:tv': '7.25' } }] } } }, report(columns, { total: t('合计') }))
  expect(drawn(sheet)).toMatchInlineSnapshot(`
    [
      "0,0+2x1 head 客户名称",
      "0,1+1x2 head 产品",
      "1,1 head 彩电",
      "1,2 head 冰箱",
      "2,0 value 甲",
      "2,1 value 5.00",
      "2,2 value ",
      "3,0 value 乙",
      "3,1 value 7.25",
      "3,2 value ",
      "4,0 total 合计",
      "4,1 total 12.25 =SUM(B3:B4)",
      "4,2 total 0.00 =SUM(C3:C4)",
    ]
  `)
  expect(sheetOf({}, report(columns)).cells.filter(one => one.style === 'head').map(one => one.text)).toEqual(['客户名称', '产品', 'A', 'B', 'C', 'D', 'E', 'F', 'G'])
})

test('a masked value is neither shown nor typed, nor is its sum', () => {
  const row = { ...goodRow('g1', '红牌', '12.5'), masked: ['amount'] }
  const sheet = sheetOf({ grids: { goods: { rows: [row] } }, record: { ...tryData().record!, masked: ['credit'] } }, { kind: 'fields', rows: [[{ label: t('额度'), at: 'credit' }]] }, goods({ total: t('合计') }))
  const masked = sheet.cells.filter(one => one.masked)
  expect(masked.map(one => [one.text, one.bind, one.excel, one.formula])).toEqual(Array.from({ length: 3 }, () => ['•••', undefined, undefined, undefined]))
})

test('who may not change the record types nothing; computed, passed-through and fixed fields are typed by nobody', () => {
  const fields: Block = { kind: 'fields', rows: [['name', 'twice', 'head.phone', 'phone'].map(at => ({ label: t(at), at }))] }
  const bound = (data: Partial<FormData>): string[] => sheetOf(data, fields).cells.flatMap(one => (one.bind ? [one.bind.path] : []))
  expect(bound({})).toEqual(['name', 'phone'])
  expect(bound({ record: { ...tryData().record!, fixed: ['phone'] } })).toEqual(['name'])
  expect(bound({ record: { ...tryData().record!, canUpdate: false } })).toEqual([])
  expect(sheetOf({ record: { ...tryData().record!, canUpdate: false } }, fields).locked).toBe(true)
})

test('a field that stands in two places is typed in the first', () => {
  const fields: Block = { kind: 'fields', rows: [[{ label: t('名称'), at: 'name' }, { label: t('客户'), at: 'name' }]] }
  expect(sheetOf({}, fields).cells.filter(one => one.bind)).toHaveLength(1)
})

test('a blank form has labels, empty places, empty boxes and rows to write into', () => {
  const sheet = sheetOf({ blank: true, grids: { goods: { rows: [goodRow('g1', '红牌', '1')], canAdd: true } } },
    { kind: 'line', items: [{ label: t('年度'), at: '@year' }, { label: t('名称'), at: 'name' }] }, { kind: 'fields', rows: [[{ label: t('店址'), at: 'site', boxes: true }], [{ label: t('额度'), at: 'credit' }]] }, goods({ total: t('合计') }))
  expect(sheet.cells.some(one => one.bind)).toBe(false)
  expect(sheet.cells.filter(one => one.style === 'number')).toHaveLength(10)
  expect(new Set(sheet.cells.map(one => one.text))).toEqual(new Set(['年度：', '名称：', '', '店址', '□闹市 □商业街 □郊区', '额度', '序号', '品牌', '金额', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '合计']))
})

test('amounts in 万元, weekdays, years and amounts in words', () => {
  const item = (at: string, show: 'tenThousand' | 'weekday' | 'year' | 'uppercase') => ({ label: t(show), at, show })
  const sheet = sheetOf({}, { kind: 'fields', rows: [[item('credit', 'tenThousand'), item('opened', 'weekday')], [item('opened', 'year'), item('twice', 'uppercase')]] })
  expect(cell(sheet, '12.50')).toMatchObject({ scale: '10000', wire: '125000', excel: { kind: 'number', v: '12.5' }, bind: { path: 'credit' } })
  expect(cell(sheet, '星期三').bind).toBeUndefined()
  expect(cell(sheet, '2026').bind).toBeUndefined()
  expect(cell(sheet, '贰拾伍万元整').bind).toBeUndefined()
})

test('an English reader has English labels and choices', () => {
  const sheet = sheetOf({ lang: 'en' }, { kind: 'line', items: [{ label: t('年度', 'Year'), at: '@year' }] }, { kind: 'fields', rows: [[{ label: t('店址', 'Site'), at: 'site', boxes: true }]] })
  expect(sheet.cells.map(one => one.text)).toEqual(['Year: 2026', 'Site', '□City centre ☑Shopping street □Suburb'])
})

test('a name of a hundred characters makes its row higher', () => {
  const sheet = sheetOf({ grids: { goods: { rows: [goodRow('g1', '红'.repeat(100), '1'), goodRow('g2', '蓝牌', '1')] } } }, goods())
  expect(sheet.rows[1]!.height).toBeGreaterThan(sheet.rows[2]!.height * 1.5)
})

test('numbers and references open the records behind them; facts are printed as their kind', () => {
  const link = { object: 'shop', filter: { field: 'site', op: 'eq', value: 'street' } } as const
  const sheet = sheetOf({ grids: { top: { rows: [{ values: { a: '3' }, links: { a: link } }], facts: { count: 3, sales: { value: '1234.5', as: money, link } } } } },
    { kind: 'line', items: [{ label: t('负责人'), at: 'owner' }, { label: t('数目'), at: '$count' }, { label: t('销售额'), at: '$sales' }] }, report([{ key: 'a', label: t('数'), weight: 1 }]))
  expect(cell(sheet, '王伟').link).toEqual({ object: 'user', id: 'u1' })
  expect(cell(sheet, '数目：3').link).toBeUndefined()
  expect(cell(sheet, '销售额：1,234.50').link).toEqual(link)
  expect(cell(sheet, '3').link).toEqual(link)
})

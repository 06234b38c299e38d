// Forms for the tests beside this file: one of fields with a grid, a wide one, a long one; names as they happen.
import type { GridBlock } from '#core/form/form.ts'
import { layout } from '#core/form/layout.ts'
import type { Sheet } from '#core/form/sheet.ts'
import type { FormData } from '#core/form/data.ts'
import { goodRow, tryCatalog, tryData, tryForm } from '#core/form/try-form.ts'

const say = (zh: string, en = zh) => ({ zh, en })

const goodsGrid: GridBlock = {
  kind: 'grid', key: 'goods', source: { lines: 'goods' }, least: 6, total: say('合计', 'Total'), heading: say('进货对象', 'Goods'),
  columns: [
    { key: '', label: say('序号', 'No.'), weight: 1, number: true },
    { key: 'brand', label: say('品牌', 'Brand'), weight: 4 },
    { key: 'share', label: say('占比', 'Share'), under: say('份额', 'Part'), weight: 2 },
    { key: 'amount', label: say('金额（元）', 'Amount'), under: say('份额', 'Part'), weight: 3, sum: true },
  ],
}

export const cardForm = tryForm(
  { kind: 'title' },
  { kind: 'line', items: [{ label: say('年度', 'Year'), at: '@year' }, { label: say('区域', 'Region'), at: '@region' }, { label: say('填表日期', 'Date'), at: '%today' }] },
  {
    kind: 'fields', heading: say('基本情况', 'Basics'), rows: [
      [{ label: say('客户名称', 'Name'), at: 'name', weight: 2 }, { label: say('电话', 'Phone'), at: 'phone' }],
      [{ label: say('店址', 'Site'), at: 'site', boxes: 'numbered', weight: 2 }, { label: say('开业日期', 'Opened'), at: 'opened' }],
      [{ label: say('信用额度', 'Credit'), at: 'credit' }, { label: say('两倍', 'Twice'), at: 'twice' }, { label: say('负责人', 'Owner'), at: 'owner' }],
      [{ label: say('嗜好', 'Hobbies'), at: 'hobbies', boxes: true }],
    ],
  },
  goodsGrid,
  { kind: 'note', label: say('总经理建议', 'Advice'), at: '#advice', lines: 3 },
  { kind: 'note', label: say('备注', 'Notes'), at: 'note', lines: 2 },
  { kind: 'signatures', items: [{ label: say('审核', 'Checked') }, { label: say('填写', 'Filled') }, { label: say('编制', 'Made') }] },
)

const goods = [goodRow('g1', '青岛啤酒', '1200.50'), goodRow('g2', '雪花', '800'), goodRow('g3', '百威', null)]

export const cardSheet = (more: Partial<FormData> = {}, rows = goods): Sheet =>
  layout(cardForm, tryData({ grids: { goods: { rows, canAdd: true } }, ...more }), tryCatalog)

const NAMES = ['杭州云海科技有限公司', '义乌𠮷祥小商品商行', '張㼆记杂货铺', '宁波东方物流（集团）股份有限公司上海自由贸易试验区临港新片区分公司', '=1+1', '#import "x": *; $x$ \\ "引"', '龘堃商贸']

/** Twelve columns across, `count` rows. */
export function wideSheet(count: number): Sheet {
  const months = Array.from({ length: 8 }, (_, month) => ({ key: `m${month}`, label: `产品${'ABCDEFGH'[month]}` }))
  const form = { ...tryForm(
    { kind: 'title', below: say('单位：元') },
    {
      kind: 'grid', key: 'sales', source: { report: 'sales' }, total: say('合计'), columns: [
        { key: '', label: say('序号'), weight: 1, number: true }, { key: 'name', label: say('客户名称'), weight: 4 },
        { key: 'm', label: say('产品'), under: say('产品'), weight: 2, across: true, sum: true, as: { kind: 'money' } },
        { key: 'all', label: say('合计'), weight: 2.4, sum: true, as: { kind: 'money' } },
      ],
    } satisfies GridBlock,
    { kind: 'signatures', items: [{ label: say('审核') }, { label: say('填写') }, { label: say('编制') }] },
  ), id: 'T07', title: say('客户销售分析表', 'Sales'), page: 'landscape' as const }
  const rows = Array.from({ length: count }, (_, at) => {
    const sales = months.map((_m, month) => ((at + 1) * (month + 3) * 137.25).toFixed(2))
    const values = Object.fromEntries(months.map(({ key }, month) => [`m:${key}`, sales[month]]))
    return { values: { name: NAMES[at % NAMES.length], ...values, all: sales.reduce((sum, one) => sum + Number(one), 0).toFixed(2) } }
  })
  return layout(form, tryData({ record: undefined, grids: { sales: { rows, across: months, more: 12 } } }), tryCatalog)
}

/** A picture of one red point. */
export const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

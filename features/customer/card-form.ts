// F02 客户资料卡: the dealer card of a customer. Its monthly figures come from orders where there are any, else they are typed.
import type { Block, Form, Item } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

const money = (zh: string, en: string, at: string, lookup: string): Item => ({ label: text(zh, en), at, lookup })

const basics: Block = { kind: 'fields', rows: [
  [{ label: text('客户名称', 'Customer'), at: 'name', weight: 3 }, { label: text('电话', 'Phone'), at: 'phone', weight: 2 }],
  [{ label: text('地址', 'Address'), at: 'address' }],
  [{ label: text('店址', 'Shop site'), at: 'site', boxes: 'numbered' }],
] }

const owner: Block = { kind: 'fields', heading: text('经营者情况', 'Owner'), rows: [
  [{ label: text('姓名', 'Name'), at: 'bossName' }, { label: text('性别', 'Gender'), at: 'bossGender' }, { label: text('年龄', 'Age'), at: 'bossAge' }, { label: text('学历', 'Education'), at: 'bossEducation' }],
  [{ label: text('语言', 'Language'), at: 'bossLanguage', weight: 2 }, { label: text('籍贯', 'Native place'), at: 'bossOrigin', weight: 2 }],
  [{ label: text('以往荣誉', 'Honours'), at: 'honours' }],
] }

const finances: Block = { kind: 'fields', heading: text('金融状况', 'Finances'), rows: [
  [{ label: text('往来银行', 'Bank'), at: 'bank' }, { label: text('账号', 'Account'), at: 'bankAccount' }],
  [{ label: text('记事', 'Bank notes'), at: 'bankNote' }, { label: text('兑现情况', 'Honouring of bills'), at: 'honouring' }],
  [{ label: text('资金状况', 'Funds'), at: 'funds', boxes: true }],
  [{ label: text('付款情况', 'Payment'), at: 'payment' }],
  [{ label: text('付款态度', 'Attitude to paying'), at: 'payingManner', boxes: true }],
  [{ label: text('其他说明', 'Further remarks'), at: 'financeNote', lines: 2 }],
] }

const share = (key: string, source: string, zh: string, en: string, column: ReturnType<typeof text>, at: string): Block => ({
  kind: 'grid', key, heading: text(zh, en), source: { lines: source }, least: 3, total: text('合计', 'Total'),
  columns: [{ key: '', label: text('序号', 'No.'), weight: 1, number: true }, { key: at, label: column, weight: 6 }, { key: 'share', label: text('占比', 'Share'), weight: 3, sum: true }],
})

const trade: Block = { kind: 'fields', rows: [
  [{ label: text('销售范围', 'Sales range'), at: 'salesRange', boxes: 'numbered' }, { label: text('营业性质', 'Nature of trade'), at: 'nature', boxes: 'numbered' }],
  [{ label: text('销售价格', 'Prices'), at: 'pricing', boxes: 'numbered' }],
  [money('每月平均销售实绩', 'Sales in an average month', 'monthlySales', 'averageMonth'), { label: text('每月平均销售力', 'Monthly selling power'), at: 'monthlyPower' }],
  [money('最高月额（销售）', 'Best month (sales)', 'bestMonth', 'bestMonth'), money('最高月额（进货）', 'Best month (purchases)', 'bestPurchase', 'bestPurchase')],
  [money('最低月额（销售）', 'Worst month (sales)', 'worstMonth', 'worstMonth'), money('最低月额（进货）', 'Worst month (purchases)', 'worstPurchase', 'worstPurchase')],
] }

export const cardForm: Form = {
  id: 'F02', title: text('客户资料卡', 'Customer card'), area: 'master', page: 'portrait', record: 'customer', filledBy: ['specialist', 'sales'], processes: ['P5'],
  about: text('记录经销商的经营者、金融、经营与进销情况。', 'How a dealer stands: its owner, finances, business, purchases and sales.'),
  blocks: [
    { kind: 'title' }, basics, owner, finances,
    { kind: 'fields', heading: text('经营概况', 'Business'), rows: [
      [{ label: text('经营方针', 'Policy'), at: 'policy', boxes: 'numbered' }],
      [{ label: text('业务状况', 'State of business'), at: 'business', boxes: 'numbered' }],
    ] },
    share('suppliers', 'suppliers', '进货对象', 'Buys from', text('品牌', 'Brand'), 'brand'),
    share('assortment', 'assortment', '销售种类', 'Sells', text('门市（类别）', 'Category'), 'category'),
    trade,
  ],
}

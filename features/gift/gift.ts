// 礼品 with its stock, and 礼品出入库: the stock is what came in less what went out.
import { options } from '#core/field/options.ts'
import type { ObjectDecl } from '#core/object/object.ts'

export const gift: ObjectDecl = {
  name: 'gift', icon: 'Gift', area: 'hosting', title: 'name', code: 'code',
  label: { zh: '礼品', en: 'Gift' },
  fields: {
    code: { kind: 'serial', rule: 'LP-{0000}', unique: true, search: true, label: { zh: '礼品编号', en: 'Gift code' }, synonyms: ['编号'] },
    name: { kind: 'text', required: true, unique: true, search: true, maxLength: 80, width: 180, label: { zh: '礼品名称', en: 'Gift' }, synonyms: ['名称', '礼品'] },
    unit: { kind: 'text', maxLength: 20, initial: '份', label: { zh: '单位', en: 'Unit' } },
    value: { kind: 'money', min: '0', indexed: true, label: { zh: '单位价值', en: 'Value of one' }, synonyms: ['单价', '价值'] },
    stock: { kind: 'rollup', of: 'giftMove', by: 'gift', fn: 'sum', field: 'change', result: 'integer', indexed: true, label: { zh: '库存', en: 'In stock' } },
    least: { kind: 'integer', min: 0, initial: 0, label: { zh: '最低库存', en: 'Least stock' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  matchKeys: [['code'], ['name']],
  views: [
    { key: 'all', label: { zh: '全部礼品', en: 'All gifts' }, columns: ['code', 'name', 'unit', 'value', 'stock', 'least', 'note'], sort: [{ field: 'code', dir: 'asc' }] },
    { key: 'short', label: { zh: '库存不足', en: 'Running short' }, columns: ['code', 'name', 'stock', 'least', 'unit', 'value'], filter: { rule: 'stock < least' }, sort: [{ field: 'stock', dir: 'asc' }] },
  ],
  related: [{ object: 'giftMove', by: 'gift' }],
}

export const giftMove: ObjectDecl = {
  name: 'giftMove', icon: 'Swap', area: 'hosting', title: 'gift', owned: true,
  label: { zh: '礼品出入库', en: 'Gift move' },
  fields: {
    date: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '日期', en: 'Date' } },
    gift: { kind: 'reference', to: 'gift', required: true, indexed: true, width: 180, label: { zh: '礼品名称', en: 'Gift' }, synonyms: ['礼品'] },
    direction: { kind: 'choice', required: true, initial: 'in', label: { zh: '出入库', en: 'In or out' }, options: options(['in', '入库', 'In', 'green'], ['out', '出库', 'Out', 'orange']) },
    quantity: { kind: 'integer', required: true, min: 1, label: { zh: '数量', en: 'Quantity' } },
    change: { kind: 'computed', rule: 'if direction = "out" then -quantity else quantity', result: 'integer', label: { zh: '库存变动', en: 'Change' } },
    customer: { kind: 'reference', to: 'customer', indexed: true, label: { zh: '馈赠对象', en: 'Given to' } },
    application: { kind: 'reference', to: 'giftApplication', indexed: true, label: { zh: '馈赠申请', en: 'Application' } },
    note: { kind: 'text', maxLength: 200, label: { zh: '备注', en: 'Notes' } },
  },
  views: [{ key: 'all', label: { zh: '全部出入库', en: 'All moves' }, columns: ['date', 'gift', 'direction', 'quantity', 'customer', 'application', 'owner', 'note'], sort: [{ field: 'date', dir: 'desc' }] }],
}

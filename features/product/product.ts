// 产品 and 产品类别.
import type { ObjectDecl } from '#core/object/object.ts'

export const category: ObjectDecl = {
  name: 'category', icon: 'Cluster', area: 'base', title: 'name', code: 'code',
  label: { zh: '产品类别', en: 'Category' },
  fields: {
    name: { kind: 'text', label: { zh: '产品类别', en: 'Category' }, required: true, unique: true, search: true, maxLength: 60, synonyms: ['类别', '类别名称', '分类'] },
    code: { kind: 'serial', rule: 'LB-{000}', label: { zh: '类别编号', en: 'Category code' }, unique: true },
    parent: { kind: 'reference', to: 'category', label: { zh: '上级类别', en: 'Part of' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  related: [{ object: 'product', by: 'category' }],
}

export const product: ObjectDecl = {
  name: 'product', icon: 'Barcode', area: 'base', title: 'name', code: 'code',
  label: { zh: '产品', en: 'Product' },
  fields: {
    code: { kind: 'serial', rule: 'CP-{0000}', label: { zh: '产品编号', en: 'Product code' }, unique: true, search: true, synonyms: ['编号', '货号', '产品代码', '商品编码', 'SKU'] },
    name: { kind: 'text', label: { zh: '产品名称', en: 'Product' }, required: true, search: true, maxLength: 120, width: 200, synonyms: ['名称', '品名', '商品名称', '产品'] },
    category: { kind: 'reference', to: 'category', label: { zh: '产品类别', en: 'Category' }, indexed: true, synonyms: ['类别', '分类', '品类'] },
    spec: { kind: 'text', label: { zh: '规格型号', en: 'Specification' }, maxLength: 120, synonyms: ['规格', '型号'] },
    unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, maxLength: 20, initial: '件' },
    price: { kind: 'money', min: '0', label: { zh: '标准价', en: 'List price' }, indexed: true, synonyms: ['单价', '价格', '售价', '销售价'] },
    cost: { kind: 'money', min: '0', label: { zh: '成本价', en: 'Cost' }, sensitivity: 'restricted', purpose: { zh: '利润核算', en: 'Profit' }, synonyms: ['成本', '进价'] },
    onSale: { kind: 'yesNo', label: { zh: '在售', en: 'On sale' }, initial: true },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  matchKeys: [['code'], ['name']],
  views: [{ key: 'all', label: { zh: '全部产品', en: 'All products' }, columns: ['code', 'name', 'category', 'spec', 'unit', 'price', 'cost', 'onSale', 'note'], sort: [{ field: 'code', dir: 'asc' }] }],
}

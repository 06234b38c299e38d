// Titles as people write them find their fields; what fits none is offered as a new one.
import { describe, expect, it } from 'vitest'
import { defineObject } from '../object/define.ts'
import type { FieldInput } from '../field/field.ts'
import { mapColumns } from './map-columns.ts'
import { titleWords } from './map-columns-title.ts'
import { guessField } from './map-columns-new.ts'

const text = (zh: string, en: string, more: Partial<FieldInput> = {}): FieldInput => ({ kind: 'text', label: { zh, en }, ...more }) as FieldInput
const customer = defineObject({
  name: 'customer', title: 'name', code: 'code', owned: true, label: { zh: '客户', en: 'Customer' },
  fields: {
    code: { kind: 'serial', rule: 'K-{000}', label: { zh: '客户编号', en: 'Customer no.' }, synonyms: ['编号'] },
    name: text('客户名称', 'Customer', { synonyms: ['公司名称', '单位名称', '名称'] }),
    contactName: text('联系人', 'Contact'),
    phone: { kind: 'phone', label: { zh: '联系电话', en: 'Phone' }, synonyms: ['电话', '手机'] },
    email: { kind: 'email', label: { zh: '电子邮件', en: 'E-mail' }, synonyms: ['邮箱'] },
    address: { kind: 'address', label: { zh: '地址', en: 'Address' }, synonyms: ['详细地址'] },
    region: { kind: 'reference', to: 'region', label: { zh: '地区/区域', en: 'Region' } },
    sales: { kind: 'money', label: { zh: '年销售额', en: 'Yearly turnover' } },
    total: { kind: 'rollup', of: 'order', by: 'customer', fn: 'sum', field: 'total', result: 'money', label: { zh: '消费金额', en: 'Sales' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
})
const fields = Object.values(customer.fields)
const guess = (columns: [string, ...string[]][]) => mapColumns(fields, columns.map(([title, ...samples], index) => ({ index, title, samples })))
const keys = (columns: [string, ...string[]][]) => guess(columns).map(column => column.field)

describe('columns', () => {
  it('find their fields by labels, synonyms, both levels of a header and in both languages', () => {
    expect(keys([['序号', '1'], ['客户编号', 'KH1'], [' 客户 名称* '], ['联系方式 / 联系人', '王伟'], ['联系方式 / 电话', '13800138000'], ['所在地区', '杭州'], ['备注']]))
      .toEqual([null, 'code', 'name', 'contactName', 'phone', 'region', 'note'])
    expect(keys([['Customer', '云海'], ['Phone', '13800138000'], ['E-mail', 'a@b.cn'], ['Notes']])).toEqual(['name', 'phone', 'email', 'note'])
  })
  it('take the unit of a title along', () => {
    expect(guess([['年销售额（万元）', '12.5']])[0]).toMatchObject({ field: 'sales', factor: '10000' })
    expect(guess([['年销售额（元）', '12.5']])[0]).not.toHaveProperty('factor')
    expect(titleWords('金额（单位：万元）').factor).toBe('10000')
    expect(titleWords('金额/千元').factor).toBe('1000')
  })
  it('of province, city and street become parts of one address', () => {
    expect(keys([['省份', '浙江'], ['城市', '杭州'], ['区县', '西湖区'], ['详细地址', '文三路1号']])).toEqual(['address.province', 'address.city', 'address.district', 'address'])
  })
  it('with the author and the date of the original keep them', () => {
    expect(keys([['录入人', '李娜'], ['创建时间', '2020-01-01'], ['业务员', '王伟']])).toEqual(['createdBy', 'createdAt', 'owner'])
  })
  it('never go to what the system fills, nor two to one field', () => {
    expect(keys([['消费金额', '12']])).toEqual([null])
    expect(keys([['电话', '13800138000'], ['手机', '13800138001']]).filter(key => key === 'phone')).toHaveLength(1)
  })
  it('whose values do not fit are left to the person', () => {
    expect(keys([['电话', '王伟', '李娜', '张三']])).toEqual([null])
  })
  it('without a name are told by unmistakable values', () => {
    expect(keys([['C', '13800138000', '13900139000'], ['D', 'a@b.cn', 'c@d.cn'], ['E', '你好', '再见']])).toEqual(['phone', 'email', null])
  })
})

describe('a new field', () => {
  const kind = (title: string, values: string[], filled = values.length) => guessField(title, { values, filled })?.kind
  it('is of the kind that its values have', () => {
    expect(kind('开票', ['是', '否'])).toBe('yesNo')
    expect(kind('签约日', ['2020年1月5日', '2021/3/4'])).toBe('date')
    expect(kind('签约日期', ['46027', '46030'])).toBe('date')
    expect(kind('备用电话', ['13800138000', '010-88886666'])).toBe('phone')
    expect(kind('合同金额', ['1,200.50', '3万'])).toBe('money')
    expect(kind('员工人数', ['12', '300'])).toBe('integer')
    expect(kind('折扣', ['95%', '88 %'])).toBe('percent')
    expect(kind('身份证', ['330106199001011234', '330106199001011235'])).toBe('text')
    expect(kind('门牌', ['001', '002'])).toBe('text')
    expect(kind('渠道', ['展会', '网络', '介绍'], 30)).toBe('choice')
    expect(kind('渠道', ['展会', '网络', '介绍'], 3)).toBe('text')
    expect(kind('经过', ['第一行\n第二行'])).toBe('longText')
    expect(guessField('空', { values: [], filled: 0 })).toBeUndefined()
  })
  it('is named without its unit', () => {
    expect(guessField('合同额（万元）', { values: ['3'], filled: 1 })).toMatchObject({ kind: 'money', label: { zh: '合同额' } })
  })
})

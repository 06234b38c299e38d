// One company under several spellings, and companies that only look alike.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { nameKey, nameParts, similarity } from './company-name.ts'
import type { NearDuplicate } from './near-duplicates.ts'
import { nearDuplicates } from './near-duplicates.ts'

test.each([
  ['杭州西溪贸易有限公司', '西溪'], ['浙江省杭州市西溪商貿（集團）有限公司', '西溪'], ['西溪商贸', '西溪'], ['北京小米科技有限责任公司', '小米'], ['小米（北京）科技有限公司', '小米'], ['廣東聯合網絡股份有限公司', '联合网络'], ['Acme Co., Ltd', 'acme'], ['ＡＣＭＥ　Ｉｎｃ.', 'acme'],
  ['北京大学', '北京大学'], ['上海银行股份有限公司', '上海银行'], ['杭州市第一人民医院', '杭州市第一人民医院'], ['华为技术有限公司', '华为'], ['王伟', '王伟'], ['', ''], ['有限公司', '有限公司'], ['深圳市腾讯计算机系统有限公司', '腾讯计算机系统'], ['科技有限公司', '科技'], ['阿里巴巴网络有限公司', '阿里巴巴网络'], ['海南航空', '海南航空'],
])('%s has the key %s', (name, key) => expect(nameKey(name)).toBe(key))

test('the same company is alike, whatever was left out', () => {
  expect(similarity('杭州西溪贸易有限公司', '杭州西溪贸易公司')).toBe(1)
  expect(similarity('北京小米科技有限责任公司', '小米科技')).toBeGreaterThanOrEqual(0.85)
  expect(similarity('阿里巴巴网络', '阿里巴巴网洛')).toBeGreaterThan(0.8)
})

test('companies that differ in trade, kind or region are not', () => {
  for (const [a, b] of [['万科物业', '万科物流'], ['王伟', '王维'], ['北京华联商贸有限公司', '上海华联商贸有限公司'], ['万达商贸', '万达科技'], ['北京大学', '南京大学'], ['工商银行', '农商银行'], ['上海市第一百货商店', '上海市第二百货商店']] as const) {
    expect(similarity(a, b), `${a} ${b}`).toBeLessThan(0.85)
  }
})

const pairs = (found: NearDuplicate[]): string[] => found.map(({ a, b, reason }) => `${a}${b} ${reason}`).toSorted()

test('duplicates inside a workbook are found with their reason', () => {
  const found = nearDuplicates([
    { id: '1', name: '杭州西溪贸易有限公司', phone: '0571-88886666' }, { id: '2', name: '西溪貿易', phone: null }, { id: '3', name: '万科物业' }, { id: '4', name: '万科物流' },
    { id: '5', name: '阿里巴巴网络技术服务' }, { id: '6', name: '阿里巴巴网洛技术服务' }, { id: '7', name: '完全两样的名字', phone: '（0571）88886666' }, { id: '8', name: '华润万家超市' }, { id: '9', name: '华润万家有限公司' },
  ])
  expect(pairs(found)).toEqual(['12 sameName', '17 samePhone', '56 similarName', '89 similarName'])
})

test('people of like names are never claimed to be one without a second sign', () => {
  expect(nearDuplicates([{ id: '1', name: '王伟' }, { id: '2', name: '王维' }, { id: '3', name: '王炜', phone: '13800138000' }])).toEqual([])
  expect(nearDuplicates([{ id: '1', name: '王伟', phone: '13800138000' }, { id: '2', name: '王伟', phone: '13900139000' }])).toEqual([])
  expect(pairs(nearDuplicates([{ id: '1', name: '王伟', phone: '13800138000' }, { id: '2', name: '王维', phone: '+86 138-0013-8000' }]))).toEqual(['12 similarNameAndPhone'])
  expect(nearDuplicates([{ id: '1', name: '王伟' }, { id: '2', name: '王伟' }])).toMatchObject([{ reason: 'sameName', score: 0.6 }])
})

test('a switchboard number shared by hundreds makes nobody a duplicate', () => {
  const rows = Array.from({ length: 300 }, (_, i) => ({ id: String(i), name: `测试客户${i}`, phone: '4001234567' }))
  expect(nearDuplicates(rows)).toEqual([])
})

test('likeness is symmetric, and every name is like itself', () => {
  const name = fc.array(fc.constantFrom('杭州', '上海', '西溪', '联合', '商贸', '科技', '有限公司', '王', '伟', 'A', '(', ')', ' '), { maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(fc.property(name, name, (a, b) => {
    expect(similarity(a, b)).toBe(similarity(b, a))
    if (nameParts(a).key) expect(similarity(a, a)).toBe(1)
  }))
})

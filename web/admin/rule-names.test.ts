// Formulas between the keys they are kept with and the labels people read.
import { expect, test } from 'vitest'
import { defineObject } from '#core/object/define.ts'
import { toKeys, toLabels } from './rule-names.ts'

const contract = defineObject({
  name: 'contract', label: { zh: '合同', en: 'Contract' }, title: 'name', fields: {
    name: { kind: 'text', label: { zh: '名称', en: 'Name' } }, x_f1: { kind: 'money', label: { zh: '合同金额', en: 'Amount' } },
    x_f2: { kind: 'number', label: { zh: '税率 %', en: 'Tax' } }, x_a: { kind: 'text', label: { zh: '备注', en: 'Note' } }, x_b: { kind: 'text', label: { zh: '备注', en: 'Remark' } },
  },
})
const catalog = { version: 1, objects: new Map([['contract', contract]]) }

test('a formula is kept by keys and read by labels, so that renaming a field breaks nothing', () => {
  const kept = toKeys(catalog, contract, '合同金额*(1 + `税率 %`)')
  expect(kept).toBe('x_f1 * (1 + x_f2)')
  expect(toLabels(contract, kept, 'zh')).toBe('合同金额 * (1 + `税率 %`)')
  expect(toLabels(contract, kept, 'en')).toBe('Amount * (1 + Tax)')
})

test('two fields of the same label stay keys, and what is no formula stays as it was typed', () => {
  expect(toLabels(contract, 'x_a & x_b', 'zh')).toBe('x_a & x_b')
  expect([toKeys(catalog, contract, '合同金额 *'), toKeys(catalog, contract, '')]).toEqual(['合同金额 *', ''])
})

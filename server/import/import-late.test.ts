// Rows that only a check over sums refuses, after they were written: the others of their chunk are kept.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtin } from '#core/object/builtin.ts'
import { defineObject } from '#core/object/define.ts'
import { openImports } from './test-kit.ts'
import type { Imports } from './test-kit.ts'

const named = (zh: string) => ({ label: { zh, en: zh } })
const bill = defineObject({
  name: 'bill', ...named('单据'), title: 'no',
  fields: {
    no: { kind: 'text', required: true, ...named('单号') }, limit: { kind: 'money', ...named('限额') },
    spent: { kind: 'rollup', of: 'item', by: 'bill', fn: 'sum', field: 'price', result: 'money', ...named('花费') },
  },
  checks: [{ rule: 'limit >= spent + 10', field: 'limit', message: { zh: '限额太小', en: 'The limit is too small' } }],
})
const item = defineObject({
  name: 'item', ...named('条目'), title: 'what', fields: { what: { kind: 'text', ...named('物') }, bill: { kind: 'reference', to: 'bill', ...named('所属') }, price: { kind: 'money', ...named('价') } },
})

let kit: Imports
beforeAll(async () => { kit = await openImports([bill, item, ...builtin.map(defineObject)], 'late') })
afterAll(() => kit.close())

it('a check over sums refuses its rows alone', async () => {
  const job = await kit.all(kit.boss, '单号,限额\nA,100\nB,5\nC,20\nD,1', { fileName: 'a.csv', object: 'bill' })
  expect(job.counts).toMatchObject({ created: 2, updated: 0, skipped: 0, failed: 2, reasons: { 'check.failed': 2 } })
  expect((await kit.living('bill')).map(row => row.no)).toEqual(['A', 'C'])
  expect((await kit.preview(kit.boss, job, 'problems')).map(row => row.cells[1]?.problem?.message)).toEqual(['限额太小', '限额太小'])
})

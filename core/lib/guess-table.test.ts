// Where the table is in the sheets people send.
import { describe, expect, it } from 'vitest'
import { columnLetter, guessTable, rowJudge } from './guess-table.ts'
import type { MergeRange, SheetRow } from './guess-table.ts'

const text = (table: (string | null)[][]): SheetRow[] => table.map((row, index) => ({ index, cells: row.map((v) => (v === null ? null : { v, t: /^-?\d+(?:\.\d+)?$/.test(v) ? 'n' : 's' })) }))
const guess = (table: (string | null)[][], merges: MergeRange[] = []) => guessTable(text(table), merges)
const titles = (table: (string | null)[][], merges: MergeRange[] = []): string[] => guess(table, merges).columns.map(({ title }) => title)

describe('the header', () => {
  it('is the first row of a plain table', () => {
    expect(guess([['客户名称', '电话', '金额'], ['杭州云海', '13800138000', '12.5'], ['宁波东方', '13800138001', '3']])).toMatchObject({
      headerRow: 0, headerRows: 1, firstRow: 1, lastRow: 2, skipped: [], columns: [{ index: 0, title: '客户名称', samples: ['杭州云海', '宁波东方'] }, { index: 1, title: '电话' }, { index: 2, title: '金额' }],
    })
  })

  it('is found below titles', () => {
    expect(guess([['2026 年客户台账', null, null], ['单位：万元', null, null], ['客户名称', '电话', '备注'], ['杭州云海', '1', 'x'], ['宁波', '2', 'y']], [{ top: 0, left: 0, bottom: 0, right: 2 }]))
      .toMatchObject({ headerRow: 2, firstRow: 3, skipped: [{ row: 0, why: 'title' }, { row: 1, why: 'title' }] })
  })

  it('is found in a table of nothing but text', () => {
    expect(guess([['姓名', '城市', '爱好'], ['王伟', '杭州', '登山'], ['李娜', '宁波', '读书']]).headerRow).toBe(0)
  })

  it('has two levels when cells are merged', () => {
    const merges = [{ top: 0, left: 0, bottom: 1, right: 0 }, { top: 0, left: 1, bottom: 0, right: 2 }]
    const found = guess([['客户名称', '联系方式', null], [null, '电话', '地址'], ['杭州云海', '138', '西湖区'], ['宁波', '139', '海曙区']], merges)
    expect(found).toMatchObject({ headerRow: 0, headerRows: 2, firstRow: 2 })
    expect(found.columns.map(({ title }) => title)).toEqual(['客户名称', '联系方式 / 电话', '联系方式 / 地址'])
  })

  it('has two levels in a .csv, where nothing is merged', () => {
    expect(titles([['客户名称', '联系方式', null, '备注'], [null, '电话', '地址', null], ['杭州云海', '138', '西湖区', 'x'], ['宁波', '139', '海曙区', 'y']])).toEqual(['客户名称', '联系方式 / 电话', '联系方式 / 地址', '备注'])
  })

  it('numbers repeated titles, names untitled columns by letter and leaves empty ones out', () => {
    expect(titles([['电话', '电话', null, null, '__proto__', 'constructor'], ['1', '2', '3', null, '5', '6']])).toEqual(['电话', '电话 (2)', 'C', '__proto__', 'constructor'])
    expect(['A', 'Z', 'AA', 'XFD'].map((_, at) => columnLetter([0, 25, 26, 16_383][at] ?? 0))).toEqual(['A', 'Z', 'AA', 'XFD'])
  })
})

describe('rows that are no records', () => {
  it('are totals, blanks, repeated headers and notes, each said why', () => {
    const table = [['客户名称', '电话', '金额'], ['杭州云海', '1', '5'], ['华东小计', null, '5'], [null, ' ', null], ['客户名称', '电话', '金额'], ['宁波东方', '2', '6'], ['合 计', null, '11'], ['总计：', null, '11'], ['注：金额含税', null, null], ['制表人：王伟   审核：李娜', null, null]]
    expect(guess(table)).toMatchObject({ firstRow: 1, lastRow: 5, skipped: [2, 3, 4, 6, 7, 8, 9].map((row, at) => ({ row, why: ['total', 'blank', 'repeatedHeader', 'total', 'total', 'note', 'note'][at] })) })
  })

  it('do not include a customer of whom only the name is known', () => {
    const found = guess([['客户名称', '电话', '金额'], ['总计网络公司', null, null], ['合计划科技有限公司', '1', '2'], ['宁波东方', '2', '6'], ['温州食品', null, null]])
    expect(found.skipped).toEqual([])
    expect(found.lastRow).toBe(4)
  })

  it('are told one by one as the rest of a long sheet streams past', () => {
    const head = text([['名单', null, null], ['名称', '电话', '金额'], ['a', '1', '2'], ['b', '3', '4']])
    const judge = rowJudge(head, guessTable(head, []))
    expect([['合计', null, '6'], ['名称', '电话', '金额'], ['c', '5', '6'], ['备注：含税', null, null]].map((row, at) => judge({ index: 10 + at, cells: text([row])[0]?.cells ?? [] }))).toEqual(['total', 'repeatedHeader', null, 'note'])
  })

  it('count as blank when the file has no such row', () => {
    const rows = text([['名称', '电话'], ['a', '1'], ['b', '2']])
    rows[2]!.index = 4
    expect(guessTable(rows, []).skipped).toEqual([{ row: 2, why: 'blank' }, { row: 3, why: 'blank' }])
  })
})

it('an empty sheet gives an empty table', () => {
  expect(guessTable([], [])).toEqual({ headerRow: 0, headerRows: 1, columns: [], firstRow: 1, lastRow: 0, skipped: [] })
})

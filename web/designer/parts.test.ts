// What a form can be given, what is wrong with one, and what stands where on the paper.
import { describe, expect, test } from 'vitest'
import type { FieldInput } from '#core/field/field.ts'
import type { Form, GridBlock } from '#core/form/form.ts'
import { removeBlock, removeColumn, setColumn, setForm, setUnder, underRun } from '#core/form/edit.ts'
import { removeItem } from '#core/form/edit-items.ts'
import type { Sheet } from '#core/form/sheet.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import { asWebObject } from '../admin/queries.ts'
import { defineObject } from '#core/object/define.ts'
import { zh } from '../lib/texts-zh.ts'
import type { Said } from './choices.ts'
import { columnChoices, gridChoices, itemChoices, newGrid } from './choices.ts'
import { locate } from './locate.ts'
import { addable } from './new-parts.ts'
import { placeTitle } from './part-words.ts'
import { placeOf, problemsOf } from './problems.ts'
import { optionsFrom } from './value-options.ts'

const t = (words: string) => ({ zh: words, en: words })
const object = (name: string, label: string, fields: Record<string, FieldInput>, more: { parent?: string } = {}): [string, WebObject] =>
  [name, asWebObject(defineObject({ name, label: t(label), title: 'name', fields, ...more }))]

const catalog: WebCatalog = {
  version: 1, objects: new Map([
    object('customer', '客户', { name: { kind: 'text', label: t('客户名称') }, region: { kind: 'reference', to: 'region', label: t('区域') }, brands: { kind: 'lines', of: 'brand', by: 'customer', label: t('进货对象') }, grade: { kind: 'choice', options: [], label: t('等级') } }),
    object('region', '区域', { name: { kind: 'text', label: t('区域名称') } }),
    object('brand', '品牌', { customer: { kind: 'reference', to: 'customer', label: t('客户') }, name: { kind: 'text', label: t('品牌') }, share: { kind: 'percent', label: t('占比') } }, { parent: 'customer' }),
    object('visit', '拜访', { customer: { kind: 'reference', to: 'customer', label: t('客户') }, name: { kind: 'text', label: t('概要') } }),
  ]),
}
const said: Said = { catalog, lang: 'zh', t: (key, params = {}) => Object.entries(params).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), zh[key] as string) }

const brands: GridBlock = { kind: 'grid', key: 'brands', source: { lines: 'brands' }, columns: [{ key: 'name', label: t('品牌'), weight: 3 }, { key: 'share', label: t('占比'), weight: 1, sum: true }] }
const tops: GridBlock = {
  kind: 'grid', key: 'tops', source: { report: 'tops' }, columns: [{ key: 'a', label: t('名称'), under: t('前10名'), weight: 1 }, { key: 'b', label: t('金额'), under: t('前10名'), weight: 1 }, { key: 'c', label: t('备注'), weight: 1 }],
  spare: [{ key: 'd', label: t('产品'), weight: 1 }],
}
const card: Form = {
  id: 'T02', title: t('资料卡'), area: 'master', about: t(''), filledBy: [], page: 'portrait', record: 'customer', params: { year: { kind: 'integer', label: t('年度') } }, values: { advice: { kind: 'text', label: t('建议') } },
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [{ label: t('年度'), at: '@year' }, { label: t('家数'), at: '$count' }] },
    { kind: 'fields', heading: t('基本'), rows: [[{ label: t('客户名称'), at: 'name' }, { label: t('区域'), at: 'region' }]] }, brands, tops, { kind: 'note', label: t('建议'), at: '#advice' },
  ],
}

describe('what can be put in', () => {
  test('a place takes fields, those of what is referred to, values, parameters, facts and the moment', () => {
    const found = itemChoices(said, card, card)
    const groups = Map.groupBy(found, choice => choice.group)
    expect(groups.get('客户')?.map(choice => choice.value)).toEqual(expect.arrayContaining(['name', 'region', 'grade']))
    expect(groups.get('客户 · 区域')).toEqual(expect.arrayContaining([{ value: 'region.name', label: '区域名称', group: '客户 · 区域' }]))
    expect(groups.get('本表填写')).toEqual([{ value: '#advice', label: '建议', group: '本表填写' }])
    expect(found.map(choice => choice.value)).toEqual(expect.arrayContaining(['@year', '$count', '%today', '%me']))
    expect(found.map(choice => choice.value)).not.toContain('brands')
  })

  test('a grid of a report takes back what was removed and what its report could fill, no more', () => {
    const fewer = removeColumn(card, 4, 2)
    expect(columnChoices(said, fewer, card, fewer.blocks[4] as GridBlock).map(choice => choice.label)).toEqual(['备注', '产品', '序号'])
  })

  test('a grid of lines takes the fields of its lines, each once', () => {
    const fewer = removeColumn(card, 3, 1)
    const found = columnChoices(said, fewer, card, fewer.blocks[3] as GridBlock).map(choice => choice.value)
    expect(found).toContain('share')
    expect(found).not.toContain('name')
    expect(new Set(found).size).toBe(found.length)
  })

  test('new tables are lines of the record or records that refer to it', () => {
    const found = gridChoices(said, card)
    expect(found.map(choice => choice.label)).toEqual(['进货对象', '拜访'])
    expect(newGrid(found[1]!, card)).toMatchObject({ key: 'rows', source: { object: 'visit', fresh: { customer: 'record' } }, columns: [{ number: true }, { key: 'name' }] })
  })

  test('a part that was removed can be put back, one that only reads otherwise is not offered twice', () => {
    const labels = (form: Form): string[] => addable({ form, original: card, said }).map(one => one.label)
    expect(labels(card).filter(label => label.startsWith('放回'))).toEqual([])
    expect(labels(removeBlock(card, 3))).toContain('放回：品牌 · 占比')
    expect(labels(removeBlock(card, 5))).toContain('放回：建议')
    expect(labels(setColumn(card, 3, 0, { label: t('牌子') })).filter(label => label.startsWith('放回'))).toEqual([])
  })
})

describe('what is wrong', () => {
  const whats = (form: Form): string[] => problemsOf(form, said).map(problem => `${placeTitle(form, problem.at, said)}: ${problem.what}`)

  test('nothing is wrong with the form as it came', () => expect(whats(card)).toEqual([]))

  test('empty titles, empty columns and fields that are gone are told with their place', () => {
    expect(whats(setForm(card, { title: { zh: ' ', en: '' } }))).toEqual(['表单设置: 表名不能空着'])
    expect(whats(setColumn(card, 4, 1, { label: { zh: '', en: '' } }))).toEqual(['明细表 第 2 列: 列名不能空着'])
    expect(whats(setColumn(card, 3, 0, { key: 'colour' }))).toEqual(['明细表 第 1 列: 字段“colour”已不存在'])
    expect(whats(setColumn(card, 3, 1, { key: 'name' }))).toEqual(['明细表 第 2 列: 有两列的内容相同'])
    expect(whats({ ...card, values: {} })).toEqual(['文字栏: 字段“#advice”已不存在'])
    const empty = removeItem(removeItem(card, { block: 2, row: 0, item: 0 }), { block: 2, row: 0, item: 0 })
    expect(whats(empty)).toEqual(['填写栏（基本）: 这一部分是空的'])
  })

  test('places that the server names lead to the same parts', () => {
    expect(placeOf('form.blocks.4.columns.1.label')).toEqual({ block: 4, item: 1 })
    expect(placeOf('blocks.2.rows.0.1')).toEqual({ block: 2, row: 0, item: 1 })
    expect(placeOf('blocks.1.items.0')).toEqual({ block: 1, row: 0, item: 0 })
    expect(placeOf('form.title')).toEqual({})
  })
})

describe('choices of an own value', () => {
  test('a line changed in its place is the choice renamed, new lines are new choices, and a choice without a line is out of use', () => {
    const before = optionsFrom('甲\n乙\n丙')
    expect(optionsFrom('甲\n乙级\n丙', before).map(option => [option.value, option.label.zh])).toEqual([['甲', '甲'], ['乙', '乙级'], ['丙', '丙']])
    expect(optionsFrom('丙\n甲', before).map(option => [option.value, option.retired])).toEqual([['丙', undefined], ['甲', undefined], ['乙', true]])
    expect(optionsFrom('甲\n乙\n丙', optionsFrom('丙\n甲', before))).toEqual(before)
    const renamed = optionsFrom('甲\n乙级\n丙', before)
    expect(optionsFrom('甲\n乙级\n丙\n乙', renamed).map(option => option.value)).toEqual(['甲', '乙', '丙', '乙 2'])
    expect(optionsFrom(' 甲 \n\n甲\n')).toHaveLength(1)
  })
})

describe('titles over columns', () => {
  const unders = (form: Form): (string | undefined)[] => (form.blocks[4] as GridBlock).columns.map(column => column.under?.zh)

  test('the title over several columns changes over all of them', () => {
    const run = underRun(tops.columns, 1)
    expect(run).toEqual({ from: 0, to: 1 })
    expect(unders(setUnder(card, 4, run, t('前5名')))).toEqual(['前5名', '前5名', undefined])
    expect(unders(setUnder(card, 4, underRun(tops.columns, 2), t('其他')))).toEqual(['前10名', '前10名', '其他'])
  })
})

describe('the paper', () => {
  const cell = (row: number, col: number, colSpan: number, style: 'head' | 'label' | 'value', rowSpan = 1) => ({ row, col, rowSpan, colSpan, text: '', style, align: 'left', frame: true } as const)
  const sheet = {
    widths: [20, 40, 40, 80], rows: Array.from({ length: 8 }, () => ({ height: 8 })),
    bands: [{ from: 0, to: 1, head: 0, keep: true, at: 0 }, { from: 1, to: 2, head: 0, keep: true, at: 1 }, { from: 2, to: 3, head: 0, keep: true, at: 2 }, { from: 3, to: 6, head: 1, keep: true, at: 3 }],
    cells: [cell(2, 0, 1, 'label'), cell(2, 1, 1, 'label'), cell(2, 2, 1, 'value'), cell(3, 0, 3, 'head'), cell(3, 3, 1, 'head')],
  } as unknown as Sheet

  test('a click on a table opens the column, on a row of fields the place', () => {
    expect(locate(card, sheet, { band: 3, row: 4, x: 0.1 })).toEqual({ block: 3, item: 0 })
    expect(locate(card, sheet, { band: 3, row: 4, x: 0.9 })).toEqual({ block: 3, item: 1 })
    expect(locate(card, sheet, { band: 2, row: 2, x: 0.2 })).toEqual({ block: 2, row: 0, item: 0 })
    expect(locate(card, sheet, { band: 2, row: 2, x: 0.8 })).toEqual({ block: 2, row: 0, item: 1 })
    expect(locate(card, sheet, { band: 0, row: 0, x: 0.5 })).toEqual({ block: 0 })
  })
})


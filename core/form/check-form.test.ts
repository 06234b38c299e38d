// A form that an administrator sends: whatever it names must be there, and whatever is wrong is told with its place.
import { expect, test } from 'vitest'
import { formProblems, formSchema } from './check-form.ts'
import type { Block, Form, GridBlock } from './form.ts'
import { tryCatalog, tryForm } from './try-form.ts'

const t = (zh: string, en = zh) => ({ zh, en })
const title: Block = { kind: 'title' }
const parts = { reports: ['top'], lookups: ['salesOfYear'] }
const problems = (...blocks: Block[]): string[] => formProblems(tryForm(title, ...blocks), tryCatalog, parts)
const grid = (more: Partial<GridBlock>): GridBlock => ({ kind: 'grid', key: 'goods', source: { lines: 'goods' }, columns: [{ key: 'brand', label: t('品牌'), weight: 1 }], ...more })
const fields = (at: string, more: object = {}): Block => ({ kind: 'fields', rows: [[{ label: t('栏目'), at, ...more }]] })

const whole: Form = {
  ...tryForm(title, { kind: 'line', items: [{ label: t('年度'), at: '@year' }, { label: t('区域'), at: '@region' }] }, fields('site', { boxes: 'numbered' }), fields('head.phone'), fields('$count'), fields('monthly', { lookup: 'salesOfYear' }),
    grid({ least: 3, total: t('合计'), columns: [{ key: '', number: true, label: t('序号'), weight: 1 }, { key: 'brand', label: t('品牌'), weight: 2 }, { key: 'amount', label: t('金额'), weight: 2, sum: true }] }),
    { kind: 'grid', key: 'shops', most: '@year', groupBy: 'site', source: { object: 'shop', filter: { all: [{ field: 'head', op: 'eq', value: '@region' }, { field: 'owner.name', op: 'notEmpty' }] }, sort: [{ field: 'name', dir: 'asc' }], fresh: { head: '@region' } }, columns: [{ key: 'name', label: t('客户'), weight: 1 }, { key: 'sales', label: t('销售额'), weight: 1, lookup: 'salesOfYear', as: { kind: 'money' }, show: 'tenThousand' }] },
    { kind: 'grid', key: 'top', source: { report: 'top', with: { n: 5 } }, columns: [{ key: 'p', label: t('产品'), weight: 1, across: true, sum: true, as: { kind: 'money' } }] },
    { kind: 'signatures', items: [{ label: t('填写'), at: '%me' }] }, { kind: 'note', label: t('建议'), at: '#advice' }),
  acts: [{ key: 'propose', label: t('建议名单'), action: 'shop.propose' }], logged: true,
}

test('a whole form has no problems and is the same after its way through JSON', () => {
  expect(formProblems(whole, tryCatalog, parts, 'zh', whole)).toEqual([])
  expect(formSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
})

test.each<[string, Block]>([
  ['第 2 块（填写区） “栏目”：没有“gone”这个字段', fields('gone')],
  ['第 2 块（填写区） “栏目”：没有“owner.gone”这个字段', fields('owner.gone')],
  ['第 2 块（填写区） “栏目”：没有“month”这个参数', fields('@month')],
  ['第 2 块（填写区） “栏目”：表上没有“reason”这个填写项', fields('#reason')],
  ['第 2 块（填写区） “栏目”：不认识“%weather”；可用 %today、%me、%company、%department', fields('%weather')],
  ['第 2 块（填写区） “栏目”：“count”要由统计表格算出，但这张表里没有统计表格', fields('$count')],
  ['第 2 块（填写区） “栏目”：“goods”不能放在一个格子里', fields('goods')],
  ['第 2 块（填写区） “栏目”：只有带选项的字段才能打印成方框', fields('name', { boxes: true })],
  ['第 2 块（填写区） “栏目”：要按星期或年份显示，必须是日期', fields('name', { show: 'weekday' })],
  ['第 2 块（填写区） “栏目”：这里必须是数字', fields('name', { show: 'tenThousand' })],
  ['第 2 块（填写区） “栏目”：没有名为“gone”的取数', fields('name', { lookup: 'gone' })],
  ['第 2 块（表格） “品牌”列：没有“gone”这个字段', grid({ columns: [{ key: 'gone', label: t('品牌'), weight: 1 }] })],
  ['第 2 块（表格） “品牌”列：只有数字列才能合计', grid({ columns: [{ key: 'brand', label: t('品牌'), weight: 1, sum: true }] })],
  ['第 2 块（表格） “品牌”列：没有说明这一列显示什么', grid({ columns: [{ key: '', label: t('品牌'), weight: 1 }] })],
  ['第 2 块（表格） “品牌”列：没有名为“gone”的取数', grid({ columns: [{ key: 'x', label: t('品牌'), weight: 1, lookup: 'gone', as: { kind: 'money' } }] })],
  ['第 2 块（表格） “品牌”列：只有统计表格才能横向展开列', grid({ columns: [{ key: 'brand', label: t('品牌'), weight: 1, across: true }] })],
  ['第 2 块（表格）：“brand”列出现了两次', grid({ columns: [1, 2].map(weight => ({ key: 'brand', label: t('品牌'), weight })) })],
  ['第 2 块（表格）：没有“gone”这个明细', grid({ source: { lines: 'gone' }, columns: [{ key: '', number: true, label: t('序号'), weight: 1 }] })],
  ['第 2 块（表格）：没有名为“gone”的统计', grid({ source: { report: 'gone' } })],
  ['第 2 块（表格）：没有“gone”这类记录', grid({ source: { object: 'gone' } })],
  ['第 2 块（表格）：没有“month”这个参数', grid({ least: '@month' })],
  ['第 2 块（表格）：这里必须是数字', grid({ most: '@region' })],
  ['第 2 块（表格）：没有“month”这个参数', grid({ source: { object: 'good', filter: { field: 'brand', op: 'eq', value: '@month' } } })],
  ['第 2 块（表格）：没有“gone”这个字段', grid({ source: { object: 'good', filter: { any: [{ not: { field: 'gone', op: 'empty' } }] } } })],
  ['第 2 块（表格）：没有“gone”这个字段', grid({ source: { object: 'good', fresh: { gone: 1 } } })],
  ['第 2 块（表格）：没有“gone”这个字段', grid({ groupBy: 'gone' })],
])('%s', (problem, block) => {
  expect(problems(block)).toEqual([problem])
})

test('what is wrong with the form as such', () => {
  const told = (form: Form): string[] => formProblems(form, tryCatalog, parts, 'zh', whole)
  expect(told({ ...whole, title: t(' ') })).toEqual(['表单没有名称'])
  expect(told({ ...whole, blocks: whole.blocks.slice(1) })).toEqual(['表单没有标题块，打印出来看不出是什么表'])
  expect(told({ ...whole, blocks: [...whole.blocks, whole.blocks[6]!] })).toEqual(['有两个表格的标识都是“goods”，请改掉一个'])
  expect(told({ ...whole, values: { ...whole.values, who: { kind: 'reference', to: 'gone', label: t('谁') } } })).toEqual(['谁：没有“gone”这类记录'])
  expect(told({ ...whole, blocks: [title, ...['a', 'b', 'c'].map(key => grid({ key, least: 500 }))] })).toEqual(['空行太多：各表格合计最多 1000 行'])
  expect(told({ ...whole, id: 'F99' })).toEqual(['这不是“T01”的表样'])
})

test('a variant runs no actions but those of its original, and cannot stop being logged', () => {
  const acts = [{ key: 'propose', label: t('全部删除'), action: 'user.deleteAll' }]
  expect(formProblems({ ...whole, acts }, tryCatalog, parts, 'zh', whole)).toEqual(['没有“propose”这个操作，表样只能使用原表的操作'])
  const { logged: _logged, ...silent } = whole
  expect(formProblems(silent, tryCatalog, parts, 'zh', whole)).toEqual(['查看这张表要留下记录，这一点不能去掉'])
})

test('an English administrator reads English', () => {
  expect(formProblems(tryForm(title, fields('gone')), tryCatalog, parts, 'en')).toEqual(['Block 2 (fields) “栏目”: There is no field “gone”'])
})

test.each<[string, unknown]>([
  ['no form', null], ['no blocks', { ...whole, blocks: [] }], ['a block of no kind', { ...whole, blocks: [{ kind: 'script', code: 'x' }] }],
  ['unknown properties', { ...whole, onLoad: 'x' }], ['unknown properties of a column', { ...whole, blocks: [grid({ columns: [{ key: 'a', label: t('a'), weight: 1, sql: 'x' } as never] })] }],
  ['too many rows', { ...whole, blocks: [grid({ least: 100_000 })] }], ['a negative weight', { ...whole, blocks: [grid({ columns: [{ key: 'a', label: t('a'), weight: -1 }] })] }],
  ['a weight without end', { ...whole, blocks: [grid({ columns: [{ key: 'a', label: t('a'), weight: Infinity }] })] }],
  ['a key with a dot, which error keys could not hold', { ...whole, blocks: [grid({ key: 'a.b' })] }],
  ['a very long text', { ...whole, title: t('长'.repeat(5000)) }], ['characters that cannot be stored', { ...whole, title: t('a\u0000b') }], ['half a character', { ...whole, title: t('a\ud800b') }],
  ['a value of no kind', { ...whole, values: { a: { kind: 'gone', label: t('a') } } }], ['a key that is no key', { ...whole, values: { 'a.b': { kind: 'text', label: t('a') } } }],
  ['a pattern that runs for ever', { ...whole, values: { a: { kind: 'text', pattern: '(a+)+$', label: t('a') } } }],
  ['ten thousand blocks', { ...whole, blocks: Array.from({ length: 10_000 }, () => title) }],
])('%s is refused', (_what, form) => {
  expect(formSchema.safeParse(form).success).toBe(false)
})

test('a key that would change all objects does not come in', () => {
  const parsed = formSchema.parse(JSON.parse(JSON.stringify(whole).replace('"values":{', '"values":{"__proto__":{"kind":"text","label":{"zh":"a","en":"a"}},')))
  expect(parsed).toEqual(whole)
  expect(Object.getPrototypeOf(parsed.values)).toBe(Object.prototype)
})

// A form is designed step by step, and every step can be taken back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Form } from '#core/form/form.ts'
import { addBlock, addColumn, moveBlock, moveColumn, removeBlock, removeColumn, setBlock, setColumn, setForm, setPreset, setValue } from '#core/form/edit.ts'
import { addItem, addRow, freshValue, moveItem, moveRow, removeItem, removeRow, rowsOf, setItem, tidied, usesOf } from '#core/form/edit-items.ts'
import { begin, change, redo, same, undo } from './draft.ts'
import type { Draft } from './draft.ts'

const t = (zh: string) => ({ zh, en: zh })

const form: Form = {
  id: 'T01', title: t('客户对策表'), area: 'analysis', about: t('试验'), filledBy: ['salesman'], page: 'landscape',
  params: { year: { kind: 'integer', label: t('年度'), preset: 'thisYear' }, top: { kind: 'integer', label: t('前几名'), preset: 10 } },
  values: { advice: { kind: 'longText', label: t('建议') } },
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: t('年度'), at: '@year' }, { label: t('编制'), at: '%me' }] },
    { kind: 'fields', rows: [[{ label: t('客户'), at: 'name' }, { label: t('电话'), at: 'phone' }], [{ label: t('备注'), at: 'note' }]] },
    { kind: 'grid', key: 'rows', source: { report: 'top' }, most: '@top', columns: [{ key: '', label: t('序号'), weight: 1, number: true }, { key: 'name', label: t('客户名称'), weight: 3 }, { key: 'sales', label: t('销售额'), weight: 2, sum: true }] },
    { kind: 'signatures', items: [{ label: t('审核') }, { label: t('填写') }] },
    { kind: 'note', label: t('建议'), at: '#advice' },
  ],
}

type Act = (now: Form) => Form
const n = fc.nat(6)
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.string().map((zh): Act => now => setForm(now, { title: { zh, en: '' } })),
  fc.constantFrom<Form['page']>('portrait', 'landscape').map((page): Act => now => setForm(now, { page })),
  fc.nat(50).map((preset): Act => now => setPreset(now, 'top', preset)),
  fc.tuple(n, n).map(([from, to]): Act => now => moveBlock(now, from, to)),
  n.map((at): Act => now => removeBlock(now, at)),
  n.map((at): Act => now => addBlock(now, at, { kind: 'note', text: t('新') })),
  fc.tuple(n, fc.string()).map(([at, zh]): Act => now => setBlock(now, at, 'note', { label: { zh, en: '' } })),
  fc.tuple(n, n, n).map(([block, from, to]): Act => now => moveColumn(now, block, from, to)),
  fc.tuple(n, n).map(([block, at]): Act => now => removeColumn(now, block, at)),
  fc.tuple(n, n, fc.string()).map(([block, at, zh]): Act => now => setColumn(now, block, at, { label: { zh, en: '' }, sum: undefined })),
  fc.tuple(n, n).map(([block, at]): Act => now => addColumn(now, block, at, { key: 'x', label: t('新列'), weight: 1 })),
  fc.tuple(n, n, n).map(([block, row, item]): Act => now => addItem(now, { block, row, item }, { label: t('新') })),
  fc.tuple(n, n, n).map(([block, row, item]): Act => now => removeItem(now, { block, row, item })),
  fc.tuple(n, n, n, fc.string()).map(([block, row, item, zh]): Act => now => setItem(now, { block, row, item }, { label: { zh, en: '' } })),
  fc.tuple(n, n, n, n, n).map(([block, row, item, toRow, toItem]): Act => now => moveItem(now, { block, row, item }, { row: toRow, item: toItem })),
  fc.tuple(n, n, n).map(([block, from, to]): Act => now => moveRow(now, block, from, to)),
  fc.tuple(n, n).map(([block, at]): Act => now => removeRow(now, block, at)),
  fc.tuple(n, n).map(([block, at]): Act => now => addRow(now, block, at, [{ at: '#advice' }])),
  fc.constant<Act>(now => setValue(now, freshValue(now), { kind: 'text', label: t('新') })),
)

const all = (draft: Draft, step: (draft: Draft) => Draft, left: (draft: Draft) => boolean): Draft => {
  let now = draft
  while (left(now)) now = step(now)
  return now
}

describe('steps', () => {
  test('whatever was done, undoing all of it gives the original, and redoing all of it what was done', () => {
    fc.assert(fc.property(fc.array(fc.tuple(acts, fc.constantFrom(undefined, 'title', 'label')), { maxLength: 40 }), steps => {
      const before = JSON.stringify(form)
      const done = steps.reduce((draft, [act, mark]) => change(draft, act(draft.form), mark), begin(form))
      const back = all(done, undo, draft => draft.past.length > 0)
      expect(back.form).toEqual(form)
      expect(all(back, redo, draft => draft.future.length > 0).form).toEqual(done.form)
      expect(JSON.stringify(form)).toBe(before)
    }))
  })

  test('typing on in one place is one step, going on elsewhere another', () => {
    const typed = ['对', '对策', '对策表'].reduce((draft, zh) => change(draft, setForm(draft.form, { title: t(zh) }), 'title'), begin(form))
    expect(typed.past).toHaveLength(1)
    expect(change(typed, setForm(typed.form, { page: 'portrait' })).past).toHaveLength(2)
    expect(undo(typed).form).toEqual(form)
  })

  test('a step that changes nothing is none, and a new step forgets what was taken back', () => {
    expect(change(begin(form), setForm(form, { page: 'landscape' })).past).toHaveLength(0)
    const back = undo(change(begin(form), removeBlock(form, 1)))
    expect(back.future).toHaveLength(1)
    expect(change(back, removeBlock(form, 2)).future).toHaveLength(0)
  })

  test('two forms are the same whatever the order their parts were said in', () => {
    const { title, ...rest } = form
    expect(same({ ...rest, title } as Form, form)).toBe(true)
    expect(same(setForm(form, { page: 'portrait' }), form)).toBe(false)
  })
})

describe('parts', () => {
  test('a block moves to the place it shall have, and columns and names likewise', () => {
    expect(moveBlock(form, 5, 1).blocks.map(block => block.kind)).toEqual(['title', 'note', 'line', 'fields', 'grid', 'signatures'])
    expect(moveBlock(form, 1, 5).blocks.map(block => block.kind)).toEqual(['title', 'fields', 'grid', 'signatures', 'note', 'line'])
    const grid = moveColumn(form, 3, 2, 1).blocks[3]
    expect(grid?.kind === 'grid' && grid.columns.map(column => column.label.zh)).toEqual(['序号', '销售额', '客户名称'])
    expect(rowsOf(moveItem(form, { block: 4, row: 0, item: 1 }, { row: 0, item: 0 }).blocks[4])[0]?.map(item => item.label?.zh)).toEqual(['填写', '审核'])
  })

  test('a place goes into another row, and a row that it leaves empty is gone', () => {
    const rows = rowsOf(moveItem(form, { block: 2, row: 1, item: 0 }, { row: 0, item: 1 }).blocks[2])
    expect(rows.map(row => row.map(item => item.at))).toEqual([['name', 'note', 'phone']])
    expect(rowsOf(removeItem(form, { block: 2, row: 1, item: 0 }).blocks[2])).toHaveLength(1)
  })

  test('taking a setting away leaves no trace of it', () => {
    const grid = setColumn(form, 3, 2, { sum: undefined }).blocks[3]
    expect(grid?.kind === 'grid' && Object.keys(grid.columns[2]!)).toEqual(['key', 'label', 'weight'])
  })

  test('an own value gets a key that no version has used, and is dropped when it was never put on the form', () => {
    const key = freshValue(form, setValue(form, 'own1', { kind: 'text', label: t('旧') }))
    expect(key).toBe('own2')
    const made = setValue(form, key, { kind: 'text', label: t('说明') })
    expect(tidied(made, form)).toEqual(form)
    const used = addItem(made, { block: 1, row: 0, item: 0 }, { label: t('说明'), at: `#${key}` })
    expect(usesOf(used, `#${key}`)).toBe(1)
    expect(tidied(used, form)).toEqual(used)
    expect(tidied(removeBlock(form, 5), form).values).toEqual(form.values)
  })
})

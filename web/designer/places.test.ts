// Places are dragged and stepped through rows, and widths are said in percent.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Form } from '#core/form/form.ts'
import { rowsOf } from '#core/form/edit-items.ts'
import { canStep, dragItem, fairWeight, ownRow, placesOf, shareOf, stepItem, weightFor } from './places.ts'

const t = (zh: string) => ({ zh, en: '' })
const form: Form = {
  id: 'T', title: t('表'), area: 'master', about: t(''), filledBy: [], page: 'portrait',
  blocks: [{ kind: 'fields', rows: [[{ label: t('甲') }, { label: t('乙') }], [{ label: t('丙') }], [{ label: t('丁') }, { label: t('戊') }]] }],
}
const names = (now: Form): string => rowsOf(now.blocks[0]).map(row => row.map(item => item.label?.zh).join('')).join('|')

test('an item dragged down stands after the one it was dropped on, dragged up before it', () => {
  expect(names(dragItem(form, 0, 0, 1))).toBe('乙甲|丙|丁戊')
  expect(names(dragItem(form, 0, 0, 2))).toBe('乙|丙甲|丁戊')
  expect(names(dragItem(form, 0, 4, 0))).toBe('戊甲乙|丙|丁')
  expect(names(dragItem(form, 0, 2, 3))).toBe('甲乙|丁丙戊')
})

test('the buttons walk through the rows, and there is nowhere to go beyond the ends', () => {
  expect(names(stepItem(form, { block: 0, row: 0, item: 1 }, 1))).toBe('甲|乙丙|丁戊')
  expect(names(stepItem(form, { block: 0, row: 2, item: 0 }, -1))).toBe('甲乙|丙丁|戊')
  expect(canStep(form.blocks[0]!, { block: 0, row: 0, item: 0 }, -1)).toBe(false)
  expect(canStep(form.blocks[0]!, { block: 0, row: 2, item: 1 }, 1)).toBe(false)
  expect(names(ownRow(form, { block: 0, row: 0, item: 1 }))).toBe('甲|乙|丙|丁戊')
})

test('however an item is dragged, none is lost or doubled', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 30 }), drags => {
    const done = drags.reduce((now, [from, to]) => dragItem(now, 0, from, to), form)
    expect([...names(done).replaceAll('|', '')].toSorted()).toEqual([...'甲乙丙丁戊'].toSorted())
    expect(placesOf(done.blocks[0]!, 0)).toHaveLength(5)
  }))
})

test('a width in percent is the width it then has', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 9 }), fc.nat(8), fc.integer({ min: 1, max: 95 }), (weights, at, percent) => {
    const list = weights.map(weight => ({ weight }))
    const place = at % list.length
    const set = list.map((one, i) => (i === place ? { weight: weightFor(list, place, percent) } : one))
    expect(Math.abs(shareOf(set, place) - percent)).toBeLessThanOrEqual(1)
  }))
  expect(fairWeight([{ weight: 2 }, { weight: 4 }])).toBe(3)
})

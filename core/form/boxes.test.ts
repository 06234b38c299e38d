// Printed choices come back as they were ticked, whatever sign the person likes.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Option } from '../field/field.ts'
import { boxesText } from './boxes.ts'
import { readBoxes } from './read-boxes.ts'
import { sites } from './try-form.ts'

const list = (...labels: string[]): Option[] => labels.map((zh, index) => ({ value: `v${index}`, label: { zh, en: `Choice ${zh}` } }))

test('choices are printed with boxes, numbered or not', () => {
  expect(boxesText(sites, ['street'], true, 'zh')).toBe('□闹市 ☑商业街 □郊区')
  expect(boxesText(sites, ['street'], 'numbered', 'zh')).toBe('□1.闹市 ☑2.商业街 □3.郊区')
  expect(boxesText(sites, [], 'numbered', 'en')).toBe('□1.City centre □2.Shopping street □3.Suburb')
})

test('a retired choice is printed only where it is the value', () => {
  const options = sites.map(option => (option.value === 'street' ? { ...option, retired: true } : option))
  expect(boxesText(options, [], 'numbered', 'zh')).toBe('□1.闹市 □3.郊区')
  expect(boxesText(options, ['street'], 'numbered', 'zh')).toBe('□1.闹市 ☑2.商业街 □3.郊区')
})

test.each([
  ['□闹市 ☑商业街 □郊区', 'street'], ['□闹市 ■商业街 □郊区', 'street'], ['□闹市 √商业街 □郊区', 'street'], ['□闹市 ✓ 商业街 □郊区', 'street'], ['□闹市 x商业街 □郊区', 'street'], ['□闹市 X 商业街 □郊区', 'street'],
  ['□闹市 □√商业街 □郊区', 'street'], ['□ 1.闹市　☑ 2.商业街　□ 3.郊区', 'street'], ['□1．闹市 √2．商业街 □3．郊区', 'street'], ['□1.闹市 v2.商业街 □3.郊区', 'street'],
  ['商业街', 'street'], ['2', 'street'], ['２', 'street'], ['2.', 'street'], ['2.商业街', 'street'], ['Shopping street', 'street'], ['street', 'street'], ['√商业街', 'street'], ['☑2.商业街', 'street'],
  ['□City centre ☑Shopping street □Suburb', 'street'], ['□City centre xShopping street □Suburb', 'street'],
])('%s says the shopping street', (text, value) => {
  expect(readBoxes(text, sites)).toEqual([value])
})

test('nothing ticked is nothing chosen', () => {
  expect(readBoxes('', sites)).toEqual([])
  expect(readBoxes('□闹市 □商业街 □郊区', sites)).toEqual([])
})

test('several ticks and several names are several choices, in the order of the list', () => {
  expect(readBoxes('☑闹市 □商业街 ☑郊区', sites)).toEqual(['downtown', 'suburb'])
  expect(readBoxes('郊区、闹市', sites)).toEqual(['downtown', 'suburb'])
  expect(readBoxes('1、3', sites)).toEqual(['downtown', 'suburb'])
})

test('words that are no choice are refused rather than passed over', () => {
  for (const text of ['步行街', '□闹市 ☑步行街', '☑闹市 靠近车站', '9', '闹市 步行街', '闹市区']) expect(readBoxes(text, sites)).toBeUndefined()
})

test('a label inside a longer one is not mistaken for it', () => {
  const ranges = list('其他', '其他地区', '本地')
  expect(readBoxes('□其他 ☑其他地区 □本地', ranges)).toEqual(['v1'])
  expect(readBoxes('☑其他 □其他地区 □本地', ranges)).toEqual(['v0'])
})

test('whatever is printed is read back', () => {
  const label = fc.stringMatching(/^[一-龥]{1,5}$/)
  const boxes = fc.constantFrom<true | 'numbered'>(true, 'numbered')
  fc.assert(fc.property(fc.uniqueArray(label, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.boolean()), boxes, fc.constantFrom<'zh' | 'en'>('zh', 'en'), (labels, picks, how, lang) => {
    const options = list(...labels)
    const chosen = options.filter(() => picks.next().value).map(option => option.value)
    expect(readBoxes(boxesText(options, chosen, how, lang), options)).toEqual(chosen)
  }), { numRuns: 500 })
})

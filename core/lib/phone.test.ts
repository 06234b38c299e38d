// Phone numbers as they stand on name cards and in workbooks.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { formatPhone, parsePhone } from './phone.ts'

test.each([
  '13800138000', '138-0013-8000', '138 0013 8000', '１３８００１３８０００', '+86 138 0013 8000', '+8613800138000', '0086-13800138000', '86 13800138000', '8613800138000', '（+86）13800138000',
  '013800138000', '13800138000.0', '1.3800138E10', '1.3800138E+10', '手机：13800138000', 'Tel: 138.0013.8000', "'13800138000", '\u202d13800138000\u202c',
])('%s is one mobile number', (typed) => expect(parsePhone(typed)).toEqual({ value: '13800138000', kind: 'mobile' }))

test.each([
  ['010-88886666', '010-88886666'], ['(010)88886666', '010-88886666'], ['01088886666', '010-88886666'], ['010-88886666转801', '010-88886666-801'], ['010-88886666 ext. 801', '010-88886666-801'],
  ['010-88886666-801', '010-88886666-801'], ['+86 10 8888 6666', '010-88886666'], ['86-571-88886666', '0571-88886666'], ['0571 8888 6666', '0571-88886666'], ['0571-8888666', '0571-8888666'],
  ['0571-88886666-12', '0571-88886666-12'], ['０７５５－８８８８６６６６', '0755-88886666'], ['86057188886666', '0571-88886666'], ['861088886666', '010-88886666'], ['88886666', '88886666'], ['8886666', '8886666'],
])('%s is the landline %s', (typed, value) => expect(parsePhone(typed)).toEqual({ value, kind: 'landline' }))

test.each([
  ['400-123-4567', '4001234567'], ['8008101234', '8008101234'], ['95588', '95588'], ['4001234567-12', '4001234567-12'], ['+1 415 555 2671 ext 801', '+14155552671x801'], ['110', '110'], ['+1 (415) 555-2671', '+14155552671'], ['+852 2345 6789', '+85223456789'], ['0014155552671', '+14155552671'],
])('%s is the other number %s', (typed, value) => expect(parsePhone(typed)).toEqual({ value, kind: 'other' }))

test.each([
  ['', 'phone.empty'], ['无', 'phone.bad'], ['1.38E+10', 'phone.rounded'], ['1380013800', 'phone.length'], ['138001380001', 'phone.length'], ['12345678901', 'phone.length'], ['0999-12', 'phone.area'],
  ['13800138000/13900139000', 'phone.several'], ['13800138000、010-88886666', 'phone.several'], ['13800138000 13900139000', 'phone.several'], ['+86 12345', 'phone.bad'], ['026-88886666', 'phone.area'], ['张三', 'phone.bad'],
])('%s is refused as %s', (typed, key) => expect(parsePhone(typed)).toMatchObject({ key }))

test('numbers are shown in groups', () => {
  expect(['13800138000', '010-88886666-801', '0571-8888666', '4001234567', '+14155552671'].map(formatPhone)).toEqual(['138 0013 8000', '010-8888 6666-801', '0571-888 8666', '400 123 4567', '+14155552671'])
})

test('what was read is read the same again, also as it is shown', () => {
  const typed = fc.oneof(fc.stringMatching(/^\+?[0-9]{3,15}$/), fc.stringMatching(/^0[0-9]{2,3}-[2-8][0-9]{6,7}(-[0-9]{1,4})?$/), fc.string())
  fc.assert(fc.property(typed, (text) => {
    const phone = parsePhone(text)
    if (!('value' in phone)) return
    expect(parsePhone(phone.value)).toEqual(phone)
    expect(parsePhone(formatPhone(phone.value))).toEqual(phone)
  }), { numRuns: 3000 })
})

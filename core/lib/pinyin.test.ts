// Names sorted as Excel does and found by the letters a Chinese user types.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { initials, pinyinKey, searchKeys } from './pinyin.ts'

const byteOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
const sorted = (names: string[], person = false): string[] => names.toSorted((a, b) => byteOrder(pinyinKey(a, { person }), pinyinKey(b, { person })))

test('digits come first, then Latin, then Chinese by pinyin', () => {
  expect(sorted(['张伟', '安徽', 'Zoo', '３M', 'apple', '北京', '𠮷野家'])).toEqual(['３M', 'apple', 'Zoo', '安徽', '北京', '张伟', '𠮷野家'])
})

test('people of one surname stay together although another surname sounds the same', () => {
  expect(sorted(['章三', '张伟', '章安', '张安'], true)).toEqual(['张安', '张伟', '章安', '章三'])
})

test('a shorter syllable comes before a longer one', () => {
  expect(sorted(['先生', '西安', '西'])).toEqual(['西', '西安', '先生'])
})

test('a surname is read as a surname only in a person', () => {
  expect(pinyinKey('单伟', { person: true })).toBe('~shan4单~wei3伟')
  expect(pinyinKey('单位')).toBe('~dan1单~wei4位')
  expect(pinyinKey('乐山')).toBe('~le4乐~shan1山')
  expect(pinyinKey('尉迟恭', { person: true })).toBe('~yu4尉~chi2迟~gong1恭')
})

test.each([
  ['单雄信', 'sxx'], ['曾国藩', 'zgf'], ['重庆长安', 'cqca'], ['乐山', 'ls'], ['厦门', 'xm'], ['长沙', 'cs'], ['覃辉', 'qh'], ['覃辉', 'th'], ['仇英', 'qy'],
  ['解晓东', 'xxd'], ['查良镛', 'zly'], ['尉迟恭', 'ycg'], ['欧阳修', 'oyx'], ['区志强', 'ozq'], ['A3打印机', 'a3dyj'], ['招商银行', 'zsyh'], ['六安', 'la'], ['东莞', 'dg'], ['乐清', 'yq'], ['万俟卨', 'mqx'],
])('%s is found by %s', (name, typed) => {
  expect(initials(name)).toContain(typed)
})

test('alternatives are joined by a space, the rest has none', () => {
  expect(searchKeys('单伟')).toEqual({ pinyin: 'danwei shanwei', initials: 'dw sw' })
  expect(searchKeys('绿地（集团） Group')).toEqual({ pinyin: 'lvdijituangroup', initials: 'ldjtgroup' })
  expect(searchKeys('—')).toEqual({ pinyin: '', initials: '' })
})

test('a text full of ambiguous characters has at most eight readings', () => {
  expect(searchKeys('单乐行重曾解查盖'.repeat(4)).pinyin.split(' ').length).toBeLessThanOrEqual(8)
})

test('keys of any text are the same each time and use neither upper case nor full width', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
    expect(pinyinKey(text)).toBe(pinyinKey(text))
    expect(pinyinKey(text)).not.toMatch(/[A-Z\uff21-\uff3a]/)
    // Half a character is refused by PostgreSQL.
    expect(pinyinKey(text).isWellFormed()).toBe(true)
  }))
})

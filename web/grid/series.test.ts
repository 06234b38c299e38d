// What the fill handle goes on with.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillSeries } from './series.ts'

const texts = (seeds: string[], count: number, back = false): string[] =>
  fillSeries(seeds, count, back).map((filled) => 'text' in filled ? filled.text : `=${seeds[filled.copy]}`)

describe('fill series', () => {
  test('one number is copied, two give the step, in decimals', () => {
    expect(texts(['5'], 2)).toEqual(['=5', '=5'])
    expect(texts(['1', '3'], 3)).toEqual(['5', '7', '9'])
    expect(texts(['0.1', '0.2'], 3)).toEqual(['0.3', '0.4', '0.5'])
    expect(texts(['10', '5'], 2, true)).toEqual(['15', '20'])
  })

  test('dates go on by day, by the step of two, and by month on the same day', () => {
    expect(texts(['2024-02-28'], 2)).toEqual(['2024-02-29', '2024-03-01'])
    expect(texts(['2024-01-01', '2024-01-08'], 1)).toEqual(['2024-01-15'])
    expect(texts(['2024-01-31', '2024-03-31'], 2)).toEqual(['2024-05-31', '2024-07-31'])
    expect(texts(['2023-12-31', '2024-01-31'], 2)).toEqual(['2024-02-29', '2024-03-31'])
    expect(texts(['2024-03-01'], 2, true)).toEqual(['2024-02-29', '2024-02-28'])
  })

  test('weekdays and months go round in Chinese and English', () => {
    expect(texts(['周六'], 2)).toEqual(['周日', '周一'])
    expect(texts(['星期一', '星期三'], 2)).toEqual(['星期五', '星期日'])
    expect(texts(['Mon'], 2)).toEqual(['Tue', 'Wed'])
    expect(texts(['十一月'], 2)).toEqual(['十二月', '一月'])
  })

  test('a text counts its last number on and keeps its zeros', () => {
    expect(texts(['客户009'], 2)).toEqual(['客户010', '客户011'])
    expect(texts(['A1', 'A3'], 2)).toEqual(['A5', 'A7'])
    expect(texts(['3号店'], 2)).toEqual(['4号店', '5号店'])
    expect(texts(['11月'], 2)).toEqual(['12月', '1月'])
    expect(texts(['中山路12号'], 1)).toEqual(['=中山路12号'])
  })

  test('anything else repeats, phones and codes with leading zeros too', () => {
    expect(texts(['甲方', '乙方'], 3)).toEqual(['=甲方', '=乙方', '=甲方'])
    expect(texts(['1', '2', '5'], 3)).toEqual(['=1', '=2', '=5'])
    expect(texts(['007', '008'], 1)).toEqual(['=007'])
    expect(texts(['a', 'b', 'c'], 4, true)).toEqual(['=c', '=b', '=a', '=c'])
  })

  test('numbers with one step go on exactly, however far', () => {
    fc.assert(fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }), (first, step, count) => {
      const seeds = [(first / 100).toFixed(2), ((first + step) / 100).toFixed(2)]
      expect(texts(seeds, count).at(-1)).toBe(((first + step * (count + 1)) / 100).toFixed(2).replace(/^-0\.00$/, '0.00'))
    }))
  })
})

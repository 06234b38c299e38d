// What is asked before a form opens: read from an address, filled in where nothing is said, refused where it makes no sense.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../lib/error.ts'
import type { FieldErrors } from '../lib/error.ts'
import { messageOf } from '../lib/messages.ts'
import type { Param } from './form.ts'
import { paramsKey, readParams } from './params.ts'
import { tryForm } from './try-form.ts'

const label = { zh: '参数', en: 'Parameter' }
const ME = '01890a5d-ac96-774b-bcce-b302099a8057'
const EAST = '01890a5d-ac96-774b-bcce-b302099a8058'
const env = { today: '2026-11-25', userId: ME }
const formWith = (params: Record<string, Param>) => ({ ...tryForm(), params })

const read = (params: Record<string, Param>, query: Record<string, string> = {}): Record<string, unknown> => readParams(formWith(params), query, env).params

function refused(params: Record<string, Param>, query: Record<string, string>): FieldErrors {
  try {
    read(params, query)
  } catch (fault) {
    if (fault instanceof AppError) return fault.fields ?? {}
    throw fault
  }
  throw new Error('nothing was refused')
}

const year: Param = { kind: 'integer', label, preset: 'thisYear' }
const region: Param = { kind: 'reference', to: 'shop', label }
const period: Record<string, Param> = { from: { kind: 'date', label, preset: 'thisMonth' }, to: { kind: 'date', label, preset: 'thisMonth' } }

test('what is not said is this year, last year, this month, today or the one who asks', () => {
  expect(read({ year, before: { ...year, preset: 'lastYear' }, month: { ...year, preset: 'thisMonth' } })).toEqual({ year: 2026, before: 2025, month: 11 })
  expect(read(period)).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  expect(read({ day: { kind: 'date', label, preset: 'today' }, who: { kind: 'user', label, preset: 'me' }, top: { kind: 'integer', label, preset: 10 }, region })).toEqual({ day: '2026-11-25', who: ME, top: 10, region: null })
})

test('an address that names a parameter without a value means all of them', () => {
  expect(read({ region: { ...region, preset: EAST } }, { region: '' })).toEqual({ region: null })
  expect(read({ year: { ...year, required: true } }, { year: '' })).toEqual({ year: 2026 })
})

test('years, dates, ids, lists of ids and choices are read as people write them', () => {
  expect(read({ year }, { year: '2025' })).toEqual({ year: 2025 })
  expect(read({ year }, { year: '2025年' })).toEqual({ year: 2025 })
  expect(read({ day: { kind: 'date', label } }, { day: '2026/1/5' })).toEqual({ day: '2026-01-05' })
  expect(read({ region, shops: { kind: 'references', to: 'shop', label } }, { region: EAST, shops: `${EAST},${ME},${EAST}` })).toEqual({ region: EAST, shops: [EAST, ME] })
  expect(read({ who: { kind: 'user', label } }, { who: 'me' })).toEqual({ who: ME })
  expect(read({ basis: { kind: 'choice', label, options: [{ value: 'rank', label: { zh: '名次', en: 'Rank' } }] } }, { basis: 'rank' })).toEqual({ basis: 'rank' })
})

test('what nobody asked for is passed over', () => {
  expect(read({ year }, { record: EAST, blank: '1', __proto__: 'x' })).toEqual({ year: 2026 })
})

test('a year 20x6, a name for an id and a missing answer are refused, all at once and in words', () => {
  const errors = refused({ year, region, top: { kind: 'integer', min: 1, max: 50, label }, who: { kind: 'user', label, required: true } }, { year: '20x6', region: '华东', top: '500' })
  expect(Object.entries(errors).map(([key, refusal]) => [key, messageOf(refusal, 'zh')])).toEqual([
    ['year', '“20x6”不是年份，请填写四位数字，例如 2026'], ['region', '请选择一条记录'], ['top', '不能大于 50'], ['who', '必须填写']])
})

test('a year beyond all years and two ids for one are refused', () => {
  expect(refused({ year }, { year: '99999' }).year!.key).toBe('form.notAYear')
  expect(refused({ year }, { year: '1066' }).year!.key).toBe('form.notAYear')
  expect(refused({ region }, { region: `${EAST},${ME}` }).region!.key).toBe('reference.notAnId')
})

test('a period the wrong way round is refused', () => {
  const errors = refused(period, { from: '2026-03-31', to: '2026-03-01' })
  expect(messageOf(errors.to!, 'zh')).toBe('结束日期（2026-03-01）早于开始日期（2026-03-31），请调换')
  expect(read(period, { from: '2026-03-01', to: '2026-03-01' })).toEqual({ from: '2026-03-01', to: '2026-03-01' })
})

test('the same parameters give the same key, whatever their order and whatever else the address says', () => {
  const form = formWith({ year, region, shops: { kind: 'references', to: 'shop', label } })
  expect(paramsKey(form, { year: 2026, region: EAST })).toBe(`region=${EAST}&year=2026`)
  expect(paramsKey(form, { region: { id: EAST, label: '华东' }, year: '2026', other: 1, shops: [] })).toBe(`region=${EAST}&year=2026`)
  expect(paramsKey(form, { shops: [ME, EAST] })).toBe(paramsKey(form, { shops: [EAST, ME] }))
  expect(paramsKey(formWith({}), { year: 2026 })).toBe('')
})

test('different parameters never share a key', () => {
  const form = formWith({ a: { kind: 'text', label }, b: { kind: 'text', label } })
  const value = fc.string({ maxLength: 5, unit: fc.constantFrom('a', 'b', '=', '&', '%', ',', '年') })
  fc.assert(fc.property(value, value, value, value, (a, b, c, d) => {
    expect(paramsKey(form, { a, b }) === paramsKey(form, { a: c, b: d })).toBe(a === c && b === d)
  }))
})

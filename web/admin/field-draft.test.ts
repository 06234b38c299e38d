// What an administrator writes about a field, and what the server is sent.
import { expect, test } from 'vitest'
import type { Field } from '#core/field/field.ts'
import { customFieldSchema } from '#core/object/custom.ts'
import { ASKED, changeOf, definitionOf, draftFrom, lacking, newDraft, withValues } from './field-draft.ts'

const zh = (text: string) => ({ zh: text, en: '' })

test('what is sent of a new field is taken by the server, for every kind that is offered', () => {
  for (const kind of Object.keys(ASKED) as (keyof typeof ASKED)[]) {
    const draft = { ...newDraft(kind), label: zh('字段'), options: [{ value: '', label: zh('甲') }], to: 'customer', of: 'order', by: 'customer', rule: 'x', decimals: 2, min: '0', maxLength: 20 }
    const answer = customFieldSchema.safeParse(definitionOf(draft))
    expect([kind, answer.success ? [] : answer.error.issues]).toEqual([kind, []])
  }
})

test('a choice keeps its value when it is renamed, and two of the same words get two values', () => {
  expect(withValues([{ value: 'a', label: zh('甲甲') }, { value: '', label: zh('乙') }, { value: '', label: zh('乙 ') }, { value: '', label: zh('') }]).map(option => option.value)).toEqual(['a', '乙', '乙 2'])
})

test('only what differs is sent, and what is taken away is sent as null', () => {
  const field: Field = { key: 'x_f', kind: 'text', label: zh('旧名'), help: zh('说明'), required: true, custom: true }
  const draft = draftFrom(field)
  expect(changeOf(field, draft)).toEqual({})
  expect(changeOf(field, { ...draft, label: zh('新名'), help: zh(''), required: false })).toEqual({ label: zh('新名'), help: null, required: false })
})

test('of a field that the product ships only its looks are sent', () => {
  const field: Field = { key: 'name', kind: 'text', label: zh('名称'), maxLength: 50 }
  expect(changeOf(field, { ...draftFrom(field), label: zh('客户'), maxLength: 9, unique: true })).toEqual({ label: zh('客户') })
})

test('a restricted field needs a purpose, a sum a field, a choice its choices', () => {
  expect(lacking({ ...newDraft('choice'), sensitivity: 'restricted' })).toEqual(['label', 'options', 'purpose'])
  expect(lacking({ ...newDraft('rollup'), label: zh('合计'), of: 'order', by: 'customer', fn: 'sum' })).toEqual(['field'])
})

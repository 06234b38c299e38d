// The list of forms in the docs is true: every form of the spec is there, declared once and tested somewhere.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMS_DOC, formsDoc, testedIn } from '../scripts/forms-doc.ts'
import { formBook } from './forms.ts'

const SPEC = Array.from({ length: 27 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`)

test('every form of the spec is declared, once', () => {
  expect(formBook.forms.map(form => form.id).toSorted()).toEqual(SPEC)
  expect(formBook.sets.map(set => set.key)).toContain('V1')
})

test('every form has a test that names it', () => {
  expect(formBook.forms.filter(form => testedIn(form).length === 0).map(form => form.id)).toEqual([])
})

test('docs/forms.md says so (node scripts/forms-doc.ts writes it)', () => {
  expect(readFileSync(FORMS_DOC, 'utf8')).toBe(formsDoc())
})

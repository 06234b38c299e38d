// Every paper form of the product and of the sets: publishable, and laid out blank, empty and in both languages.
import { describe, expect, test } from 'vitest'
import { formProblems, formSchema } from '#core/form/check-form.ts'
import type { FormData } from '#core/form/data.ts'
import type { Form } from '#core/form/form.ts'
import { layout } from '#core/form/layout.ts'
import { readParams } from '#core/form/params.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { PAGE_WIDTH } from '#core/form/sheet.ts'
import { inLang } from '#core/lib/text.ts'
import type { Lang } from '#core/lib/text.ts'
import { declared } from './catalog.ts'
import { formBook } from './forms.ts'

const catalog = { version: 1, objects: new Map(declared.map(object => [object.name, object])) }
const parts = { reports: Object.keys(formBook.parts.reports), lookups: Object.keys(formBook.parts.lookups) }
const original = (form: Form): Form | undefined => formBook.forms.find(other => other.id === form.id)
const all: [string, Form][] = [...formBook.forms.map((form): [string, Form] => [form.id, form]),
  ...formBook.sets.flatMap(set => set.forms.map((form): [string, Form] => [`${set.key} ${form.id}`, form]))]

const ME = '01890a5d-ac96-774b-bcce-b302099a8057'

/** What is asked without fail is left open here. */
const asking = (form: Form): Form => ({ ...form, params: Object.fromEntries(Object.entries(form.params ?? {}).map(([key, param]) => [key, { ...param, required: false }])) })

function emptyData(form: Form, lang: Lang, blank: boolean): FormData {
  const { params } = readParams(asking(form), {}, { today: '2026-11-25', userId: ME })
  const record = form.record === undefined ? undefined : { object: form.record, id: null, version: null, values: {}, masked: [], canUpdate: true }
  return { params, paramLabels: {}, ...(record ? { record } : {}), values: {}, canValues: true, grids: {}, company: { name: '关系公司' }, today: '2026-11-25', me: '李娜', department: '客户服务部', lang, blank, version: 1 }
}

/** Cells fill the rows without holes, except where a block is not as wide as the page. */
function expectSound(form: Form, sheet: Sheet): void {
  expect(sheet.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(PAGE_WIDTH[form.page], 5)
  expect(sheet.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)).toBe(sheet.rows.length * sheet.widths.length)
  expect(sheet.bands.map(band => band.from)).toEqual([0, ...sheet.bands.slice(0, -1).map(band => band.to)])
  expect(sheet.bands.at(-1)?.to).toBe(sheet.rows.length)
}

describe.each(all)('%s', (_name, form) => {
  test('can be published as it is declared', () => {
    expect(formProblems(form, catalog, parts, 'zh', original(form))).toEqual([])
    expect(formSchema.parse(structuredClone(form))).toEqual(form)
  })

  test.each(['zh', 'en'] as const)('is laid out blank and empty (%s)', lang => {
    for (const blank of [true, false]) {
      const sheet = layout(form, emptyData(form, lang, blank), catalog)
      expectSound(form, sheet)
      expect(sheet.cells.filter(cell => cell.style === 'title').map(cell => cell.text)).toEqual([inLang(form.title, lang)])
      if (blank) expect(sheet.locked).toBe(true)
    }
  })
})

test('no two forms of a set have the same id', () => {
  for (const forms of [formBook.forms, ...formBook.sets.map(set => set.forms)]) expect(new Set(forms.map(form => form.id)).size).toBe(forms.length)
})

// Every form of the product, filled to the last cell: as a workbook it comes back unchanged, with something typed it
// comes back with exactly that; as a PDF it says everything that it shows.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { FormData, GridData } from '#core/form/data.ts'
import type { Form, GridBlock } from '#core/form/form.ts'
import { layout } from '#core/form/layout.ts'
import { readParams } from '#core/form/params.ts'
import type { Sheet } from '#core/form/sheet.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { fieldOf } from '#core/object/catalog.ts'
import { changesOf } from '#server/paper/changes.ts'
import type { ReadForm, Resolve } from '#server/paper/paper.ts'
import { writeFormPdf } from '#server/paper/pdf.ts'
import { readFormBook } from '#server/paper/xlsx-in.ts'
import { writeFormBook } from '#server/paper/xlsx-out.ts'
import { declared } from './catalog.ts'
import { formBook } from './forms.ts'

const catalog: Catalog = { version: 1, objects: new Map(declared.map(object => [object.name, object])) }
const all: [string, Form][] = [...formBook.forms.map((form): [string, Form] => [form.id, form]), ...formBook.sets.flatMap(set => set.forms.map((form): [string, Form] => [`${set.key} ${form.id}`, form]))]
const ME = '01890a5d-ac96-774b-bcce-b302099a8057'
const dir = mkdtempSync(join(tmpdir(), 'paper-forms-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const env = { company: '关系公司', lang: 'zh' } as const
const resolve: Resolve = () => { throw new Error('nothing to look up') }

/** The first of these that the field takes: nobody here asks of what kind it is. */
function sample(field: Field): unknown {
  const kind = kindOf(field)
  if (kind.target?.(field)) return kind.target(field)!.many ? [{ id: ME, label: '王伟' }] : { id: ME, label: '王伟' }
  const choices = 'options' in field ? field.options.filter(option => !option.retired).map(option => option.label.zh) : []
  for (const text of [...choices.slice(-1), '1234.5', '0.5', '3', '2026-11-25 14:30', '2026-11-25', '14:30', '13800138000', 'wang@example.com', 'https://example.com/', '浙江省杭州市西湖区文三路1号', '是', '一段𠮷文字']) {
    const parsed = kind.parse(text, field, 'zh')
    if (!('value' in parsed)) continue
    const checked = kind.schema(field).safeParse(parsed.value)
    if (checked.success && kind.columns(field).length > 0) return checked.data
  }
  return null
}

const valuesOf = (fields: Iterable<Field>): Record<string, unknown> => Object.fromEntries([...fields].map(field => [field.key, sample(field)]))

function gridOf(form: Form, grid: GridBlock): GridData {
  const object = 'object' in grid.source ? catalog.objects.get(grid.source.object) : 'lines' in grid.source ? linesOf(form, grid.source.lines) : undefined
  if (!object) return { rows: [1, 2, 3].map(n => ({ values: Object.fromEntries(grid.columns.map(column => [column.key, column.as ? sample({ ...column.as, key: column.key, label: column.label } as Field) : `第${n}行`])) })) }
  return { canAdd: true, rows: [1, 2, 3].map(n => ({ id: `01890a5d-ac96-774b-bcce-b302099a800${n}`, version: n, canUpdate: true, values: valuesOf(Object.values(object.fields)) })) }
}

function linesOf(form: Form, key: string) {
  const parent = catalog.objects.get(form.record!)!
  const field = fieldOf(parent, key)
  return field && 'of' in field ? catalog.objects.get(field.of) : undefined
}

function filled(form: Form): Sheet {
  const open = { ...form, params: Object.fromEntries(Object.entries(form.params ?? {}).map(([key, param]) => [key, { ...param, required: false }])) }
  const { params } = readParams(open, {}, { today: '2026-11-25', userId: ME })
  const object = form.record === undefined ? undefined : catalog.objects.get(form.record)
  const data: FormData = {
    params, paramLabels: {}, ...(object ? { record: { object: object.name, id: ME, version: 2, values: valuesOf(Object.values(object.fields)), masked: [], canUpdate: true } } : {}),
    values: valuesOf(Object.entries(form.values ?? {}).map(([key, input]) => ({ ...input, key }) as Field)), canValues: true,
    grids: Object.fromEntries(form.blocks.flatMap(block => (block.kind === 'grid' ? [[block.key, gridOf(form, block)]] : []))),
    company: { name: '关系公司' }, today: '2026-11-25', me: '李娜', department: '客户服务部', lang: 'zh', blank: false, version: 1,
  }
  return layout(form, data, catalog)
}

async function readBack(sheet: Sheet) {
  const path = join(dir, 'form.xlsx')
  writeFileSync(path, await writeFormBook([sheet], env))
  const [read] = await readFormBook(path, { fileName: 'form.xlsx' })
  return read!
}

const poppler = spawnSync('pdftotext', ['-v']).error === undefined
if (!poppler) console.log('pdftotext is not installed: the text of PDFs is not read')
const letters = (text: string): string => [...text.replaceAll(/[^\p{L}\p{N}]/gu, '')].toSorted().join('')

describe.each(all)('%s', (_name, form) => {
  const sheet = filled(form)

  test.skipIf(sheet.locked)('comes back unchanged as a workbook', async () => {
    expect(await changesOf(await readBack(sheet), sheet, resolve)).toEqual({ changes: [], shown: [], problems: [] })
  })

  test.skipIf(sheet.locked)('comes back with all that was typed', async () => {
    const empty = { ...sheet, cells: sheet.cells.map(cell => (cell.bind ? { ...cell, wire: null, text: '', ...(cell.excel ? { excel: { ...cell.excel, v: '' } } : {}) } : cell)) }
    const typed: ReadForm = { form: sheet.form, title: sheet.title, version: sheet.version, lang: 'zh', params: {}, versions: { rows: {} }, name: '', strays: [], cells: empty.cells.flatMap(cell => (cell.bind ? [typedIn(sheet, cell.row, cell.col)] : [])) }
    const { changes, problems } = await changesOf(typed, empty, async (_field, named) => ({ value: named, label: 'x' }))
    expect(problems).toEqual([])
    const wanted = sheet.cells.filter(cell => cell.bind && !isNothing(cell.wire))
    expect(changes.map(({ bind }) => bind)).toEqual(wanted.map(cell => cell.bind))
    for (const [at, { value }] of changes.entries()) expect(plain(value)).toEqual(plain(wanted[at]!.wire))
  })

  test.skipIf(!poppler)('says everything as a PDF', async () => {
    writeFileSync(join(dir, 'form.pdf'), await writeFormPdf([sheet], env))
    const text = execFileSync('pdftotext', ['-raw', join(dir, 'form.pdf'), '-'], { encoding: 'utf8' })
    for (const cell of sheet.cells) for (const word of cell.text.split(/[^\p{L}\p{N}]+/u)) if (word.length < 4) expect(text.replaceAll(/\s/g, '')).toContain(word)
    expect(letters(text).length).toBeGreaterThanOrEqual(letters(sheet.cells.map(cell => cell.text).join('')).length)
  })
})

const isNothing = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Names come without their ids. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null) return 'label' in value ? value.label : 'name' in value ? value.name : value
  return /^-?\d+\.\d+$/.test(String(value)) ? String(Number(value)) : value
}

function typedIn(sheet: Sheet, row: number, col: number) {
  const cell = sheet.cells.find(one => one.row === row && one.col === col)!
  const number = cell.excel?.kind === 'number' && cell.excel.v !== '' ? { number: cell.excel.v } : {}
  return { bind: cell.bind!, address: 'A1', label: '', text: cell.text, was: '', ...number }
}

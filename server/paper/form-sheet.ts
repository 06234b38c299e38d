// One form as a worksheet: cells with frames and merges, sizes in the units of Excel, choice lists, print set-up.
// Below and beside the form, hidden: which row, column and form it is, so that a workbook changed by hand is understood.
import { cellAddress, columnLetters } from '#core/form/changes.ts'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import { MARGIN } from '#core/form/sheet.ts'
import { escapeXml } from '../sheet/xlsx-cells.ts'
import { fitsInline, HEAD, MAIN, OFFICE, quoteName, validation } from '../sheet/xlsx-parts.ts'
import type { FormStyles, Look } from './form-styles.ts'
import { columnMark, formMark, rowMark } from './meta.ts'
import { scaleOf } from './pages.ts'
import { contentOf } from './written.ts'

/** Width of a digit of 10.5 pt 宋体, which Excel counts columns in, at 96 dpi. */
const DIGIT = 7
const width = (mm: number): string => ((mm / 25.4) * 96 / DIGIT).toFixed(3)
const points = (mm: number): string => Math.min(409, (mm / 25.4) * 72).toFixed(2)
const inches = (mm: number): string => (mm / 25.4).toFixed(3)
const REMARK_HEIGHT = 5

export interface FormSheetEnv {
  styles: FormStyles
  /** Place of the form in the workbook. */
  form: number
  company: string
  /** Adds a long list to the hidden sheet; gives its range. */
  listRange(choices: readonly string[]): string
  /** There is a drawing part with the logo. */
  drawing: boolean
}

export const lastRow = (sheet: Sheet): number => sheet.rows.length + sheet.remarks.length

const FORMULA_LIKE = /^[=+\-@'＝＋－＠]/
/** As text (@) Excel would show longer ones as ####. */
const LONGEST_AS_TEXT = 255

function lookOf(cell: Cell): Look {
  const { style, align, frame, excel, text, small } = cell
  const content = contentOf(cell)
  const number = excel !== undefined && excel.kind !== 'text' && excel.kind !== 'boolean' && content?.type !== 'str'
  const typed = cell.bind !== undefined || content !== undefined
  const format = number ? excel.format : typed && text.length <= LONGEST_AS_TEXT ? '@' : ''
  return { style, align, frame, format, fit: number ? 'shrink' : 'wrap', quotePrefix: content?.type === 'str' && FORMULA_LIKE.test(content.text), ...(small === undefined ? {} : { small }) }
}

function cellXml(cell: Cell, style: number): string {
  const ref = cellAddress(cell)
  const content = contentOf(cell)
  const formula = cell.formula ? `<f>${escapeXml(cell.formula)}</f>` : ''
  if (!content) return `<c r="${ref}" s="${style}">${formula}</c>`
  if (content.type === 'n') return `<c r="${ref}" s="${style}">${formula}<v>${content.text}</v></c>`
  if (formula) return `<c r="${ref}" s="${style}" t="str">${formula}<v>${escapeXml(content.text)}</v></c>`
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(content.text.slice(0, 32_767))}</t></is></c>`
}

const inline = (ref: string, text: string, style?: number): string =>
  `<c r="${ref}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

/** Cells by row; a merged one frames all places that it covers. */
function cellsByRow(sheet: Sheet, styles: FormStyles): Map<number, Map<number, string>> {
  const rows = new Map<number, Map<number, string>>()
  for (const cell of sheet.cells) {
    const look = lookOf(cell)
    const style = styles.add(look)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      const line = rows.get(row) ?? new Map<number, string>()
      rows.set(row, line)
      for (let col = cell.col; col < cell.col + cell.colSpan; col++)
        line.set(col, row === cell.row && col === cell.col ? cellXml(cell, style) : `<c r="${cellAddress({ row, col })}" s="${style}"/>`)
    }
  }
  return rows
}

function rowsXml(sheet: Sheet, { styles, form }: FormSheetEnv): string {
  const keys = columnLetters(sheet.widths.length)
  const cells = cellsByRow(sheet, styles)
  const remark = styles.add({ style: 'below', align: 'left', frame: false, format: '', fit: 'wrap', quotePrefix: false })
  const rows = sheet.rows.map(({ height }, row) => {
    const line = [...cells.get(row) ?? []].toSorted(([a], [b]) => a - b).map(([, xml]) => xml).join('')
    return `<row r="${row + 1}" ht="${points(height)}" customHeight="1">${line}${inline(`${keys}${row + 1}`, rowMark(row))}</row>`
  })
  const remarks = sheet.remarks.map((text, index) => {
    const row = sheet.rows.length + index
    return `<row r="${row + 1}" ht="${points(REMARK_HEIGHT)}" customHeight="1">${inline(`A${row + 1}`, text, remark)}${inline(`${keys}${row + 1}`, rowMark(row))}</row>`
  })
  const last = lastRow(sheet) + 1
  const marks = sheet.widths.map((_, col) => inline(`${columnLetters(col)}${last}`, columnMark(col))).join('')
  return `${rows.join('')}${remarks.join('')}<row r="${last}" hidden="1">${marks}${inline(`${keys}${last}`, formMark(form))}</row>`
}

function mergesXml(sheet: Sheet): string {
  const right = sheet.widths.length - 1
  const refs = sheet.cells.filter(cell => cell.rowSpan > 1 || cell.colSpan > 1)
    .map(cell => `${cellAddress(cell)}:${cellAddress({ row: cell.row + cell.rowSpan - 1, col: cell.col + cell.colSpan - 1 })}`)
  const remarks = right > 0 ? sheet.remarks.map((_, index) => `A${sheet.rows.length + index + 1}:${columnLetters(right)}${sheet.rows.length + index + 1}`) : []
  const all = [...refs, ...remarks]
  return all.length === 0 ? '' : `<mergeCells count="${all.length}">${all.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
}

/** Ticks can also be typed by hand, several names into one cell too: only plain choices refuse other words. */
function validationsXml(sheet: Sheet, env: FormSheetEnv): string {
  const lists = new Map<string, { choices: readonly string[]; strict: boolean; refs: string[] }>()
  for (const cell of sheet.cells) {
    if (!cell.bind || !cell.choices || cell.choices.length === 0) continue
    const strict = !cell.boxes
    const key = JSON.stringify([strict, cell.choices])
    const list = lists.get(key) ?? { choices: cell.choices, strict, refs: [] }
    lists.set(key, list)
    list.refs.push(cellAddress(cell))
  }
  const all = [...lists.values()].map(({ choices, strict, refs }) => validation(refs.join(' '), choices, fitsInline(choices) ? null : env.listRange(choices), strict))
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`
}

const PAGES = { zh: '第 &P 页 共 &N 页', en: 'Page &P of &N' } as const
const plain = (text: string): string => text.replaceAll('&', '&&').slice(0, 90)

function printXml(sheet: Sheet, company: string): string {
  const foot = escapeXml(`&C${PAGES[sheet.lang]}`)
  const head = escapeXml(`&L${plain(company)}&R${plain(sheet.title)}`)
  const margins = ['left', 'right', 'top', 'bottom'].map(side => `${side}="${inches(MARGIN)}"`).join(' ')
  return `<printOptions horizontalCentered="1"/><pageMargins ${margins} header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.orientation}" fitToWidth="1" fitToHeight="${scaleOf(sheet) < 1 ? 1 : 0}"/><headerFooter differentFirst="1"><oddHeader>${head}</oddHeader><oddFooter>${foot}</oddFooter><firstFooter>${foot}</firstFooter></headerFooter>`
}

/** The whole worksheet part: a form is small. */
export function formSheetXml(sheet: Sheet, env: FormSheetEnv): string {
  const cols = sheet.widths.map((mm, col) => `<col min="${col + 1}" max="${col + 1}" width="${width(mm)}" customWidth="1"/>`).join('')
  const keys = sheet.widths.length + 1
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0"${env.form === 0 ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols}<col min="${keys}" max="${keys}" width="2" hidden="1" customWidth="1"/></cols><sheetData>${
    rowsXml(sheet, env)}</sheetData>${mergesXml(sheet)}${validationsXml(sheet, env)}${printXml(sheet, env.company)}<ignoredErrors><ignoredError sqref="A1:${columnLetters(keys - 1)}${lastRow(sheet) + 1}" numberStoredAsText="1"/></ignoredErrors>${env.drawing ? '<drawing r:id="rId1"/>' : ''}</worksheet>`
}

/** What Excel prints, and the rows that it repeats. */
export function printNames(sheet: Sheet, name: string, repeat: { from: number; to: number } | undefined): { name: string; value: string }[] {
  const at = escapeXml(quoteName(name))
  const area = { name: '_xlnm.Print_Area', value: `${at}!$A$1:$${columnLetters(sheet.widths.length - 1)}$${lastRow(sheet)}` }
  return repeat ? [area, { name: '_xlnm.Print_Titles', value: `${at}!$${repeat.from + 1}:$${repeat.to}` }] : [area]
}

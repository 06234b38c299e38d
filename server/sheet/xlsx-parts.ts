// The small XML parts of a workbook being written: list of sheets, relations, comments and their boxes.
import { columnLetter } from '#core/lib/guess-table.ts'
import { escapeXml } from './xlsx-cells.ts'

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
export const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface Note { row: number; column: number; text: string }

export interface WrittenSheet {
  name: string
  hidden: boolean
  notes: boolean
  /** Range of the filter, for the hidden name Excel keeps with it. */
  filter: string | null
}

export const quoteName = (name: string): string => `'${name.replaceAll("'", "''")}'`

export function contentTypes(sheets: readonly WrittenSheet[]): string {
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${
    override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${
    sheets.map((sheet, at) => override(`worksheets/sheet${at + 1}.xml`, 'worksheet') + (sheet.notes ? override(`comments${at + 1}.xml`, 'comments') : '')).join('')}</Types>`
}

export const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
export const relations = (items: string): string => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items}</Relationships>`

export const rootRelations = (): string => relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))

export const bookRelations = (sheets: readonly WrittenSheet[]): string =>
  relations(sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') + relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'))

export const sheetRelations = (number: number): string =>
  relations(relation('rId1', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`) + relation('rId2', 'comments', `../comments${number}.xml`))

export function workbook(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map((sheet, at) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${at + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')
  const names = sheets.map((sheet, at) => sheet.filter ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escapeXml(`${quoteName(sheet.name)}!${sheet.filter}`)}</definedName>` : '').join('')
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets>${names ? `<definedNames>${names}</definedNames>` : ''}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
}

/** Notes a piece: a hundred thousand of them need not be one string. */
const TOGETHER = 1000

function inPieces(head: string, notes: readonly Note[], one: (note: Note, at: number) => string, tail: string): string[] {
  const pieces = [head]
  notes.forEach((note, at) => {
    if (at % TOGETHER === 0) pieces.push('')
    pieces[pieces.length - 1] += one(note, at)
  })
  return [...pieces, tail]
}

export const comments = (notes: readonly Note[]): string[] => inPieces(
  `${HEAD}<comments xmlns="${MAIN}"><authors><author></author></authors><commentList>`, notes,
  (note) => `<comment ref="${columnLetter(note.column)}${note.row + 1}" authorId="0"><text><r><t xml:space="preserve">${escapeXml(note.text)}</t></r></text></comment>`, '</commentList></comments>')

/** Excel numbers shapes in blocks of 1024, which the drawing has to list. */
const shapeBlocks = (count: number): string => Array.from({ length: Math.ceil((count + 1) / 1024) }, (_, at) => at + 1).join(',')

/** Excel shows a comment only when a drawing of 1999 says where its box is. */
export const commentBoxes = (notes: readonly Note[]): string[] => inPieces(
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${shapeBlocks(notes.length)}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`, notes,
  (note, at) => `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;width:160pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${
    note.column + 1}, 15, ${note.row}, 2, ${note.column + 4}, 15, ${note.row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${note.row}</x:Row><x:Column>${note.column}</x:Column></x:ClientData></v:shape>`, '</xml>')

/** Lists for cells: short ones in the rule itself, long ones in the hidden sheet (`range`). Other values are refused where `strict`. */
export function validation(cells: string, choices: readonly string[], range: string | null, strict = true): string {
  const formula = range ?? `"${choices.join(',').replaceAll('"', '""')}"`
  return `<dataValidation type="list" allowBlank="1"${strict ? ' showErrorMessage="1"' : ''} sqref="${cells}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`
}

export const fitsInline = (choices: readonly string[]): boolean =>
  choices.join(',').length <= 255 && choices.every((choice) => !/[",\n]/.test(choice) && choice === choice.trim())

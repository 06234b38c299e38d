// The small parts of a workbook of forms: which sheets there are, what they print, where the logo stands.
import { escapeXml } from '../sheet/xlsx-cells.ts'
import { HEAD, MAIN, OFFICE, PACKAGE, relation, relations, rootRelations, TYPE } from '../sheet/xlsx-parts.ts'

export interface BookSheet {
  name: string
  state: 'visible' | 'hidden' | 'veryHidden'
  xml: string
  /** Print area and repeated rows. */
  names: { name: string; value: string }[]
  logo?: Logo
}

export interface Logo {
  /** Place among the pictures. */
  picture: number
  row: number
  col: number
  /** In mm. */
  width: number
  height: number
}

export interface BookPicture { bytes: Buffer; type: string }

const EMU = 36_000
const SPREADSHEET = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const ending = (type: string): string => (type === 'image/png' ? 'png' : 'jpeg')

function workbookXml(sheets: readonly BookSheet[]): string {
  const list = sheets.map(({ name, state }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state === 'visible' ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`).join('')
  const names = sheets.flatMap((sheet, at) => sheet.names.map(({ name, value }) => `<definedName name="${name}" localSheetId="${at}">${value}</definedName>`))
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets>${names.length ? `<definedNames>${names.toSorted().join('')}</definedNames>` : ''}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
}

function contentTypes(sheets: readonly BookSheet[]): string {
  const extension = (name: string, type: string): string => `<Default Extension="${name}" ContentType="${type}"/>`
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}" ContentType="${type}"/>`
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${extension('rels', 'application/vnd.openxmlformats-package.relationships+xml')}${extension('xml', 'application/xml')}${extension('png', 'image/png')}${extension('jpeg', 'image/jpeg')}${
    override('workbook.xml', `${TYPE}.sheet.main+xml`)}${override('styles.xml', `${TYPE}.styles+xml`)}${
    sheets.map((sheet, at) => override(`worksheets/sheet${at + 1}.xml`, `${TYPE}.worksheet+xml`) + (sheet.logo ? override(`drawings/drawing${at + 1}.xml`, 'application/vnd.openxmlformats-officedocument.drawing+xml') : '')).join('')}</Types>`
}

const drawingXml = ({ row, col, width, height }: Logo): string => `${HEAD}<xdr:wsDr xmlns:xdr="${SPREADSHEET}" xmlns:a="${DRAWING}"><xdr:oneCellAnchor><xdr:from><xdr:col>${col}</xdr:col><xdr:colOff>${EMU}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>18000</xdr:rowOff></xdr:from><xdr:ext cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="logo"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`

/** All parts by their names. */
export function bookParts(sheets: readonly BookSheet[], styles: string, pictures: readonly BookPicture[]): [string, string | Buffer][] {
  const links = sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') + relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml')
  const perSheet = sheets.flatMap(({ xml, logo }, at): [string, string][] => [
    [`xl/worksheets/sheet${at + 1}.xml`, xml],
    ...(logo ? [
      [`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, relations(relation('rId1', 'drawing', `../drawings/drawing${at + 1}.xml`))],
      [`xl/drawings/drawing${at + 1}.xml`, drawingXml(logo)],
      [`xl/drawings/_rels/drawing${at + 1}.xml.rels`, relations(relation('rId1', 'image', `../media/image${logo.picture + 1}.${ending(pictures[logo.picture]!.type)}`))],
    ] as [string, string][] : []),
  ])
  return [
    ['[Content_Types].xml', contentTypes(sheets)], ['_rels/.rels', rootRelations()],
    ['xl/workbook.xml', workbookXml(sheets)], ['xl/_rels/workbook.xml.rels', relations(links)], ['xl/styles.xml', styles],
    ...perSheet,
    ...pictures.map(({ bytes, type }, at): [string, Buffer] => [`xl/media/image${at + 1}.${ending(type)}`, bytes]),
  ]
}

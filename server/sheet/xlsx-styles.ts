// The style table of a workbook being written: each combination once, numbered as it first appears.
import { escapeXml } from './xlsx-cells.ts'

export interface CellStyle {
  format: string
  bold?: boolean
  bad?: boolean
  quotePrefix?: boolean
  wrap?: boolean
}

const FIRST_OWN_FORMAT = 164

export class StyleTable {
  private readonly formats = new Map<string, number>([['General', 0], ['@', 49]])
  private readonly styles = new Map<string, number>()
  private readonly xfs: string[] = []

  constructor() {
    this.add({ format: 'General' })
  }

  add(style: CellStyle): number {
    const key = `${style.bold ? 1 : 0}${style.bad ? 1 : 0}${style.quotePrefix ? 1 : 0}${style.wrap ? 1 : 0}${style.format}`
    const known = this.styles.get(key)
    if (known !== undefined) return known
    this.styles.set(key, this.xfs.length)
    this.xfs.push(this.xf(style))
    return this.xfs.length - 1
  }

  private xf(style: CellStyle): string {
    let format = this.formats.get(style.format)
    if (format === undefined) this.formats.set(style.format, format = FIRST_OWN_FORMAT + this.formats.size - 2)
    const alignment = `<alignment vertical="top"${style.wrap ? ' wrapText="1"' : ''}/>`
    return `<xf numFmtId="${format}" fontId="${style.bold ? 1 : 0}" fillId="${style.bad ? 2 : style.bold ? 3 : 0}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"${style.quotePrefix ? ' quotePrefix="1"' : ''}>${alignment}</xf>`
  }

  xml(): string {
    const own = [...this.formats].filter(([, id]) => id >= FIRST_OWN_FORMAT).map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
    const fill = (rgb: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
    const font = (bold: string): string => `<font>${bold}<sz val="11"/><name val="等线"/><family val="2"/><charset val="134"/></font>`
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
      own.length ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : ''}<fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${
      fill('FFFFC7CE')}${fill('FFF2F2F2')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.xfs.length}">${
      this.xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }
}

// The style table of a printed form in Excel: fonts by what a cell is, frames, alignment; each combination once.
import type { Cell, CellStyle } from '#core/form/sheet.ts'
import { escapeXml } from '../sheet/xlsx-cells.ts'

/** Sizes in points. 五号 is 10.5, what layout.ts reckons with. */
const FONTS = [
  { size: 10.5, bold: false },
  { size: 10.5, bold: true },
  { size: 18, bold: true },
  { size: 12, bold: false },
  { size: 9.5, bold: false },
] as const

const FONT_OF: Record<CellStyle, number> = {
  plain: 0, label: 0, value: 0, number: 0, note: 0, sign: 0, head: 1, group: 1, total: 1, title: 2, company: 3, below: 4,
}

/** The fonts that are told to people: also those of the PDF. */
export const fontOf = (style: CellStyle): { size: number; bold: boolean } => FONTS[FONT_OF[style]]!

/** One of Windows, WPS and Mac Office has it; LibreOffice takes the system's own Chinese font instead. */
const FACE = '宋体'
const FIRST_OWN_FORMAT = 164
/** Formats that Excel numbers itself. */
const KNOWN: [string, number][] = [['', 0], ['General', 0], ['0', 1], ['0.00', 2], ['#,##0', 3], ['#,##0.00', 4], ['0%', 9], ['0.00%', 10], ['@', 49]]

export interface Look {
  style: CellStyle
  align: Cell['align']
  frame: boolean
  format: string
  /** Numbers shrink rather than show ####; texts take more lines. */
  fit: 'wrap' | 'shrink'
  quotePrefix: boolean
  /** Font so many times smaller. */
  small?: number
}

export class FormStyles {
  private readonly formats = new Map<string, number>(KNOWN)
  private readonly styles = new Map<string, number>()
  private readonly fonts: { size: number; bold: boolean }[] = [...FONTS]
  private readonly xfs: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']

  /** Number of the style. */
  add(look: Look): number {
    const key = JSON.stringify([FONT_OF[look.style], look.align, look.frame, look.format, look.fit, look.quotePrefix, look.small])
    const known = this.styles.get(key)
    if (known !== undefined) return known
    this.styles.set(key, this.xfs.length)
    this.xfs.push(this.xf(look))
    return this.xfs.length - 1
  }

  private format(code: string): number {
    const known = this.formats.get(code)
    if (known !== undefined) return known
    const own = [...this.formats.values()].filter(id => id >= FIRST_OWN_FORMAT).length + FIRST_OWN_FORMAT
    this.formats.set(code, own)
    return own
  }

  /** Excel knows half points. */
  private font({ style, small = 1 }: Look): number {
    const { size: whole, bold } = fontOf(style)
    const size = Math.floor(whole * small * 2) / 2
    const known = small === 1 ? FONT_OF[style] : this.fonts.findIndex(font => font.size === size && font.bold === bold)
    return known >= 0 ? known : this.fonts.push({ size, bold }) - 1
  }

  private xf(look: Look): string {
    const { align, frame, format, fit, quotePrefix } = look
    const alignment = `<alignment horizontal="${align}" vertical="center"${fit === 'wrap' ? ' wrapText="1"' : ' shrinkToFit="1"'}/>`
    return `<xf numFmtId="${this.format(format)}" fontId="${this.font(look)}" fillId="0" borderId="${frame ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${quotePrefix ? ' quotePrefix="1"' : ''}>${alignment}</xf>`
  }

  xml(): string {
    const own = [...this.formats].filter(([, id]) => id >= FIRST_OWN_FORMAT).map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
    const fonts = this.fonts.map(({ size, bold }) => `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${FACE}"/><family val="3"/><charset val="134"/></font>`)
    const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
      own.length ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : ''}<fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${
      ['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.xfs.length}">${
      this.xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }
}

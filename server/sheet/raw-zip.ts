// For tests: a zip made by hand that can lie about itself, and the smallest parts of a workbook.
import { crc32, deflateRawSync } from 'node:zlib'

export interface RawPart {
  name: string
  data: Buffer | string
  stored?: boolean
  /** Lies for the directory. */
  size?: number
  flags?: number
  crc?: number
  localName?: string
  /** Points at the data of the part with this number instead of its own. */
  sameAs?: number
}

const u16 = (n: number): Buffer => { const b = Buffer.alloc(2); b.writeUInt16LE(n); return b }
const u32 = (n: number): Buffer => { const b = Buffer.alloc(4); b.writeUInt32LE(n >>> 0); return b }

export function rawZip(parts: RawPart[]): Buffer {
  const out: Buffer[] = []
  const central: Buffer[] = []
  const headers: number[] = []
  let at = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    const packed = part.stored ? data : deflateRawSync(data, { level: 6 })
    const common = [u16(20), u16(part.flags ?? 0), u16(part.stored ? 0 : 8), u32(0x21 << 16), u32(part.crc ?? crc32(data)), u32(packed.length), u32(part.size ?? data.length)]
    const name = Buffer.from(part.name)
    const localName = Buffer.from(part.localName ?? part.name)
    headers.push(part.sameAs === undefined ? at : headers[part.sameAs] ?? 0)
    if (part.sameAs === undefined) {
      const local = Buffer.concat([u32(0x04034b50), ...common, u16(localName.length), u16(0), localName, packed])
      out.push(local)
      at += local.length
    }
    central.push(Buffer.concat([u32(0x02014b50), u16(20), ...common, u16(name.length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(headers.at(-1) ?? 0), name]))
  }
  const directory = Buffer.concat(central)
  return Buffer.concat([...out, directory, u32(0x06054b50), u16(0), u16(0), u16(parts.length), u16(parts.length), u32(directory.length), u32(at), u16(0)])
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = (items: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`

export interface RawBook {
  /** Inside <sheetData>. */
  rows?: string
  /** The whole sheet part instead. */
  sheet?: string | Buffer
  after?: string
  name?: string
  shared?: string | Buffer
  styles?: string
  workbookProperties?: string
  more?: RawPart[]
  change?: (parts: RawPart[]) => void
}

export function rawBook(book: RawBook): Buffer {
  const parts: RawPart[] = [
    { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: '_rels/.rels', data: rels(`<Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>`) },
    { name: 'xl/workbook.xml', data: `<?xml version="1.0"?><workbook xmlns:r="${REL}">${book.workbookProperties ?? ''}<sheets><sheet name="${book.name ?? '表1'}" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: rels(`<Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${REL}/styles" Target="styles.xml"/>`) },
    { name: 'xl/worksheets/sheet1.xml', data: book.sheet ?? `<?xml version="1.0"?><worksheet><sheetData>${book.rows ?? ''}</sheetData>${book.after ?? ''}</worksheet>` },
    ...(book.shared ? [{ name: 'xl/sharedStrings.xml', data: book.shared }] : []),
    ...(book.styles ? [{ name: 'xl/styles.xml', data: book.styles }] : []),
    ...(book.more ?? []),
  ]
  book.change?.(parts)
  return rawZip(parts)
}

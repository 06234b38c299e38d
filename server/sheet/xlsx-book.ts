// The parts of a workbook around its sheets: which sheets there are, number formats, shared texts.
import { damaged, refuse, refuseSize } from './limits.ts'
import type { ReadLimits } from './limits.ts'
import { formatKind } from './number-text.ts'
import type { FormatKind } from './number-text.ts'
import { XmlScan } from './xml-scan.ts'
import { unpack } from './zip-entry.ts'
import type { ZipEntry } from './zip-directory.ts'

export interface BookSource {
  path: string
  entries: Map<string, ZipEntry>
  limits: ReadLimits
  /** Unpacked bytes read so far are reported here. */
  onBytes: (count: number) => void
}

export interface Book {
  sheets: { name: string; hidden: boolean; entry: ZipEntry }[]
  is1904: boolean
  formats: FormatKind[]
  texts: string[]
}

/** Feeds a part to a scanner made by `make`. */
export async function scanPart(source: BookSource, entry: ZipEntry, make: (part: string) => XmlScan): Promise<void> {
  const scan = make(entry.name)
  for await (const chunk of unpack(source.path, entry)) {
    // UTF-16 is allowed by the standard and written by nobody but those who hide something.
    if (chunk[0] === 0xfe || (chunk[0] === 0xff && chunk[1] === 0xfe)) refuse('sheet.suspicious', { part: entry.name })
    scan.write(chunk)
    source.onBytes(chunk.length)
  }
  scan.end()
}

function resolve(base: string, target: string): string {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/').toLowerCase()
}

interface Relation { id: string; type: string; target: string }

async function relations(source: BookSource, of: string): Promise<Relation[]> {
  const slash = of.lastIndexOf('/') + 1
  const entry = source.entries.get(`${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`)
  const found: Relation[] = []
  if (!entry) return found
  await scanPart(source, entry, (part) => {
    const scan: XmlScan = new XmlScan(part, {
      open(name) {
        if (name !== 'Relationship' || scan.attr('TargetMode') === 'External') return
        found.push({ id: scan.attr('Id') ?? '', type: (scan.attr('Type') ?? '').split('/').at(-1) ?? '', target: resolve(of, scan.attr('Target') ?? '') })
      },
      close() {},
    })
    return scan
  })
  return found
}

interface Listed { name: string; hidden: boolean; id: string }

async function listSheets(source: BookSource, entry: ZipEntry): Promise<{ sheets: Listed[]; is1904: boolean }> {
  const sheets: Listed[] = []
  let is1904 = false
  await scanPart(source, entry, (part) => {
    const scan: XmlScan = new XmlScan(part, {
      open(name) {
        if (name === 'workbookPr') is1904 = ['1', 'true'].includes(scan.attr('date1904') ?? '')
        if (name === 'sheet') sheets.push({ name: scan.attr('name') ?? '', hidden: (scan.attr('state') ?? 'visible') !== 'visible', id: scan.attr('id') ?? '' })
        if (sheets.length > source.limits.sheets) refuseSize('sheet.tooManySheets', { max: source.limits.sheets })
      },
      close() {},
    })
    return scan
  })
  return { sheets, is1904 }
}

async function readFormats(source: BookSource, entry: ZipEntry): Promise<FormatKind[]> {
  const codes = new Map<number, string>()
  const formats: FormatKind[] = []
  const kinds = new Map<number, FormatKind>()
  let inCells = false
  await scanPart(source, entry, (part) => {
    const scan: XmlScan = new XmlScan(part, {
      open(name) {
        if (name === 'numFmt' && codes.size < 100_000) codes.set(Number(scan.attr('numFmtId')), scan.attr('formatCode') ?? '')
        if (name === 'cellXfs') inCells = true
        if (name !== 'xf' || !inCells) return
        const id = Number(scan.attr('numFmtId') ?? 0)
        if (!kinds.has(id)) kinds.set(id, formatKind(id, codes.get(id)))
        formats.push(kinds.get(id) ?? 'number')
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    })
    return scan
  })
  return formats
}

/** Excel writes control characters as _x000D_; a line break stays one. */
export const decodeEscapes = (text: string): string => text.includes('_x')
  ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  : text

async function readTexts(source: BookSource, entry: ZipEntry): Promise<string[]> {
  const { cellChars } = source.limits
  const texts: string[] = []
  let inPhonetic = false
  await scanPart(source, entry, (part) => {
    const scan: XmlScan = new XmlScan(part, {
      open(name) {
        if (name === 't') scan.gather = !inPhonetic
        else if (name === 'si') scan.text = ''
        else if (name === 'rPh') inPhonetic = true
      },
      close(name) {
        if (name === 't') scan.gather = false
        else if (name === 'rPh') inPhonetic = false
        else if (name === 'si') {
          if (scan.text.length > cellChars) refuseSize('sheet.cellTooLong', { max: cellChars })
          texts.push(decodeEscapes(scan.text))
        }
      },
    })
    return scan
  })
  return texts
}

function notExcel(entries: Map<string, ZipEntry>): never {
  if (entries.has('content.xml')) return refuse('sheet.ods')
  if (entries.has('xl/workbook.bin')) return refuse('sheet.xlsb')
  return refuse('sheet.notSpreadsheet')
}

export async function readBook(source: BookSource): Promise<Book> {
  const root = await relations(source, '')
  const workbook = source.entries.get(root.find((r) => r.type === 'officeDocument')?.target ?? '')
  if (!workbook || !/\/workbook[^/]*\.xml$/i.test(`/${workbook.name}`)) return notExcel(source.entries)
  const related = await relations(source, workbook.name.toLowerCase())
  const { sheets, is1904 } = await listSheets(source, workbook)
  const part = (type: string): ZipEntry | undefined => source.entries.get(related.find((r) => r.type === type)?.target ?? '')
  const styles = part('styles')
  const shared = part('sharedStrings')
  const found = sheets.flatMap(({ name, hidden, id }) => {
    const relation = related.find((r) => r.id === id)
    if (relation && relation.type !== 'worksheet') return []
    const entry = source.entries.get(relation?.target ?? '')
    return entry ? [{ name, hidden, entry }] : damaged(name)
  })
  if (found.length === 0) refuse('sheet.noSheet')
  return { sheets: found, is1904, formats: styles ? await readFormats(source, styles) : [], texts: shared ? await readTexts(source, shared) : [] }
}

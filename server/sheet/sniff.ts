// What a file is by its content. The name is never asked: Chinese systems export HTML and CSV as .xls every day.
import { isUtf8 } from 'node:buffer'
import { refuse } from './limits.ts'

export type FileKind = 'zip' | 'xls' | 'html' | 'text'

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte)

/** Old Excel without the OLE container (BIFF2-4) begins with a BOF record. */
const isBareBiff = (head: Buffer): boolean => head[0] === 9 && [0, 2, 4, 8].includes(head[1] ?? 255) && [4, 6, 8, 16].includes(head[2] ?? 0) && head[3] === 0

const KNOWN_OTHERS = ['%PDF', '\x89PNG', 'GIF8', 'Rar!', '7z\xbc\xaf', '\x7fELF', '{\\rtf', 'MZ\x90', '\xff\xd8\xff', '\x1f\x8b', 'BZh', '\xfd7zXZ', '(\xb5/\xfd']

function sniffText(head: Buffer): FileKind {
  const utf16 = startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)
  if (utf16) return 'text'
  // A text has no NUL; a binary file has one soon.
  if (head.includes(0)) refuse('sheet.notSpreadsheet')
  const text = (isUtf8(head) ? head.toString('utf8') : head.toString('latin1')).replace(/^\uFEFF/, '').trimStart().toLowerCase()
  if (text.startsWith('mime-version:')) refuse('sheet.notSpreadsheet')
  if (!text.startsWith('<')) return 'text'
  if (text.includes('schemas-microsoft-com:office:spreadsheet') && !text.includes('<table')) refuse('sheet.xml2003')
  if (/<(?:html|table|!doctype html|meta|head|body|style|div)\b/.test(text)) return 'html'
  return text.startsWith('<?xml') || text.startsWith('<!doctype') || text.startsWith('<svg') ? refuse('sheet.notSpreadsheet') : 'text'
}

/** `head` are the first bytes of the file (64 KB will do), `container` finds a stream name in an OLE file. */
export function sniff(head: Buffer): FileKind {
  if (head.length === 0) refuse('sheet.empty')
  if (startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6)) return 'zip'
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) || isBareBiff(head)) return 'xls'
  const latin = head.subarray(0, 8).toString('latin1')
  if (KNOWN_OTHERS.some((magic) => latin.startsWith(magic))) refuse('sheet.notSpreadsheet')
  return sniffText(head)
}

const wide = (name: string): Buffer => Buffer.from(name, 'utf16le')

/** An OLE file may be Excel 97, an encrypted .xlsx, or Word: the names in its directory tell. */
export function checkContainer(file: Buffer): void {
  if (!startsWith(file, 0xd0, 0xcf)) return
  if (file.includes(wide('EncryptedPackage'))) refuse('sheet.encrypted')
  if (!file.includes(wide('Workbook')) && !file.includes(wide('Book'))) refuse('sheet.notSpreadsheet')
}

// Pictures on forms: fetched from the store by the ids that sheets name, and measured.
import type { Sheet } from '#core/form/sheet.ts'
import { fileType } from '../file/file-type.ts'
import { openFile } from '../file/store.ts'
import type { Picture } from './paper.ts'

/** Where a stored picture is; undefined when the reader may not see it or it is gone. */
export type FindFile = (id: string) => Promise<{ sha256: string; size: number } | undefined>

const LARGEST = 5 * 1024 * 1024
const TYPES = new Set(['image/png', 'image/jpeg'])

/** A logo that cannot be had must not keep a form from being printed: it is left out. */
export async function picturesOf(sheets: readonly Sheet[], dataDir: string, find: FindFile): Promise<Map<string, Picture>> {
  const ids = new Set(sheets.flatMap(sheet => sheet.cells.flatMap(cell => cell.image ?? [])))
  const pictures = new Map<string, Picture>()
  for (const id of ids) {
    const picture = await pictureOf(id, dataDir, find)
    if (picture) pictures.set(id, picture)
  }
  return pictures
}

async function pictureOf(id: string, dataDir: string, find: FindFile): Promise<Picture | undefined> {
  const file = await find(id)
  if (!file || file.size > LARGEST) return undefined
  try {
    const parts: Buffer[] = []
    for await (const part of await openFile(dataDir, file.sha256, file.size)) parts.push(part as Buffer)
    const bytes = Buffer.concat(parts)
    const type = fileType(bytes.subarray(0, 64), '')
    return TYPES.has(type) && sizeOf(bytes, type) ? { bytes, type } : undefined
  } catch {
    return undefined
  }
}

/** Pixels; undefined when the bytes are no such picture, or too many of them to unpack. */
export function sizeOf(bytes: Buffer, type: string): { width: number; height: number } | undefined {
  const size = type === 'image/png' ? pngSize(bytes) : type === 'image/jpeg' ? jpegSize(bytes) : undefined
  return size && size.width > 0 && size.height > 0 && size.width * size.height <= 50_000_000 ? size : undefined
}

const pngSize = (bytes: Buffer) =>
  (bytes.length > 24 && bytes.toString('latin1', 12, 16) === 'IHDR' ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined)

/** Frame headers are C0 to CF, less three that are something else. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const mark = bytes[at + 1]!
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  }
  return undefined
}

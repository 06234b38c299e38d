// The encoding of a text file, and the file as text: a BOM decides, else strict UTF-8, else GB18030.
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { refuse } from './limits.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** Lines with fewer bytes outside ASCII may be valid in both encodings by chance. */
const TELLING = 10

/** Counts lines that can only be UTF-8 and lines that can't be, to tell a mixed file from a GBK one. */
class LineJudge {
  utf8 = 0
  other = 0
  firstOdd = 0
  private line = 0

  add(line: Buffer): void {
    this.line++
    let high = 0
    for (const byte of line) if (byte > 127) high++
    if (high === 0) return
    if (!isUtf8(line)) {
      this.other++
      this.firstOdd ||= this.line
    } else if (high >= TELLING) this.utf8++
  }
}

async function judgeLines(path: string): Promise<Encoding> {
  const judge = new LineJudge()
  let carry: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = carry.length ? Buffer.concat([carry, chunk as Buffer]) : chunk as Buffer
    let from = 0
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      judge.add(bytes.subarray(from, at))
      from = at + 1
    }
    carry = bytes.subarray(from)
    // A monster line is refused by the reader of rows; here it only must not pile up.
    if (carry.length > 1 << 22) carry = carry.subarray(0, 0)
  }
  judge.add(carry)
  if (judge.other === 0) return 'utf-8'
  if (judge.utf8 > judge.other * 0.02) refuse('sheet.mixedEncoding', { line: judge.firstOdd })
  return 'gb18030'
}

export async function findEncoding(path: string, head: Buffer): Promise<{ encoding: Encoding; bom: boolean }> {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: true }
  return { encoding: await judgeLines(path), bom: false }
}

/** The file as pieces of text; bytes that the encoding does not know are a refusal, not question marks. */
export async function* decodeFile(path: string, encoding: Encoding, onBytes: (count: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (bytes: Buffer, stream: boolean): string => {
    try {
      return decoder.decode(bytes, { stream })
    } catch {
      return refuse('sheet.encoding')
    }
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = chunk as Buffer
    onBytes(bytes.length)
    yield decode(bytes, true)
  }
  const rest = decode(Buffer.alloc(0), false)
  if (rest) yield rest
}

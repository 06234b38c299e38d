// Writes a zip as a stream: parts one after the other, sizes behind the data, nothing held but a line per part.
import type { Writable } from 'node:stream'
import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'
import type { DeflateRaw } from 'node:zlib'

interface Part { name: Buffer; crc: number; packed: number; size: number; at: number }

const LOCAL = 0x04034b50, DESCRIPTOR = 0x08074b50, CENTRAL = 0x02014b50, END = 0x06054b50
/** UTF-8 names, sizes after the data. */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1980-01-01: the same data gives the same file. */
const DOS_DATE = 0x21
const LEVEL = 4
const LARGEST = 0xffffffff

export class ZipWriter {
  private readonly out: Writable
  private readonly parts: Part[] = []
  private at = 0
  private part: Part | undefined
  private deflate: DeflateRaw | undefined
  private packed: Promise<void> = Promise.resolve()
  private failed: unknown

  constructor(out: Writable) {
    this.out = out
    out.on('error', (error) => { this.failed = error })
  }

  private async put(bytes: Buffer): Promise<void> {
    if (this.failed) throw this.failed
    this.at += bytes.length
    if (!this.out.write(bytes)) await once(this.out, 'drain')
  }

  async begin(path: string): Promise<void> {
    const part: Part = { name: Buffer.from(path), crc: 0, packed: 0, size: 0, at: this.at }
    const header = Buffer.alloc(30)
    header.writeUInt32LE(LOCAL, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(FLAGS, 6)
    header.writeUInt16LE(DEFLATED, 8)
    header.writeUInt16LE(DOS_DATE, 12)
    header.writeUInt16LE(part.name.length, 26)
    await this.put(Buffer.concat([header, part.name]))
    const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 64 * 1024 })
    this.part = part
    this.deflate = deflate
    this.packed = (async () => {
      for await (const chunk of deflate) {
        part.packed += (chunk as Buffer).length
        await this.put(chunk as Buffer)
      }
    })()
    // A broken target also fails `write` and `end`; unheard here it would end the process.
    this.packed.catch((error: unknown) => { this.failed = error })
  }

  async write(text: string | Buffer): Promise<void> {
    const { part, deflate } = this
    if (!part || !deflate) throw new Error('no part begun')
    if (this.failed) throw this.failed
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    part.crc = crc32(bytes, part.crc)
    part.size += bytes.length
    if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), this.packed])
  }

  async end(): Promise<void> {
    const { part, deflate } = this
    if (!part || !deflate) return
    deflate.end()
    await this.packed
    if (part.size > LARGEST || this.at > LARGEST) throw new RangeError('a workbook over 4 GB')
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(DESCRIPTOR, 0)
    descriptor.writeUInt32LE(part.crc, 4)
    descriptor.writeUInt32LE(part.packed, 8)
    descriptor.writeUInt32LE(part.size, 12)
    await this.put(descriptor)
    this.parts.push(part)
    this.part = undefined
  }

  async add(path: string, ...pieces: (string | Buffer)[]): Promise<void> {
    await this.begin(path)
    for (const piece of pieces) await this.write(piece)
    await this.end()
  }

  /** The directory; the target stays open. */
  async finish(): Promise<void> {
    const from = this.at
    for (const part of this.parts) await this.put(centralRecord(part))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(END, 0)
    end.writeUInt16LE(this.parts.length, 8)
    end.writeUInt16LE(this.parts.length, 10)
    end.writeUInt32LE(this.at - from, 12)
    end.writeUInt32LE(from, 16)
    await this.put(end)
  }

  /** Gives up an unfinished part so that nothing keeps running. */
  destroy(): void {
    this.deflate?.destroy()
  }
}

function centralRecord(part: Part): Buffer {
  const record = Buffer.alloc(46)
  record.writeUInt32LE(CENTRAL, 0)
  record.writeUInt16LE(20, 4)
  record.writeUInt16LE(20, 6)
  record.writeUInt16LE(FLAGS, 8)
  record.writeUInt16LE(DEFLATED, 10)
  record.writeUInt16LE(DOS_DATE, 14)
  record.writeUInt32LE(part.crc, 16)
  record.writeUInt32LE(part.packed, 20)
  record.writeUInt32LE(part.size, 24)
  record.writeUInt16LE(part.name.length, 28)
  record.writeUInt32LE(part.at, 42)
  return Buffer.concat([record, part.name])
}

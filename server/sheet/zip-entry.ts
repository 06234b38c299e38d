// Unpacks one part of a zip as a stream; the declared size and checksum are promises it must keep.
import { createReadStream } from 'node:fs'
import { crc32, createInflateRaw } from 'node:zlib'
import { damaged, refuse } from './limits.ts'
import type { ZipEntry } from './zip-directory.ts'

const CHUNK = 256 * 1024

async function* packedBytes(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.packed === 0) return
  for await (const chunk of createReadStream(path, { start: entry.data, end: entry.data + entry.packed - 1, highWaterMark: CHUNK })) yield chunk as Buffer
}

async function* inflated(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method === 0) return yield* packedBytes(path, entry)
  const source = createReadStream(path, { start: entry.data, end: entry.data + Math.max(0, entry.packed - 1), highWaterMark: CHUNK })
  const inflate = createInflateRaw({ chunkSize: CHUNK })
  source.on('error', (error) => inflate.destroy(error))
  source.pipe(inflate)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

export async function* unpack(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0
  let crc = 0
  try {
    for await (const chunk of inflated(path, entry)) {
      size += chunk.length
      if (size > entry.size) refuse('sheet.suspicious', { part: entry.name.slice(0, 80) })
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    // What zlib says of broken data is of no use to people; our own refusals pass.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) damaged(entry.name)
    throw error
  }
  if (size !== entry.size || crc !== entry.crc) damaged(entry.name)
}

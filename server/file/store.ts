// Stored files: content by its SHA-256 in the data folder, everything else is the record of the object `file`.
// Content is written and synced before its record exists, so a record never points to nothing.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '#core/lib/error.ts'

export interface Stored {
  sha256: string
  /** Bytes. */
  size: number
  /** The first bytes, by which the type is told. */
  head: Buffer
}

const HEAD_BYTES = 64

const place = (dataDir: string, sha256: string): string => join(dataDir, 'files', sha256.slice(0, 2), sha256)

/** Throws 'too_large' when the stream was cut at its limit, and leaves nothing behind. */
export async function storeFile(dataDir: string, content: Readable & { truncated?: boolean }): Promise<Stored> {
  const drafts = join(dataDir, 'files', 'drafts')
  await mkdir(drafts, { recursive: true, mode: 0o700 })
  const draft = join(drafts, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  const file = await open(draft, 'wx', 0o600)
  try {
    for await (const part of content as AsyncIterable<Buffer>) {
      hash.update(part)
      size += part.length
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, part.subarray(0, HEAD_BYTES - head.length)])
      await file.write(part)
    }
    await file.sync()
  } catch (cause) {
    await file.close()
    await rm(draft, { force: true })
    throw full(cause)
  }
  await file.close()
  if (content.truncated) {
    await rm(draft, { force: true })
    throw new AppError('too_large', { key: 'file.tooLarge' })
  }
  const sha256 = hash.digest('hex')
  const target = place(dataDir, sha256)
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
  await rename(draft, target)
  return { sha256, size, head }
}

function full(cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code
  return code === 'ENOSPC' || code === 'EDQUOT' ? new AppError('unavailable', { key: 'file.diskFull', cause }) : cause
}

/** Throws 'not_found' when the content is gone, 'internal' when its size is not that of the record. */
export async function openFile(dataDir: string, sha256: string, size: number): Promise<ReadStream> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('not_found')
  const path = place(dataDir, sha256)
  const found = await stat(path).catch(() => { throw new AppError('not_found', { key: 'file.gone' }) })
  if (found.size !== size) throw new AppError('internal', { key: 'file.damaged' })
  return createReadStream(path)
}

// The central directory of a zip, read and judged before a single byte is unpacked.
import { readSync, fstatSync } from 'node:fs'
import { damaged, MEGABYTE, refuse, refuseSize } from './limits.ts'
import type { ReadLimits } from './limits.ts'

export interface ZipEntry {
  name: string
  method: number
  flags: number
  crc: number
  packed: number
  size: number
  /** Where the local header begins, and where the data does. */
  header: number
  data: number
}

const END = 0x06054b50, END64 = 0x06064b50, LOCATOR64 = 0x07064b50, CENTRAL = 0x02014b50, LOCAL = 0x04034b50

const suspicious = (part: string): never => refuse('sheet.suspicious', { part: part.slice(0, 80) })

function readAt(fd: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const got = readSync(fd, buffer, done, length - done, at + done)
    if (got === 0) damaged('zip')
    done += got
  }
  return buffer
}

const big = (buffer: Buffer, at: number): number => {
  const value = at + 8 <= buffer.length ? buffer.readBigUInt64LE(at) : damaged('zip')
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : damaged('zip')
}

interface Directory { count: number; at: number; size: number }

function findDirectory(fd: number, fileSize: number): Directory {
  const tailSize = Math.min(fileSize, 65_557)
  const tail = readAt(fd, fileSize - tailSize, tailSize)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue
    const directory = { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), at: tail.readUInt32LE(at + 16) }
    if (at < 20 || tail.readUInt32LE(at - 20) !== LOCATOR64) return directory
    const end64 = readAt(fd, Math.min(big(tail, at - 12), fileSize - 56), 56)
    if (end64.readUInt32LE(0) !== END64) damaged('zip64')
    return { count: big(end64, 32), size: big(end64, 40), at: big(end64, 48) }
  }
  return damaged('zip')
}

/** Sizes over 4 GB, or written ahead by a streaming maker, stand in an extra field. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    const take = (value: number): number => value === 0xffffffff ? big(extra, (from += 8) - 8) : value
    entry.size = take(entry.size)
    entry.packed = take(entry.packed)
    entry.header = take(entry.header)
  }
}

function checkName(name: string, seen: Set<string>): void {
  const key = name.toLowerCase()
  if (name === '' || /[\0-\x1f\\]|^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(name)) suspicious(name)
  if (seen.has(key)) suspicious(name)
  seen.add(key)
}

function parseEntries(central: Buffer, directory: Directory): ZipEntry[] {
  const entries: ZipEntry[] = []
  const seen = new Set<string>()
  let at = 0
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > central.length || central.readUInt32LE(at) !== CENTRAL) damaged('zip')
    const nameEnd = at + 46 + central.readUInt16LE(at + 28)
    const extraEnd = nameEnd + central.readUInt16LE(at + 30)
    const entry: ZipEntry = {
      name: central.toString('utf8', at + 46, nameEnd), flags: central.readUInt16LE(at + 8), method: central.readUInt16LE(at + 10),
      crc: central.readUInt32LE(at + 16), packed: central.readUInt32LE(at + 20), size: central.readUInt32LE(at + 24),
      header: central.readUInt32LE(at + 42), data: 0,
    }
    widen(entry, central.subarray(nameEnd, extraEnd))
    checkName(entry.name, seen)
    entries.push(entry)
    at = extraEnd + central.readUInt16LE(at + 32)
  }
  return entries
}

function checkSizes(entries: readonly ZipEntry[], limits: ReadLimits): void {
  let size = 0
  let packed = 0
  for (const entry of entries) {
    if (entry.flags & 0x41) refuse('sheet.encrypted')
    if (entry.method !== 0 && entry.method !== 8) damaged(entry.name)
    if (entry.method === 0 && entry.size !== entry.packed) suspicious(entry.name)
    size += entry.size
    packed += entry.packed
  }
  if (size > limits.unpackedBytes) refuseSize('sheet.unpacksTooBig', { max: Math.round(limits.unpackedBytes / MEGABYTE) })
  if (size > limits.ratioFrom && size > packed * limits.ratio) suspicious(`1 : ${Math.round(size / (packed || 1))}`)
}

/** No two parts may share bytes: that is how a small file unpacks to a huge one. */
function checkLayout(fd: number, entries: ZipEntry[], directoryAt: number): void {
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.header - b.header)) {
    if (entry.header < free || entry.header + 30 > directoryAt) suspicious(entry.name)
    const local = readAt(fd, entry.header, 30)
    if (local.readUInt32LE(0) !== LOCAL) damaged(entry.name)
    const nameLength = local.readUInt16LE(26)
    entry.data = entry.header + 30 + nameLength + local.readUInt16LE(28)
    free = entry.data + entry.packed
    if (free > directoryAt) suspicious(entry.name)
    if (local.readUInt16LE(8) !== entry.method || readAt(fd, entry.header + 30, nameLength).toString('utf8') !== entry.name) suspicious(entry.name)
  }
}

export function readDirectory(fd: number, limits: ReadLimits): Map<string, ZipEntry> {
  const fileSize = fstatSync(fd).size
  const directory = findDirectory(fd, fileSize)
  if (directory.count > limits.zipEntries) refuseSize('sheet.tooManyParts', { max: limits.zipEntries })
  if (directory.at + directory.size > fileSize || directory.size > 100 * MEGABYTE) damaged('zip')
  const entries = parseEntries(readAt(fd, directory.at, directory.size), directory)
  checkSizes(entries, limits)
  checkLayout(fd, entries, directory.at)
  return new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
}

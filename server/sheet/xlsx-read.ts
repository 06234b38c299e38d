// A whole .xlsx into a sink, sheet after sheet.
import { closeSync, openSync } from 'node:fs'
import type { ReadLimits } from './limits.ts'
import type { RowSink } from './row-sink.ts'
import { readBook, scanPart } from './xlsx-book.ts'
import type { BookSource } from './xlsx-book.ts'
import { SheetReader } from './xlsx-rows.ts'
import { readDirectory } from './zip-directory.ts'
import type { ZipEntry } from './zip-directory.ts'

function openDirectory(path: string, limits: ReadLimits): Map<string, ZipEntry> {
  const fd = openSync(path, 'r')
  try {
    return readDirectory(fd, limits)
  } finally {
    closeSync(fd)
  }
}

export async function readXlsx(path: string, limits: ReadLimits, sink: RowSink, onProgress: (done: number, total: number) => void): Promise<void> {
  const entries = openDirectory(path, limits)
  let done = 0
  let total = 1
  const source: BookSource = { path, entries, limits, onBytes: (count) => onProgress(done += count, total) }
  const book = await readBook(source)
  total = done + book.sheets.reduce((sum, sheet) => sum + sheet.entry.size, 0)
  for (const { name, hidden, entry } of book.sheets) {
    const sheet = sink.begin(name, hidden)
    await scanPart(source, entry, (part) => new SheetReader(part, book, sink, sheet).scan)
    sink.end()
  }
}

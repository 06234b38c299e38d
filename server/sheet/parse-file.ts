// One file into normalised rows: asks the content what it is, then the reader for that kind.
import { closeSync, openSync, readSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { decodeFile, findEncoding } from './csv-decode.ts'
import type { Encoding } from './csv-decode.ts'
import { CsvReader, guessSeparator } from './csv-read.ts'
import { HtmlReader } from './html-table.ts'
import { MEGABYTE, refuseSize } from './limits.ts'
import type { ReadLimits } from './limits.ts'
import type { RowSink } from './row-sink.ts'
import { sniff } from './sniff.ts'
import { readXlsx } from './xlsx-read.ts'

export interface ParseJob { path: string; fileName: string; size: number; limits: ReadLimits }

export interface Source {
  kind: 'xlsx' | 'xls' | 'csv' | 'html'
  encoding?: Encoding
  separator?: string
}

type Progress = (done: number, total: number) => void

const HEAD = 64 * 1024
const LARGEST_PAGE = 60

function readHead(path: string): Buffer {
  const fd = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD)
    return head.subarray(0, readSync(fd, head, 0, HEAD, 0))
  } finally {
    closeSync(fd)
  }
}

async function readCsv(job: ParseJob, head: Buffer, sink: RowSink, onProgress: Progress): Promise<Source> {
  const { encoding } = await findEncoding(job.path, head)
  sink.begin(basename(job.fileName, extname(job.fileName)), false)
  let reader: CsvReader | undefined
  let separator = ','
  let done = 0
  for await (const piece of decodeFile(job.path, encoding, (count) => onProgress(done += count, job.size))) {
    let text = piece
    if (!reader) {
      const guess = guessSeparator(text.slice(0, HEAD))
      separator = guess.separator
      text = text.slice(guess.skip)
      reader = new CsvReader(separator, job.limits, (index, cells) => sink.row(index, cells))
    }
    reader.write(text)
  }
  reader?.write('', true)
  sink.end()
  return { kind: 'csv', encoding, separator }
}

async function readHtml(job: ParseJob, head: Buffer, sink: RowSink, onProgress: Progress): Promise<Source> {
  if (job.size > LARGEST_PAGE * MEGABYTE) refuseSize('sheet.fileTooBig', { max: LARGEST_PAGE })
  const { encoding } = await findEncoding(job.path, head)
  let html = ''
  let done = 0
  for await (const piece of decodeFile(job.path, encoding, (count) => onProgress(done += count, job.size))) html += piece
  new HtmlReader(sink, job.limits).read(html)
  return { kind: 'html', encoding }
}

export async function parseFile(job: ParseJob, sink: RowSink, onProgress: Progress): Promise<Source> {
  const head = readHead(job.path)
  switch (sniff(head)) {
    case 'zip':
      await readXlsx(job.path, job.limits, sink, onProgress)
      return { kind: 'xlsx' }
    case 'xls': {
      // Loaded only when needed: SheetJS is large and most files are .xlsx.
      const { readXls } = await import('./xls-read.ts')
      readXls(job.path, job.limits, sink)
      return { kind: 'xls' }
    }
    case 'html': return readHtml(job, head, sink, onProgress)
    case 'text': return readCsv(job, head, sink, onProgress)
  }
}

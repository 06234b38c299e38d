// Writes .csv that Excel in China opens rightly: UTF-8 with BOM, CRLF, formula-like text guarded (csv-guard.ts).
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { SheetSpec, WriteKind, WriteValue } from './book-spec.ts'
import { guard } from './csv-guard.ts'

const PIECE = 64 * 1024

function field(value: WriteValue, kind: WriteKind | undefined): string {
  const plain = typeof value === 'object' && value !== null ? value.v : value
  if (plain === null || plain === undefined) return ''
  if (typeof plain === 'boolean') return String(plain)
  const text = kind === 'number' && /^-?[\d.]+$/.test(plain) ? plain : guard(plain)
  return /[",\t;|\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Ends the stream. Only `columns` and `rows` of the sheet matter here. */
export async function writeCsv(out: Writable, spec: Pick<SheetSpec, 'columns' | 'rows'>): Promise<void> {
  const done = finished(out, { readable: false })
  done.catch(() => undefined)
  const line = (values: readonly WriteValue[], kinds: (WriteKind | undefined)[]): string => `${values.map((value, at) => field(value, kinds[at])).join(',')}\r\n`
  const kinds = spec.columns.map(({ kind }) => kind)
  let pending = `\uFEFF${line(spec.columns.map(({ title }) => title), [])}`
  const flush = async (): Promise<void> => {
    const text = pending
    pending = ''
    if (!out.write(text)) await Promise.race([once(out, 'drain'), done])
  }
  try {
    for await (const row of spec.rows) {
      pending += line(row, kinds)
      if (pending.length >= PIECE) await flush()
    }
    await flush()
    out.end()
    await done
  } catch (error) {
    out.destroy()
    throw error
  }
}

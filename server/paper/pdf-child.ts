// The child process that makes PDFs: fonts and compiler are loaded once, jobs come one after the other. A fault of the
// compiler (native code) ends this process, not the server.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sheet } from '#core/form/sheet.ts'
import { drawSheets } from './drawing.ts'
import { coverage, readFonts } from './fonts.ts'
import type { PaperEnv, Picture } from './paper.ts'

type Env = Omit<PaperEnv, 'images'> & { images: [string, Picture][] }

/** Sheets come one by one, then the word to begin. */
export type PdfOrder = { id: number; sheet: Sheet } | { id: number; env: Env }

export type PdfReport = { id: number; pdf: Uint8Array; pages: number } | { id: number; fault: string }

const fonts = readFonts()
const known = coverage(fonts)
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts }] })
const source = readFileSync(join(import.meta.dirname, 'form.typ'), 'utf8')

const KEPT = 0

function make(sheets: readonly Sheet[], env: Env): { pdf: Uint8Array; pages: number } {
  const images = new Map(env.images.map(([id, { bytes, type }]) => [id, { bytes: Buffer.from(bytes), type }]))
  const pages = drawSheets(sheets, { ...env, images }, point => known.has(point))
  const names: Record<string, string> = {}
  env.images.forEach(([id, { bytes, type }], at) => {
    names[id] = `logo-${at}.${type === 'image/png' ? 'png' : 'jpg'}`
    compiler.mapShadow(join(import.meta.dirname, names[id]), Buffer.from(bytes))
  })
  const data = JSON.stringify({ title: sheets[0]?.title ?? '', pages, images: names })
  try {
    return { pdf: compiler.pdf({ mainFileContent: source, inputs: { data } }, { pdfTags: false }), pages: pages.length }
  } finally {
    compiler.resetShadow()
    // What was worked out for one form is of no use to the next, and is somebody's data.
    compiler.evictCache(KEPT)
  }
}

/** The compiler's own words are no Error. */
const told = (fault: unknown): string => (fault instanceof Error ? fault.message : String((fault as { shortDiagnostics?: unknown })?.shortDiagnostics ?? fault))

const given = new Map<number, Sheet[]>()

process.on('message', (order: PdfOrder) => {
  const sheets = given.get(order.id) ?? []
  if ('sheet' in order) {
    given.set(order.id, sheets)
    sheets.push(order.sheet)
    return
  }
  given.delete(order.id)
  process.send?.(answerOf(order.id, sheets, order.env))
})
process.once('disconnect', () => process.exit(0))

function answerOf(id: number, sheets: readonly Sheet[], env: Env): PdfReport {
  try {
    return { id, ...make(sheets, env) }
  } catch (fault) {
    // A picture that cannot be drawn is left out rather than the form.
    if (env.images.length > 0) return answerOf(id, sheets, { ...env, images: [] })
    return { id, fault: told(fault).slice(0, 2000) }
  }
}

// Builds the pages when they are missing or older than their sources; a released package brings them built.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import { constants, brotliCompressSync, gzipSync } from 'node:zlib'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const WEB_DIR = join(ROOT, 'dist')
const MARK = join(WEB_DIR, '.sources')

/** Smaller files gain nothing from compression. */
const WORTH_BYTES = 1024
const BROTLI_QUALITY = 5

function sourcesHash(): string {
  const files = globSync(['web/**/*.{ts,tsx,css,json}', 'public/**/*.svg', 'core/**/*.{ts,json}', 'features/**/*.web.tsx', 'app/web.tsx', 'index.html', 'vite.config.ts', 'package-lock.json'], { cwd: ROOT })
    .filter(path => !/\.test\.tsx?$/.test(path)).sort()
  const hash = createHash('sha256')
  for (const path of files) hash.update(path).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

function compress(folder: string): void {
  for (const path of globSync('**/*.{js,css,html,svg,json}', { cwd: folder })) {
    const file = join(folder, path)
    if (statSync(file).size < WORTH_BYTES) continue
    const content = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(content))
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }))
  }
}

/** Resolves when the pages are there; rejects with vite's own words when they cannot be built. */
export async function buildWeb(say: (text: string) => void): Promise<void> {
  const wanted = sourcesHash()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return
  say('building the pages (only after an update)')
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const draft = `${WEB_DIR}.draft-${process.pid}`
  const output = await new Promise<{ code: number | null; text: string }>(resolve => {
    // A test's NODE_ENV would give pages with React's development half.
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', draft], { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } })
    let text = ''
    child.stdout.on('data', (part: Buffer) => { text += part.toString() })
    child.stderr.on('data', (part: Buffer) => { text += part.toString() })
    child.on('close', code => resolve({ code, text }))
  })
  if (output.code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(`the pages could not be built:\n${output.text}`)
  }
  compress(draft)
  writeFileSync(join(draft, '.sources'), wanted)
  putInPlace(draft)
}

/** Whole or not at all: another process may be serving the old pages, or building the same ones. */
function putInPlace(draft: string): void {
  const old = `${WEB_DIR}.old-${process.pid}`
  if (existsSync(WEB_DIR)) renameSync(WEB_DIR, old)
  renameSync(draft, WEB_DIR)
  rmSync(old, { recursive: true, force: true })
}

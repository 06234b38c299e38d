// The product's own source files with their lines, for the checks of size and layers.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export interface SourceFile {
  path: string
  text: string
  lines: number
}

const LAYERS = /^(core|server|web|features|app|bench|e2e|scripts)\//

/** Files that git tracks or would track, TypeScript only. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
  return listed.split('\n')
    .filter(path => LAYERS.test(path) && /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && existsSync(path))
    .map(path => {
      const text = readFileSync(path, 'utf8')
      return { path, text, lines: text.split('\n').length - 1 }
    })
}

/** Tests and what they share: test-*.ts beside them. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /(^|\/)test-[\w-]+\.tsx?$/.test(path) || /^(e2e|bench)\//.test(path)

/** Where texts and declarations live: their length is content, not structure. */
export const isDeclaration = (path: string): boolean =>
  /^features\/.*(?<!\.(server|web))\.tsx?$/.test(path) || /(messages|texts|options|words)[\w-]*\.ts$/.test(path) || path === 'core/object/builtin.ts'

// Sizes of files and functions, tail first: the tail is where quality is lost.
import type { SourceFile } from './source-files.ts'
import { isDeclaration, isTest } from './source-files.ts'

export interface FunctionSize {
  path: string
  name: string
  lines: number
}

const LIMITS = { file: 300, function: 50, component: 150 } as const

const OPENING = /^(\s*)(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\*?\s+(\w+)|(?:const|let)\s+(\w+)\b[^=]*=\s*(?:async\s*)?(?:<[^>]*>)?\(?[^=]*=>\s*\{\s*$|(?:static\s+|private\s+|readonly\s+|async\s+|override\s+|\*)*(\w+)\s*(?:<[^>]*>)?\([^;]*\{\s*$)/

/** From an opening line to the closing brace at the same indentation: our formatting makes that exact. */
export function functionsOf(file: SourceFile): FunctionSize[] {
  const lines = file.text.split('\n')
  return lines.flatMap((line, at) => {
    const match = OPENING.exec(line)
    const name = match?.[2] ?? match?.[3] ?? match?.[4]
    if (!match || !name || ['if', 'for', 'while', 'switch', 'catch', 'describe', 'test', 'it'].includes(name)) return []
    const end = lines.findIndex((other, index) => index > at && other.startsWith(`${match[1]}}`))
    return end < 0 ? [] : [{ path: file.path, name, lines: end - at + 1 }]
  })
}

export function spread(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `median ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, max ${sorted.at(-1) ?? 0}`
}

const commentShare = (files: SourceFile[]): number => {
  const lines = files.flatMap(file => file.text.split('\n')).filter(line => line.trim() !== '')
  return lines.filter(line => /^\s*(\/\/|\/\*|\*)/.test(line) || /\s\/\/ /.test(line)).length / Math.max(1, lines.length)
}

/** Prints the figures; gives one sentence for each limit that is passed. */
export function checkSizes(all: SourceFile[]): string[] {
  const files = all.filter(file => !isTest(file.path) && !file.path.startsWith('scripts/'))
  const code = files.filter(file => !isDeclaration(file.path))
  const functions = code.flatMap(functionsOf)
  console.log(`files      ${files.length}: ${spread(code.map(file => file.lines))} lines`)
  console.log(`functions  ${functions.length}: ${spread(functions.map(item => item.lines))} lines`)
  console.log(`comments   ${(commentShare(files) * 100).toFixed(1)} % of lines; ${files.reduce((sum, file) => sum + file.lines, 0)} lines of source, ${all.filter(file => isTest(file.path)).reduce((sum, file) => sum + file.lines, 0)} of tests`)
  return [
    ...code.filter(file => file.lines > LIMITS.file).map(file => `${file.path}: ${file.lines} lines, at most ${LIMITS.file}`),
    ...functions.filter(item => item.lines > (item.path.endsWith('.tsx') ? LIMITS.component : LIMITS.function))
      .map(item => `${item.path}: ${item.name} has ${item.lines} lines`),
    ...files.filter(file => !file.text.startsWith('//') && !file.text.startsWith('/*')).map(file => `${file.path}: opens without saying what it is`),
  ]
}

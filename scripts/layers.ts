// The dependency rule of the design, read off every import: core imports neither side, server and web import
// core and never each other nor a feature, a feature's declaration imports core only, app alone sees all.
import { posix } from 'node:path'
import type { SourceFile } from './source-files.ts'
import { isTest } from './source-files.ts'

type Layer = 'core' | 'server' | 'web' | 'features' | 'app'

const IMPORT = /(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g

export function importsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(IMPORT)].map(match => {
    const name = match[1]!
    if (name.startsWith('#')) return name.slice(1)
    return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file.path), name)) : name
  })
}

function allowed(path: string): Layer[] {
  const [layer] = path.split('/') as [string]
  if (layer === 'core') return ['core']
  if (layer === 'server') return ['core', 'server']
  if (layer === 'web') return ['core', 'web']
  if (layer !== 'features') return ['core', 'server', 'web', 'features', 'app']
  if (path.endsWith('.server.ts')) return ['core', 'features', 'server']
  return path.endsWith('.web.tsx') ? ['core', 'features', 'web'] : ['core', 'features']
}

const OUTSIDE = /^(node:|react|antd|fastify|pg$|kysely)/

/** One sentence for each import that the design forbids. Tests may reach for the test database. */
export function brokenRules(files: SourceFile[]): string[] {
  return files.flatMap(file => {
    const may = allowed(file.path)
    return importsOf(file).flatMap(target => {
      const layer = target.split('/')[0] as Layer
      const known = ['core', 'server', 'web', 'features', 'app'].includes(layer)
      if (known && !may.includes(layer) && !(isTest(file.path) && layer !== 'features')) return [`${file.path} imports ${target}: ${file.path.split('/')[0]} may import only ${may.join(', ')}`]
      if (file.path.startsWith('core/') && !isTest(file.path) && OUTSIDE.test(target)) return [`${file.path} imports ${target}: core is pure`]
      return []
    })
  })
}

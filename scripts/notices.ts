// Writes NOTICES.md: every package that the product runs with, its version, licence and author.
// Run by hand after a change of dependencies: node scripts/notices.ts
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Package {
  name: string
  version: string
  license?: string
  author?: string | { name?: string }
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const read = (path: string): Package => JSON.parse(readFileSync(path, 'utf8')) as Package

/** Where node finds `name` from the folder `from`. */
function find(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = join(folder, '..')) {
    if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return join(folder, 'node_modules', name)
    if (folder === join(folder, '..')) return undefined
  }
}

const seen = new Map<string, Package>()

function walk(folder: string): void {
  const own = read(join(folder, 'package.json'))
  for (const name of Object.keys({ ...own.dependencies, ...own.optionalDependencies })) {
    const at = find(name, folder)
    if (!at) continue
    const found = read(join(at, 'package.json'))
    const key = `${found.name} ${found.version}`
    if (seen.has(key)) continue
    seen.set(key, found)
    walk(at)
  }
}

walk(process.cwd())
const author = (item: Package): string => (typeof item.author === 'string' ? item.author : item.author?.name ?? '').replace(/\s*[<(].*$/, '')
const rows = [...seen.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  .map(item => `| ${item.name} | ${item.version} | ${item.license ?? 'see package'} | ${author(item)} |`)
writeFileSync('NOTICES.md', `# Third-party notices

Guanxi runs with the packages below, each under its own licence; the licence texts are inside the packages in \`node_modules\`.
Names, codes and coordinates of administrative divisions in \`core/lib/divisions.json\` are public facts; their source is named in \`core/lib/divisions.ts\`.
The font \`server/paper/fonts/guanxi-rare.ttf\` is made of parts of Noto Sans JP, Noto Sans HK (Adobe) and Noto Sans Symbols 2 (The Noto Project Authors), under the
SIL Open Font License 1.1; see the folder's \`README.md\` and \`OFL.txt\`.

| package | version | licence | author |
|---|---|---|---|
${rows.join('\n')}
`)

// The fonts of the PDF and which characters they have. Two come with a package, the third with us (fonts/README.md).
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const NOTO = '@expo-google-fonts/noto-sans-sc'

export const fontFiles = (): string[] => [
  require.resolve(`${NOTO}/400Regular/NotoSansSC_400Regular.ttf`),
  require.resolve(`${NOTO}/700Bold/NotoSansSC_700Bold.ttf`),
  join(import.meta.dirname, 'fonts/guanxi-rare.ttf'),
]

export const readFonts = (): Buffer[] => fontFiles().map(path => readFileSync(path))

/** Code points that one of the fonts has. */
export function coverage(fonts: readonly Buffer[]): Set<number> {
  const points = new Set<number>()
  for (const font of fonts) for (const [from, to] of rangesOf(font)) for (let point = from; point <= to; point++) points.add(point)
  return points
}

/** Of the cmap's subtable for all of Unicode (format 12), which these fonts have. */
function rangesOf(font: Buffer): [number, number][] {
  for (let table = 0; table < font.readUInt16BE(4); table++) {
    const entry = 12 + 16 * table
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue
    const cmap = font.readUInt32BE(entry + 8)
    for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
      const sub = cmap + font.readUInt32BE(cmap + 4 + 8 * at + 4)
      if (font.readUInt16BE(sub) !== 12) continue
      return Array.from({ length: font.readUInt32BE(sub + 12) }, (_, group) => [font.readUInt32BE(sub + 16 + 12 * group), font.readUInt32BE(sub + 20 + 12 * group)])
    }
  }
  return []
}

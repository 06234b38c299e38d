// PDFs of forms say what the sheet says, page after page, whatever is in the data. Read back by poppler where it is installed.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { emsOf } from '#core/form/text-size.ts'
import { goodRow } from '#core/form/try-form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { PAGE_HEIGHT } from '#core/form/sheet.ts'
import { coverage, readFonts } from './fonts.ts'
import { legible } from './legible.ts'
import { paginate, repeatedHead, scaleOf } from './pages.ts'
import { cardSheet, pixel, wideSheet } from './paper-kit.ts'
import type { PaperEnv } from './paper.ts'
import { writeFormPdf } from './pdf.ts'

const env: PaperEnv = { company: '关系公司', lang: 'zh' }

const poppler = spawnSync('pdftotext', ['-v']).error === undefined
if (!poppler) console.log('pdftotext is not installed: the text of PDFs is not read')

function withFile<T>(pdf: Buffer, use: (path: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'paper-pdf-'))
  try {
    writeFileSync(join(dir, 'form.pdf'), pdf)
    return use(join(dir, 'form.pdf'))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

const pagesOf = (pdf: Buffer): string[] => withFile(pdf, path => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1))
const bare = (text: string): string => text.replaceAll(/\s+/g, '')

describe.skipIf(!poppler)('a PDF', () => {
  test('says in order what stands on the form, in our own fonts', async () => {
    const sheet = cardSheet()
    const pdf = await writeFormPdf([sheet], env)
    const [page, ...others] = pagesOf(pdf)
    expect(others).toEqual([])
    expect(bare(page!)).toMatch(/关系公司.*试用表.*年度：2026.*西湖商贸.*13800138000.*☐1\.闹市☑2\.商业街|关系公司.*试用表.*年度：2026.*西湖商贸.*13800138000.*□1\.闹市☑2\.商业街/)
    expect(bare(page!)).toMatch(/青岛啤酒.*1,200\.50.*雪花.*合计.*2,000\.50.*加强联系.*老客户.*审核.*第1页共1页/)
    const fonts = withFile(pdf, path => execFileSync('pdffonts', [path], { encoding: 'utf8' })).trim().split('\n').slice(2)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+(NotoSansSC|GuanxiRare)\S* .* yes yes yes/)
  })

  test('repeats the heads on each page, numbers the pages and says what is left out', async () => {
    const pages = pagesOf(await writeFormPdf([wideSheet(60)], env))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, at) => {
      expect(page).toContain('客户名称')
      expect(page).toContain('产品H')
      expect(bare(page)).toContain(`第${at + 1}页共${pages.length}页`)
      if (at > 0) expect(bare(page.split('\n')[0]!)).toBe('关系公司客户销售分析表')
    })
    expect(pages.at(-1)).toContain('另有 12 行未列出')
    expect(pages.join('').match(/=1\+1/g)).toHaveLength(8)
  })

  test('shows whatever was typed as it is, and no markup is run', async () => {
    const nasty = ['#import "@preview/x:1.0.0": *', '#read("/etc/passwd")', '$x^2$', '\\u{48}', '= Heading', '*bold* _it_', '"quoted" \'single\'', '</script>', '`raw`', '{"a":[1]}', '// no comment', '@label', '<label>', '~ -- ---']
    const [page] = pagesOf(await writeFormPdf([cardSheet({ values: { advice: nasty.join('\n') } })], env))
    for (const text of nasty) expect(bare(page!)).toContain(bare(text))
  })

  test('has the rare characters of names, and says the code of what no font has', async () => {
    const [page] = pagesOf(await writeFormPdf([cardSheet({ values: { advice: '𠮷㼆龘堃镕喆㛃䶮𫖯𬭚𬀪𬭎' } }, [goodRow('g1', '𠀀😀', '1')])], env))
    expect(bare(page!)).toContain('𠮷㼆龘堃镕喆㛃䶮𫖯𬭚𬀪𬭎')
    expect(page).toMatch(/20000\s*1F600/)
  })

  test('of several records numbers the pages of each', async () => {
    const pages = pagesOf(await writeFormPdf([cardSheet(), wideSheet(30), cardSheet({ values: { advice: '第二张' } })], env))
    expect(pages.map(page => /第(\d)页共(\d)页/.exec(bare(page))?.slice(1).join('/'))).toEqual(['1/1', '1/3', '2/3', '3/3', '1/1'])
    expect(pages.at(-1)).toContain('第二张')
  })

  test('carries the logo; a broken picture does not keep the form from being printed', async () => {
    const sheet = cardSheet({ company: { name: '关系公司', logo: 'logo' } })
    const images = (bytes: Buffer) => ({ ...env, images: new Map([['logo', { bytes, type: 'image/png' }]]) })
    const listed = withFile(await writeFormPdf([sheet], images(pixel)), path => execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' }))
    expect(listed.trim().split('\n').length).toBeGreaterThan(2)
    expect(pagesOf(await writeFormPdf([sheet], images(Buffer.from('no picture'))))[0]).toContain('试用表')
  })

  test('shows all of a long text, however small', async () => {
    const text = '客户反映交货延迟，要求派人上门处理并给出书面说明。'.repeat(40)
    const account = '6222020200112233445566778899'.repeat(6)
    const pages = pagesOf(await writeFormPdf([cardSheet({ values: { advice: text } }, [goodRow('g1', account, '1')])], env))
    expect(bare(pages.join('')).replaceAll(/总经理建议/g, '')).toContain('书面说明。')
    expect(bare(pages.join('')).match(/书面说明/g)!.length).toBe(40)
    expect(bare(pages.join('')).match(/\d{6,}/g)!.join('').length).toBeGreaterThanOrEqual(account.length)
  })
})

test('many at once are answered each with its own', async () => {
  const sizes = await Promise.all([1, 2, 3, 4, 5, 6].map(async count => (await writeFormPdf(Array.from({ length: count }, () => cardSheet()), env)).length))
  expect(sizes.toSorted((a, b) => a - b)).toEqual(sizes)
})

describe('pages', () => {
  const sheets = fc.tuple(fc.integer({ min: 0, max: 130 }), fc.boolean()).map(([count, wide]) =>
    (wide ? wideSheet(count) : cardSheet({}, Array.from({ length: count }, (_, at) => goodRow(`g${at}`, `品牌${'很长'.repeat(at % 40)}`, String(at))))))

  test('hold each row once and whole, heads above what goes on, and no heads or totals alone', () => {
    fc.assert(fc.property(sheets, sheet => {
      const pages = paginate(sheet)
      expect(pages.flatMap(page => page.rows.filter(row => !row.again).map(({ row }) => row))).toEqual(sheet.rows.map((_, row) => row))
      const room = PAGE_HEIGHT[sheet.orientation] / scaleOf(sheet)
      for (const page of pages) {
        expect(page.end).toBeLessThanOrEqual(room + 0.1)
        expect(headless(sheet, page.rows.map(({ row }) => row))).toEqual([])
      }
    }), { numRuns: 40 })
  })

  test('have no signatures alone: at least the last row that they sign goes with them', () => {
    for (let count = 20; count < 75; count++) {
      const sheet = cardSheet({}, Array.from({ length: count }, (_, at) => goodRow(`g${at}`, '品牌', '1')))
      const signs = new Set(sheet.cells.filter(cell => cell.style === 'sign').map(cell => cell.row))
      for (const page of paginate(sheet).slice(1)) expect(page.rows.some(({ row, again }) => !again && !signs.has(row))).toBe(true)
    }
  })

  test('are made a little smaller for what would only just not fit, small print included', () => {
    const rows = (height: number): Sheet => ({ ...cardSheet(), rows: cardSheet().rows.map(() => ({ height: height / cardSheet().rows.length })) })
    const scale = (height: number, remarks: number): number => scaleOf({ ...rows(height), remarks: Array.from({ length: remarks }, () => '另有 12 行未列出') })
    expect(scale(260, 1)).toBe(1)
    expect(scale(267, 0)).toBe(1)
    expect(scale(267, 3)).toBeCloseTo((267 + 4 - 3 * 4.2) / 267, 3)
    expect(scale(300, 0)).toBeCloseTo(267 / 300, 3)
    expect(scale(400, 0)).toBe(1)
  })

  test('only heads that stand on several pages are repeated in Excel', () => {
    expect(repeatedHead(cardSheet())).toBeUndefined()
    expect(repeatedHead(wideSheet(60))).toEqual({ from: 3, to: 5 })
  })

  /** Rows of a grid on a page without their head; heads and totals without rows. */
  function headless(sheet: Sheet, rows: readonly number[]): number[] {
    const on = new Set(rows)
    return sheet.bands.filter(band => band.head > 0).flatMap(band => {
      const body = rows.filter(row => row >= band.from + band.head && row < band.to)
      const heads = rows.filter(row => row >= band.from && row < band.from + band.head)
      return body.length > 0 === heads.length > 0 && (body.length !== 1 || on.has(band.from) || band.to - band.from - band.head === 1) ? [] : [band.from]
    })
  }
})

test('any text is made legible: nothing but what the fonts have, and no character lost', () => {
  const known = coverage(readFonts())
  expect(known.has('𠮷'.codePointAt(0)!)).toBe(true)
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
    for (const run of legible(text, 20, point => known.has(point)).flat()) {
      if (typeof run === 'string') for (const char of run) expect(known.has(char.codePointAt(0)!)).toBe(true)
      else if ('code' in run) expect(known.has(Number.parseInt(run.code, 16))).toBe(false)
      else expect(emsOf(run.long)).toBeGreaterThan(5)
    }
  }))
})

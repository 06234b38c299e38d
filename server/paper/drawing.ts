// Pages of a PDF as places and texts, in mm: what is drawn where. Texts are data to the end; nothing in them is markup.
import { MARGIN, PAGE_HEIGHT, PAGE_WIDTH } from '#core/form/sheet.ts'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import { EM, emsOf, LINE, linesIn, PAD } from '#core/form/text-size.ts'
import { fontOf } from './form-styles.ts'
import { sizeOf } from './images.ts'
import { BELOW, paginate, REMARK, scaleOf } from './pages.ts'
import type { Page } from './pages.ts'
import type { PaperEnv } from './paper.ts'
import { legible } from './legible.ts'
import type { Run } from './legible.ts'

/** A text in a box, and a picture at its left. */
export interface Drawn {
  x: number
  y: number
  w: number
  h: number
  /** Between text and frame at the sides. */
  pad: number
  frame: boolean
  /** Lines of runs. */
  text: Run[][]
  size: number
  bold: boolean
  align: Cell['align']
  /** May be too long for its box: measured and made smaller. */
  tight?: true
  image?: { id: string; w: number; h: number }
}

export interface DrawnPage { w: number; h: number; items: Drawn[] }

const BODY = 10.5
const SMALL = 8

export function drawSheets(sheets: readonly Sheet[], env: PaperEnv, known: (point: number) => boolean): DrawnPage[] {
  return sheets.flatMap(sheet => {
    const pages = paginate(sheet)
    const end = pages.at(-1)!.end * scaleOf(sheet)
    if (end + sheet.remarks.length * REMARK > PAGE_HEIGHT[sheet.orientation] + BELOW + 0.05) pages.push({ rows: [], end: 0 })
    return pages.map((page, at) => drawPage(sheet, page, at, pages.length, env, known))
  })
}

function drawPage(sheet: Sheet, page: Page, at: number, count: number, env: PaperEnv, known: (point: number) => boolean): DrawnPage {
  const width = PAGE_WIDTH[sheet.orientation]
  const w = width + 2 * MARGIN
  const h = PAGE_HEIGHT[sheet.orientation] + 2 * MARGIN
  const scale = scaleOf(sheet)
  const line = (x: number, y: number, wide: number, text: string, align: Cell['align']): Drawn =>
    ({ x, y, w: wide, h: REMARK, pad: PAD, frame: false, text: legible(text, wide, known), size: SMALL, bold: false, align, tight: true })
  const head = at === 0 ? [] : [line(MARGIN, 8, width / 2, env.company, 'left'), line(MARGIN + width / 2, 8, width / 2, sheet.title, 'right')]
  const remarks = at === count - 1 ? sheet.remarks.map((text, index) => line(MARGIN + (width * (1 - scale)) / 2, MARGIN + page.end * scale + index * REMARK, width * (1 + scale) / 2, text, 'left')) : []
  const foot = sheet.lang === 'zh' ? `第 ${at + 1} 页 共 ${count} 页` : `Page ${at + 1} of ${count}`
  return { w, h, items: [...head, ...cellsOn(sheet, page).map(one => scaled(drawCell(one, env, known), scale, width)), ...remarks, line(MARGIN, h - 10.5, width, foot, 'center')] }
}

/** Smaller, in the middle of the page's width. */
const scaled = (item: Drawn, scale: number, width: number): Drawn => (scale === 1 ? item : {
  ...item, x: MARGIN + (width * (1 - scale)) / 2 + (item.x - MARGIN) * scale, y: MARGIN + (item.y - MARGIN) * scale,
  w: item.w * scale, h: item.h * scale, pad: item.pad * scale, size: item.size * scale,
  ...(item.image ? { image: { ...item.image, w: item.image.w * scale, h: item.image.h * scale } } : {}),
})

interface Placed { cell: Cell; x: number; y: number; w: number; h: number }

/** A cell over several rows stands on each of their pages, as high as its rows there. */
function cellsOn(sheet: Sheet, page: Page): Placed[] {
  const lefts = [MARGIN]
  for (const width of sheet.widths) lefts.push(lefts.at(-1)! + width)
  const rows = new Map(page.rows.map(row => [row.row, row]))
  return sheet.cells.flatMap(cell => {
    const own = []
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) if (rows.has(row)) own.push(rows.get(row)!)
    if (own.length === 0) return []
    const top = Math.min(...own.map(row => row.y))
    const end = Math.max(...own.map(row => row.y + row.height))
    return [{ cell, x: lefts[cell.col]!, y: MARGIN + top, w: lefts[cell.col + cell.colSpan]! - lefts[cell.col]!, h: end - top }]
  }).toSorted((a, b) => a.y - b.y || a.x - b.x)
}

function drawCell({ cell, x, y, w, h }: Placed, env: PaperEnv, known: (point: number) => boolean): Drawn {
  const { size: whole, bold } = fontOf(cell.style)
  const size = whole * (cell.small ?? 1)
  const number = cell.excel?.kind === 'number' && cell.align === 'right'
  const room = w - 2 * PAD
  const wide = emsOf(cell.text) * EM * (size / BODY)
  const fitted = number && wide > room ? Math.max(5, size * (room / wide)) : size
  const tight = !number && cell.text !== '' && linesIn(cell.text, w / (size / BODY)) * LINE * (size / BODY) > Math.min(h - PAD, LINE * (size / BODY) + 0.1)
  const text = cell.style === 'label' || cell.style === 'head' ? balanced(cell.text, room / EM) : cell.text
  const image = logoIn(cell, w, h, env)
  return {
    x, y, w, h, pad: PAD, frame: cell.frame, text: legible(text, number ? Infinity : room / (size / BODY), known), size: Math.round(fitted * 10) / 10, bold, align: cell.align,
    ...(tight ? { tight: true as const } : {}), ...(image ? { image } : {}),
  }
}

/** As high as its cell, at most a quarter as wide. */
function logoIn({ image: id }: Cell, w: number, h: number, env: PaperEnv): Drawn['image'] {
  const picture = id === undefined ? undefined : env.images?.get(id)
  const size = picture && sizeOf(picture.bytes, picture.type)
  if (id === undefined || !size) return undefined
  const scale = Math.min((h - 1) / size.height, w / 4 / size.width)
  return { id, w: size.width * scale, h: size.height * scale }
}

/** 基本信息 in a narrow place is 基本 over 信息, not 基本信 over 息. */
function balanced(text: string, ems: number): string {
  if (!/^[一-鿿]{3,12}$/.test(text) || text.length <= ems || ems < 1) return text
  const lines = Math.ceil(text.length / Math.floor(ems))
  const each = Math.ceil(text.length / lines)
  return (text.match(new RegExp(`.{1,${each}}`, 'g')) ?? [text]).join('\n')
}

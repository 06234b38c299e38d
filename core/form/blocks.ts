// Title, line, rows of fields, signatures and note: their pieces. Grids are in grid.ts.
import type { Block, Item } from './form.ts'
import type { Content, Part, PartRow, Piece } from './piece.ts'
import { piece, words } from './piece.ts'
import type { Scene } from './scene.ts'
import { said } from './scene.ts'
import type { Spot } from './spot.ts'
import { filled, itemSpot, spotOf } from './spot.ts'
import { sidesFor } from './weights.ts'
import { EM, LINE, PAD, widthOf } from './text-size.ts'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

/** Room for handwriting. */
const ROW = 8
const SIGN = 12
/** A label is not wider than nine characters: longer ones take two lines. */
const LONGEST = 9 * EM + 2 * PAD
/** Nor does it take more of its place than this. */
const SHARE = 0.55

const part = (pieces: Piece[], rows: PartRow[]): Part => ({ pieces, rows, head: 0, keep: true, columns: 0 })
const rowOf = (height: number): PartRow => ({ height })

export function titlePart(scene: Scene, block: Of<'title'>): Part {
  const { company } = scene.data
  const value = block.at === undefined ? '' : filled(scene, spotOf(scene, block.at), 'below', false).text
  const below = [said(scene, block.below), value].filter(Boolean).join(' ')
  const rows: [Content, number][] = [
    [{ ...words(company.name, 'company', 'center', false), ...(company.logo === undefined ? {} : { image: company.logo }) }, 9],
    [words(said(scene, scene.form.title), 'title', 'center', false), 12],
    ...(below === '' && block.at === undefined && block.below === undefined ? [] : [[words(below, 'below', 'right', false), 6] as [Content, number]]),
  ]
  return part(rows.map(([content], row) => piece(row, 0, 1, content)), rows.map(([, height]) => rowOf(height)))
}

const colon = (scene: Scene, label: string): string => (label === '' || /[:：]$/.test(label) ? label : `${label}${scene.data.lang === 'zh' ? '：' : ': '}`)

/** Narrowest place in mm, and narrowest part of it. */
const PLACE = 9
const HALF = 3

/** Shares of the row that its places take. */
function places(scene: Scene, items: readonly Item[], from = 0): [number, number][] {
  const sides = sidesFor(items.map(item => item.weight ?? 1), items.map(() => PLACE / scene.page), from)
  return items.map((_, index) => [sides[index]!, sides[index + 1]!])
}

/** Where the label ends: both it and the value keep some room. */
const middleOf = (scene: Scene, from: number, to: number, wanted: number): number =>
  from + Math.min(to - from - HALF / scene.page, Math.max(HALF / scene.page, wanted))

/** Labels and values side by side without frames. What nobody can type there is one text with its label. */
export function linePart(scene: Scene, block: Of<'line' | 'signatures'>): Part {
  const sign = block.kind === 'signatures'
  const spans = places(scene, block.items)
  const pieces = block.items.flatMap((item, index) => {
    const [from, to] = spans[index]!
    return linePlace(scene, item, from, to, sign)
  })
  const lines = Math.max(1, ...block.items.map(item => item.lines ?? 1))
  return part(pieces, [rowOf(Math.max(sign ? SIGN : ROW, lines * LINE + PAD))])
}

function linePlace(scene: Scene, item: Item, from: number, to: number, sign: boolean): Piece[] {
  const label = colon(scene, said(scene, item.label))
  const style = sign ? 'sign' : 'plain'
  const spot = item.at === undefined ? undefined : itemSpot(scene, item.at, item.or)
  if (!spot) return [piece(0, from, to, words(`${label}${said(scene, item.text)}`, style, 'left', false))]
  const content = filled(scene, spot, sign ? 'sign' : 'value', false, item)
  if (!spot.editable) return [piece(0, from, to, { ...words(`${label}${content.text}`, style, 'left', false), ...kept(content) })]
  if (label === '') return [piece(0, from, to, content)]
  const middle = middleOf(scene, from, to, item.labelShare === undefined ? Math.min((to - from) * 0.7, widthOf(label) / scene.page) : item.labelShare * (to - from))
  return [piece(0, from, middle, words(label, style, 'left', false), { tight: true }), piece(0, middle, to, { ...content, align: 'left' })]
}

/** What a label and a value in one cell keep of the value. */
const kept = ({ link, masked }: Content): Partial<Content> => ({ ...(link ? { link } : {}), ...(masked ? { masked } : {}) })

export function fieldsPart(scene: Scene, block: Of<'fields'>): Part {
  const rows = block.rows.map(items => rowOf(Math.max(ROW, ...items.map(item => (item.lines ?? 1) * LINE + PAD))))
  const head = block.heading ? headingShare(said(scene, block.heading), rows.reduce((sum, row) => sum + row.height, 0), scene.page) : 0
  const spans = block.rows.map(items => places(scene, items, head))
  const widths = labelWidths(scene, block.rows, spans)
  const pieces = block.rows.flatMap((items, row) => items.flatMap((item, index) => fieldPlace(scene, item, row, spans[row]![index]!, widths)))
  return part([...headingPiece(said(scene, block.heading), head, rows.length), ...pieces], rows)
}

/** As few characters on each line of a heading at the left as its block is high enough for. */
export function headingShare(text: string, height: number, page: number): number {
  const lines = Math.max(1, Math.floor(height / LINE))
  const perLine = Math.min(6, Math.max(1, Math.ceil([...text].length / lines)))
  return ((Math.max(1.6, perLine) * EM + 2 * PAD + 0.6)) / page
}

export const headingPiece = (text: string, share: number, rows: number): Piece[] =>
  (share === 0 || rows === 0 ? [] : [piece(0, 0, share, words(text, 'label', 'center', true), { rowSpan: rows, tight: false, stiff: true })])

const startKey = (from: number): number => Math.round(from * 200)

/** Labels that begin below each other are equally wide: the widest of them rules. */
function labelWidths({ page, ...scene }: Scene, rows: readonly Item[][], spans: readonly [number, number][][]): Map<number, number> {
  const widths = new Map<number, number>()
  const room = new Map<number, number>()
  rows.forEach((items, row) => items.forEach((item, index) => {
    const [from, to] = spans[row]![index]!
    if (!item.label || (item.at === undefined && item.text === undefined)) return
    const key = startKey(from)
    widths.set(key, Math.max(widths.get(key) ?? 0, Math.min(LONGEST, widthOf(said({ page, ...scene }, item.label))) / page))
    room.set(key, Math.min(room.get(key) ?? 1, (to - from) * SHARE))
  }))
  return new Map([...widths].map(([key, width]) => [key, Math.min(width, room.get(key)!)]))
}

function fieldPlace(scene: Scene, item: Item, row: number, [from, to]: [number, number], widths: Map<number, number>): Piece[] {
  const label = words(said(scene, item.label), 'label', 'center', true)
  const value = fieldValue(scene, item)
  if (!value) return [piece(row, from, to, item.label ? label : words('', 'value', 'left', true))]
  if (!item.label) return [piece(row, from, to, value)]
  const middle = middleOf(scene, from, to, item.labelShare === undefined ? widths.get(startKey(from))! : item.labelShare * (to - from))
  return [piece(row, from, middle, label), piece(row, middle, to, value)]
}

function fieldValue(scene: Scene, item: Item): Content | undefined {
  if (item.at !== undefined) return filled(scene, itemSpot(scene, item.at, item.or) satisfies Spot, 'value', true, item)
  return item.text === undefined ? undefined : words(said(scene, item.text), 'value', 'left', true)
}

/** Labels of all notes of the form are equally wide. */
const noteLabels = (scene: Scene): number =>
  Math.min(LONGEST, Math.max(...scene.form.blocks.map(block => (block.kind === 'note' ? widthOf(said(scene, block.label)) : 0))))

export function notePart(scene: Scene, block: Of<'note'>): Part {
  const text = said(scene, block.text)
  const value: Content = block.at === undefined ? words(text, 'note', 'left', true) : { ...filled(scene, spotOf(scene, block.at), 'note', true), align: 'left' }
  const height = Math.max(ROW, (block.lines ?? 3) * LINE + PAD)
  const label = said(scene, block.label)
  if (label === '') return part([piece(0, 0, 1, value)], [rowOf(height)])
  const middle = noteLabels(scene) / scene.page
  return part([piece(0, 0, middle, words(label, 'label', 'center', true)), piece(0, middle, 1, value)], [rowOf(height)])
}

// What a workbook filled in by hand changes, against the form as it is now: each text read by its own field; what cannot
// be taken is told with its cell. Which cells may be typed is asked of the sheet alone, never of the file.
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import { errorKey } from '#core/form/changes.ts'
import { readCell } from '#core/form/read-cell.ts'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import { cmp } from '#core/lib/decimal.ts'
import type { Refusal } from '#core/lib/error.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { Problem, ReadCell, ReadChanges, ReadForm, Resolve, Shown } from './paper.ts'
import { sameWritten, writtenText } from './written.ts'
import { checkBook } from './xlsx-in.ts'

type Answer = { value: unknown; shown: string } | { refusal: Refusal }

/** `lang` is that of the reader: problems are told in it. */
export async function changesOf(read: ReadForm, sheet: Sheet, resolve: Resolve, lang = sheet.lang): Promise<ReadChanges> {
  checkBook(read, sheet)
  const places = new Map(sheet.cells.flatMap(cell => (cell.bind ? [[errorKey(cell.bind), cell] as const] : [])))
  const result: ReadChanges = { changes: [], shown: [], problems: [] }
  for (const one of numbered(read.cells)) await readOne(one, placeOf(places, one), sheet, resolve, lang, result)
  for (const stray of read.strays) result.problems.push({ cell: stray.address, label: stray.label, text: stray.text, message: messageOf({ key: 'paper.notTyped' }, lang) })
  return result
}

/** Rows put in are numbered anew, in the order of the file. */
function numbered(cells: readonly ReadCell[]): ReadCell[] {
  const next = new Map<string, number>()
  const numbers = new Map<number, number>()
  return cells.map(cell => {
    if (cell.added === undefined) return cell
    const block = cell.bind.block ?? ''
    if (!numbers.has(cell.added)) {
      numbers.set(cell.added, next.get(block) ?? 0)
      next.set(block, (next.get(block) ?? 0) + 1)
    }
    return { ...cell, bind: { ...cell.bind, row: `new:${numbers.get(cell.added)}` } }
  })
}

/** A row beyond those that the sheet has room for is typed as its first empty one is. */
function placeOf(places: ReadonlyMap<string, Cell>, { bind, added }: ReadCell): Cell | undefined {
  return places.get(errorKey(bind)) ?? (added === undefined ? undefined : places.get(errorKey({ ...bind, row: 'new:0' })))
}

async function readOne(one: ReadCell, cell: Cell | undefined, sheet: Sheet, resolve: Resolve, lang: Sheet['lang'], result: ReadChanges): Promise<void> {
  const field = cell?.field === undefined ? undefined : sheet.fields[cell.field]
  const answer: Answer = one.fault ? { refusal: { key: 'paper.cellFault' } }
    : !cell || !field ? { refusal: { key: one.added === undefined ? 'paper.cellClosed' : 'paper.noNewRows' } }
      : await valueOf(one, cell, field, resolve, lang)
  if ('refusal' in answer) {
    result.problems.push(problemOf(one, answer.refusal, lang))
    return
  }
  const before = one.added === undefined ? cell!.wire ?? null : null
  if (sameWire(before, answer.value)) return
  result.changes.push({ bind: one.bind, value: answer.value })
  result.shown.push(shownOf(one, cell!, field!, before, answer.shown, lang))
}

const problemOf = ({ address, label, text }: ReadCell, refusal: Refusal, lang: Sheet['lang']): Problem => ({ cell: address, label, text, message: messageOf(refusal, lang) })

function shownOf(one: ReadCell, cell: Cell, field: Field, before: unknown, after: string, lang: Sheet['lang']): Shown {
  const moved = one.added === undefined && !sameWritten(one.was, writtenText(cell))
  return { bind: one.bind, cell: one.address, label: one.label, before: said(field, before, lang), after, ...(moved ? { was: one.was } : {}) }
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const said = (field: Field, value: unknown, lang: Sheet['lang']): string => (isNothing(value) ? '' : kindOf(field).format(value, field, lang))

async function valueOf(one: ReadCell, cell: Cell, field: Field, resolve: Resolve, lang: Sheet['lang']): Promise<Answer> {
  const parsed = readCell(cell, field, { text: one.text, ...(one.number === undefined ? {} : { number: one.number }) }, lang)
  if ('refusal' in parsed) return parsed
  const { value } = parsed
  if (isNothing(value)) return { value: null, shown: '' }
  if (!kindOf(field).target?.(field)) return { value, shown: said(field, value, lang) }
  // The name that already stands there needs no looking up: it may be one of several of that name.
  if (cell.wire !== null && said(field, cell.wire, lang) === one.text.trim()) return { value: cell.wire, shown: one.text.trim() }
  const link = await resolve(field, value)
  return 'refusal' in link ? link : { value: link.value, shown: link.label }
}

const isNumber = (value: unknown): value is string => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)

/** Links by their ids, amounts by what they are worth. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}

function sameWire(before: unknown, after: unknown): boolean {
  if (isNothing(before) || isNothing(after)) return isNothing(before) && isNothing(after)
  if (typeof before === 'number' || typeof after === 'number') return Number(before) === Number(after)
  if (isNumber(before) && isNumber(after)) return before === after || (cmp(before, after) === 0 && !/^0\d/.test(before + after))
  return JSON.stringify(bare(before)) === JSON.stringify(bare(after))
}

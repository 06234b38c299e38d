// What a sheet holds: its header, its columns with samples, how many records, and which rows are none. One pass.
import { guessTable, rowJudge } from '#core/lib/guess-table.ts'
import type { MergeRange, SheetRow, SkipReason, TableGuess } from '#core/lib/guess-table.ts'
import type { SheetColumn, SheetFacts } from './job.ts'
import { HEAD, rowsFrom } from './sheet-rows.ts'

/** Notes and totals stand in the last rows; only there the end of the sheet matters. */
const TAIL = 200
const MOST_VALUES = 30
const MOST_SKIPPED = 200

export interface SheetSource {
  dir: string
  index: number
  name: string
  hidden: boolean
  merges: MergeRange[]
}

interface Ends { head: SheetRow[]; tail: SheetRow[] }

async function endsOf(source: SheetSource): Promise<Ends> {
  const ends: Ends = { head: [], tail: [] }
  for await (const row of rowsFrom(source.dir, source.index, 0)) {
    if (ends.head.length < HEAD) ends.head.push(row)
    else {
      ends.tail.push(row)
      if (ends.tail.length > TAIL) ends.tail.shift()
    }
  }
  return ends
}

export async function describeSheet(source: SheetSource, headerRow?: number): Promise<SheetFacts> {
  const { head, tail } = await endsOf(source)
  const guess = guessTable([...head, ...tail], source.merges, headerRow)
  const seen = new Set([...head, ...tail].map(row => row.index))
  const below = guess.headerRow + guess.headerRows
  const near = guess.skipped.filter(item => item.why !== 'blank' && seen.has(item.row))
  const facts: SheetFacts = {
    name: source.name, hidden: source.hidden, headerRow: guess.headerRow, headerRows: guess.headerRows, firstRow: guess.firstRow, rowCount: 0,
    columns: [], skipped: near.slice(0, MOST_SKIPPED), skippedCounts: {}, tail: near.filter(item => item.row >= below).map(item => item.row),
  }
  await countRows(source, head, guess, facts)
  facts.columns = columnsOf(guess, head.filter(row => row.index >= below && !facts.tail.includes(row.index)))
  return facts
}

async function countRows(source: SheetSource, head: SheetRow[], guess: TableGuess, facts: SheetFacts): Promise<void> {
  const judge = rowJudge(head, guess)
  const known = new Map(facts.skipped.map(item => [item.row, item.why]))
  const tail = new Set(facts.tail)
  const skip = (row: number, why: SkipReason): void => {
    facts.skippedCounts[why] = (facts.skippedCounts[why] ?? 0) + 1
    if (!known.has(row) && facts.skipped.length < MOST_SKIPPED) facts.skipped.push({ row, why })
  }
  for await (const row of rowsFrom(source.dir, source.index, 0)) {
    if (row.index >= guess.headerRow && row.index < guess.headerRow + guess.headerRows) continue
    const why = tail.has(row.index) ? known.get(row.index) ?? 'note' : judge(row)
    if (why) skip(row.index, why)
    else facts.rowCount++
  }
  facts.skipped.sort((a, b) => a.row - b.row)
}

function columnsOf(guess: TableGuess, rows: SheetRow[]): SheetColumn[] {
  return guess.columns.map(({ index, title, samples }) => {
    const values = new Set<string>()
    let filled = 0
    for (const row of rows) {
      const text = row.cells[index]?.v?.trim() ?? ''
      if (text === '') continue
      filled++
      if (values.size < MOST_VALUES && text.length <= 500) values.add(text)
    }
    return { index, title, samples: samples.map(text => text.slice(0, 200)), values: [...values], filled }
  })
}

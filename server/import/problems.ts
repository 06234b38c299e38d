// The rows that failed as a workbook in its original columns: what is wrong stands red, with the reason as the cell's
// comment. Mended there, the same file can be imported again.
import type { Writable } from 'node:stream'
import type { Refusal } from '#core/lib/error.ts'
import type { SheetCell, SheetRow } from '#core/lib/guess-table.ts'
import { mul } from '#core/lib/decimal.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { Lang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { transaction } from '#server/database/transaction.ts'
import type { WriteCell, WriteKind, WriteValue } from '#server/sheet/book-spec.ts'
import { writeXlsx } from '#server/sheet/write-xlsx.ts'
import { columnOf, readyColumns } from './clean.ts'
import type { ReadyColumn } from './clean.ts'
import { ownJob } from './job.ts'
import type { ImportHome, Job, SheetFacts } from './job.ts'
import { rowsFrom } from './sheet-rows.ts'
import { jobDir } from './upload.ts'

const PART = 2000

interface Failed { row: number; problems: Record<string, Refusal> }

async function failedRows(home: ImportHome, job: Job, from: number): Promise<Failed[]> {
  const { rows } = await home.env.pool.query<{ row: number; detail: { problems?: Record<string, Refusal> } | null }>(
    `select row, detail from import_row where org = $1 and job = $2 and outcome = 'failed' and row >= $3 order by row limit ${PART}`, [job.org, job.id, from])
  return rows.map(({ row, detail }) => ({ row, problems: detail?.problems ?? {} }))
}

export async function writeProblems(home: ImportHome, actor: Actor, id: string, target: Writable): Promise<void> {
  const job = await transaction(home.env.pool, tx => ownJob(tx, actor, id))
  const at = job.detail.plan?.sheet ?? 0
  const facts = job.detail.sheets[at]!
  const columns = readyColumns(objectOf(home.env.catalog.current(), job.object), job.detail.plan?.columns ?? [])
  async function* rows(): AsyncGenerator<WriteValue[]> {
    for (let from = 0; ;) {
      const failed = await failedRows(home, job, from)
      if (failed.length === 0) return
      const byRow = new Map(failed.map(item => [item.row, item.problems]))
      for await (const row of rowsFrom(jobDir(home, id), at, from, new Set(byRow.keys()))) yield problemRow(facts, columns, row, byRow.get(row.index)!, actor.lang)
      from = failed.at(-1)!.row + 1
    }
  }
  await writeXlsx(target, { sheets: [{ name: facts.name, columns: facts.columns.map(({ title }) => ({ title, kind: 'text' })), rows: rows() }] })
}

function problemRow(facts: SheetFacts, columns: ReadyColumn[], row: SheetRow, problems: Record<string, Refusal>, lang: Lang): WriteValue[] {
  const notes = new Map<number, string>()
  for (const [path, refusal] of Object.entries(problems)) {
    // What concerns the row as a whole, or a field without a column, stands at the first mapped column.
    const index = (path === '' ? undefined : columnOf(columns, path)?.index) ?? columns[0]?.index ?? facts.columns[0]?.index ?? 0
    notes.set(index, [notes.get(index), messageOf(refusal, lang)].filter(Boolean).join('\n'))
  }
  return facts.columns.map(({ index }) => {
    const note = notes.get(index)
    const cell = writeCell(row.cells[index])
    return note === undefined ? cell : { ...cell, note, bad: true }
  })
}

const KINDS: Record<SheetCell['t'], WriteKind> = { s: 'text', n: 'number', b: 'boolean', d: 'date', e: 'text' }

function writeCell(cell: SheetCell | null | undefined): WriteCell {
  if (!cell || cell.v === null) return { v: null }
  if (cell.p && cell.t === 'n') return { v: `${mul(cell.v, '100')}%`, kind: 'text' }
  return { v: cell.v, kind: cell.t === 'd' && cell.v.length > 10 ? 'dateTime' : KINDS[cell.t] }
}

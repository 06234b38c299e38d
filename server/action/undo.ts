// Undo and redo of one's own actions, whatever they did and to how many records: history holds the columns before and
// after, so taking back is one statement a batch of rows. What somebody else changed since is named and not touched.
import { AppError } from '#core/lib/error.ts'
import type { Text } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Actor } from '#core/object/access.ts'
import type { Reader } from '#server/database/transaction.ts'
import type { Ctx } from './context.ts'
import { actionOf } from './define.ts'
import { refuseCreatedInUse, undoObject } from './undo-object.ts'
import type { Undone } from './undo-object.ts'

export interface BatchRow {
  id: string
  actor: string
  label: Text
  kind: 'do' | 'undo' | 'redo'
  undoable: boolean
  undone_by: string | null
  count: number
  inverse: { action: string; input: unknown } | null
}

export interface UndoResult {
  batch: string
  target: string
  label: Text
  objects: string[]
  count: number
}

const COLUMNS = 'id, actor, label, kind, undoable, undone_by, count, inverse'
const MINE = 'org = $1 and actor = $2 and undoable'

/** What Ctrl+Z would take back now. */
async function lastDone(reader: Reader, actor: Actor): Promise<BatchRow | undefined> {
  const { rows } = await reader.query<BatchRow>(
    `select ${COLUMNS} from action_batch where ${MINE} and undone_by is null and kind <> 'undo' order by id desc limit 1`, [actor.org, actor.userId])
  return rows[0]
}

/** What Ctrl+Y would do again: the last undo, unless something new was done after it. */
async function lastUndone(reader: Reader, actor: Actor): Promise<BatchRow | undefined> {
  const { rows: [row] } = await reader.query<BatchRow>(
    `select ${COLUMNS} from action_batch where ${MINE} and (kind = 'do' or (kind = 'undo' and undone_by is null)) order by id desc limit 1`,
    [actor.org, actor.userId])
  return row?.kind === 'undo' ? row : undefined
}

type Next = { batch: string; label: Text; count: number } | null

export async function undoState(reader: Reader, actor: Actor): Promise<{ undo: Next; redo: Next }> {
  const next = (row: BatchRow | undefined): Next => (row ? { batch: row.id, label: row.label, count: row.count } : null)
  return { undo: next(await lastDone(reader, actor)), redo: next(await lastUndone(reader, actor)) }
}

export interface UndoInput {
  batch?: string | undefined
  /** Leaves out what others changed since, instead of refusing the whole. */
  partly?: boolean | undefined
}

export async function undo(ctx: Ctx, input: UndoInput): Promise<UndoResult> {
  const id = input.batch ?? (await lastDone(ctx.tx, ctx.actor))?.id
  if (id === undefined) throw new AppError('not_found', { key: 'undo.nothing' })
  return takeBack(ctx, await lockBatch(ctx, id), input.partly ?? false)
}

export async function redo(ctx: Ctx, input: UndoInput): Promise<UndoResult> {
  const id = input.batch ?? (await lastUndone(ctx.tx, ctx.actor))?.id
  const row = id === undefined ? undefined : await lockBatch(ctx, id)
  if (row?.kind !== 'undo') throw new AppError('not_found', { key: 'redo.nothing' })
  return takeBack(ctx, row, input.partly ?? false)
}

/** Two presses of Ctrl+Z at once: the second waits here and then finds it done. */
async function lockBatch(ctx: Ctx, id: string): Promise<BatchRow> {
  const { rows: [row] } = await ctx.tx.query<BatchRow>(`select ${COLUMNS} from action_batch where org = $1 and id = $2 for update`, [ctx.org, id])
  if (!row || row.actor !== ctx.actor.userId) throw new AppError('not_found', { key: 'undo.nothing' })
  if (!row.undoable) throw new AppError('conflict', { key: 'undo.impossible', params: { label: inLang(row.label, ctx.actor.lang) } })
  if (row.undone_by !== null) throw new AppError('conflict', { key: 'undo.already' })
  return row
}

async function takeBack(ctx: Ctx, target: BatchRow, partly: boolean): Promise<UndoResult> {
  if (target.inverse) await actionOf(target.inverse.action).run(ctx, target.inverse.input)
  else await takeBackRecords(ctx, target, partly)
  await ctx.tx.query('update action_batch set undone_by = $3 where org = $1 and id = $2', [ctx.org, target.id, ctx.batch])
  return { batch: ctx.batch, target: target.id, label: target.label, objects: [...ctx.journal.changed.keys()], count: ctx.journal.count }
}

async function takeBackRecords(ctx: Ctx, target: BatchRow, partly: boolean): Promise<void> {
  const { rows } = await ctx.tx.query<{ object: string }>(
    'select distinct object from history where org = $1 and batch = $2 order by object', [ctx.org, target.id])
  const done: Undone[] = []
  for (const { object } of rows) done.push(await undoObject(ctx, objectOf(ctx.catalog, object), target.id, partly))
  for (const part of done) await refuseCreatedInUse(ctx, part)
}

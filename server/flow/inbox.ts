// What waits for a person, what he waits for, what he has decided, what he began. He sees of each record what he may see.
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { visibleIds } from '#server/record/visible.ts'
import { openTasksOf, doneRows, inboxRows, waitingRows } from '#server/schema/task-rows.ts'
import type { After, ListedTask } from '#server/schema/task-rows.ts'
import { runsStartedBy } from '#server/schema/flow-rows.ts'
import type { RunRow } from '#server/schema/flow-rows.ts'
import type { Asking } from './asking.ts'
import { keyAllows } from './case.ts'
import { offersOf } from './decide.ts'
import { holdingOf, isLastResort } from './people.ts'

export type Box = 'todo' | 'waiting' | 'done' | 'mine'

export interface InboxRow {
  id: string | null
  run: string
  flow: string
  flowName: string
  object: string
  record: string
  title: string | null
  step: string
  node: string | null
  lane: string | null
  form: string | null
  review: boolean
  state: string
  runState: string
  starter: { id: string; label: string }
  startedAt: string
  openedAt: string | null
  dueAt: string | null
  late: boolean
  doneAt: string | null
  decision: string | null
  can: string[]
}

export interface InboxPage {
  rows: InboxRow[]
  next: string | null
  /** What waits for him in all, counted up to 100. */
  count: number
}

const COUNTED = 100

export async function inbox(asking: Asking, actor: Actor, box: Box, after: string | undefined, size: number): Promise<InboxPage> {
  const count = (await todo(asking, actor, null, COUNTED)).rows.length
  if (box === 'mine') return { ...await mine(asking, actor, idIn(after), size), count }
  if (box === 'done') return { ...await plain(asking, actor, await doneRows(asking.reader, asking.org, actor.userId, idIn(after), size + 1), size), count }
  if (box === 'waiting') return { ...await plain(asking, actor, await waitingRows(asking.reader, asking.org, actor.userId, placeIn(after), size + 1), size), count }
  return { ...await todo(asking, actor, placeIn(after), size), count }
}

/** Steps of the person's roles on records that he does not see are not his; more are read until the page is full. */
async function todo(asking: Asking, actor: Actor, after: After | null, size: number): Promise<Omit<InboxPage, 'count'>> {
  const holding = await holdingOf(asking, actor.userId)
  const found: ListedTask[] = []
  let readable = new Set<string>()
  let place = after
  for (;;) {
    const rows = await inboxRows(asking.reader, asking.org, holding, place, size + 1)
    readable = new Set([...readable, ...await readableOf(asking, actor, rows)])
    found.push(...rows.filter(row => readable.has(row.record) || row.person === actor.userId || isLastResort(asking, row)))
    if (rows.length <= size || found.length > size) break
    place = { due: rows.at(-1)!.dueAt, id: rows.at(-1)!.id }
  }
  const page = found.slice(0, size)
  return { rows: await Promise.all(page.map(row => taskRow(asking, actor, row, readable.has(row.record), true))), next: found.length > size ? placeOf(page.at(-1)!) : null }
}

async function plain(asking: Asking, actor: Actor, rows: ListedTask[], size: number): Promise<Omit<InboxPage, 'count'>> {
  const page = rows.slice(0, size)
  const readable = await readableOf(asking, actor, page)
  return { rows: await Promise.all(page.map(row => taskRow(asking, actor, row, readable.has(row.record), false))), next: rows.length > size ? placeOf(page.at(-1)!) : null }
}

async function mine(asking: Asking, actor: Actor, before: string | null, size: number): Promise<Omit<InboxPage, 'count'>> {
  const runs = await runsStartedBy(asking.reader, asking.org, actor.userId, before, size + 1)
  const page = runs.slice(0, size)
  const readable = await readableOf(asking, actor, page)
  const open = Map.groupBy(await openTasksOf(asking.reader, asking.org, page.map(run => run.id)), task => task.run)
  const rows = await Promise.all(page.map(async (run): Promise<InboxRow> => {
    const [first] = open.get(run.id) ?? []
    return {
      ...await runPart(asking, run, readable.has(run.record)), id: null, run: run.id, step: (open.get(run.id) ?? []).map(task => task.name).join('、'), node: first?.node ?? null, lane: first?.lane ?? null,
      form: null, review: false, state: run.state, runState: run.state, openedAt: first?.openedAt ?? null, dueAt: first?.dueAt ?? null, late: isLate(asking, first?.dueAt ?? null), doneAt: run.endedAt, decision: run.decision, can: [],
    }
  }))
  return { rows, next: runs.length > size ? page.at(-1)!.id : null }
}

type About = Pick<RunRow, 'flow' | 'version' | 'object' | 'record' | 'title' | 'starter' | 'starterName' | 'startedAt'>

async function runPart(asking: Asking, run: About, readable: boolean): Promise<Pick<InboxRow, 'flow' | 'flowName' | 'object' | 'record' | 'title' | 'starter' | 'startedAt'>> {
  const { name } = await asking.flows.at(asking.reader, run.flow, run.version)
  return { flow: run.flow, flowName: name, object: run.object, record: run.record, title: readable ? run.title : null, starter: { id: run.starter, label: run.starterName }, startedAt: run.startedAt }
}

async function taskRow(asking: Asking, actor: Actor, task: ListedTask, readable: boolean, open: boolean): Promise<InboxRow> {
  const can = open && readable && keyAllows(actor, task.object) ? offersOf(task, false) : []
  return {
    ...await runPart(asking, task, readable), id: task.id, run: task.run, step: task.name, node: task.node, lane: task.lane, form: task.form, review: task.review, state: task.state, runState: task.runState,
    openedAt: task.openedAt, dueAt: task.dueAt, late: task.state === 'open' && isLate(asking, task.dueAt), doneAt: task.doneAt, decision: task.decision, can,
  }
}

const isLate = (asking: Asking, due: string | null): boolean => due !== null && due < asking.now

async function readableOf(asking: Asking, actor: Actor, rows: readonly { object: string; record: string }[]): Promise<Set<string>> {
  const readable = new Set<string>()
  for (const [name, of] of Map.groupBy(rows, row => row.object)) {
    for (const id of await visibleIds(asking.reader, asking.catalog, actor, objectOf(asking.catalog, name), [...new Set(of.map(row => row.record))], 'read')) readable.add(id)
  }
  return readable
}

const placeOf = (row: { dueAt: string | null; id: string }): string => `${row.dueAt ?? ''}~${row.id}`

function placeIn(text: string | undefined): After | null {
  if (text === undefined) return null
  const [due = '', id = ''] = text.split('~')
  if (!isId(id) || (due !== '' && Number.isNaN(Date.parse(due)))) throw new AppError('invalid', { key: 'value.invalid' })
  return { due: due === '' ? null : due, id }
}

function idIn(text: string | undefined): string | null {
  return text === undefined ? null : placeIn(text.includes('~') ? text : `~${text}`)!.id
}

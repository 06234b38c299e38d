// A case as a person sees it: its diagram, where it stands, whose turn it is, what has happened, and what he may do.
import { earlier } from '#core/flow/ways.ts'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import { hasPower } from '#core/object/rights.ts'
import { eventsOf, runAt, runsAbout, versionAt } from '#server/schema/flow-rows.ts'
import type { EventRow, RunRow } from '#server/schema/flow-rows.ts'
import { openTasksOf, tasksOf } from '#server/schema/task-rows.ts'
import type { Holding, TaskRow } from '#server/schema/task-rows.ts'
import type { Asking } from './asking.ts'
import { keyAllows, mayKnow } from './case.ts'
import { doneNodes, offersOf } from './decide.ts'
import { holdingOf, mayRead, standingTo, takersOf } from './people.ts'
import { contentHash } from './seen.ts'
import { mayStart } from './start.ts'

export interface TaskView {
  id: string
  node: string
  name: string
  lane: string | null
  form: string | null
  kind: TaskRow['kind']
  state: TaskRow['state']
  review: boolean
  role: string | null
  /** Names of those whose turn it is. */
  holders: string[]
  openedAt: string
  dueAt: string | null
  late: boolean
  doneAt: string | null
  doneBy: string | null
  decision: string | null
  note: string | null
  /** What the person who asks may do here. */
  can: string[]
  backTo: { node: string; name: string }[]
}

export interface RunView {
  id: string
  flow: { id: string; name: string; version: number }
  object: string
  record: string
  /** Null for those who may not see the record. */
  title: string | null
  state: RunRow['state']
  starter: { id: string; label: string }
  startedAt: string
  endedAt: string | null
  xml: string
  /** Steps of the diagram at which it stands, and those that it has passed. */
  at: string[]
  passed: string[]
  /** Hash of the content as it is now for this person; decisions carry it. */
  seen: string | null
  tasks: TaskView[]
  events: EventRow[]
  can: string[]
}

export async function viewRun(asking: Asking, actor: Actor, id: string): Promise<RunView> {
  const run = isId(id) ? await runAt(asking.reader, asking.org, id) : undefined
  const tasks = run ? await tasksOf(asking.reader, asking.org, run.id) : []
  const holding = await holdingOf(asking, actor.userId)
  if (!run || !await mayKnow(asking, actor, holding, run, tasks)) throw new AppError('not_found', { key: 'flow.noRun' })
  const flow = await asking.flows.at(asking.reader, run.flow, run.version)
  const readable = await mayRead(asking, actor, run.object, run.record)
  const open = run.state === 'running'
  const views: TaskView[] = []
  for (const task of tasks) views.push(await viewTask(asking, actor, { run, task, holding, back: earlier(flow, task.node, doneNodes(tasks)), readable }))
  const { id: _, flow: flowId, version, people: _people, tokens: _tokens, next: _next, ...rest } = run
  return {
    id: run.id, flow: { id: flowId, name: flow.name, version }, object: rest.object, record: rest.record, title: readable ? rest.title : null, state: rest.state,
    starter: { id: rest.starter, label: rest.starterName }, startedAt: rest.startedAt, endedAt: rest.endedAt,
    xml: (await versionAt(asking.reader, asking.org, flowId, version))?.xml ?? '',
    at: [...new Set(tasks.filter(task => task.state === 'open' || task.state === 'held').map(task => task.node))], passed: [...new Set(doneNodes(tasks))],
    seen: readable && open ? await contentHash(asking, actor, flow, run) : null,
    tasks: views, events: await eventsOf(asking.reader, asking.org, run.id), can: open && keyAllows(actor, run.object) ? runOffers(actor, run, tasks) : keyAllows(actor, run.object) ? ['comment'] : [],
  }
}

function runOffers(actor: Actor, run: RunRow, tasks: readonly TaskRow[]): string[] {
  const mine = run.starter === actor.userId
  const untouched = tasks.every(task => task.doneBy === null || task.doneBy === run.starter)
  return ['comment', 'remind', ...(mine && untouched ? ['withdraw'] : []), ...(mine || hasPower(actor, 'admin') ? ['cancel'] : [])]
}

interface Viewed {
  run: RunRow
  task: TaskRow
  holding: Holding
  back: { id: string; name: string }[]
  readable: boolean
}

async function viewTask(asking: Asking, actor: Actor, { run, task, holding, back, readable }: Viewed): Promise<TaskView> {
  const open = task.state === 'open' && run.state === 'running'
  const mine = open && typeof standingTo(task, run, holding) === 'object' && keyAllows(actor, run.object)
  const can = mine ? [...(readable ? offersOf(task, back.length > 0) : []), 'handOver', ...(task.review && readable ? ['addSigner'] : [])] : []
  return {
    id: task.id, node: task.node, name: task.name, lane: task.lane, form: task.form, kind: task.kind, state: task.state, review: task.review, role: task.role,
    holders: open ? (await takersOf(asking, task, run, 10)).map(one => one.name) : [],
    openedAt: task.openedAt, dueAt: task.dueAt, late: open && task.dueAt !== null && task.dueAt < asking.now, doneAt: task.doneAt, doneBy: task.doneName,
    decision: task.decision, note: task.note, can, backTo: can.includes('back') ? back.map(node => ({ node: node.id, name: node.name })) : [],
  }
}

/** Cases of a record, and those that the person may begin with it. */
export async function runsOfRecord(asking: Asking, actor: Actor, object: string, record: string): Promise<{ runs: object[]; start: { id: string; name: string }[] }> {
  if (!isId(record) || !asking.catalog.objects.has(object) || !await mayRead(asking, actor, object, record)) throw new AppError('not_found', { key: 'record.unknown' })
  const rows = await runsAbout(asking.reader, asking.org, object, record)
  const open = Map.groupBy(await openTasksOf(asking.reader, asking.org, rows.filter(run => run.state === 'running').map(run => run.id)), task => task.run)
  const flows = await asking.flows.current(asking.reader)
  const running = new Set(rows.filter(run => run.state === 'running').map(run => run.flow))
  const fitting = [...flows.values()].filter(({ row, flow }) => flow.objects.includes(object) && !running.has(row.flow))
  const may = fitting.length > 0 && await mayStart({ tx: asking.reader, catalog: asking.catalog, actor }, object, record)
  return {
    runs: rows.map(run => ({
      id: run.id, flow: run.flow, name: flows.get(run.flow)?.flow.name ?? run.flow, version: run.version, state: run.state, starter: { id: run.starter, label: run.starterName },
      startedAt: run.startedAt, endedAt: run.endedAt, at: (open.get(run.id) ?? []).map(task => ({ node: task.node, name: task.name, dueAt: task.dueAt, since: task.openedAt })),
    })),
    start: may ? fitting.map(({ row, flow }) => ({ id: row.flow, name: flow.name })) : [],
  }
}

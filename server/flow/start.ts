// A case begins: the record is locked first, so that nobody changes it or begins the same case at the same moment.
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { needAll, visible } from '#server/action/rights.ts'
import { lockLiving, titlesOf } from '#server/action/rows.ts'
import { addRun, runsAbout } from '#server/schema/flow-rows.ts'
import type { RunRow } from '#server/schema/flow-rows.ts'
import { askingIn } from './asking.ts'
import type { Asking } from './asking.ts'
import type { OpenFlow } from './book.ts'
import { keyAllows, requesters } from './case.ts'
import type { Moving } from './move.ts'
import { move, settleRun } from './move.ts'
import { note } from './tell.ts'

export interface StartInput {
  flow: string
  object: string
  record: string
}

export async function start(ctx: Ctx, input: StartInput): Promise<{ run: string; state: string }> {
  const asking = await askingIn(ctx)
  const open = (await asking.flows.current(ctx.tx)).get(input.flow)
  if (!open) throw new AppError('not_found', { key: 'flow.unknown' })
  await needStart(ctx, open, input)
  await refuseSecond(asking, open, input)
  const run = await newRun(ctx, open, input)
  await addRun(ctx.tx, ctx.org, run)
  const it: Moving = { ctx, asking, run, flow: open.flow, tasks: [], tellings: [] }
  await note(ctx, run, 'start')
  await move(it, { kind: 'start' }, { decision: null, withinAuthority: true })
  await settleRun(it)
  return { run: run.id, state: run.state }
}

/** Whoever may change a record that somebody owns, or read one that nobody does. */
async function needStart(ctx: Ctx, { flow }: OpenFlow, { object: name, record }: StartInput): Promise<void> {
  const object = objectOf(ctx.catalog, name)
  await lockLiving(ctx, object, [record])
  await needAll(ctx, object, [record], 'read')
  if (!flow.objects.includes(name)) throw new AppError('invalid', { key: 'flow.notAbout', params: { flow: flow.name } })
  if (object.owned) await needAll(ctx, object, [record], 'update')
  if (!keyAllows(ctx.actor, name)) throw new AppError('forbidden', { key: 'flow.keyScope' })
}

/** May this person begin a case of it? The same as above, asked without a lock. */
export async function mayStart(ctx: Pick<Ctx, 'tx' | 'catalog' | 'actor'>, name: string, record: string): Promise<boolean> {
  const object = objectOf(ctx.catalog, name)
  return keyAllows(ctx.actor, name) && (await visible(ctx as Ctx, object, [record], object.owned ? 'update' : 'read')).has(record)
}

async function refuseSecond(asking: Asking, { row, flow }: OpenFlow, { object, record }: StartInput): Promise<void> {
  const other = (await runsAbout(asking.reader, asking.org, object, record)).find(run => run.state === 'running' && run.flow === row.flow)
  if (other) throw new AppError('conflict', { key: 'flow.running', params: { who: other.starterName, flow: flow.name } })
}

async function newRun(ctx: Ctx, { row }: OpenFlow, { object, record }: StartInput): Promise<RunRow> {
  const about = { object, record, starter: ctx.actor.userId }
  return {
    id: newId(), flow: row.flow, version: row.version, ...about, starterName: ctx.actor.name, title: (await titlesOf(ctx, objectOf(ctx.catalog, object), [record])).get(record) ?? '',
    state: 'running', tokens: [], next: 1, people: await requesters(ctx, { ...about, people: [] }), approved: false, decision: null, startedAt: ctx.now, endedAt: null, rowVersion: 1,
  }
}

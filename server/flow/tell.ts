// Who is told of what happened to a case: a notification each, and a live event for everybody who has it open.
import { messageOf } from '#core/lib/messages.ts'
import type { Ctx } from '#server/action/context.ts'
import { saveRecords } from '#server/action/save.ts'
import type { PersonRow } from '#server/schema/people-rows.ts'
import { addEvent } from '#server/schema/flow-rows.ts'
import type { EventRow, RunRow } from '#server/schema/flow-rows.ts'
import type { TaskRow } from '#server/schema/task-rows.ts'

export interface Telling {
  people: readonly PersonRow[]
  key: string
  params: Record<string, string>
}

/** One message a person and text; nobody is told of what he did himself. */
export async function tell(ctx: Ctx, run: RunRow, tellings: readonly Telling[]): Promise<void> {
  const texts = new Map<string, { owner: string; text: string }>()
  for (const { people, key, params } of tellings) {
    for (const person of people) {
      if (person.id === ctx.actor.userId) continue
      const text = messageOf({ key: `flow.tell.${key}`, params: { title: run.title, ...params } }, person.lang).trim().slice(0, 400)
      texts.set(`${person.id}\n${text}`, { owner: person.id, text })
    }
  }
  const rows = [...texts.values()].map(values => ({ values: { ...values, object: run.object, record: run.record, run: run.id } }))
  if (rows.length > 0) await saveRecords(ctx, 'notification', rows, { trusted: true })
  for (const user of new Set(rows.map(row => row.values.owner))) ctx.journal.events.push({ kind: 'notification', payload: { user } })
}

/** Whoever looks at the case, its record or his inbox asks again. */
export function stir(ctx: Ctx, run: RunRow): void {
  ctx.journal.events.push({ kind: 'flow', payload: { run: run.id, object: run.object, ids: [run.record], actor: ctx.actor.userId } })
}

export const note = (ctx: Ctx, run: RunRow, kind: string, more: Partial<Pick<EventRow, 'note' | 'detail'>> & { task?: Pick<TaskRow, 'id' | 'name'> } = {}): Promise<void> =>
  addEvent(ctx.tx, ctx.org, run.id, {
    at: ctx.now, actor: ctx.actor.userId, by: ctx.actor.name, kind, task: more.task?.id ?? null, step: more.task?.name ?? null, note: more.note ?? null, detail: more.detail ?? null,
  })

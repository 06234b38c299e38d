// An action: what it is called, what it takes, who may do it, and what it does. And the list of all of them.
import type { ZodType } from 'zod'
import type { Power } from '#core/object/access.ts'
import { AppError } from '#core/lib/error.ts'
import type { Text } from '#core/lib/text.ts'
import type { Ctx, Undoing } from './context.ts'

export interface Action<I = unknown, R = unknown> {
  name: string
  input: ZodType<I>
  /** As it stands in the list of what can be undone; {object}, {title} and {count} are filled in. */
  label: Text
  /** A power the actor must have; rights on records are checked by what the action calls. */
  power?: Power
  /** False for what cannot be taken back (erasing, revealing). */
  undoable?: boolean
  /** Undo and redo say what they take back. */
  undoing?: (result: R) => Undoing & { label?: Text }
  /** Milliseconds for each statement, where 15 s would not do. */
  timeoutMs?: number
  run(ctx: Ctx, input: I): Promise<R>
}

const actions = new Map<string, Action>()

/** Registers the action and gives it back, so that a module may also call it by its value. */
export function defineAction<I, R>(action: Action<I, R>): Action<I, R> {
  if (actions.has(action.name)) throw new Error(`two actions are called ${action.name}`)
  actions.set(action.name, action as unknown as Action)
  return action
}

export function actionOf(name: string): Action {
  const action = actions.get(name)
  if (!action) throw new AppError('not_found', { key: 'action.unknown' })
  return action
}

export const actionNames = (): string[] => [...actions.keys()]

// Ctrl+Z and Ctrl+Y as actions.
import { z } from 'zod'
import { isId } from '#core/lib/id.ts'
import { defineAction } from './define.ts'
import { redo, undo } from './undo.ts'
import type { UndoResult } from './undo.ts'

const input = z.strictObject({ batch: z.string().refine(isId, { error: 'reference.notAnId' }).optional(), partly: z.boolean().optional() })
const asBatch = (kind: 'undo' | 'redo') => (result: UndoResult) => ({ kind, target: result.target, label: result.label })

export const undoAction = defineAction({
  name: 'undo', label: { zh: '撤销', en: 'Undo' }, timeoutMs: 300_000, input, undoing: asBatch('undo'), run: undo,
})

export const redoAction = defineAction({
  name: 'redo', label: { zh: '重做', en: 'Redo' }, timeoutMs: 300_000, input, undoing: asBatch('redo'), run: redo,
})

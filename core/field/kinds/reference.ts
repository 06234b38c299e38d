// Links to other records: one, several, a user, a department, child lines, files.
// On the wire a link is written as an id and read as {id, label}.
import { z } from 'zod'
import type { FieldKind } from '../kind.ts'
import { isId } from '../../lib/id.ts'
import { LIST_OPS, one, own, REF_OPS, refuse } from './shared.ts'

export interface Link {
  id: string
  label: string
}

const idOrLink = z.union([
  z.string().refine(isId, { error: 'reference.notAnId' }),
  z.object({ id: z.string().refine(isId, { error: 'reference.notAnId' }) }).transform(link => link.id),
], { error: 'reference.notAnId' })

const labelOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : String(value)

const single = {
  columns: () => [{ suffix: '', type: 'uuid' as const }],
  schema: () => idOrLink,
  /** Names are looked up by the server (server/action/links): a name alone is not yet a link. */
  parse: (typed: string) => (isId(typed.trim()) ? { value: typed.trim() } : { value: { name: typed.trim() } }),
  format: labelOf,
  store: one, read: own, order: own, ops: REF_OPS,
  ruleType: 'text', align: 'left', typed: true, numeric: false, width: 130,
  excel: () => ({ format: '@', cell: 's' as const, width: 16 }),
} as const

export const reference: FieldKind<'reference'> = {
  ...single,
  label: { zh: '关联', en: 'Reference' },
  target: field => ({ object: field.to, many: false }),
}

export const user: FieldKind<'user'> = {
  ...single,
  label: { zh: '人员', en: 'User' },
  target: () => ({ object: 'user', many: false }),
  width: 100,
}

export const department: FieldKind<'department'> = {
  ...single,
  label: { zh: '部门', en: 'Department' },
  target: () => ({ object: 'department', many: false }),
  width: 110,
}

const several = {
  columns: () => [{ suffix: '', type: 'uuid[]' as const }],
  schema: () => z.array(idOrLink).max(1000),
  format: (value: unknown) => (Array.isArray(value) ? value.map(labelOf).join('、') : labelOf(value)),
  store: (value: unknown) => [Array.isArray(value) && value.length > 0 ? value : null],
  read: own, order: own, ops: LIST_OPS,
  ruleType: null, align: 'left', numeric: false, width: 160,
  excel: () => ({ format: '@', cell: 's' as const, width: 24 }),
} as const

export const references: FieldKind<'references'> = {
  ...several,
  label: { zh: '多个关联', en: 'Several references' },
  typed: true,
  target: field => ({ object: field.to, many: true }),
  parse: typed => ({ value: typed.split(/[,，、;；\n]+/).map(part => part.trim()).filter(Boolean).map(part => (isId(part) ? part : { name: part })) }),
}

export const attachment: FieldKind<'attachment'> = {
  ...several,
  label: { zh: '附件', en: 'Attachment' },
  typed: true,
  target: () => ({ object: 'file', many: true }),
  parse: () => refuse('attachment.notText'),
}

/** Lives in the child object's own table: here it has no column. */
export const lines: FieldKind<'lines'> = {
  label: { zh: '明细', en: 'Lines' },
  columns: () => [],
  schema: () => z.array(z.record(z.string(), z.unknown())).max(2000),
  parse: () => refuse('lines.notText'),
  format: value => (Array.isArray(value) ? String(value.length) : ''),
  store: () => [], read: () => 'null', order: () => 'null',
  ops: [], ruleType: null, align: 'left', typed: true, numeric: false, width: 90,
  excel: () => ({ format: '', cell: 's', width: 10 }),
}

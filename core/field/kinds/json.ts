// A structured setting (grants of a role, state of a view). Checked by the action that writes it.
import { z } from 'zod'
import type { FieldKind } from '../kind.ts'
import { own, refuse } from './shared.ts'

/** Characters of JSON: a view or a role is far smaller. */
const LIMIT = 200_000

export const json: FieldKind<'json'> = {
  label: { zh: '设置', en: 'Setting' },
  columns: () => [{ suffix: '', type: 'jsonb' }],
  schema: () => z.unknown().refine(value => JSON.stringify(value).length <= LIMIT, { error: `text.tooLong:${LIMIT}` }),
  parse: () => refuse('json.notText'),
  format: value => JSON.stringify(value),
  store: value => [value === null || value === undefined ? null : JSON.stringify(value)],
  read: own, order: () => 'null',
  ops: ['empty', 'notEmpty'], ruleType: null, align: 'left', typed: true, numeric: false, width: 120,
  excel: () => ({ format: '', cell: 's', width: 20 }),
}

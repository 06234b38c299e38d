// Tables that belong to no object: history, actionBatch, audit, events, counters, the catalog's rows, imports.
// Written in the same shape as the objects' tables, so that migrations come from one comparison.
import { indexShape } from './index-shape.ts'
import type { ColumnShape, TableShape } from './shape.ts'

const TYPES = {
  int: 'integer', long: 'bigint', uuid: 'uuid', text: 'text', json: 'jsonb', at: 'timestamp with time zone', flag: 'boolean',
} as const

/** 'name type' with '!' for not null, '=…' for a default, '#' for an identity. */
function columns(...lines: string[]): ColumnShape[] {
  return lines.map(line => {
    const [, name, type, sign, value] = /^(\w+) (\w+)([!#]?)(?:=(.+))?$/.exec(line)!
    return {
      name: name!, type: TYPES[type as keyof typeof TYPES],
      ...(sign === '' ? {} : { notNull: true }),
      ...(sign === '#' ? { identity: true } : {}),
      ...(value === undefined ? {} : { default: value }),
    }
  })
}

type Index = string[] | { unique: string[]; where?: string } | { over: string[]; where: string }

function table(name: string, primaryKey: string[], lines: ColumnShape[], indexes: Index[] = []): TableShape {
  return {
    name, primaryKey, columns: lines,
    indexes: indexes.map(index => indexShape(
      Array.isArray(index) ? { table: name, columns: index }
        : 'unique' in index ? { table: name, columns: index.unique, unique: true, ...(index.where === undefined ? {} : { where: index.where }) }
          : { table: name, columns: index.over, where: index.where })),
  }
}

/** One row for each record that a change touched, with the columns it changed; undo reads it. */
const history = table('history', ['org', 'id'], columns(
  'org int!', 'id long#', 'at at!=now()', 'actor uuid', 'via text!', 'action text!', 'batch uuid!', 'object text!', 'record uuid!',
  'version int!', 'before json', 'after json'),
[['org', 'object', 'record', 'id'], ['org', 'batch', 'object', 'id']])

/** One row for each action: what people undo and redo. `kind` is do, undo or redo; `target` the batch that it undoes or redoes. */
const actionBatch = table('action_batch', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'at at!=now()', 'actor uuid', 'actor_name text!', 'via text!', 'action text!', 'label json!', 'kind text!', 'target uuid',
  'undone_by uuid', 'undoable flag!', 'count int!', 'objects json!', 'inverse json'),
[['org', 'actor', 'id']])

/** Chained by hashes; `seq`, `hash` and `prev` come from the sealer, in order. */
const audit = table('audit', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'seq long', 'at at!=now()', 'actor uuid', 'via text', 'ip text', 'what text!', 'object text', 'record uuid',
  'detail json', 'hash text', 'prev text'),
[{ unique: ['org', 'seq'] }, { over: ['org', 'at', 'id'], where: 'seq is null' }, ['org', 'at'], ['org', 'object', 'record']])

/** Events for browsers, webhooks and jobs; written in the transaction that they tell of. */
const outbox = table('outbox', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'seq long#', 'at at!=now()', 'kind text!', 'payload json!', 'done_at at', 'xid long'),
[['xid'], ['seq'], { over: ['org', 'seq'], where: 'done_at is null' }])

/** Serial numbers: the row is locked by who takes the next one. */
const counter = table('counter', ['org', 'name'], columns('org int!', 'name text!', 'value long!'))

const idempotency = table('idempotency', ['org', 'actor', 'key'], columns(
  'org int!', 'actor uuid!', 'key text!', 'hash text!', 'status int', 'answer json', 'at at!=now()'), [['at']])

/** Objects and fields added or changed at run time; see core/object/build-catalog. */
const catalogObject = table('catalog_object', ['org', 'name'], columns(
  'org int!', 'name text!', 'definition json!', 'position int!=0', 'at at!=now()'))
const catalogField = table('catalog_field', ['org', 'object', 'key'], columns(
  'org int!', 'object text!', 'key text!', 'definition json!', 'position int!=0', 'at at!=now()'))
const catalogVersion = table('catalog_version', ['org'], columns('org int!', 'version long!'))

/** A record shown to further people or departments; level 'read' or 'update'. */
const recordShare = table('record_share', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'object text!', 'record uuid!', 'user_id uuid', 'department uuid', 'level text!', 'created_by uuid', 'created_at at!=now()'),
[['org', 'object', 'user_id', 'record'], ['org', 'object', 'department', 'record'], ['org', 'object', 'record']])

const importJob = table('import_job', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'actor uuid!', 'object text!', 'state text!', 'name text', 'file uuid', 'batch uuid', 'total long', 'done long!=0',
  'detail json', 'created_at at!=now()', 'updated_at at!=now()', 'beat at'),
[['org', 'created_at'], ['state']])
/** Problems and outcomes of an import, row by row: a resumed one knows what is done. */
const importRow = table('import_row', ['org', 'job', 'row'], columns(
  'org int!', 'job uuid!', 'row int!', 'record uuid', 'outcome text!', 'detail json'), [['org', 'job', 'outcome', 'row']])

const exportJob = table('export_job', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'actor uuid!', 'object text!', 'state text!', 'format text!', 'reason text', 'query json!', 'rows long', 'detail json',
  'created_at at!=now()', 'updated_at at!=now()'), [['org', 'created_at']])

/** Paper forms as an administrator published them, every version: nothing of it is changed or removed. Without a definition: back to the original. */
const formDesign = table('form_design', ['org', 'set_key', 'form', 'version'], columns(
  'org int!', 'set_key text!', 'form text!', 'version int!', 'definition json', 'at at!=now()', 'actor uuid', 'actor_name text!', 'note text'))

/** Diagrams, every version as it was published: a case stays on the one that it began with. */
const flowVersion = table('flow_version', ['org', 'flow', 'version'], columns(
  'org int!', 'flow text!', 'version int!', 'name text!', 'xml text!', 'hash text!', 'shipped flag!', 'at at!=now()', 'actor uuid', 'actor_name text!', 'note text'))

/** Cases: where each stands, as the pure machine has it. `people`: those whose request it is. Whoever moves one locks its row. */
const flowRun = table('flow_run', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'flow text!', 'version int!', 'object text!', 'record uuid!', 'title text!', 'state text!', 'tokens json!', 'next int!',
  'people json!', 'starter uuid!', 'starter_name text!', 'approved flag!', 'decision text', 'started_at at!', 'ended_at at', 'row_version int!=1'),
[{ unique: ['org', 'flow', 'object', 'record'], where: "state = 'running'" }, { over: ['org', 'object', 'record'], where: "state = 'running'" },
  ['org', 'object', 'record', 'id'], ['org', 'starter', 'id']])

/** Steps for people. `kind`: the step itself, or a signer before or after it (of `parent`). `state`: open, held, done, closed. */
const flowTask = table('flow_task', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'run uuid!', 'token int!', 'node text!', 'name text!', 'lane text', 'form text', 'kind text!', 'parent uuid',
  'role text', 'person uuid', 'also uuid', 'own flag!', 'review flag!', 'apart flag!', 'state text!', 'opened_at at!', 'due_at at', 'limit_at at', 'reminded_at at', 'escalated_at at',
  'asked_at at', 'done_at at', 'done_by uuid', 'done_name text', 'done_for uuid', 'decision text', 'within flag', 'note text', 'seen text'),
[['org', 'run', 'id'], { over: ['org', 'role', 'due_at', 'id'], where: "state = 'open'" }, { over: ['org', 'person', 'due_at', 'id'], where: "state = 'open'" },
  { over: ['org', 'also'], where: "state = 'open' and also is not null" }, { over: ['org', 'due_at', 'id'], where: "state = 'open'" },
  { over: ['org', 'limit_at'], where: "state = 'open' and limit_at is not null" }, ['org', 'done_by', 'id']])

/** What happened to a case, in order; only ever added to. */
const flowEvent = table('flow_event', ['org', 'id'], columns(
  'org int!', 'id uuid!', 'run uuid!', 'at at!', 'actor uuid', 'actor_name text!', 'kind text!', 'task uuid', 'step text', 'note text', 'detail json'), [['org', 'run', 'id']])

export const fixedTables: TableShape[] = [
  history, actionBatch, audit, outbox, counter, idempotency, catalogObject, catalogField, catalogVersion, recordShare, importJob, importRow, exportJob, formDesign,
  flowVersion, flowRun, flowTask, flowEvent,
]

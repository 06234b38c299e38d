// Statements that lead from the tables that are to those that are wanted. What is no longer wanted
// stays, as a comment: throwing data away is written by a person.
import { ident } from './ident.ts'
import type { ColumnShape, TableShape } from './shape.ts'
import { addColumnSql, indexSql, tableSql } from './table-sql.ts'

function columnChanges(table: string, actual: ColumnShape, wanted: ColumnShape): string[] {
  const column = `alter table ${ident(table)} alter column ${ident(wanted.name)}`
  const changes: string[] = []
  if (actual.type !== wanted.type || Boolean(actual.collateC) !== Boolean(wanted.collateC)) {
    const collation = wanted.collateC ? ' collate "C"' : wanted.type === 'text' ? ' collate "default"' : ''
    changes.push(`${column} type ${wanted.type}${collation} using ${ident(wanted.name)}::${wanted.type}`)
  }
  if (actual.default !== wanted.default) changes.push(wanted.default === undefined ? `${column} drop default` : `${column} set default ${wanted.default}`)
  if (Boolean(actual.notNull) !== Boolean(wanted.notNull)) changes.push(`${column} ${wanted.notNull ? 'set' : 'drop'} not null`)
  return changes
}

/** An index over a column whose type changes would be in the way, so indexes go first and come last. */
function tableChanges(actual: TableShape, wanted: TableShape): string[] {
  const had = new Map(actual.columns.map(column => [column.name, column]))
  const wants = new Set(wanted.columns.map(column => column.name))
  const indexed = new Set(actual.indexes.map(index => index.name))
  const indexes = new Set(wanted.indexes.map(index => index.name))
  return [
    ...actual.indexes.filter(index => !indexes.has(index.name)).map(index => `drop index ${ident(index.name)}`),
    ...wanted.columns.flatMap(column => {
      const old = had.get(column.name)
      return old ? columnChanges(wanted.name, old, column) : [addColumnSql(wanted.name, column)]
    }),
    ...actual.columns.flatMap(column => (wants.has(column.name) ? [] : [
      ...(column.notNull && column.default === undefined ? [`alter table ${ident(wanted.name)} alter column ${ident(column.name)} drop not null`] : []),
      `-- no longer declared: alter table ${ident(wanted.name)} drop column ${ident(column.name)}`,
    ])),
    ...wanted.indexes.filter(index => !indexed.has(index.name)).map(indexSql),
  ]
}

export function diff(actual: readonly TableShape[], desired: readonly TableShape[]): string[] {
  const tables = new Map(actual.map(table => [table.name, table]))
  return desired.flatMap(wanted => {
    const table = tables.get(wanted.name)
    return table ? tableChanges(table, wanted) : tableSql(wanted)
  })
}

/** True when nothing has to be done: comments do nothing. */
export const isSettled = (statements: readonly string[]): boolean => statements.every(statement => statement.startsWith('--'))

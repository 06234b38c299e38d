// The shape of a table: what the declarations ask for and what the database really has are both told in it.

export interface ColumnShape {
  name: string
  /** As format_type() prints it. */
  type: string
  notNull?: boolean
  /** As pg_get_expr() prints it. */
  default?: string
  /** Byte order: collate "C". */
  collateC?: boolean
  identity?: boolean
}

export interface IndexShape {
  /** Ends in a hash of the definition, so that the name alone tells whether it is the wanted one. */
  name: string
  /** `create index` without the name: on which table, over what. */
  definition: string
  unique: boolean
}

export interface TableShape {
  name: string
  columns: ColumnShape[]
  primaryKey: string[]
  indexes: IndexShape[]
}

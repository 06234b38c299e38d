// Values of one statement. Whatever a person typed goes through here and never into the text of SQL.
import type { Tx } from '#server/database/transaction.ts'

export type SqlType = 'text' | 'numeric' | 'bigint' | 'integer' | 'boolean' | 'date' | 'timestamptz' | 'uuid' | 'double precision' | 'jsonb'
  | `${'text' | 'uuid' | 'numeric' | 'bigint' | 'double precision' | 'date' | 'timestamptz' | 'boolean'}[]`

export class Params {
  private readonly values: unknown[] = []
  private aliases = 0

  /** Its place, cast, so that PostgreSQL never guesses a type. */
  bind(value: unknown, type: SqlType): string {
    return `${this.place(value)}::${type}`
  }

  place(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  /** A name for a table that no other in the statement has. */
  alias(): string {
    return `t${this.aliases++}`
  }

  /** Conditions that folded away leave values that nothing names, which PostgreSQL refuses: only those named go along. */
  run<T>(reader: Tx, sql: string): Promise<{ rows: T[]; rowCount: number }> {
    const used: unknown[] = []
    const places = new Map<string, string>()
    const text = sql.replaceAll(/\$\d+/g, place => {
      const known = places.get(place)
      if (known) return known
      used.push(this.values[Number(place.slice(1)) - 1])
      places.set(place, `$${used.length}`)
      return `$${used.length}`
    })
    return reader.query<T>(text, used)
  }
}

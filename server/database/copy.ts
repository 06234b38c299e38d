// COPY … FROM STDIN: the fast way in for imports and the demo company. Speaks pg's protocol itself, at the server's pace.
import pg from 'pg'
import { copyRow } from './copy-text.ts'
import { clientOf } from './transaction.ts'
import type { Tx } from './transaction.ts'

export type Rows = Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>

const CHUNK = 64 * 1024

/** Returns how many rows went in. The time limit of statements is lifted meanwhile: a COPY is one statement, however long. */
export async function copyInto(tx: Tx, table: string, columns: readonly string[], rows: Rows): Promise<number> {
  const client = clientOf(tx)
  const { rows: [limit] } = await tx.query<{ old: string }>("select current_setting('statement_timeout') as old")
  await tx.query("select set_config('statement_timeout', '0', true)")
  const target = table.split('.').map((name) => pg.escapeIdentifier(name)).join('.')
  const names = columns.map((name) => pg.escapeIdentifier(name)).join(', ')
  const count = await new Promise<number>((resolve, reject) => {
    client.query(new CopyIn(`copy ${target} (${names}) from stdin`, rows, resolve, reject))
  })
  await tx.query("select set_config('statement_timeout', $1, true)", [limit?.old ?? '0'])
  return count
}

/** The part of pg's connection that is used here; its typings leave the COPY messages out. */
interface CopyConnection {
  stream: NodeJS.WritableStream & { writableNeedDrain: boolean; destroyed: boolean }
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** pg's client calls the handle… methods as the server's messages arrive. */
class CopyIn implements pg.Submittable {
  private readonly text: string
  private readonly rows: Rows
  private readonly resolve: (count: number) => void
  private readonly reject: (fault: unknown) => void
  private ended = false
  private fault: unknown
  private count = 0

  constructor(text: string, rows: Rows, resolve: (count: number) => void, reject: (fault: unknown) => void) {
    this.text = text
    this.rows = rows
    this.resolve = resolve
    this.reject = reject
  }

  submit(connection: unknown): void {
    ;(connection as CopyConnection).query(this.text)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    void this.send(connection).catch((fault: unknown) => {
      if (this.ended) return
      this.fault = fault
      connection.sendCopyFail('the rows ended in an error')
    })
  }

  handleCommandComplete(message: { text: string }): void {
    this.count = Number(message.text.replace('COPY ', ''))
  }

  /** The server refused a row, or the connection is gone: what is still to come has no taker. */
  handleError(fault: unknown): void {
    this.ended = true
    this.reject(this.fault ?? fault)
  }

  handleReadyForQuery(): void {
    this.ended = true
    this.resolve(this.count)
  }

  private async send(connection: CopyConnection): Promise<void> {
    let text = ''
    for await (const row of this.rows) {
      text += copyRow(row)
      if (text.length < CHUNK) continue
      connection.sendCopyFromChunk(Buffer.from(text))
      text = ''
      await drained(connection)
      if (this.ended) return
    }
    if (this.ended) return
    if (text !== '') connection.sendCopyFromChunk(Buffer.from(text))
    connection.endCopyFrom()
  }
}

/** Waits until the socket has taken what it was given, so that a million rows never stand in memory. */
function drained({ stream }: CopyConnection): Promise<void> {
  // Also yields when the socket keeps up: a refusal from the server can only arrive then.
  if (!stream.writableNeedDrain || stream.destroyed) return new Promise((resolve) => { setImmediate(resolve) })
  return new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go)
      resolve()
    }
    stream.on('drain', go).on('close', go)
  })
}

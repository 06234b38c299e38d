// What goes wrong between us and the database, told apart: try the transaction again, say "unavailable", or a caller's matter.
import { AppError } from '#core/lib/error.ts'

/** Somebody else's transaction was in the way; the same one will pass when run anew. */
const RETRY = new Set(['40001', '40P01'])

const UNAVAILABLE: Record<string, string> = {
  '53100': 'database.disk_full',
  '57014': 'database.timeout', '55P03': 'database.timeout', '25P03': 'database.timeout', '25P04': 'database.timeout',
  '53200': 'database.overloaded', '53300': 'database.overloaded',
  '25006': 'database.read_only',
  '57P01': 'database.away', '57P02': 'database.away', '57P03': 'database.away', '57P05': 'database.away',
  '58030': 'database.broken_disk', 'XX001': 'database.damaged', 'XX002': 'database.damaged',
  EPIPE: 'database.away', ENOTFOUND: 'database.away', EAI_AGAIN: 'database.away', EHOSTUNREACH: 'database.away',
  ETIMEDOUT: 'database.away', ENETUNREACH: 'database.away',
}

/** pg gives these no code. */
const LOST = /connection terminated|not queryable|timeout exceeded when trying to connect|timeout expired|query read timeout|client was closed|connection error/i

export function isPassing(fault: unknown): boolean {
  return RETRY.has(codeOf(fault))
}

/** True when the connection can't be used again and nobody knows what the server made of the last message. */
export function isConnectionLost(fault: unknown): boolean {
  const code = codeOf(fault)
  return UNAVAILABLE[code] === 'database.away' || code.startsWith('ECONN') || code.startsWith('08') || code === '25P03' || code === '25P04'
    || (code === '' && fault instanceof Error && fault.name !== 'AppError' && LOST.test(fault.message))
}

/** The AppError for a fault of the database itself; anything else (a unique violation, a bug) comes back as it was. */
export function toAppError(fault: unknown): unknown {
  if (fault instanceof AppError) return fault
  if (isPassing(fault)) return new AppError('conflict', { key: 'database.contention', cause: fault })
  const key = UNAVAILABLE[codeOf(fault)] ?? (isConnectionLost(fault) ? 'database.away' : undefined)
  return key === undefined ? fault : new AppError('unavailable', { key, cause: fault })
}

/** ENOENT is a missing socket only when it came from connecting: a transaction may also open files. */
function codeOf(fault: unknown): string {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') return ''
  const noSocket = fault.code === 'ENOENT' && 'syscall' in fault && fault.syscall === 'connect'
  return noSocket ? 'ECONNREFUSED' : fault.code
}

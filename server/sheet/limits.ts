// How much of a strange file we are willing to look at before saying no.
import { AppError } from '#core/lib/error.ts'

export interface ReadLimits {
  fileBytes: number
  /** Sum of all parts of the zip once unpacked. */
  unpackedBytes: number
  zipEntries: number
  /** Unpacked : packed; judged only from `ratioFrom` bytes on, for small parts squeeze well. */
  ratio: number
  ratioFrom: number
  sheets: number
  rows: number
  columns: number
  cells: number
  merges: number
  cellChars: number
  lineBytes: number
  /** What the normalised rows may take on disk. */
  outBytes: number
  milliseconds: number
  heapMegabytes: number
  rssBytes: number
}

export const MEGABYTE = 1024 * 1024

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 200 * MEGABYTE,
  unpackedBytes: 600 * MEGABYTE,
  zipEntries: 10_000,
  ratio: 200,
  ratioFrom: 20 * MEGABYTE,
  sheets: 500,
  rows: 1_048_576,
  columns: 2_000,
  cells: 8_000_000,
  merges: 100_000,
  cellChars: 100_000,
  lineBytes: 10 * MEGABYTE,
  outBytes: 1024 * MEGABYTE,
  milliseconds: 90_000,
  heapMegabytes: 384,
  rssBytes: 512 * MEGABYTE,
}

export function refuse(key: string, params?: Record<string, string | number>): never {
  throw new AppError('invalid', { key, params })
}

export function refuseSize(key: string, params?: Record<string, string | number>): never {
  throw new AppError('too_large', { key, params })
}

export const damaged = (part: string): never => refuse('sheet.damaged', { part: part.slice(0, 80) })

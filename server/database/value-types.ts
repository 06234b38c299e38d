// How values leave PostgreSQL: exact ones as strings, because a float loses cents and a Date loses the day.
import pg from 'pg'

type Parse = (text: string) => unknown

const asText: Parse = (text) => text
const TEXT_ARRAY = 1009 as Parameters<typeof pg.types.getTypeParser>[0] // its typings list scalar types only
const parseTextArray = pg.types.getTypeParser(TEXT_ARRAY) as Parse

/** '2025-03-01 08:30:00.5+00' to '2025-03-01T08:30:00.500Z'; finer digits are kept, so that what is sent back compares equal. */
export function isoUtc(text: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/.exec(text)
  if (parts === null) return text // infinity, BC, five-digit years: as PostgreSQL says it
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0')}Z`
}

const textArray: Parse = (text) => parseTextArray(text)
const isoUtcArray: Parse = (text) => (parseTextArray(text) as (string | null)[]).map((one) => (one === null ? null : isoUtc(one)))

/** By type oid; whatever is not named keeps pg's own parser (int4 and float8 numbers, json parsed, bytea Buffer). */
const PARSERS = new Map<number, Parse>([
  [20, asText], [1016, textArray], // int8
  [1700, asText], [1231, textArray], // numeric
  [1082, asText], [1182, textArray], // date
  [1114, asText], [1115, textArray], // timestamp: nobody knows its zone, so nothing is made of it
  [1184, isoUtc], [1185, isoUtcArray], // timestamptz
  [1186, asText], [1187, textArray], // interval
])

function getTypeParser(oid: number, format?: string): Parse {
  const own = format === 'binary' ? undefined : PARSERS.get(oid)
  return own ?? (pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text') as Parse)
}

export const valueTypes = { getTypeParser } as pg.CustomTypesConfig

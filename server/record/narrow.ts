// Search words first: the planner guesses badly how rare a word is, and a wrong guess reads the whole table.
// So the few records that a rare word finds are looked up by the GIN index alone, and the query then goes by their ids.
import type { Reader } from '#server/database/transaction.ts'
import type { Rows } from './rows.ts'
import { ident } from '#server/schema/ident.ts'

/** More finds than this make a word common: then a scan in the order of the list meets enough of them soon. */
const RARE = 5000

const SCANS = ['enable_seqscan', 'enable_indexscan', 'enable_indexonlyscan']
const settings = (value: 'on' | 'off'): string => `select ${SCANS.map(name => `set_config('${name}', '${value}', true)`).join(', ')}`

/** Inside, PostgreSQL reads by bitmap: of all its ways the one that grams can be found by. */
export async function byBitmap<T>(reader: Reader, work: () => Promise<T>): Promise<T> {
  await reader.query(settings('off'))
  const answer = await work()
  // After a fault the transaction ends anyway, and the settings with it.
  await reader.query(settings('on'))
  return answer
}

/** Words that were common a while ago still are: asked again, they are not counted again. By condition and words. */
const common = new Map<string, number>()
const COMMON_MS = 10 * 60_000
const COMMON_WORDS = 1000

function rememberCommon(key: string): void {
  if (common.size >= COMMON_WORDS) common.clear()
  common.set(key, Date.now())
}

/** The same rows, meant by their ids when search has made them few. Who may see them is asked of those few alone. */
export async function narrowed(reader: Reader, rows: Rows): Promise<Rows> {
  if (rows.searched === undefined || rows.where === 'false') return rows
  const { ask, source, searched } = rows
  const key = `${source.object.table} ${searched} ${rows.words}`
  if (Date.now() - (common.get(key) ?? 0) < COMMON_MS) return rows
  const living = `${source.alias}.org = ${ask.org} and ${source.alias}.deleted_at is null`
  const found = await byBitmap(reader, () => ask.params.run<{ id: string }>(reader,
    `select ${source.alias}.id from ${ident(source.object.table)} ${source.alias} where ${living} and ${searched} limit ${RARE + 1}`))
  if (found.rows.length > RARE) {
    rememberCommon(key)
    return rows
  }
  const ids = ask.params.bind(found.rows.map(row => row.id), 'uuid[]')
  return { ...rows, where: `${source.alias}.id = any(${ids}) and ${rows.rest}`, parts: undefined, countParts: undefined }
}

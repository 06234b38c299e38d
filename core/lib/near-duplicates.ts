// Pairs of records that may be one customer, for a person to decide. Only records that share something (name key,
// phone, a name one character apart, a name the other begins with) are compared, so 100,000 rows take seconds, not hours.
import type { NameParts } from './company-name.ts'
import { likeness, MIN_PREFIX, nameParts } from './company-name.ts'
import { parsePhone } from './phone.ts'

export interface NamedRow { id: string; name: string; phone?: string | null; person?: boolean }
/** sameName: the same once region and legal form are off · similarName: one or two characters apart · samePhone: names do not agree. */
export type DuplicateReason = 'sameName' | 'similarName' | 'samePhone' | 'sameNameAndPhone' | 'similarNameAndPhone'
export interface NearDuplicate { a: string; b: string; reason: DuplicateReason; score: number }

interface Entry extends NameParts { id: string; phone: string; person: boolean }

// A name group beyond this (a chain) is compared with its first record only; a phone of more records than this is a
// switchboard and says nothing about who is who.
const MAX_GROUP = 40

function read(row: NamedRow): Entry {
  const parts = nameParts(row.name)
  const phone = row.phone ? parsePhone(row.phone) : undefined
  // 王伟: two or three Chinese characters and no legal form are taken for a person, whose name alone proves nothing
  const person = row.person ?? (!parts.legal && !parts.region && !parts.trade && /^\p{Script=Han}{1,3}$/u.test(parts.key))
  return { ...parts, id: row.id, phone: phone && 'value' in phone ? phone.value : (row.phone?.replace(/\D/g, '') ?? ''), person }
}

/** One edit in a shorter name costs more likeness than the limit allows, so shorter ones need no such blocks. */
const MIN_EDIT = 6

/** Every block a record belongs to. Leaving out each character in turn makes names one edit apart meet. */
function blocksOf(entry: Entry): string[] {
  const blocks: string[] = []
  if (entry.phone.length >= 7) blocks.push(`t${entry.phone}`)
  if (entry.key === '') return blocks
  blocks.push(`n${entry.key}`)
  if (entry.person || entry.key.length < MIN_EDIT) return blocks
  const key = entry.key.slice(0, 24)
  blocks.push(`e${key}`)
  for (let i = 0; i < key.length; i++) blocks.push(`e${key.slice(0, i)}${key.slice(i + 1)}`)
  return blocks
}

/** What the pair is, if anything; 0.85 alone or 0.5 together with the same phone. */
function judge(a: Entry, b: Entry): { reason: DuplicateReason; score: number } | undefined {
  const phone = a.phone.length >= 7 && a.phone === b.phone
  const score = likeness(a, b)
  const same = a.key !== '' && a.key === b.key && score >= 0.85
  if (phone) {
    if (same) return { reason: 'sameNameAndPhone', score: 1 }
    return score >= 0.5 ? { reason: 'similarNameAndPhone', score: Math.max(score, 0.9) } : { reason: 'samePhone', score: 0.6 }
  }
  if (a.person || b.person) {
    // namesakes are common: only the very same name, and no second phone that speaks against it
    return same && a.person === b.person && !(a.phone && b.phone) ? { reason: 'sameName', score: 0.6 } : undefined
  }
  if (score < 0.85 || a.key.length < 2) return undefined
  return same ? { reason: 'sameName', score } : { reason: 'similarName', score }
}

/** All near-duplicate pairs, best first, `a` before `b` in the order given; each pair once. */
export function nearDuplicates(rows: Iterable<NamedRow>): NearDuplicate[] {
  const entries = Array.from(rows, read)
  dropSwitchboards(entries)
  const blocks = new Map<string, number[]>()
  entries.forEach((entry, at) => {
    for (const block of new Set(blocksOf(entry))) {
      const members = blocks.get(block)
      if (members) members.push(at)
      else blocks.set(block, [at])
    }
  })
  const pairs = new Set<number>()
  for (const members of blocks.values()) if (members.length > 1) addBlock(pairs, members, entries.length)
  entries.forEach((entry, at) => addPrefixes(pairs, entry, at, blocks, entries.length))
  return judgeAll(pairs, entries)
}

function dropSwitchboards(entries: Entry[]): void {
  const counts = new Map<string, number>()
  for (const { phone } of entries) counts.set(phone, (counts.get(phone) ?? 0) + 1)
  for (const entry of entries) if (counts.get(entry.phone)! > MAX_GROUP) entry.phone = ''
}

/** A pair is one number, so that it is looked at once however many blocks it shares. */
const pairOf = (a: number, b: number, size: number): number => Math.min(a, b) * size + Math.max(a, b)

function addBlock(pairs: Set<number>, members: number[], size: number): void {
  const lefts = members.length > MAX_GROUP ? 1 : members.length
  for (let i = 0; i < lefts; i++) for (let j = i + 1; j < members.length; j++) pairs.add(pairOf(members[i]!, members[j]!, size))
}

/** 华润万家超市 meets whoever is called 华润万家. */
function addPrefixes(pairs: Set<number>, entry: Entry, at: number, blocks: Map<string, number[]>, size: number): void {
  for (let length = Math.max(MIN_PREFIX, Math.ceil(entry.key.length / 2)); length < entry.key.length; length++) {
    for (const other of blocks.get(`n${entry.key.slice(0, length)}`)?.slice(0, MAX_GROUP) ?? []) pairs.add(pairOf(at, other, size))
  }
}

function judgeAll(pairs: Set<number>, entries: Entry[]): NearDuplicate[] {
  const found: NearDuplicate[] = []
  for (const pair of pairs) {
    const [left, right] = [entries[Math.floor(pair / entries.length)]!, entries[pair % entries.length]!]
    const verdict = judge(left, right)
    if (verdict) found.push({ a: left.id, b: right.id, ...verdict })
  }
  return found.sort((x, y) => y.score - x.score)
}

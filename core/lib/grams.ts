// The tokens of substring search: stored in an array column with a GIN index and asked with `grams @> queryGrams(term)`.
// Chinese: every character and every pair. Words of letters and digits: every three characters in a row, and the
// word's first one and two, so that '13' finds 138... while any three digits inside a number are found too.
import { foldWidth } from './width.ts'

const NONE = 0
const WORD = 1
const HAN = 2

const LETTER = /[\p{L}\p{N}]/u

function classOf(code: number): number {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) ? WORD : NONE
  if (code >= 0x4e00 && code <= 0x9fff) return HAN
  if (code < 0x2e80) return LETTER.test(String.fromCharCode(code)) ? WORD : NONE
  if (code < 0x3040) return code <= 0x2fdf || (code >= 0x3005 && code <= 0x3007) ? HAN : NONE
  return code < 0xfe00 || code >= 0xff66 ? (code >= 0xe000 && code < 0xf900 ? NONE : HAN) : NONE
}

/** A surrogate pair counts as one character: rare names are written with them. */
function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1
}

interface Run { kind: number; chars: string[]; start: boolean; end: boolean; afterHan: string; beforeHan: string }

/** Runs of one class; `start`/`end` say whether the run touches the edge of its space-separated term. */
function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let last: Run | undefined
  let edge = true
  let at = 0
  while (at < text.length) {
    const width = widthAt(text, at)
    const kind = classOf(text.charCodeAt(at))
    const char = text.slice(at, at + width)
    at += width
    if (kind === NONE) {
      edge = char === ' '
      if (edge && runs.length) runs[runs.length - 1]!.end ||= last !== undefined
      last = undefined
      continue
    }
    if (last?.kind === kind) {
      last.chars.push(char)
      continue
    }
    const run: Run = { kind, chars: [char], start: edge && !last, end: false, afterHan: '', beforeHan: '' }
    if (last) join(last, run)
    runs.push(run)
    last = run
    edge = false
  }
  if (last) last.end = true
  return runs
}

/** 'A3打印机': the pair 3打 ties a word to the Chinese beside it. */
function join(left: Run, right: Run): void {
  if (left.kind === HAN) right.afterHan = left.chars[left.chars.length - 1]!
  else left.beforeHan = right.chars[0]!
}

function ready(text: string): string {
  return foldWidth(text).toLowerCase().replace(/\s+/g, ' ').trim()
}

function addPairs(tokens: Set<string>, chars: string[]): void {
  for (let i = 1; i < chars.length; i++) tokens.add(chars[i - 1]! + chars[i]!)
}

function addTriples(tokens: Set<string>, chars: string[]): void {
  for (let i = 2; i < chars.length; i++) tokens.add(chars[i - 2]! + chars[i - 1]! + chars[i]!)
}

function addTies(tokens: Set<string>, run: Run): void {
  if (run.afterHan) tokens.add(run.afterHan + run.chars[0]!)
  if (run.beforeHan) tokens.add(run.chars[run.chars.length - 1]! + run.beforeHan)
}

/** All tokens of a text to be stored. */
export function grams(text: string): string[] {
  const tokens = new Set<string>()
  for (const run of runsOf(ready(text))) {
    if (run.kind === HAN) {
      for (const char of run.chars) tokens.add(char)
      addPairs(tokens, run.chars)
    } else {
      tokens.add(run.chars[0]!)
      if (run.chars.length > 1) tokens.add(run.chars[0]! + run.chars[1]!)
      addTriples(tokens, run.chars)
      addTies(tokens, run)
    }
  }
  return [...tokens]
}

/**
 * The tokens a record must hold to match; empty when the term has nothing to search by. Words of one or two letters
 * or digits mean the beginning of a word, except where the term shows that they are a word's end ('3打印', '8@qq').
 */
export function queryGrams(term: string): string[] {
  const tokens = new Set<string>()
  for (const run of runsOf(ready(term))) {
    if (run.kind === HAN) {
      if (run.chars.length === 1) tokens.add(run.chars[0]!)
      else addPairs(tokens, run.chars)
      continue
    }
    addTies(tokens, run)
    if (run.chars.length > 2) addTriples(tokens, run.chars)
    else if (!run.start || run.end) tokens.add(run.chars.join(''))
  }
  return [...tokens]
}

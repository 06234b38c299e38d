// Pinyin of names: a sort key and search keys. pinyin-pro is heavy, so this file alone imports it and is itself
// loaded lazily (`await import('#core/lib/pinyin.ts')`). Its own phrase mode takes 5 µs a name and turns 乐山 into
// yue shan in surname mode; here every character is asked once and kept, and our own short word lists decide the rest.
import { pinyin } from 'pinyin-pro'
import { ALTERNATES, SINGLES, SURNAMES, WORDS } from './pinyin-words.ts'
import { foldWidth } from './width.ts'

const MAX_CHARS = 60 // keeps the key far below PostgreSQL's index row limit
const MAX_VARIANTS = 8

interface Word { word: string; readings: string[] }

function byFirstChar(words: Record<string, string>): Map<number, Word[]> {
  const index = new Map<number, Word[]>()
  for (const [word, readings] of Object.entries(words)) {
    const code = word.charCodeAt(0)
    index.set(code, [...(index.get(code) ?? []), { word, readings: readings.split(' ') }])
  }
  for (const list of index.values()) list.sort((a, b) => b.word.length - a.word.length)
  return index
}

const words = byFirstChar(WORDS)
const surnames = byFirstChar(SURNAMES)
const alternates = new Map(Object.entries(ALTERNATES).map(([char, list]) => [char.charCodeAt(0), list.split(' ')]))

const known = new Map<number, string>()

/** 'zhang1', or '' for what is no Chinese character the library knows. */
function reading(code: number): string {
  let syllable = known.get(code)
  if (syllable === undefined) {
    syllable = look(String.fromCharCode(code))
    known.set(code, syllable)
  }
  return syllable
}

function look(char: string): string {
  const found = SINGLES[char] ?? pinyin(char, { toneType: 'num' }).replace('ü', 'v').replace(/0$/, '5')
  return /^[a-z]+[1-5]$/.test(found) ? found : ''
}

function wordAt(index: Map<number, Word[]>, text: string, at: number): Word | undefined {
  return index.get(text.charCodeAt(at))?.find((entry) => text.startsWith(entry.word, at))
}

function ready(text: string): string {
  return foldWidth(text).trim().slice(0, MAX_CHARS).toWellFormed().toLowerCase()
}

const HAN_FROM = 0x3007

/**
 * Sort key for plain byte order (collation "C"), in Excel's order: punctuation, digits, Latin (case and width alike),
 * then Chinese by pinyin, tone and character: 张三 '~zhang1张~san1三'. The '~' puts Chinese after Latin; the tone
 * digit after the syllable puts 西安 before 先; the character keeps all 张 together before 章. Unknown ones come last.
 * `person` reads the head as a surname (单 shan, 尉迟 yu chi). Only the first 60 characters count.
 */
export function pinyinKey(text: string, options?: { person?: boolean }): string {
  const source = ready(text)
  let key = ''
  let at = 0
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code < HAN_FROM) {
      key += source[at++]
      continue
    }
    const word = (options?.person && at === 0 && wordAt(surnames, source, 0)) || wordAt(words, source, at)
    if (word) {
      for (let i = 0; i < word.word.length; i++) key += `~${word.readings[i]}${word.word[i]}`
      at += word.word.length
    } else {
      // Characters outside the basic plane (𠮷, 😀) are two units that must stay together: half of one is no text.
      const char = String.fromCodePoint(source.codePointAt(at)!)
      key += `~${reading(code) || '~'}${char}`
      at += char.length
    }
  }
  return key
}

const isWordChar = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
const plain = (syllable: string): string => syllable.slice(0, -1)

/** What one place of the text may read as: one entry, or several for a character of several readings. */
function* readings(source: string): Generator<string[]> {
  let at = 0
  while (at < source.length) {
    const code = source.charCodeAt(at)
    const word = code < HAN_FROM ? undefined : wordAt(words, source, at)
    if (word) {
      for (const syllable of word.readings) yield [plain(syllable)]
      at += word.word.length
      continue
    }
    const surname = at === 0 ? wordAt(surnames, source, 0) : undefined
    if (surname && surname.word.length > 1) {
      for (const syllable of surname.readings) yield [plain(syllable)]
      at += surname.word.length
      continue
    }
    at++
    if (code < HAN_FROM) {
      if (isWordChar(code)) yield [String.fromCharCode(code)]
      continue
    }
    const list = alternates.get(code) ?? (reading(code) ? [plain(reading(code))] : [])
    const head = surname && plain(surname.readings[0]!)
    if (head && !list.includes(head)) yield [...list, head]
    else if (list.length) yield list
  }
}

function extend(variants: string[], choices: string[]): string[] {
  if (choices.length === 1) return variants.map((text) => text + choices[0])
  const unique = [...new Set(choices)]
  const used = variants.length * unique.length > MAX_VARIANTS ? unique.slice(0, 1) : unique
  return used.flatMap((choice) => variants.map((text) => text + choice))
}

/**
 * Keys for search by pinyin and by initials, no spaces inside: 重庆长安 → 'chongqingchangan', 'cqca'. Where a
 * character may be read in several ways the alternatives follow, separated by one space (单伟 → 'danwei shanwei',
 * 'dw sw'), at most eight. Letters and digits stay; everything else goes. ü is v.
 */
export function searchKeys(text: string): { pinyin: string; initials: string } {
  let full = ['']
  let short = ['']
  for (const choices of readings(ready(text))) {
    full = extend(full, choices)
    short = extend(short, choices.map((syllable) => syllable[0]!))
  }
  return { pinyin: [...new Set(full)].join(' '), initials: [...new Set(short)].join(' ') }
}

/** All initials a name may be searched by: 单伟 → ['dw', 'sw']. */
export function initials(text: string): string[] {
  const { initials: all } = searchKeys(text)
  return all ? all.split(' ') : []
}

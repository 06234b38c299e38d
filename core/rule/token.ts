// Text into tokens. Full-width brackets and operators, as Chinese keyboards give them, count as their ASCII twins.

import { RULE_LIMITS } from './node.ts'
import type { Span } from './node.ts'
import { RuleError } from './rule-error.ts'

export type TokenKind = 'number' | 'text' | 'moment' | 'name' | 'keyword' | 'op' | 'end'

export interface Token extends Span {
  kind: TokenKind
  /** Names as typed, keywords in lower case, texts without quotes, operators in ASCII. */
  value: string
  /** A `quoted` name is never a function or keyword. */
  quoted?: boolean
}

const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'between', 'if', 'then', 'else', 'true', 'false', 'null'])

export const isKeyword = (word: string): boolean => KEYWORDS.has(word.toLowerCase())
export const isPlainName = (word: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(word) && !isKeyword(word)

const TOKEN =
  /(?<space>\s+)|@(?<moment>"[^"\\]*")|(?<text>"(?:[^"\\]|\\.|"")*"|“[^”]*”)|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|`(?<quoted>[^`]+)`|(?<op>\*\*|\.\.|<=|>=|<>|!=|[-+*/^&=<>()[\],.%])/suy

// Same length as the text, so positions stay true. The full-width quote is left alone: it may stand inside a text.
const fold = (text: string): string =>
  text.replace(/[！％-＞＾０-９［］、]/g, (c) => (c === '、' ? ',' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))

const ESCAPES: ReadonlyMap<string, string> = new Map([['n', '\n'], ['t', '\t'], ['r', '\r']])

function unquote(raw: string): string {
  if (raw.startsWith('“')) return raw.slice(1, -1)
  return raw.slice(1, -1).replace(/""|\\u([0-9a-fA-F]{4})|\\(.)/gs, (whole, hex: string | undefined, char: string | undefined) => {
    if (hex) return String.fromCharCode(parseInt(hex, 16))
    return char === undefined ? whole.slice(1) : (ESCAPES.get(char) ?? char)
  })
}

/** The token a match stands for; undefined for white space. */
function tokenOf(match: RegExpExecArray, source: string): Token | undefined {
  const [from, to] = [match.index, match.index + match[0].length]
  const groups = match.groups ?? {}
  if (groups['space'] !== undefined) return undefined
  if (groups['moment'] !== undefined) return { kind: 'moment', value: source.slice(from + 2, to - 1), from, to }
  if (groups['text'] !== undefined) return { kind: 'text', value: unquote(source.slice(from, to)), from, to }
  if (groups['quoted'] !== undefined) return { kind: 'name', value: source.slice(from + 1, to - 1), quoted: true, from, to }
  if (groups['name'] !== undefined) {
    const word = source.slice(from, to)
    return isKeyword(word) ? { kind: 'keyword', value: word.toLowerCase(), from, to } : { kind: 'name', value: word, from, to }
  }
  if (groups['number'] === undefined) return { kind: 'op', value: match[0], from, to }
  if (to - from > RULE_LIMITS.numberLength) throw new RuleError('rule.number_too_long', { from, to })
  return { kind: 'number', value: match[0], from, to }
}

export function tokenize(source: string): Token[] {
  const text = fold(source)
  const tokens: Token[] = []
  const pattern = new RegExp(TOKEN)
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) {
      const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
      throw new RuleError(/["“@`]/.test(char) ? 'rule.open_text' : 'rule.bad_character', { from: at, to: at + char.length }, { text: char })
    }
    const token = tokenOf(match, source)
    if (token) tokens.push(token)
  }
  tokens.push({ kind: 'end', value: '', from: source.length, to: source.length })
  return tokens
}

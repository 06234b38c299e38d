// Where the parser stands in the tokens, and how deep.

import { RULE_LIMITS } from './node.ts'
import { RuleError } from './rule-error.ts'
import type { Token } from './token.ts'

export class Cursor {
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token
  }

  next(): Token {
    const token = this.peek()
    this.at += 1
    return token
  }

  /** Is the next token this operator or keyword? */
  is(value: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return (token.kind === 'op' || token.kind === 'keyword') && token.value === value
  }

  take(...values: string[]): Token | undefined {
    return values.some((value) => this.is(value)) ? this.next() : undefined
  }

  expect(value: string): Token {
    if (this.is(value)) return this.next()
    throw new RuleError('rule.expected', this.peek(), { text: value })
  }

  unexpected(): RuleError {
    const token = this.peek()
    return token.kind === 'end' ? new RuleError('rule.unfinished', token) : new RuleError('rule.unexpected', token, { text: token.value })
  }

  /** Runs `body` one level deeper. */
  nested<T>(body: () => T): T {
    this.depth += 1
    if (this.depth > RULE_LIMITS.depth) throw new RuleError('rule.too_deep', this.peek())
    const result = body()
    this.depth -= 1
    return result
  }

  /** Is there a comma between the bracket ahead and its twin? Tells if(a, b, c) from if (a) then b else c. */
  hasCommaInBrackets(): boolean {
    let depth = 0
    for (let ahead = 0; this.peek(ahead).kind !== 'end'; ahead += 1) {
      if (this.is('(', ahead) || this.is('[', ahead)) depth += 1
      else if (this.is(')', ahead) || this.is(']', ahead)) depth -= 1
      else if (depth === 1 && this.is(',', ahead)) return true
      if (depth === 0) return false
    }
    return false
  }
}

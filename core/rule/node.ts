// The tree of a rule as it was written. Parsing makes it, printing reads it, checking turns it into terms (term.ts).

/** Where in the text, in UTF-16 units as editors count. */
export interface Span {
  from: number
  to: number
}

export type BinaryOp = '+' | '-' | '*' | '/' | '**' | '&' | '=' | '!=' | '<' | '<=' | '>' | '>='

export type Node = Span &
  (
    | { kind: 'number'; text: string } // '12.5' or '5%', as typed
    | { kind: 'text'; value: string }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'null' }
    | { kind: 'date'; value: string }
    | { kind: 'datetime'; value: string }
    | { kind: 'path'; path: string[] }
    | { kind: 'negate'; of: Node }
    | { kind: 'binary'; op: BinaryOp; left: Node; right: Node }
    | { kind: 'logic'; op: 'and' | 'or'; items: Node[] }
    | { kind: 'not'; of: Node }
    | { kind: 'if'; test: Node; then: Node; else: Node }
    | { kind: 'between'; of: Node; low: Node; high: Node }
    | { kind: 'in'; of: Node; items: Node[] }
    | { kind: 'range'; low: Node; high: Node; lowOpen: boolean; highOpen: boolean }
    | { kind: 'list'; items: Node[] }
    | { kind: 'call'; name: string; args: Node[] }
  )

export type NodeOf<K extends Node['kind']> = Extract<Node, { kind: K }>

export interface Rule {
  text: string
  root: Node
}

/** What a rule may cost at most: hostile text is refused before it costs anything. */
export const RULE_LIMITS = {
  length: 2000, // characters
  depth: 50, // brackets in brackets
  chain: 200, // operators in one row: a + b + c ...
  numberLength: 40, // characters of one number
  digits: 1000, // digits a product could have, foreseen before evaluation
  sqlLength: 200_000, // characters of SQL
}

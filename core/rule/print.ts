// A tree back into text: canonical names, brackets only where they are needed. Parsing the text gives the tree again.

import type { BinaryOp, Node, Rule } from './node.ts'
import { parseRule } from './parse.ts'
import { isPlainName } from './token.ts'

const BINARY: Record<BinaryOp, number> = { '=': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, '&': 4, '+': 5, '-': 5, '*': 6, '/': 6, '**': 7 }
const COMPARISON = 3
const OPERAND = 4 // tighter than any comparison
const NEGATION = 8
const ATOM = 9

function strengthOf(node: Node): number {
  switch (node.kind) {
    case 'binary': return BINARY[node.op]
    case 'logic': return node.op === 'or' ? 1 : 2
    case 'between':
    case 'in': return COMPARISON
    case 'negate': return NEGATION
    case 'if': return 0
    default: return ATOM
  }
}

const quoteText = (text: string): string =>
  `"${text.replace(/[\\"\n\t\r]/g, (char) => ({ '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t', '\r': '\\r' })[char] ?? char)}"`

const printName = (name: string): string => (isPlainName(name) ? name : `\`${name}\``)

/** The node, in brackets if it binds less than its place needs. */
const at = (strength: number, node: Node): string => (strengthOf(node) < strength ? `(${print(node)})` : print(node))

const list = (nodes: readonly Node[]): string => nodes.map(print).join(', ')

function print(node: Node): string {
  switch (node.kind) {
    case 'number': return node.text
    case 'text': return quoteText(node.value)
    case 'boolean': return String(node.value)
    case 'null': return 'null'
    case 'date': return `date("${node.value}")`
    case 'datetime': return `@"${node.value}"`
    case 'path': return node.path.map(printName).join('.')
    case 'negate': return `-${at(NEGATION, node.of)}`
    case 'not': return `not(${print(node.of)})`
    case 'binary': return printBinary(node.op, node.left, node.right)
    // brackets around `in`, because the FEEL parser of the BPMN tools takes `a in (1) and b` for a in ((1) and b)
    case 'logic': return node.items.map((item) => at(item.kind === 'in' ? OPERAND : strengthOf(node) + 1, item)).join(` ${node.op} `)
    case 'if': return `if ${print(node.test)} then ${print(node.then)} else ${print(node.else)}`
    case 'between': return `${at(OPERAND, node.of)} between ${at(OPERAND, node.low)} and ${at(OPERAND, node.high)}`
    case 'in': return `${at(OPERAND, node.of)} in ${printItems(node.items)}`
    case 'range': return `${node.lowOpen ? '(' : '['}${print(node.low)}..${print(node.high)}${node.highOpen ? ')' : ']'}`
    case 'list': return `[${list(node.items)}]`
    case 'call': return `${node.name}(${list(node.args)})`
  }
}

function printBinary(op: BinaryOp, left: Node, right: Node): string {
  const strength = BINARY[op]
  // comparisons do not chain; the others group from the left
  return `${at(strength === COMPARISON ? OPERAND : strength, left)} ${op} ${at(strength + 1, right)}`
}

function printItems(items: readonly Node[]): string {
  const [only] = items
  const bare = items.length === 1 && only && (only.kind === 'range' || only.kind === 'list')
  if (bare) return print(only)
  return `(${list(items)})`
}

/** The rule as canonical text. */
export const ruleToText = (rule: Rule): string => print(rule.root)

function mapPaths(node: Node, rename: (path: string[]) => string[]): Node {
  const map = (inner: Node): Node => mapPaths(inner, rename)
  switch (node.kind) {
    case 'path': return { ...node, path: rename(node.path) }
    case 'negate':
    case 'not': return { ...node, of: map(node.of) }
    case 'binary': return { ...node, left: map(node.left), right: map(node.right) }
    case 'logic':
    case 'list': return { ...node, items: node.items.map(map) }
    case 'if': return { ...node, test: map(node.test), then: map(node.then), else: map(node.else) }
    case 'between': return { ...node, of: map(node.of), low: map(node.low), high: map(node.high) }
    case 'in': return { ...node, of: map(node.of), items: node.items.map(map) }
    case 'range': return { ...node, low: map(node.low), high: map(node.high) }
    case 'call': return { ...node, args: node.args.map(map) }
    default: return node
  }
}

/** Every part of every path by another name: labels to keys for keeping, keys to labels for showing. */
export function translateRule(rule: Rule, names: ReadonlyMap<string, string>): Rule {
  const root = mapPaths(rule.root, (path) => path.map((part) => names.get(part) ?? part))
  return parseRule(ruleToText({ text: rule.text, root }))
}

/** Paths that are `from` or lead through it get `to` in its place; the result is a rule of its own text. */
export function renameInRule(rule: Rule, from: readonly string[], to: readonly string[]): Rule {
  const root = mapPaths(rule.root, (path) => (from.every((part, index) => path[index] === part) ? [...to, ...path.slice(from.length)] : path))
  return parseRule(ruleToText({ text: rule.text, root }))
}

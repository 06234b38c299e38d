// A small push scanner for the XML inside workbooks. It works on bytes, so nothing of the file is held but the
// piece at hand; it knows no DTD and fetches nothing: an entity other than the five of XML is an error.
import { damaged, refuse, refuseSize } from './limits.ts'

export interface XmlHandlers {
  open(name: string): void
  close(name: string): void
}

const LT = 60, GT = 62, SLASH = 47, BANG = 33, QUESTION = 63, AMP = 38, EQUALS = 61, COLON = 58, QUOTE = 34, APOSTROPHE = 39
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LETTER = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
const COMMENT_END = Buffer.from('-->')
const CDATA_END = Buffer.from(']]>')
const PI_END = Buffer.from('?>')

/** The longest single piece (text run or tag) held at once. */
const LONGEST_PIECE = 1024 * 1024

const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  }
  return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? refuse('sheet.suspicious', { part: whole.slice(0, 20) })
}

const decodeEntities = (text: string): string => text.includes('&') ? text.replace(/&([^;&]{0,32});/g, entity) : text

export class XmlScan {
  /** While true, character data is added to `text`. */
  gather = false
  text = ''
  private readonly on: XmlHandlers
  private readonly part: string
  private carry: Buffer | undefined
  private buf: Buffer = Buffer.alloc(0)
  private attrsFrom = 0
  private attrsTo = 0
  private depth = 0

  constructor(part: string, on: XmlHandlers) {
    this.part = part
    this.on = on
  }

  write(chunk: Buffer): void {
    const buf = this.carry ? Buffer.concat([this.carry, chunk]) : chunk
    this.buf = buf
    let at = 0
    while (at < buf.length) {
      const next = buf[at] === LT ? this.tag(at) : this.characters(at)
      if (next < 0) break
      at = next
    }
    this.carry = at < buf.length ? buf.subarray(at) : undefined
    if (buf.length - at > LONGEST_PIECE) refuseSize('sheet.cellTooLong', { max: LONGEST_PIECE })
  }

  end(): void {
    if (this.depth !== 0 || this.carry?.some((byte) => !isSpace(byte) && byte !== 0)) damaged(this.part)
  }

  /** The value of an attribute of the tag just opened; a namespace prefix in the file doesn't matter. */
  attr(name: string): string | undefined {
    const { buf, attrsTo } = this
    let at = this.attrsFrom
    while (at < attrsTo) {
      while (at < attrsTo && isSpace(buf[at] ?? 0)) at++
      let nameFrom = at
      while (at < attrsTo && buf[at] !== EQUALS && !isSpace(buf[at] ?? 0)) if (buf[at++] === COLON) nameFrom = at
      const nameTo = at
      while (at < attrsTo && buf[at] !== QUOTE && buf[at] !== APOSTROPHE) at++
      const quote = buf[at]
      const from = ++at
      while (at < attrsTo && buf[at] !== quote) at++
      if (nameTo - nameFrom === name.length && this.same(nameFrom, name)) return decodeEntities(buf.toString('utf8', from, at))
      at++
    }
    return undefined
  }

  private same(from: number, name: string): boolean {
    for (let i = 0; i < name.length; i++) if (this.buf[from + i] !== name.charCodeAt(i)) return false
    return true
  }

  private characters(from: number): number {
    const { buf } = this
    let to = from
    let plain = true
    while (to < buf.length && buf[to] !== LT) {
      const byte = buf[to++] ?? 0
      if (byte === AMP || byte === 13 || byte > 127) plain = false
    }
    if (to === buf.length) return -1
    if (!this.gather) return to
    if (plain) this.text += buf.toString('latin1', from, to)
    else this.text += decodeEntities(buf.toString('utf8', from, to).replaceAll('\r\n', '\n'))
    return to
  }

  private tag(at: number): number {
    const { buf } = this
    const next = buf[at + 1]
    if (next === undefined) return -1
    if (next === QUESTION) return this.after(PI_END, at)
    if (next === BANG) return this.declaration(at)
    const to = this.tagEnd(at + 1)
    if (to < 0) return -1
    if (next === SLASH) {
      if (--this.depth < 0) damaged(this.part)
      this.on.close(this.name(at + 2, to))
      return to + 1
    }
    const selfClosing = buf[to - 1] === SLASH
    const name = this.name(at + 1, to)
    this.attrsTo = selfClosing ? to - 1 : to
    this.on.open(name)
    if (selfClosing) this.on.close(name)
    else this.depth++
    return to + 1
  }

  private after(mark: Buffer, at: number): number {
    const found = this.buf.indexOf(mark, at)
    return found < 0 ? -1 : found + mark.length
  }

  private declaration(at: number): number {
    if (this.buf.length - at < 9) return -1
    const head = this.buf.toString('latin1', at, at + 9)
    if (head.startsWith('<!--')) return this.after(COMMENT_END, at + 4)
    if (head !== '<![CDATA[') return refuse('sheet.suspicious', { part: head })
    const end = this.buf.indexOf(CDATA_END, at)
    if (end < 0) return -1
    if (this.gather) this.text += this.buf.toString('utf8', at + 9, end)
    return end + 3
  }

  private tagEnd(from: number): number {
    const { buf } = this
    let quote = 0
    for (let at = from; at < buf.length; at++) {
      const byte = buf[at] ?? 0
      if (quote) {
        if (byte === quote) quote = 0
      } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
      else if (byte === GT) return at
    }
    return -1
  }

  /** The name without its prefix; leaves `attrsFrom` behind it. */
  private name(start: number, to: number): string {
    const { buf } = this
    let from = start
    let at = start
    while (at < to && !isSpace(buf[at] ?? 0) && buf[at] !== SLASH) if (buf[at++] === COLON) from = at
    this.attrsFrom = at
    return at - from === 1 ? LETTER[buf[from] ?? 0] ?? '' : buf.toString('latin1', from, at)
  }
}

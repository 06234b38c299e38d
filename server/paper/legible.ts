// Text made ready for paper: control characters dropped, words too long for their cell given places to break, and
// characters that no font of ours has set apart, to be printed as their code in a box rather than as nothing.
import { EM, emsOf } from '#core/form/text-size.ts'

/** Words; a long word that may be broken anywhere; the code point of a character that cannot be printed. */
export type Run = string | { long: string } | { code: string }

/** Also variants of characters, which no font of ours tells apart. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{VS}\p{NChar}]/gu
/** Letters, digits and signs without a space: addresses of web pages, numbers of accounts. */
const WORD = /([!-~\u00a1-\u024f]{8,})/

/** Lines of runs. `room` in mm, at 10.5 pt. */
export function legible(text: string, room: number, known: (point: number) => boolean): Run[][] {
  return text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ').replaceAll(UNSEEN, '')
    .split('\n').map(line => lineOf(line, room, known))
}

function lineOf(line: string, room: number, known: (point: number) => boolean): Run[] {
  const tooLong = (word: string): boolean => emsOf(word) * EM > room
  if (!tooLong(line)) return runsOf(line, known)
  return line.split(WORD).filter(Boolean).flatMap(part => (WORD.test(part) && tooLong(part) ? [{ long: part }] : runsOf(part, known)))
}

function runsOf(line: string, known: (point: number) => boolean): Run[] {
  const runs: Run[] = []
  let plain = ''
  for (const char of line) {
    const point = char.codePointAt(0)!
    if (known(point)) {
      plain += char
      continue
    }
    if (plain) runs.push(plain)
    runs.push({ code: point.toString(16).toUpperCase() })
    plain = ''
  }
  return plain || runs.length === 0 ? [...runs, plain] : runs
}

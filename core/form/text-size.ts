// How wide and high printed words are, in mm. An estimate on the safe side: page, PDF and .xlsx each measure their own fonts.

/** 10.5 pt (五号), the size of what is written into paper forms. */
export const EM = 3.704
/** Height of a line of text. */
export const LINE = 5.2
/** Between text and frame, on each side. */
export const PAD = 1.2
/** Excel gives no row more than 409 pt. */
export const TALLEST = 140

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2018\u2019\u201c\u201d\u2014\u2026\u25a0-\u25ff\u2610-\u2612\ud800-\udbff]/
const BROAD = /[A-Z@%&mw]/
const THIN = /[.,:;'|!ijl() -]/

/** Width of one character in em. The second half of a pair counts nothing: its first half is a whole em. */
function emOf(char: string): number {
  if (WIDE.test(char)) return 1
  if (/[\udc00-\udfff]/.test(char)) return 0
  return BROAD.test(char) ? 0.68 : THIN.test(char) ? 0.32 : 0.56
}

/** A form of 500 rows has a hundred thousand characters: each kind is looked at once. */
const known: number[] = []

export function emsOf(text: string): number {
  let ems = 0
  for (let at = 0; at < text.length; at++) ems += known[text.charCodeAt(at)] ||= emOf(text[at]!)
  return ems
}

/** Digits of a phone number stay together, whatever gaps they have. */
const PHONE = /(?<=\d{3}) (?=\d{4}(?!\d))/g
const RUN = new RegExp(`(?:(?!${WIDE.source})\\S)+`, 'g')

/** Em of the longest code, date, number or word in a text: what should not be broken. */
export function longestRun(text: string): number {
  // A full stop is as wide as the gap.
  return (text.replaceAll(PHONE, '.').match(RUN) ?? []).reduce((most, run) => Math.max(most, emsOf(run)), 0)
}

/** Width of a text of one line with its padding, and a little more: fonts differ. */
export const widthOf = (text: string): number => emsOf(text) * EM + 2 * PAD + 1

/** Lines that a text takes in a cell of this width. */
export function linesIn(text: string, width: number): number {
  if (text === '') return 1
  const room = Math.max(EM, width - 2 * PAD)
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, room), 0)
}

/** What goes into the next line in one piece: a Chinese character or a word, with the signs that cling to it. */
const PIECE = new RegExp(`[（《〈“‘【「『]*(?:${WIDE.source}|(?:(?!${WIDE.source})\\S)+)[，。、；：！？）》〉”’】」』…—%]*|\\s+`, 'g')

function linesOf(line: string, room: number): number {
  const fit = Math.max(1, room / EM - 0.1)
  if (emsOf(line) <= fit) return 1
  let [lines, at] = [1, 0]
  for (const part of line.match(PIECE) ?? []) {
    const ems = emsOf(part)
    if (at + ems <= fit || part.trim() === '') {
      at += ems
      continue
    }
    // A word longer than a line begins one and is broken where it ends.
    const more = Math.ceil(ems / fit - 1e-9)
    lines += at === 0 ? more - 1 : more
    at = ems - (more - 1) * fit
  }
  return lines
}

/** Height of a row with so many lines. */
export const heightOf = (lines: number, least: number): number => Math.min(TALLEST, Math.max(least, lines * LINE + PAD))

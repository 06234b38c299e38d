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
const THIN = /[.,:;'|!ijl() ]/

/** Width of one character in em. The second half of a pair counts nothing: its first half is a whole em. */
function emOf(char: string): number {
  if (WIDE.test(char)) return 1
  if (/[\udc00-\udfff]/.test(char)) return 0
  return BROAD.test(char) ? 0.68 : THIN.test(char) ? 0.32 : 0.56
}

export function emsOf(text: string): number {
  let ems = 0
  for (let at = 0; at < text.length; at++) ems += emOf(text[at]!)
  return ems
}

/** Width of a text of one line with its padding, and a little more: fonts differ. */
export const widthOf = (text: string): number => emsOf(text) * EM + 2 * PAD + 1

/** Lines that a text takes in a cell of this width. */
export function linesIn(text: string, width: number): number {
  if (text === '') return 1
  const room = Math.max(EM, width - 2 * PAD)
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, room), 0)
}

/** What does not fit at the end of a line is lost there: less than a character in Chinese, about half a word in letters. */
function linesOf(line: string, room: number): number {
  const ems = emsOf(line)
  const fit = room / EM
  if (ems <= fit - 0.1) return 1
  const letters = /[A-Za-z\d]{3}/.test(line)
  return Math.ceil(ems / Math.max(1, letters ? fit - Math.min(1.2, fit / 4) : Math.floor(fit)) - 0.001)
}

/** Height of a row with so many lines. */
export const heightOf = (lines: number, least: number): number => Math.min(TALLEST, Math.max(least, lines * LINE + PAD))

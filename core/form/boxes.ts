// Choices printed with boxes, □闹市 ☑商业街 or □1.闹市 ☑2.商业街, and what people make of them on paper and in Excel.
import type { Option } from '../field/field.ts'
import type { Lang } from '../lib/text.ts'
import { inLang } from '../lib/text.ts'
import { cleanText, foldWidth } from '../lib/width.ts'

export type Boxes = true | 'numbered'

const EMPTY = '□'
const TICKED = '☑'

/** Retired choices are printed only where they are the value. */
const printed = (options: readonly Option[], chosen: readonly string[]): Option[] =>
  options.filter(option => !option.retired || chosen.includes(option.value))

export function boxesText(options: readonly Option[], chosen: readonly string[], boxes: Boxes, lang: Lang): string {
  return printed(options, chosen).map((option, index) =>
    `${chosen.includes(option.value) ? TICKED : EMPTY}${boxes === 'numbered' ? `${index + 1}.` : ''}${inLang(option.label, lang)}`).join(' ')
}

const BOX = '□☐▢○◯〇'
const TICK = '☑☒■▣✓✔√●◉xX×✗✘vV'
/** A box, ticked or not, or a tick without a box, that stands before a label. */
const MARK = new RegExp(`[${BOX}]?\\s*[${TICK}]|[${BOX}]`, 'u')

/** A tick of a letter counts only where it cannot be the beginning of a word. */
const isTicked = (mark: string): boolean => new RegExp(`[${TICK}]`, 'u').test(mark)

interface Found { option: Option; at: number; length: number; ticked: boolean }

/**
 * Values ticked in a text, in the order of the choices; undefined when the text is none of ours. Ticks stand before the
 * label, in or instead of its box; a label or its number alone is a tick too, several of them separated by 、.
 */
export function readBoxes(text: string, options: readonly Option[]): string[] | undefined {
  const source = foldWidth(cleanText(text))
  if (source === '') return []
  const found = marked(source, options)
  if (found !== undefined) return found
  const parts = source.split(/[,、;|/]|\s{1,}/).map(part => part.trim()).filter(Boolean)
  const whole = named(source, options)
  const chosen = whole ? [whole] : parts.map(part => named(part, options))
  if (chosen.includes(undefined)) return undefined
  return options.filter(option => chosen.includes(option)).map(option => option.value)
}

/** Longer labels first: 其他地区 is not 其他. */
const labelsOf = (options: readonly Option[]): { option: Option; label: string; number: number }[] =>
  options.flatMap((option, index) => [option.label.zh, option.label.en].filter(Boolean).map(label => ({ option, label: foldWidth(cleanText(label)), number: index + 1 })))
    .toSorted((a, b) => b.label.length - a.label.length)

/** A text with boxes: each mark and the label behind it. */
function marked(source: string, options: readonly Option[]): string[] | undefined {
  if (!new RegExp(`[${BOX}${TICK.replace(/[xXvV]/g, '')}]`, 'u').test(source) && !/(?:^|\s)[xv]\s*\S/i.test(source)) return undefined
  const found = labelsOf(options).reduce<Found[]>((known, { option, label }) => [...known, ...placesOf(source, label, known).map(at => ({ option, at, length: label.length, ticked: tickBefore(source, at) }))], [])
  if (found.length === 0 || leftOver(source, found)) return undefined
  const ticked = new Set(found.filter(one => one.ticked).map(one => one.option.value))
  return options.filter(option => ticked.has(option.value)).map(option => option.value)
}

/** Where a label stands outside of the labels that were found before. */
function placesOf(source: string, label: string, known: readonly Found[]): number[] {
  const places: number[] = []
  for (let at = source.indexOf(label); at >= 0; at = source.indexOf(label, at + label.length))
    if (!known.some(one => at < one.at + one.length && one.at < at + label.length)) places.push(at)
  return places
}

/** The mark right before a label, its number passed over. */
function tickBefore(source: string, at: number): boolean {
  const before = source.slice(0, at).replace(/\s*\d{1,2}\s*[.、]?\s*$/, '').trimEnd()
  const mark = new RegExp(`(?:${MARK.source})$`, 'u').exec(before)?.[0] ?? ''
  const letter = /[xXvV]$/.test(mark)
  return isTicked(mark) && !(letter && /[A-Za-z]$/.test(before.slice(0, -1)))
}

/** Words that are no label: the person wrote something that the choices do not offer. */
function leftOver(source: string, found: readonly Found[]): boolean {
  let rest = source
  for (const one of found.toSorted((a, b) => b.at - a.at)) rest = rest.slice(0, one.at) + rest.slice(one.at + one.length)
  return new RegExp(`[^${BOX}${TICK}\\s\\d.、,;|()]`, 'u').test(rest)
}

function named(part: string, options: readonly Option[]): Option | undefined {
  const plain = (text: string): string => foldWidth(text).trim().toLowerCase()
  const bare = part.replace(/^\d{1,2}\s*[.、]\s*(?=\D)/, '')
  const number = /^(\d{1,2})\.?$/.exec(part)?.[1]
  return options.find(option => [option.label.zh, option.label.en, option.value].some(label => plain(label) === plain(part) || plain(label) === plain(bare)))
    ?? (number === undefined ? undefined : options[Number(number) - 1])
}

// What people make of printed choices on paper and in Excel: a tick in or instead of the box, or just the label or its number.
import type { Option } from '../field/field.ts'
import { cleanText, foldWidth } from '../lib/width.ts'

const BOX = '□☐▢○◯〇'
/** Signs that nothing else is written with; x and v are letters too and count only right before a label. */
const TICK = '☑☒■▣✓✔√●◉×✗✘'
const LETTER = 'xXvV'

interface Label { option: Option; text: string }
/** A label found in the text, from its mark on. */
interface Found { option: Option; from: number; to: number; marked: boolean; ticked: boolean }

const clean = (text: string): string => foldWidth(cleanText(text)).toLowerCase()

/** Values ticked in a text, in the order of the choices; undefined when the text is none of ours. */
export function readBoxes(text: string, options: readonly Option[]): string[] | undefined {
  const source = clean(text)
  if (source === '') return []
  const whole = named(source, options)
  if (whole) return [whole.value]
  return fromMarks(source, options) ?? fromNames(source, options)
}

/** In the order of the choices, each once. */
const inOrder = (options: readonly Option[], chosen: ReadonlySet<Option>): string[] => options.filter(option => chosen.has(option)).map(option => option.value)

/** A list without marks: 闹市、郊区 or 1、3. */
function fromNames(source: string, options: readonly Option[]): string[] | undefined {
  const parts = source.split(/[,、;|\s]+/).filter(Boolean)
  const chosen = parts.map(part => named(part, options))
  return chosen.includes(undefined) ? undefined : inOrder(options, new Set(chosen as Option[]))
}

function named(part: string, options: readonly Option[]): Option | undefined {
  const bare = part.replace(/^\d{1,3}\s*[.、)]\s*(?=\S)/, '')
  const number = /^(\d{1,3})\.?$/.exec(part)?.[1]
  const called = (name: string): Option | undefined => options.find(option => [option.label.zh, option.label.en, option.value].some(label => label !== '' && clean(label) === name))
  return called(part) ?? called(bare) ?? (number === undefined ? undefined : options[Number(number) - 1])
}

/** Longer labels first: 其他地区 is not 其他. */
const labelsOf = (options: readonly Option[]): Label[] =>
  options.flatMap(option => [...new Set([option.label.zh, option.label.en])].filter(Boolean).map(label => ({ option, text: clean(label) }))).toSorted((a, b) => b.text.length - a.text.length)

/** Labels with boxes before them. Words that are neither are what the choices do not offer: undefined. */
function fromMarks(source: string, options: readonly Option[]): string[] | undefined {
  const found: Found[] = []
  for (const label of labelsOf(options))
    for (let at = source.indexOf(label.text); at >= 0; at = source.indexOf(label.text, at + label.text.length)) {
      const to = at + label.text.length
      if (!found.some(one => at < one.to && one.from < to)) found.push({ option: label.option, ...markBefore(source, at), to })
    }
  if (!found.some(one => one.marked) || /[^,、;|.\s]/.test(without(source, found))) return undefined
  return inOrder(options, new Set(found.filter(one => one.ticked).map(one => one.option)))
}

const MARK = new RegExp(`([${BOX}${TICK}](?:\\s?[${TICK}])?|(?:[${BOX}]\\s?|(?<![a-z]))[${LETTER}]\\s?)\\s*(?:\\d{1,3}\\s*[.、)]?\\s*)?$`, 'u')
const TICKED = new RegExp(`[${TICK}${LETTER}]`, 'u')

/** The mark before a label, over its number. */
function markBefore(source: string, at: number): { from: number; marked: boolean; ticked: boolean } {
  const match = MARK.exec(source.slice(0, at))
  if (match) return { from: match.index, marked: true, ticked: TICKED.test(match[1]!) }
  const number = /\d{1,3}\s*[.、)]\s*$/.exec(source.slice(0, at))
  return { from: number?.index ?? at, marked: false, ticked: false }
}

function without(source: string, found: readonly Found[]): string {
  let rest = source
  for (const one of found.toSorted((a, b) => b.from - a.from)) rest = `${rest.slice(0, one.from)} ${rest.slice(one.to)}`
  return rest
}

// Chinese numerals: 一万二千三百, 壹万贰仟叁佰元伍角整, 二〇二六 read to decimal strings; amounts written as 金额大写.
import { round } from './decimal.ts'

const DIGITS: Record<string, number> = {
  〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2, 俩: 2, 幺: 1,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 貳: 2, 參: 3, 陸: 6, 弌: 1, 弍: 2, 兩: 2,
}

const SMALL: Record<string, bigint> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n }
const LARGE: Record<string, bigint> = { 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n, 億: 100_000_000n }

const NUMERAL = /^[〇零○一二三四五六七八九两俩幺壹贰叁肆伍陆柒捌玖貳參陸弌弍兩十拾百佰千仟万萬亿億廿卅点點]+$/

/** Whether a text is made of Chinese numerals only. */
export const isChineseNumber = (text: string): boolean => NUMERAL.test(text)

/** 一万二千三百 → '12300', 一万二 → '12000', 三点五万 → '35000', 二〇二六 → '2026'; undefined when it makes no sense. */
export function readChineseNumber(text: string): string | undefined {
  if (!isChineseNumber(text)) return undefined
  const spelled = text.replaceAll('廿', '二十').replaceAll('卅', '三十')
  const [whole = '', fraction, more] = spelled.split(/[点點]/)
  if (more !== undefined) return undefined
  if (fraction !== undefined) return withFraction(whole, fraction)
  if (/^[^十拾百佰千仟万萬亿億]{2,}$/.test(whole)) return digitByDigit(whole)
  return wholeNumber(whole)?.toString()
}

function digitByDigit(text: string): string | undefined {
  const digits = [...text].map((char) => DIGITS[char])
  return digits.includes(undefined) ? undefined : digits.join('').replace(/^0+(?=\d)/, '')
}

function withFraction(whole: string, fraction: string): string | undefined {
  const unit = /[万萬亿億]$/.exec(fraction)?.[0]
  const digits = Array.from(unit ? fraction.slice(0, -1) : fraction, (char) => DIGITS[char])
  const head = whole === '' ? undefined : wholeNumber(whole)
  if (head === undefined || digits.length === 0 || digits.includes(undefined)) return undefined
  const places = unit ? (LARGE[unit]!.toString().length - 1) : 0
  const shifted = digits.join('').padEnd(places, '0')
  const tail = shifted.slice(places).replace(/0+$/, '')
  return `${BigInt(head + shifted.slice(0, places))}${tail ? `.${tail}` : ''}`
}

interface Reading { total: bigint; section: bigint; digit: number; unit: bigint; zero: boolean }

/** One character at a time: a digit waits for its unit, a section (below 万) waits for 万 or 亿. */
function wholeNumber(text: string): bigint | undefined {
  const r: Reading = { total: 0n, section: 0n, digit: -1, unit: 0n, zero: false }
  for (const char of text) if (!step(r, char)) return undefined
  if (r.digit < 0) return r.total + r.section
  // 一万二, 三百五: a last digit right after a unit counts the next lower one
  const scale = r.unit > 10n && !r.zero ? r.unit / 10n : 1n
  return r.total + r.section + BigInt(r.digit) * scale
}

function step(r: Reading, char: string): boolean {
  const digit = DIGITS[char]
  if (digit !== undefined) {
    if (r.digit > 0) return false
    r.digit = digit === 0 ? -1 : digit
    if (digit === 0) r.zero = true
    return true
  }
  const small = SMALL[char]
  if (small) {
    if (r.digit < 0 && small !== 10n) return false
    if (r.section > 0n && r.unit > 0n && small >= r.unit) return false
    r.section += BigInt(r.digit < 0 ? 1 : r.digit) * small
    return after(r, small)
  }
  const large = LARGE[char]
  if (!large) return false
  const section = r.section + BigInt(Math.max(r.digit, 0))
  if (section === 0n && r.total === 0n) return false
  // 一万亿: the section is empty, so 亿 multiplies all that came before
  r.total = section === 0n || (large > 10_000n && r.total > 0n && r.total < large) ? (r.total + section) * large : r.total + section * large
  r.section = 0n
  return after(r, large)
}

function after(r: Reading, unit: bigint): true {
  r.unit = unit
  r.digit = -1
  r.zero = false
  return true
}

/** 壹万贰仟叁佰元伍角整 → '12300.5'; 元, 圆, 块, 角, 毛, 分, 整 and 正 are understood. */
export function readChineseMoney(text: string): string | undefined {
  const parts = /^(?:(.+?)[元圆圓块])?零?(?:(.)[角毛])?零?(?:(.)分)?[整正]?$/.exec(text)
  const [, yuan, jiao, fen] = parts ?? []
  if (yuan === undefined && jiao === undefined && fen === undefined) return readChineseNumber(text.replace(/[整正]$/, ''))
  const whole = yuan === undefined ? '0' : readChineseNumber(yuan)
  const tenth = jiao === undefined ? 0 : DIGITS[jiao]
  const cent = fen === undefined ? 0 : DIGITS[fen]
  if (whole === undefined || tenth === undefined || cent === undefined || whole.includes('.')) return undefined
  return `${whole}.${tenth}${cent}`.replace(/\.?0+$/, '')
}

const CAPITALS = '零壹贰叁肆伍陆柒捌玖'
const UNITS = ['', '拾', '佰', '仟']
const SECTIONS = ['', '万', '亿', '万亿']

/** 12300.5 → 壹万贰仟叁佰元伍角整, as on invoices and contracts; rounded to 分, at most 16 digits before the point. */
export function toChineseCapital(value: string): string {
  const [whole = '0', cents = '00'] = round(value.replace(/^-/, ''), 2).split('.')
  if (whole.length > 16) throw new RangeError(`too large: ${value}`)
  const jiao = Number(cents[0])
  const fen = Number(cents[1])
  const yuan = whole === '0' ? '' : `${capitalWhole(whole)}元`
  const sign = value.startsWith('-') && (yuan || jiao || fen) ? '负' : ''
  if (!jiao && !fen) return `${sign}${yuan || '零元'}整`
  const gap = jiao === 0 && yuan ? '零' : ''
  const tenths = jiao ? `${CAPITALS[jiao]}角` : gap
  return `${sign}${yuan}${tenths}${fen ? `${CAPITALS[fen]}分` : '整'}`
}

function capitalWhole(whole: string): string {
  let text = ''
  let zero = false
  for (let at = 0; at < whole.length; at++) {
    const place = whole.length - 1 - at
    const digit = Number(whole[at])
    if (digit === 0) zero = true
    else {
      text += `${zero && text ? '零' : ''}${CAPITALS[digit]}${UNITS[place % 4]}`
      zero = false
    }
    if (place % 4 === 0 && place > 0) text += sectionName(whole, at, place / 4)
  }
  return text
}

/** The name of the four digits ending at `at`, unless all are zero; 亿 is said even when only 万亿 went before. */
function sectionName(whole: string, at: number, section: number): string {
  const empty = /^0*$/.test(whole.slice(Math.max(0, at - 3), at + 1))
  if (section === 3) return '万'
  if (section === 2) return empty && whole.length <= 12 ? '' : '亿'
  return empty ? '' : SECTIONS[section]!
}

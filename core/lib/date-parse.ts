// Dates as people type them and as Excel stores them, to 'YYYY-MM-DD'.
import { isChineseNumber, readChineseNumber } from './chinese-number.ts'
import { fromDayNumber, dayNumber, isYmd, toDate } from './date.ts'
import type { Refusal } from './error.ts'
import { cleanText, foldWidth } from './width.ts'

export interface DateOptions {
  /** Which comes first in 1/5/2026. Excel with English settings writes the month first, our default. */
  order?: 'mdy' | 'dmy'
  /** The workbook counts days from 1904 (old Mac Excel). */
  date1904?: boolean
}

const USUAL = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/

/**
 * 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日, 二〇二六年一月五日, 20260105, 1/5/2026, 5-Jan-26, and Excel's serial number
 * 46027. A time behind it is dropped. Two-digit years follow Excel: 00-29 is 2000-2029, 30-99 is 1930-1999, and
 * stand first (26-1-5) unless the last part has four digits or the first has only one. Four or six bare digits,
 * and dates without year or day, are refused rather than guessed.
 */
export function parseDate(text: string, options: DateOptions = {}): string | Refusal {
  const usual = USUAL.exec(text)
  if (usual) return checked(text, Number(usual[1]), Number(usual[2]), Number(usual[3]))
  const source = foldWidth(cleanText(text)).replace(/[–—−]/g, '-')
  if (source === '') return { key: 'date.empty' }
  const body = arabic(withoutTime(source.replace(WEEKDAY, '')))
  if (/^\d+(?:\.\d+)?$/.test(body) && !/^\d{1,4}\.\d{1,2}$/.test(body)) return fromDigits(text, body, options)
  return fromParts(text, body, options)
}

const WEEKDAY = /\s*\(?(?:星期|周)[一二三四五六日天]\)?|\s*\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b,?/i
const TIME = /(?:T|\s+|(?<=[日号]))(?:(?:上午|下午|早上|中午|晚上|凌晨|AM|PM)\s*)?\d{1,2}\s*[:时点].*$|\s+0+$|(?:\s*(?:上午|下午|凌晨|晚上).*)$/i
const withoutTime = (text: string): string => text.replace(TIME, '').trim()

/** 二〇二六年一月五日 → 2026年1月5日 */
function arabic(text: string): string {
  if (!/[年月]/.test(text)) return text
  return text.replace('元月', '一月').replace(/[〇零○一二三四五六七八九十廿卅]+(?=[年月日号]|$)/g, (words) => (isChineseNumber(words) ? (readChineseNumber(words) ?? words) : words))
}

const YEAR_FIRST = /^(\d{4}|\d{2})\s*(?:年|[-/.\s])\s*(\d{1,2})\s*(?:月|[-/.\s])\s*(\d{1,2})\s*[日号]?$/
const YEAR_LAST = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/

function fromParts(text: string, body: string, options: DateOptions): string | Refusal {
  const first = YEAR_FIRST.exec(body)
  if (first) return checked(text, fullYear(first[1]!), Number(first[2]), Number(first[3]))
  const last = YEAR_LAST.exec(body)
  if (last) return yearLast(text, Number(last[1]), Number(last[2]), fullYear(last[3]!), options.order)
  const english = fromEnglish(body)
  if (english) return checked(text, english.year, english.month, english.day)
  if (/^\d{4}\s*[-/.年]\s*(?:\d{1,2}\s*月?)?$/.test(body)) return { key: 'date.noDay', params: { text } }
  if (/^\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$/.test(body)) return { key: 'date.noYear', params: { text } }
  return { key: 'date.bad', params: { text } }
}

/** A first part above 12 can only be a day, whatever the order. */
function yearLast(text: string, a: number, b: number, year: number, order: DateOptions['order'] = 'mdy'): string | Refusal {
  const monthFirst = order === 'mdy' ? a <= 12 : b > 12
  return monthFirst ? checked(text, year, a, b) : checked(text, year, b, a)
}

const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function fromEnglish(body: string): { year: number; month: number; day: number } | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/i.exec(body)
  const monthFirst = /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})$/i.exec(body)
  const [name, day, year] = dayFirst ? [dayFirst[2]!, dayFirst[1]!, dayFirst[3]!] : [monthFirst?.[1], monthFirst?.[2], monthFirst?.[3]]
  if (!name || !day || !year) return undefined
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return month ? { year: fullYear(year), month, day: Number(day) } : undefined
}

function checked(text: string, year: number, month: number, day: number): string | Refusal {
  return year >= 1000 && isYmd(year, month, day) ? toDate(year, month, day) : { key: 'date.none', params: { text } }
}

/** Eight digits are a date; five digits (1927 to 2173) an Excel serial; fewer or others could be anything. */
function fromDigits(text: string, source: string, options: DateOptions): string | Refusal {
  // 14 digits: the clock follows, as machines write it
  if (/^\d{8}(?:\d{6})?$/.test(source)) return checked(text, Number(source.slice(0, 4)), Number(source.slice(4, 6)), Number(source.slice(6, 8)))
  if (/^\d{5}(?:\.\d+)?$/.test(source)) return fromSerial(Math.floor(Number(source)), options.date1904) ?? { key: 'date.none', params: { text } }
  return { key: /^(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])?$/.test(source) ? 'date.noDay' : 'date.bad', params: { text } }
}

const EPOCH_1900 = dayNumber('1899-12-30')
const EPOCH_1904 = dayNumber('1904-01-01')
const LAST = dayNumber('9999-12-31')

/**
 * The day of an Excel serial number, its time dropped. Excel believes in 1900-02-29 (serial 60), which is no day;
 * the days before it are one off. Undefined for what no Excel date can be.
 */
export function fromSerial(serial: number, date1904 = false): string | undefined {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < (date1904 ? 0 : 1) || (!date1904 && whole === 60)) return undefined
  const number = date1904 ? EPOCH_1904 + whole : EPOCH_1900 + whole + (whole < 60 ? 1 : 0)
  return number > LAST ? undefined : fromDayNumber(number)
}

/** The serial number Excel keeps for a date; undefined before 1900. */
export function toSerial(date: string): number | undefined {
  const serial = dayNumber(date) - EPOCH_1900
  const shifted = serial < 61 ? serial - 1 : serial
  return shifted < 1 ? undefined : shifted
}

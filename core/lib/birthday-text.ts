// Birthdays as people write them (农历四月初七, 1990年农历闰五月初七, 5月1日) to the value of lunar.ts, and back.
import { readChineseNumber } from './chinese-number.ts'
import { fromSerial, parseDate } from './date-parse.ts'
import type { Refusal } from './error.ts'
import type { Birthday } from './lunar.ts'
import { readBirthday, writeBirthday } from './lunar.ts'
import { BIRTHDAY_STYLE } from './messages-clean.ts'
import { cleanText, foldWidth } from './width.ts'

const LUNAR_MARK = /农历|農曆|阴历|陰曆|旧历|古历|\([农阴]\)|lunar/gi
const SOLAR_MARK = /公历|阳历|陽曆|新历|国历|\([公阳]\)|solar/gi

const NUMERAL = '[〇零○一二三四五六七八九十廿卅]'
const PARTS = new RegExp(`^(?:(\\d{4}|[〇零○一二三四五六七八九]{4})[年\\-/.])?(闰|閏|\\+)?(正|冬|腊|臘|${NUMERAL}{1,2}|\\d{1,2})[月\\-/.][大小]?(初?${NUMERAL}{1,3}|\\d{1,2})[日号]?$`)
/** Words only the lunar calendar uses. */
const LUNAR_WORD = /闰|閏|正月|冬月|腊月|臘月|初[一二三四五六七八九十]|廿/
/** 四月初七 and 四月十五: Chinese month and day without 日 are lunar. */
const LUNAR_SHAPE = new RegExp(`(?:^|年)${NUMERAL}{1,2}月${NUMERAL}{1,3}$`)
const MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12, 臘: 12 }

/** `lunar: true` for a column that holds lunar birthdays only; a text that says 公历 overrules it. */
export function parseBirthday(text: string, options: { lunar?: boolean } = {}): string | Refusal {
  const source = foldWidth(cleanText(text)).trim()
  if (source === '') return { key: 'birthday.empty' }
  if (readBirthday(source)) return options.lunar && !source.startsWith('L') ? asLunar(text, `L${source}`) : source
  const solar = source.replace(SOLAR_MARK, '')
  const body = solar.replace(LUNAR_MARK, '').replace(/[\s()]|生日?$/g, '').replace(/:/g, '')
  const marked = body.length < solar.replace(/[\s():]|生日?$/g, '').length || LUNAR_WORD.test(body) || LUNAR_SHAPE.test(body)
  const lunar = marked || (options.lunar === true && solar === source)
  const parts = PARTS.exec(body)
  if (lunar || (parts && !parts[1])) return parts ? fromParts(text, parts, lunar) : fromDate(text, body, lunar)
  const date = parseDate(source.replace(SOLAR_MARK, '').replace(/生日?$/, ''))
  return typeof date === 'string' ? date : { key: date.key === 'date.none' ? 'date.none' : 'birthday.bad', params: { text } }
}

const asLunar = (text: string, value: string): string | Refusal => (readBirthday(value) ? value : { key: 'birthday.lunar', params: { text } })

function fromParts(text: string, parts: RegExpExecArray, lunar: boolean): string | Refusal {
  const [, year, leap, month = '', day = ''] = parts
  const birthday: Birthday = {
    lunar,
    leap: leap !== undefined,
    year: year === undefined ? undefined : numberOf(year),
    month: MONTHS[month] ?? numberOf(month),
    day: numberOf(day.replace('初', '')),
  }
  if (![birthday.month, birthday.day].every(Number.isInteger) || birthday.month > 99 || birthday.day > 99) return { key: 'birthday.bad', params: { text } }
  const value = writeBirthday(birthday)
  return readBirthday(value) ? value : { key: lunar ? 'birthday.lunar' : 'date.none', params: { text } }
}

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number(readChineseNumber(text) ?? Number.NaN))

/** 19900407 or an Excel serial in a lunar column: Excel took a lunar day for a solar one and kept its digits. */
function fromDate(text: string, body: string, lunar: boolean): string | Refusal {
  const date = /^\d{5}$/.test(body) ? fromSerial(Number(body)) : parseDate(body)
  if (typeof date !== 'string') return { key: 'birthday.bad', params: { text } }
  return lunar ? asLunar(text, `L${date}`) : date
}

const MONTH_NAMES = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const DIGITS = '〇一二三四五六七八九十'

/** 初一, 十五, 廿九, 三十. */
export function lunarDayName(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`
  if (day < 20) return `十${DIGITS[day - 10]}`
  return day === 20 ? '二十' : day === 30 ? '三十' : `廿${DIGITS[day - 20]}`
}

/** 农历1990年闰五月初七 · 1990年5月1日 · 农历四月初七; in English 'Lunar 1990-04-07'. Text that is no value is returned as it is. */
export function formatBirthday(value: string, lang: 'zh' | 'en'): string {
  const birthday = readBirthday(value)
  if (!birthday) return value
  const { lunar, leap, year, month, day } = birthday
  const style = BIRTHDAY_STYLE[`${lunar ? 'lunar' : 'solar'}${leap ? 'Leap' : ''}${year === undefined ? 'NoYear' : ''}` as keyof typeof BIRTHDAY_STYLE]
  const places: Record<string, string> = {
    y: String(year), m: String(month), d: String(day), mm: value.slice(-5, -3), dd: value.slice(-2), month: `${MONTH_NAMES[month - 1]}月`, day: lunarDayName(day),
  }
  return style[lang].replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '')
}

// Amounts and percentages as people type them and as Excel exports them, to plain decimal strings ('12000', '-0.5').
import { isChineseNumber, readChineseMoney } from './chinese-number.ts'
import { add, formatDecimal, mul } from './decimal.ts'
import type { Refusal } from './error.ts'
import { foldWidth } from './width.ts'

const PLAIN = /^-?\d{1,20}(?:\.\d{1,20})?$/
const MAX_DIGITS = 20

/** No leading zeros, no trailing zeros after the point, no '-0': equal amounts are equal strings. */
function canonical(text: string): string {
  let value = text.replace(/^(-?)0+(?=\d)/, '$1')
  if (value.includes('.')) value = value.replace(/\.?0+$/, '')
  return value === '-0' || value === '' || value === '-' ? '0' : value
}

/** '￥1,234.50', '12.5万元', '(300)', '负二百', '壹万贰仟元整', '1.2E5' → decimal string; else why not. */
export function parseAmount(text: string): string | Refusal {
  if (PLAIN.test(text)) return canonical(text)
  const source = foldWidth(text).replace(/[\s\u00a0]+/g, '')
  if (source === '') return { key: 'amount.empty' }
  const refuse = (key: string, params: Record<string, string> = {}): Refusal => ({ key, params: { text, ...params } })
  const { body, negative } = unwrap(source)
  const foreign = /^(?:US\$|HK\$|NT\$|[$€£₩]|USD|EUR|HKD|JPY|GBP)|(?:[$€£₩]|USD|EUR|HKD|JPY|GBP|美元|欧元|港币|港元|日元|英镑)$/i.exec(body)
  if (foreign) return refuse('amount.currency', { symbol: foreign[0] })
  if (/^\d[\d.,万千百亿元]*[-~—–至到]\d/.test(body)) return refuse('amount.range')
  const value = readNumber(body)
  if (typeof value !== 'string') return refuse(value.key)
  if (value.replace(/\..*/, '').length > MAX_DIGITS) return refuse('amount.large')
  return canonical(negative ? `-${value}` : value)
}

const MINUS = /^[-−–﹣]|^负数?|^減|^减/
const CURRENCY = /^(?:¥|RMB|CNY|CN¥|人民币)|(?:元整|元正|(?<![美欧港日])元|圆整|圆|块钱|块|RMB|CNY|人民币|¥)$/i

/** Takes off signs, accounting parentheses and the currency, in whatever order they come. */
function unwrap(source: string): { body: string; negative: boolean } {
  let body = source
  let negative = false
  for (let round = 0; round < 6; round++) {
    const before = body
    const inner = /^\((.+)\)$/.exec(body)
    if (inner && !negative) [body, negative] = [inner[1]!, true]
    else if (MINUS.test(body) && !negative) [body, negative] = [body.replace(MINUS, ''), true]
    else if (/[-−]$/.test(body) && !negative && /\d/.test(body)) [body, negative] = [body.slice(0, -1), true]
    else if (body.startsWith('+')) body = body.slice(1)
    // 壹佰元伍角: the 元 inside and before 角 is part of the number, only a plain currency goes
    else if (!/[壹贰叁肆伍陆柒捌玖一二三四五六七八九两十百千]元/.test(body)) body = body.replace(CURRENCY, '')
    if (body === before) break
  }
  return { body, negative }
}

function readNumber(body: string): string | { key: string } {
  if (/^\d[\d,]*(?:\.\d+)?$|^\.\d+$/.test(body)) return plainNumber(body)
  if (/^\d(?:\.\d+)?[eE]\+?\d{1,2}$/.test(body)) return mul(body, '1')
  const small = /^(?:([\d,.]+)[元块])?(?:(\d)[角毛])?(?:(\d)分)?$/.exec(body)
  if (body !== '' && small) return withCents(small[1] ?? '0', small[2], small[3])
  if (isChineseNumber(body) || /[元圆圓角毛分]/.test(body)) return readChineseMoney(body) ?? { key: 'amount.bad' }
  return withUnits(body)
}

function plainNumber(text: string): string | { key: string } {
  if (!text.includes(',')) return text.startsWith('.') ? `0${text}` : text
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : { key: 'amount.separator' }
}

function withCents(yuan: string, jiao = '0', fen = '0'): string | { key: string } {
  const whole = /^\d[\d,]*$/.test(yuan) ? plainNumber(yuan) : { key: 'amount.bad' }
  return typeof whole === 'string' ? `${whole}.${jiao}${fen}` : whole
}

const UNITS: Record<string, string> = {
  万亿: '1000000000000', 亿: '100000000', 億: '100000000', 千万: '10000000', 百万: '1000000', 十万: '100000',
  万: '10000', 萬: '10000', w: '10000', 千: '1000', k: '1000', 百: '100', 十: '10',
}
const PART = /([\d,]*\.?\d+)(万亿|千万|百万|十万|[亿億万萬千百十wk])?/giy

/** 12.5万, 1亿2000万, 3千: each part a number with its unit, units getting smaller. */
function withUnits(body: string): string | { key: string } {
  let total = '0'
  let last = Number.POSITIVE_INFINITY
  PART.lastIndex = 0
  let at = 0
  while (at < body.length) {
    const part = PART.exec(body)
    const unit = part?.[2] ? UNITS[part[2].toLowerCase()]! : '1'
    // 1万2 may mean 12000 or 10002: ask
    if (!part || unit.length >= last || (!part[2] && at > 0)) return { key: 'amount.bad' }
    const number = plainNumber(part[1]!)
    if (typeof number !== 'string') return number
    total = add(total, mul(number, unit))
    last = unit.length
    at = PART.lastIndex
  }
  return at === 0 ? { key: 'amount.bad' } : total
}

/**
 * A percentage as a fraction: '95%' → '0.95', '5‰' → '0.005', 百分之五 → '0.05'. A number without a sign means, by
 * `bare`: 'auto' (default) a fraction up to 1 as Excel stores it and percent above; or always 'percent' / 'fraction'.
 */
export function parsePercent(text: string, options: { bare?: 'auto' | 'percent' | 'fraction' } = {}): string | Refusal {
  const source = foldWidth(text).replace(/\s+/g, '')
  const parts = /^(-?)百分之(.+)$/.exec(source)
  const sign = parts ? '%' : (/[%‰]$/.exec(source)?.[0] ?? '')
  const value = parseAmount(parts ? parts[1]! + parts[2]! : sign ? source.slice(0, -1) : source)
  if (typeof value !== 'string') return { key: 'percent.bad', params: { text } }
  if (sign) return canonical(mul(value, sign === '%' ? '0.01' : '0.001'))
  const bare = options.bare ?? 'auto'
  const small = /^-?(?:0(?:\.\d+)?|1)$/.test(value)
  return bare === 'fraction' || (bare === 'auto' && small) ? value : canonical(mul(value, '0.01'))
}

/** '1234.5' → '1,234.50'; `unit` 万 divides and appends it, `symbol` goes in front of the digits ('-¥1,200.00'). */
export function formatAmount(value: string, options: { places?: number; group?: boolean; symbol?: string; unit?: '万' | '亿' } = {}): string {
  const scaled = options.unit ? mul(value, options.unit === '万' ? '0.0001' : '0.00000001') : value
  const number = formatDecimal(scaled, { places: options.places ?? 2, group: options.group })
  const signed = options.symbol ? number.replace(/^(-?)/, `$1${options.symbol.replaceAll('$', '$$$$')}`) : number
  return `${signed}${options.unit ?? ''}`
}

// Phone numbers as Chinese companies write them, to one form per number: mobile '13800138000', landline
// '010-88886666' or '010-88886666-801', service '4001234567', foreign '+14155552671' or '+14155552671x801' (E.164 checked by shape only:
// a list of the world's numbering plans would weigh more than the rest of core). The rules for China are our own.
import type { Refusal } from './error.ts'
import { cleanText, foldWidth } from './width.ts'

export interface Phone { value: string; kind: 'mobile' | 'landline' | 'other' }

const MOBILE = /^1[3-9]\d{9}$/

/** Reads one number; several in a cell, lost digits and impossible area codes are refused with the reason. */
export function parsePhone(text: string): Phone | Refusal {
  if (MOBILE.test(text)) return { value: text, kind: 'mobile' }
  const source = unlabel(foldWidth(cleanText(text)))
  if (source === '') return { key: 'phone.empty' }
  const number = fromNumberCell(source)
  if (number === undefined) return refuse('phone.rounded', text)
  const [, main = '', ext] = EXTENSION.exec(number) ?? [undefined, number]
  const digits = main.replace(/[\s\-–—−－·.()/]/g, '')
  if (!/^\+?\d+$/.test(digits)) return refuse(severalIn(number) ? 'phone.several' : 'phone.bad', text)
  const found = readDigits(digits, main, ext)
  if (found) return found
  if (severalIn(number)) return refuse('phone.several', text)
  return explain(digits, text)
}

const refuse = (key: string, text: string, more: Record<string, number> = {}): Refusal => ({ key, params: { text, ...more } })

const LABEL = /^(?:手机号码?|手机|移动电话|联系电话|电话号码|电话|固话|座机|办公电话|传真|tel|mobile|phone|mob|fax|t|m)(?:\s*[:：.]|(?=\s*[\d+(]))\s*/i
const unlabel = (text: string): string => text.replace(LABEL, '').replace(/^'/, '')

const EXTENSION = /^(.*?\d)\s*(?:转|分机号?|ext\.?|x|#|,|;)\s*[:：.]?\s*(\d{1,6})$/i

/** Excel hands over 13800138000.0 or 1.3800138E+10; undefined when too few digits are left to be the number. */
function fromNumberCell(text: string): string | undefined {
  const whole = /^(\d{7,})\.0+$/.exec(text)
  if (whole) return whole[1]
  const power = /^(\d)\.?(\d*)e\+?(\d{1,2})$/i.exec(text)
  if (!power) return text
  const fraction = power[2]!
  return fraction.length >= 7 && fraction.length <= Number(power[3]) ? power[1]! + fraction.padEnd(Number(power[3]), '0') : undefined
}

/** Two whole numbers side by side, apart from separators inside one. */
function severalIn(text: string): boolean {
  const parts = text.split(/[\s/、,;，；|]+|或|和/).map((part) => part.replace(/\D/g, ''))
  return parts.filter((part) => part.length >= 7).length > 1
}

/** An extension may hang on with a dash only; it is taken for one where the number before it is whole. */
function readDigits(digits: string, main: string, ext: string | undefined): Phone | undefined {
  const country = /^(?:\+86|0086)(.+)$/.exec(digits)?.[1]
  if (country === undefined && (digits.startsWith('+') || /^00[1-9]/.test(digits))) return foreign(digits, ext)
  const tail = ext === undefined ? /^(.*\d)-(\d{1,6})$/.exec(main) : null
  const head = tail?.[1]!.replace(/\D/g, '') ?? ''
  if (tail && head.startsWith('0') && landline(head, tail[2])) return landline(head, tail[2])
  const inside = country ?? (/^86\d{9,12}$/.test(digits) || /^86[-\s(]/.test(main) ? digits.slice(2) : undefined)
  const abroad = inside === undefined ? undefined : fromAbroad(inside, ext)
  return abroad ?? (country === undefined ? chinese(digits, ext) : undefined) ?? (tail && head.length >= 7 ? chinese(head, tail[2]) : undefined)
}

/** Behind +86 the 0 of the area code is dropped, though many write it. */
function fromAbroad(digits: string, ext: string | undefined): Phone | undefined {
  if (/^0?1[3-9]\d{9}$|^[48]00\d{7}$/.test(digits)) return chinese(digits, ext)
  return landline(`0${digits.replace(/^0/, '')}`, ext)
}

function chinese(digits: string, ext: string | undefined): Phone | undefined {
  const mobile = digits.replace(/^0(?=1[3-9]\d{9}$)/, '')
  if (MOBILE.test(mobile)) return { value: withExt(mobile, ext), kind: 'mobile' }
  if (/^[48]00\d{7}$|^(?:1[12]\d|1[0-2]\d{3}|9[56]\d{3,6})$/.test(digits)) return { value: withExt(digits, ext), kind: 'other' }
  if (digits.startsWith('0')) return landline(digits, ext)
  return /^[2-8]\d{6,7}$/.test(digits) ? { value: withExt(digits, ext), kind: 'landline' } : undefined
}

const withExt = (value: string, ext: string | undefined): string => (ext === undefined ? value : `${value}-${ext}`)

// 010 and 021-029 (026 is not given out) have eight digits behind them, all others three digits after 0 and seven or eight.
const SHORT_AREA = /^(010|02[0-57-9])([2-8]\d{7})$/
const LONG_AREA = /^(0(?:31\d|33[0-9]|34\d|35\d|37\d|39\d|41\d|42[179]|43\d|44\d|45\d|46[4789]|47\d|48[23]|51\d|52[37]|53\d|54\d|55\d|56\d|57\d|58\d|59\d|63\d|66[0-38]|69[12]|70[1]|71\d|72[248]|73\d|74[3-6]|75\d|76\d|77\d|79\d|81\d|82[567]|83\d|85[1-9]|87\d|88[367-9]|89\d|90\d|91\d|93\d|94[13]|95\d|97\d|99\d))([2-8]\d{6,7})$/

function landline(digits: string, ext: string | undefined): Phone | undefined {
  const parts = SHORT_AREA.exec(digits) ?? LONG_AREA.exec(digits)
  return parts ? { value: withExt(`${parts[1]}-${parts[2]}`, ext), kind: 'landline' } : undefined
}

function foreign(digits: string, ext: string | undefined): Phone | undefined {
  const value = `+${digits.replace(/^\+|^00/, '')}`
  return /^\+(?!86)[1-9]\d{6,14}$/.test(value) ? { value: ext === undefined ? value : `${value}x${ext}`, kind: 'other' } : undefined
}

function explain(digits: string, text: string): Refusal {
  if (/^0[1-9]/.test(digits)) return refuse('phone.area', text)
  const own = digits.replace(/^(?:\+86|0086)/, '')
  return own.startsWith('1') && own.length >= 8 ? refuse('phone.length', text, { digits: own.length }) : refuse('phone.bad', text)
}

/** For people: 138 0013 8000 · 010-8888 6666 · 400 123 4567; anything else as it is. */
export function formatPhone(value: string): string {
  if (MOBILE.test(value)) return `${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}`
  const landline = /^(0\d{2,3}-)(\d{3,4})(\d{4})(-\d+)?$/.exec(value)
  if (landline) return `${landline[1]}${landline[2]} ${landline[3]}${landline[4] ?? ''}`
  return /^[48]00\d{7}$/.test(value) ? `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}` : value
}

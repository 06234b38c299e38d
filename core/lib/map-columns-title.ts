// What a column's title says: its words without signs and brackets, the levels of a two-level header, and the unit.
import { foldWidth } from './width.ts'

/** Numbers in such a column are multiplied by this. */
const FACTORS: Record<string, string> = {
  元: '1', 人民币: '1', rmb: '1', cny: '1', 千元: '1000', 万元: '10000', 万: '10000', 萬元: '10000', 十万元: '100000', 百万元: '1000000', 百万: '1000000',
  千万元: '10000000', 亿元: '100000000', 亿: '100000000', k: '1000', w: '10000',
}

export interface TitleWords {
  /** The whole title, its parts of both levels, and all of them without brackets; most telling first. */
  names: string[]
  /** '10000' for 万元; undefined when the title names no unit of money. */
  factor?: string
  /** Month or day first, when the title says so (日/月/年). */
  dateOrder?: 'mdy' | 'dmy'
}

/** Letters and digits only, small: '客户 名称*：' and '客户名称' are one title. */
export const plainTitle = (text: string): string => foldWidth(text).toLowerCase().replaceAll(/[\s*:：;；,，.。_\-—–·'"“”#?？!！]+/g, '')

const BRACKETS = /[(（[【［{]([^()（）[\]【】［］{}]*)[)）\]】］}]/g

const withoutBrackets = (text: string): string => text.replaceAll(BRACKETS, '')

/** 年销售额（单位：万元） and 年销售额/万元 name their unit. */
function unitIn(title: string): string | undefined {
  const inside = [...foldWidth(title).matchAll(BRACKETS)].map(match => match[1] ?? '')
  const behind = /[/、]\s*([^/、\s]{1,4})$/.exec(foldWidth(title))?.[1] ?? ''
  for (const text of [...inside, behind]) {
    const unit = plainTitle(text).replace(/^单位/, '')
    if (Object.hasOwn(FACTORS, unit)) return FACTORS[unit]
  }
  return undefined
}

function orderIn(title: string): 'mdy' | 'dmy' | undefined {
  if (/日\s*[-/.]\s*月\s*[-/.]\s*年|dd?\s*[-/.]\s*mm?\s*[-/.]\s*yy/i.test(title)) return 'dmy'
  return /月\s*[-/.]\s*日\s*[-/.]\s*年|mm?\s*[-/.]\s*dd?\s*[-/.]\s*yy/i.test(title) ? 'mdy' : undefined
}

export function titleWords(title: string): TitleWords {
  // ' (2)' was put behind a title that occurs twice.
  const own = title.replace(/ \(\d+\)$/, '')
  const levels = own.split(/\s+\/\s+/)
  const leaf = levels.at(-1) ?? own
  const texts = levels.length > 1 ? [own, leaf, `${levels[0]}${leaf}`, levels[0] ?? ''] : [own]
  const names = [...texts, ...texts.map(withoutBrackets), own.replace(/[/、][^/、]{1,4}$/, '')].map(plainTitle).filter(Boolean)
  const factor = unitIn(title)
  const dateOrder = orderIn(title)
  return { names: [...new Set(names)], ...(factor === undefined ? {} : { factor }), ...(dateOrder ? { dateOrder } : {}) }
}

// What two spellings of one company have in common: width, case, traditional characters, region and legal suffix
// taken off. Brings the divisions and the traditional-to-simplified table along: import it lazily.
import { distance } from 'fastest-levenshtein'
import { Converter } from 'opencc-js/t2cn'
import { CITIES, findCity, findProvince, PROVINCES } from './divisions.ts'
import { cleanText, foldWidth } from './width.ts'

const simplify = Converter({ from: 'tw', to: 'cn' })
const simplified = new Map<string, string>()

/** Character by character and remembered: 30 times faster than whole texts, and the same on both sides of a comparison. */
function toSimplified(text: string): string {
  let result = ''
  for (const char of text) {
    let simple = simplified.get(char)
    if (simple === undefined) simplified.set(char, (simple = char < '\u2e80' ? char : simplify(char)))
    result += simple
  }
  return result
}

export interface NameParts {
  /** The core of the name: what is left without region, trade and legal form; never empty unless the name is. */
  key: string
  /** '浙江省' or '杭州市' when the name says so. */
  region: string
  /** 商贸, 科技 ...: taken off the key, but 万达商贸 and 万达科技 are two companies. */
  trade: string
  /** Whether it had a legal form (有限公司, Ltd), so surely is a company and no person. */
  legal: boolean
}

const LEGAL = /(?:\(?集团\)?)?(?:股份有限责任公司|有限责任公司|股份有限公司|股份公司|有限公司|总公司|分公司|子公司|公司|合伙企业|个体工商户|个人独资企业)$|集团$/
const LATIN_LEGAL = /[\s,.]+(?:(?:pte\.?|pty\.?)\s*ltd|co\.?,?\s*ltd|corporation|corp|company|limited|ltd|inc|llc|gmbh|group|co)\.?$/
const TRADE = /(?:商贸|贸易|经贸|工贸|科贸|商行|科技|实业|技术|经营部|门市部|商店|发展|控股)$/
/** Words that name no company by themselves: 北京大学 without its region would equal 南京大学. */
const GENERIC = /^(?:第?[一二三四五六七八九十\d]*(?:人民|中心|中医|妇幼|实验|师范|理工|工业|农业|农村商业|国际|市|省)*(?:大学|学院|学校|中学|小学|幼儿园|医院|银行|商业银行|酒店|饭店|宾馆|日报|电视台|机场|地铁|公交|政府|.?局|.?厂|.?店|路|商贸|贸易|科技|实业|股份|集团|公司))?$/
/** Words near the end that tell companies of one group apart: 万科物业 is not 万科物流. */
const KINDS =
  '物业|物流|置业|地产|建筑|建设|广告|传媒|餐饮|酒店|医药|医疗|食品|电子|电器|服装|纺织|化工|机械|汽车|' +
  '教育|旅游|保险|证券|银行|超市|环保|能源|投资|租赁|装饰|印刷|家具|建材|五金|农业|网络|软件|信息|通信|文化|航空|电力|钢铁|水务|啤酒|烟草|石化|铁路'
const KIND = new RegExp(`(?:${KINDS})$`)
const ONLY_KIND = new RegExp(`^(?:${KINDS})$`)
/** Places whose short name is an everyday word: 阿里 is a prefecture in Tibet, and half of 阿里巴巴. */
const NO_PLACE = new Set(['阿里', '东方', '安康', '和田', '朝阳', '日照', '双河', '新星', '大同', '白杨', '天门'])
const NOISE = /[^\p{L}\p{N}]+/gu

/** Takes a name apart; pure string work, about 2 µs. */
export function nameParts(text: string): NameParts {
  let rest = toSimplified(foldWidth(cleanText(text)).toLowerCase())
  let region = ''
  let legal = false
  rest = rest.replace(/\(([^()]{2,8})\)/g, (_, inside: string) => {
    const found = placeOf(inside)
    if (found) region ||= found
    return found || inside === '集团' ? '' : inside
  })
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(LATIN_LEGAL, '').replace(LEGAL, '').trim() || before
    legal ||= rest !== before
  }
  rest = rest.replace(NOISE, '')
  const head = leadingPlaces(rest)
  const left = rest.slice(head.length)
  if (!GENERIC.test(left) && !ONLY_KIND.test(left)) {
    region = head.name || region
    rest = left
  }
  const trade = TRADE.exec(rest)?.[0] ?? ''
  const key = rest.length - trade.length >= 2 ? rest.slice(0, rest.length - trade.length) : rest
  return { key, region, trade: key === rest ? '' : trade, legal }
}

/** The key by which near-duplicates meet: 杭州西湖商貿（集團）有限公司 and 西湖商贸 are both 西湖. */
export const nameKey = (text: string): string => nameParts(text).key

const placeOf = (text: string): string => findProvince(text)?.name ?? findCity(text)?.name ?? ''

const placesByHead = new Map<string, { text: string; name: string }[]>()
for (const place of [...PROVINCES, ...CITIES]) {
  for (const text of new Set([place.name, place.short])) {
    if (NO_PLACE.has(text)) continue
    const list = placesByHead.get(text.slice(0, 2)) ?? []
    placesByHead.set(text.slice(0, 2), [...list, { text, name: place.name }].sort((a, b) => b.text.length - a.text.length))
  }
}

/** Province and city at the head of a name; the last one is its region. At least two characters stay behind. */
function leadingPlaces(text: string): { length: number; name: string } {
  let length = 0
  let name = ''
  for (let level = 0; level < 2; level++) {
    const place = placesByHead.get(text.slice(length, length + 2))?.find((entry) => text.startsWith(entry.text, length))
    if (!place || text.length - length - place.text.length < 2) break
    length += place.text.length
    name = place.name
  }
  return { length, name }
}

/** 杭州市 lies in 浙江省, so the two do not contradict each other; 杭州市 and 上海市 do. */
export function regionsDiffer(a: string, b: string): boolean {
  if (!a || !b || a === b) return false
  const [inA, inB] = [findCity(a)?.province.name ?? a, findCity(b)?.province.name ?? b]
  return inA !== inB || (inA !== a && inB !== b)
}

/**
 * How alike two names are, 0 to 1. One is the same name; from 0.85 on they may be one company. It never sees that two
 * names mean the same without looking alike, and two short names one character apart (王伟, 王维) stay at or under 0.5.
 */
export const similarity = (a: string, b: string): number => likeness(nameParts(a), nameParts(b))

export function likeness(a: NameParts, b: NameParts): number {
  if (a.key === '' || b.key === '') return 0
  const region = regionsDiffer(a.region, b.region) ? 0.6 : a.region === b.region ? 1 : 0.97
  const trade = a.trade && b.trade && a.trade !== b.trade ? 0.7 : a.trade === b.trade ? 1 : 0.95
  return Math.round(coreLikeness(a.key, b.key) * region * trade * 1000) / 1000
}

/** A name that begins with the whole of another counts as like it from this length on: 华润万家, 华润万家超市. */
export const MIN_PREFIX = 4

/** 第一百货 and 第二百货, 客户12 and 客户13 differ by what counts. */
const numbersIn = (key: string): string => (key.match(/\d+|第[一二三四五六七八九十百]+/g) ?? []).join(' ')

function coreLikeness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const plain = 1 - distance(a, b) / long.length
  // two or three characters apart by one are two names, whatever the share says
  if (long.length <= 3) return Math.min(plain, 0.5)
  if (numbersIn(a) !== numbersIn(b)) return plain * 0.6
  if (short.length >= MIN_PREFIX && short.length * 2 >= long.length && long.startsWith(short)) return Math.max(0.85, plain)
  const [kindA, kindB] = [KIND.exec(a)?.[0], KIND.exec(b)?.[0]]
  return kindA && kindB && kindA !== kindB ? plain * 0.8 : plain
}

// A written address to province, city, district and the rest. Parents that are left out are filled in where the name
// leaves no doubt (义乌市 → 浙江省 金华市); 西湖区 alone, which two cities have, stays without a city.
import type { City, District, Province } from './divisions.ts'
import { CITIES, DISTRICTS, PROVINCES } from './divisions.ts'
import { cleanText, foldWidth } from './width.ts'

export interface Address { province: string; city: string; district: string; detail: string }

/** A name as it may be written; `whole` when it ends in its own 省, 市, 区, so that nothing can be mistaken. */
interface Spelling<T> { text: string; whole: boolean; of: T }
type Index<T> = Map<string, Spelling<T>[]>

/** By the first two characters, longest first: one look-up and a few comparisons an address. */
function index<T extends { name: string; short: string }>(divisions: readonly T[], more: (division: T) => string[] = () => []): Index<T> {
  const map: Index<T> = new Map()
  for (const of of divisions) {
    for (const text of new Set([of.name, of.short, ...more(of)])) {
      const key = text.slice(0, 2)
      map.set(key, [...(map.get(key) ?? []), { text, whole: text !== of.short || text === of.name, of }])
    }
  }
  for (const list of map.values()) list.sort((a, b) => b.text.length - a.text.length)
  return map
}

const provinces = index(PROVINCES, (province) => (province.name.endsWith('自治区') || province.name.endsWith('特别行政区') ? [`${province.short}省`, `${province.short}自治区`] : []))
const cities = index(CITIES, (city) => (city.name.endsWith('自治州') ? [`${city.short}州`] : city.name.endsWith('地区') ? [`${city.short}市`] : []))
const districts = index(DISTRICTS)
const districtsByCity = new Map(CITIES.map((city) => [city, index(DISTRICTS.filter((district) => district.city === city))]))

// 北京路, 上海大道, 武侯祠大街, 东方大厦: a short name at the head of a street or building is not the place itself.
// Some districts begin like streets (台州路桥区, 哈尔滨道里区).
const STREET = /^(?!路[北南桥凼]|道[里外孚真县]|街道)(?:[东西南北中]?[路街道巷弄]|.?(?:大道|大街)|大厦|广场|花园|酒店|饭店|[东西南北中一二三四五六七八九十]+[路街])/
const GAP = /^[\s,，、/|·\-—>]+/
const COUNTRY = /^(?:中华人民共和国|中国)(?=.{2})/
/** County-level cities whose short name is an everyday word; without their 市 they are not taken for a place. */
const WORDS = new Set(['东方', '合作', '新民', '安宁', '永安', '新乐', '东兴', '龙泉', '安达', '德兴', '同江', '和平', '兴平', '高平', '福泉', '都匀', '凯里', '新星', '双河', '明光', '兴城', '大安'])

const skip = (text: string): string => (GAP.test(text) ? text.replace(GAP, '') : text)

/** Whether a short name really ends here: 朝阳 before 区 is the district, not the city. */
function stands(rest: string): boolean {
  return !STREET.test(rest) && !/^[区县旗州市盟省]/.test(rest)
}

function match<T>(map: Index<T>, text: string, accept: (spelling: Spelling<T>) => boolean): Spelling<T> | undefined {
  return map.get(text.slice(0, 2))?.find((spelling) => text.startsWith(spelling.text) && (spelling.whole || stands(text.slice(spelling.text.length))) && accept(spelling))
}

/** Splits one address; what it does not know stays in `detail`, nothing is lost but separators and repeated names. */
export function splitAddress(text: string): Address {
  let rest = skip(foldWidth(cleanText(text))).replace(COUNTRY, '')
  const top = match(provinces, rest, () => true)
  let province: Province | undefined = top?.of
  if (top) rest = skip(rest.slice(top.text.length))
  const second = match(cities, rest, (spelling) => !province || spelling.of.province === province)
  let city: City | undefined = second?.of
  if (second) rest = skip(rest.slice(second.text.length))
  else if (province && isOwnCity(province)) city = CITIES.find((entry) => entry.province === province)
  if (city && rest.startsWith('市辖区')) rest = skip(rest.slice(3))
  province ??= city?.province
  let third = findDistrict(rest, province, city)
  // 济南市中区, 青岛市北区: the 市 belongs to the district
  if (!third.spelling && second?.text.endsWith('市')) {
    third = findDistrict(`市${rest}`, province, city)
    if (third.spelling) rest = `市${rest}`
  }
  if (third.spelling) rest = skip(rest.slice(third.spelling.text.length))
  city ??= third.of?.city
  return { province: (province ?? city?.province)?.name ?? '', city: city?.name ?? '', district: third.spelling?.of.name ?? '', detail: rest }
}

/** 北京市 and 香港 are province and city in one. */
const isOwnCity = (province: Province): boolean => /^(?:北京|天津|上海|重庆|香港|澳门)/.test(province.name)

/** `of` is missing when several districts of that name are possible: the name is kept, the city left open. */
function findDistrict(text: string, province: Province | undefined, city: City | undefined): { spelling?: Spelling<District>; of?: District } {
  if (text.length < 2) return {}
  if (city) {
    const spelling = match(districtsByCity.get(city)!, text, () => true)
    return spelling ? { spelling, of: spelling.of } : {}
  }
  const accept = (spelling: Spelling<District>): boolean => (province ? spelling.of.city.province === province : spelling.whole || (spelling.of.name.endsWith('市') && !WORDS.has(spelling.text)))
  const spelling = match(districts, text, accept)
  if (!spelling) return {}
  const same = districts.get(text.slice(0, 2))!.filter((other) => other.text === spelling.text && accept(other))
  return { spelling, of: same.length === 1 ? spelling.of : undefined }
}

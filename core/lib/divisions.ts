// China's provinces, cities and districts with their six-digit codes, centres and regions. The data (70 KB) comes along
// with this file: import it lazily in the browser. Sources and licences stand in divisions.json.
import data from './divisions.json' with { type: 'json' }

export type BigRegion = '华北' | '东北' | '华东' | '华中' | '华南' | '西南' | '西北'
export type Side = '东部' | '西部' | '南部' | '北部'
export interface Province { code: string; name: string; short: string; lon: number; lat: number; region: BigRegion; side: Side }
/** Prefecture level, and what stands directly under a province (仙桃市, 石河子市). */
export interface City { code: string; name: string; short: string; lon: number; lat: number; province: Province }
export interface District { code: string; name: string; short: string; city: City }

const PROVINCE_END = /(?:维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省|市)$/
const PEOPLES = '(?:蒙古族?|藏族|羌族|彝族|回族|苗族|侗族|布依族|土家族|傣族|景颇族|哈尼族|壮族|白族|傈僳族|朝鲜族|哈萨克|柯尔克孜|满族|黎族|瑶族|畲族|土族|撒拉族|保安族|东乡族|裕固族|仡佬族|仫佬族|毛南族|水族|纳西族|独龙族|怒族|普米族|拉祜族|佤族|布朗族|各族|达斡尔族|鄂温克族|鄂伦春|锡伯|塔吉克)'
const CITY_END = new RegExp(`(?:${PEOPLES}*自治州|地区|林区|盟|${PEOPLES}*自治县|市|县)$`)
const DISTRICT_END = new RegExp(`(?:${PEOPLES}*自治县|${PEOPLES}*自治旗|新区|市|区|县|旗)$`)

/** 广西壮族自治区 → 广西; a name that would shrink to one character stays whole (东区). */
function shorten(name: string, end: RegExp): string {
  const short = name.replace(end, '')
  return short.length > 1 ? short : name
}

export const PROVINCES: readonly Province[] = (data.provinces as unknown as [string, string, number, number, BigRegion, Side][]).map(
  ([code, name, lon, lat, region, side]) => ({ code, name, short: shorten(name, PROVINCE_END), lon, lat, region, side }),
)
const provinceOf = new Map(PROVINCES.map((province) => [province.code.slice(0, 2), province]))

export const CITIES: readonly City[] = (data.cities as unknown as [string, string, number, number][]).map(([code, name, lon, lat]) => {
  const province = provinceOf.get(code.slice(0, 2))!
  return { code, name, short: name === province.name ? province.short : shorten(name, CITY_END), lon, lat, province }
})

export const DISTRICTS: readonly District[] = CITIES.flatMap((city) =>
  ((data.districts as Record<string, string>)[city.code]?.split(' ') ?? []).map((entry) => ({ code: entry.slice(0, 6), name: entry.slice(6), short: shorten(entry.slice(6), DISTRICT_END), city })),
)

const provincesByName = new Map(PROVINCES.flatMap((province) => [[province.name, province], [province.short, province]]))
const byCode = new Map<string, Province | City | District>([...PROVINCES, ...CITIES, ...DISTRICTS].map((division) => [division.code, division]))

/** By full or short name: 浙江省, 浙江. */
export const findProvince = (name: string): Province | undefined => provincesByName.get(name)

/** By full or short name, within a province when its name is given. */
export function findCity(name: string, province?: string): City | undefined {
  const inside = province === undefined ? undefined : findProvince(province)
  return CITIES.find((city) => (city.name === name || city.short === name) && (!inside || city.province === inside))
}

export const citiesOf = (province: string): City[] => CITIES.filter((city) => city.province === findProvince(province))
export const districtsOf = (city: string, province?: string): District[] => DISTRICTS.filter((district) => district.city === findCity(city, province))
export const divisionOf = (code: string): Province | City | District | undefined => byCode.get(code)

// Where customers live: all provinces, most of them near the company in Hangzhou.
import type { City, Province } from '#core/lib/divisions.ts'
import { citiesOf, DISTRICTS, PROVINCES } from '#core/lib/divisions.ts'
import type { Address } from '#core/field/kinds/address.ts'
import { streetAddress } from './names.ts'
import type { Random, Weighted } from './random.ts'

const SHARES: Record<string, number> = {
  浙江: 14, 江苏: 11, 广东: 10, 山东: 8, 上海: 6, 福建: 5.5, 安徽: 5, 河南: 5, 湖北: 4.5, 四川: 4.5, 江西: 4, 湖南: 4, 河北: 4, 北京: 3.5, 重庆: 2.5, 陕西: 2.5,
  辽宁: 2.5, 广西: 2.2, 天津: 2, 山西: 2, 云南: 1.8, 贵州: 1.6, 黑龙江: 1.5, 吉林: 1.2, 内蒙古: 1.2, 新疆: 1, 海南: 0.9, 甘肃: 0.9, 香港: 0.8, 宁夏: 0.5, 青海: 0.4, 台湾: 0.4, 西藏: 0.3, 澳门: 0.3,
}

const provinces: Weighted<Province> = PROVINCES.map(province => [province, SHARES[province.short] ?? 0.3])

/** The seat of the province comes first and has most of the trade. */
const cities = new Map<Province, Weighted<City>>(PROVINCES.map(province =>
  [province, citiesOf(province.name).map((city, at) => [city, 1 / (at + 1) ** 0.7])]))

const districts = Map.groupBy(DISTRICTS, district => district.city)

/** The first customers take one province each, so that none is missing in a small company. */
export function cityOf(random: Random, n: number): City {
  const province = random.weighted(provinces)
  return random.weighted(cities.get(PROVINCES[n] ?? province)!)
}

export function addressIn(random: Random, city: City): Address {
  const inCity = districts.get(city) ?? []
  const near = (degrees: number): number => Math.round((degrees + (random.next() - 0.5) * 0.12) * 1e5) / 1e5
  return {
    province: city.province.name, city: city.name, ...(inCity.length > 0 ? { district: random.pick(inCity).name } : {}),
    detail: streetAddress(random), lon: near(city.lon), lat: near(city.lat),
  }
}

const HOME = { lon: 120.27, lat: 30.18 }
const EARTH_KM = 6371

/** Kilometres from the company's door, as the crow flies. */
export function distanceTo(lon: number, lat: number): string {
  const rad = Math.PI / 180
  const a = Math.sin((lat - HOME.lat) * rad / 2) ** 2 + Math.cos(lat * rad) * Math.cos(HOME.lat * rad) * Math.sin((lon - HOME.lon) * rad / 2) ** 2
  return (2 * EARTH_KM * Math.asin(Math.sqrt(a))).toFixed(1)
}

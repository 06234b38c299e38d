// An address with its parts: each part filters, sorts and groups by itself ('address.city').
import { z } from 'zod'
import type { FieldKind } from '../kind.ts'
import { splitAddress } from '../../lib/split-address.ts'
import { own, TEXT_OPS } from './shared.ts'

export interface Address {
  province?: string
  city?: string
  district?: string
  detail?: string
  /** Degrees, WGS-84. */
  lon?: number
  lat?: number
}

const part = (max: number) => z.string().max(max).optional()

/** The whole address in one line, without saying a name twice (北京市北京市). */
export const addressLine = (value: Address): string =>
  [value.province, value.city === value.province ? '' : value.city, value.district, value.detail].filter(Boolean).join('')

export const address: FieldKind<'address'> = {
  label: { zh: '地址', en: 'Address' },
  columns: () => [
    { suffix: '', type: 'text' }, { suffix: 'province', type: 'text', collateC: true }, { suffix: 'city', type: 'text', collateC: true },
    { suffix: 'district', type: 'text', collateC: true }, { suffix: 'detail', type: 'text' },
    { suffix: 'lon', type: 'double precision' }, { suffix: 'lat', type: 'double precision' },
  ],
  parts: {
    province: { suffix: 'province', label: { zh: '省份', en: 'Province' }, type: 'text' },
    city: { suffix: 'city', label: { zh: '城市', en: 'City' }, type: 'text' },
    district: { suffix: 'district', label: { zh: '区县', en: 'District' }, type: 'text' },
    detail: { suffix: 'detail', label: { zh: '详细地址', en: 'Street address' }, type: 'text' },
    lon: { suffix: 'lon', label: { zh: '经度', en: 'Longitude' }, type: 'number' },
    lat: { suffix: 'lat', label: { zh: '纬度', en: 'Latitude' }, type: 'number' },
  },
  schema: () => z.strictObject({
    province: part(30), city: part(30), district: part(30), detail: part(300),
    lon: z.number().min(-180).max(180).optional(), lat: z.number().min(-90).max(90).optional(),
  }),
  parse: typed => ({ value: dropEmpty(splitAddress(typed)) }),
  format: value => addressLine(value as Address),
  store: value => {
    const it = (value ?? {}) as Address
    const whole = addressLine(it)
    return [whole || null, it.province || null, it.city || null, it.district || null, it.detail || null, it.lon ?? null, it.lat ?? null]
  },
  read: col => `case when ${col('')} is null and ${col('lon')} is null then null else json_strip_nulls(json_build_object('province', ${col('province')}, 'city', ${col('city')}, 'district', ${col('district')}, 'detail', ${col('detail')}, 'lon', ${col('lon')}, 'lat', ${col('lat')})) end`,
  order: own,
  ops: TEXT_OPS, ruleType: 'text', align: 'left', typed: true, numeric: false,
  excel: () => ({ format: '@', cell: 's', width: 32 }),
  words: value => addressLine(value as Address),
  width: 240,
}

function dropEmpty(value: Address): Address {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== '' && part !== undefined)) as Address
}

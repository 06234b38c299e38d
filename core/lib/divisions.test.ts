// Divisions are complete, and addresses as customers give them are split.
import { expect, test } from 'vitest'
import { citiesOf, CITIES, districtsOf, DISTRICTS, divisionOf, findCity, findProvince, PROVINCES } from './divisions.ts'
import { splitAddress } from './split-address.ts'

test('all of China is there, each with its parent and its place on the map', () => {
  expect(PROVINCES).toHaveLength(34)
  expect(CITIES.length).toBeGreaterThan(380)
  expect(DISTRICTS.length).toBeGreaterThan(2800)
  expect(new Set([...PROVINCES, ...CITIES, ...DISTRICTS].map((division) => division.code)).size).toBe(PROVINCES.length + CITIES.length + DISTRICTS.length)
  for (const place of [...PROVINCES, ...CITIES]) {
    expect(place.lon, place.name).toBeGreaterThan(73)
    expect(place.lon, place.name).toBeLessThan(136)
    expect(place.lat, place.name).toBeGreaterThan(3)
    expect(place.lat, place.name).toBeLessThan(54)
  }
  expect(new Set(PROVINCES.map((province) => province.region)).size).toBe(7)
  expect(new Set(PROVINCES.map((province) => province.side))).toEqual(new Set(['东部', '西部', '南部', '北部']))
})

test('a place is found by its short name', () => {
  expect(findProvince('内蒙古')?.name).toBe('内蒙古自治区')
  expect(findProvince('浙江')?.side).toBe('东部')
  expect(findCity('恩施')?.name).toBe('恩施土家族苗族自治州')
  expect(citiesOf('浙江省')).toHaveLength(11)
  expect(districtsOf('杭州市').map((district) => district.name)).toContain('西湖区')
  expect(divisionOf('330106')?.name).toBe('西湖区')
})

test.each([
  ['浙江省杭州市西湖区文三路1号', '浙江省', '杭州市', '西湖区', '文三路1号'],
  ['杭州市西湖区文三路1号', '浙江省', '杭州市', '西湖区', '文三路1号'],
  ['浙江杭州西湖区文三路1号', '浙江省', '杭州市', '西湖区', '文三路1号'],
  ['浙江省 杭州市 西湖区 文三路１号', '浙江省', '杭州市', '西湖区', '文三路1号'],
  ['浙江省/杭州市/西湖区', '浙江省', '杭州市', '西湖区', ''],
  ['杭州西湖大道8号', '浙江省', '杭州市', '', '西湖大道8号'],
  ['杭州萧山金城路', '浙江省', '杭州市', '萧山区', '金城路'],
  ['北京市朝阳区建国路88号', '北京市', '北京市', '朝阳区', '建国路88号'],
  ['北京朝阳区建国路88号', '北京市', '北京市', '朝阳区', '建国路88号'],
  ['北京市北京市海淀区中关村', '北京市', '北京市', '海淀区', '中关村'],
  ['上海市市辖区浦东新区世纪大道', '上海市', '上海市', '浦东新区', '世纪大道'],
  ['上海浦东张江路', '上海市', '上海市', '浦东新区', '张江路'],
  ['重庆市云阳县双江镇', '重庆市', '重庆市', '云阳县', '双江镇'],
  ['内蒙古呼和浩特市新城区', '内蒙古自治区', '呼和浩特市', '新城区', ''],
  ['内蒙古自治区锡林郭勒盟锡林浩特市', '内蒙古自治区', '锡林郭勒盟', '锡林浩特市', ''],
  ['广西南宁市青秀区民族大道', '广西壮族自治区', '南宁市', '青秀区', '民族大道'],
  ['新疆石河子市北四路', '新疆维吾尔自治区', '石河子市', '', '北四路'],
  ['新疆维吾尔自治区伊犁州伊宁市', '新疆维吾尔自治区', '伊犁哈萨克自治州', '伊宁市', ''],
  ['吉林省吉林市昌邑区', '吉林省', '吉林市', '昌邑区', ''],
  ['浙江省义乌市稠州北路699号', '浙江省', '金华市', '义乌市', '稠州北路699号'],
  ['义乌市稠州北路699号', '浙江省', '金华市', '义乌市', '稠州北路699号'],
  ['昆山花桥镇', '江苏省', '苏州市', '昆山市', '花桥镇'],
  ['江苏昆山花桥镇', '江苏省', '苏州市', '昆山市', '花桥镇'],
  ['广东省东莞市长安镇', '广东省', '东莞市', '', '长安镇'],
  ['湖北省仙桃市沔阳大道', '湖北省', '仙桃市', '', '沔阳大道'],
  ['西湖区文三路', '', '', '西湖区', '文三路'],
  ['北京路12号', '', '', '', '北京路12号'],
  ['上海路88号', '', '', '', '上海路88号'],
  ['朝阳市双塔区', '辽宁省', '朝阳市', '双塔区', ''],
  ['海南省海口市龙华区', '海南省', '海口市', '龙华区', ''],
  ['青海省海南州共和县', '青海省', '海南藏族自治州', '共和县', ''],
  ['香港九龙城区', '香港特别行政区', '香港特别行政区', '九龙城区', ''],
  ['台湾省台北市信义路', '台湾省', '台北市', '', '信义路'],
  ['中国浙江省宁波市鄞州区', '浙江省', '宁波市', '鄞州区', ''],
  ['吉安县敦厚镇', '江西省', '吉安市', '吉安县', '敦厚镇'],
  ['河北省桥西区中山路', '河北省', '', '桥西区', '中山路'],
  ['东方大厦三楼', '', '', '', '东方大厦三楼'],
  ['石家庄桥西区中山路', '河北省', '石家庄市', '桥西区', '中山路'],
  ['台州路桥区', '浙江省', '台州市', '路桥区', ''],
  ['成都武侯祠大街', '四川省', '成都市', '', '武侯祠大街'],
  ['吉林市昌邑区', '吉林省', '吉林市', '昌邑区', ''],
  ['', '', '', '', ''],
])('%s', (text, province, city, district, detail) => expect(splitAddress(text)).toEqual({ province, city, district, detail }))

test('every division is found by its full name', () => {
  for (const district of DISTRICTS) {
    const full = `${district.city.province.name}${district.city.name}${district.name}中山路1号`
    expect(splitAddress(full), full).toEqual({ province: district.city.province.name, city: district.city.name, district: district.name, detail: '中山路1号' })
  }
})

test('a district is found behind the short names of its province and city', () => {
  for (const { name, city } of DISTRICTS) {
    const text = `${city.province.short}${city.short === city.province.short ? '' : city.short}${name}`
    expect(splitAddress(text).district, text).toBe(name)
  }
})

// The people of the demo company and where they work: every role of the source documents has someone.
import type { BigRegion } from '#core/lib/divisions.ts'

export interface Unit {
  name: string
  parent: string | null
  head: string | null
}

export const COMPANY = { name: '恒达建材贸易有限公司', province: '浙江省', city: '杭州市', district: '萧山区', detail: '建设一路66号恒达大厦', phone: '0571-20006666' }

export const UNITS: readonly Unit[] = [
  { name: '总公司', parent: null, head: '周恒达' },
  { name: '总经办', parent: '总公司', head: '周恒达' },
  { name: '客户服务部', parent: '总公司', head: '沈丽娟' },
  { name: '华东组', parent: '客户服务部', head: '陆文斌' },
  { name: '华南组', parent: '客户服务部', head: '梁志强' },
  { name: '华中组', parent: '客户服务部', head: '熊雪梅' },
  { name: '华北组', parent: '客户服务部', head: '高建军' },
  { name: '西部组', parent: '客户服务部', head: '罗晓燕' },
  { name: '销售部', parent: '总公司', head: '钱永康' },
  { name: '财务部', parent: '总公司', head: '孔令仪' },
  { name: '行政部', parent: '总公司', head: '方秀英' },
  { name: '采购部', parent: '总公司', head: '范海峰' },
]

export interface Person {
  name: string
  position: string
  unit: string
  roles: readonly string[]
}

const inGroup = (unit: string, supervisor: string, specialists: string): Person[] => [
  { name: supervisor, position: '客户关系主管', unit, roles: ['supervisor'] },
  ...specialists.split(' ').map(name => ({ name, position: '客户关系专员', unit, roles: ['specialist'] })),
]

export const PEOPLE: readonly Person[] = [
  { name: '周恒达', position: '总经理', unit: '总经办', roles: ['generalManager'] },
  { name: '韩国平', position: '副经理', unit: '总经办', roles: ['deputyManager'] },
  { name: '沈丽娟', position: '客户服务部经理', unit: '客户服务部', roles: ['serviceManager'] },
  ...inGroup('华东组', '陆文斌', '陈佳怡 王磊 徐静 吴俊杰'),
  ...inGroup('华南组', '梁志强', '黄敏 欧阳浩'),
  ...inGroup('华中组', '熊雪梅', '彭飞 刘颖'),
  ...inGroup('华北组', '高建军', '赵婷 孟凯 崔旭东'),
  ...inGroup('西部组', '罗晓燕', '邓超 马慧敏'),
  { name: '钱永康', position: '销售部经理', unit: '销售部', roles: ['supervisor', 'sales'] },
  ...['单伟', '许志鹏', '何晨', '谢欣悦', '曾宇'].map(name => ({ name, position: '销售代表', unit: '销售部', roles: ['sales'] })),
  { name: '孔令仪', position: '财务经理', unit: '财务部', roles: ['finance'] },
  { name: '蒋玲', position: '出纳', unit: '财务部', roles: ['finance'] },
  { name: '方秀英', position: '办公室主任', unit: '行政部', roles: ['officeDirector'] },
  { name: '夏云', position: '礼品管理员', unit: '行政部', roles: ['giftManager'] },
  { name: '叶松', position: '系统管理员', unit: '行政部', roles: ['admin'] },
  { name: '范海峰', position: '采购经理', unit: '采购部', roles: ['staff'] },
  { name: '姚颖', position: '采购专员', unit: '采购部', roles: ['staff'] },
]

/** Who looks after the customers of a region. */
export const GROUP_OF: Record<BigRegion, string> = {
  华东: '华东组', 华南: '华南组', 华中: '华中组', 华北: '华北组', 东北: '华北组', 西南: '西部组', 西北: '西部组',
}

export const TAGS: readonly [name: string, color: string, note: string][] = [
  ['重点客户', 'red', '年采购额靠前，优先安排拜访'], ['样板店', 'gold', '陈列规范，可带人参观'], ['账期客户', 'orange', '按月对账付款'], ['现款现货', 'green', '款到发货'],
  ['老客户介绍', 'cyan', '由老客户推荐而来'], ['展会认识', 'blue', '在建材展会上结识'], ['工程渠道', 'geekblue', '主要供应工程项目'], ['零售门店', 'purple', '以门店零售为主'],
  ['价格敏感', 'volcano', '比价频繁，注意报价'], ['送货上门', 'magenta', '要求送到店里'], ['冬季停工', 'default', '北方冬季采购少'], ['有扩店计划', 'green', '近期准备开新店'],
]

// Names of people and of companies as they are met in the trade; none is meant for anybody who exists.
import { pinyinKey } from '#core/lib/pinyin.ts'
import type { Random, Weighted } from './random.ts'

const SURNAMES: Weighted<string> = [
  ...[...'王李张刘陈'].map(name => [name, 7] as const), ...[...'杨黄赵吴周徐孙马朱胡'].map(name => [name, 3] as const),
  ...[...'郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董'].map(name => [name, 1.2] as const),
  ...[...'袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤'].map(name => [name, 0.45] as const),
  ...['单', '仇', '解', '尉迟', '欧阳', '上官', '诸葛'].map(name => [name, 0.08] as const),
]

const MALE = [...'伟强磊军勇杰涛明超刚平辉鹏华飞波斌浩凯健俊建国志文海峰林松庆东宏亮宇晨旭峻岩润泽']
const FEMALE = [...'芳娜敏静丽艳娟霞秀英玲燕红梅雪莹琳洁慧婷倩颖欣怡佳云萍蓉岚薇晓悦']

export type Gender = 'male' | 'female'

/** One in four has a name of two characters. */
export function personName(random: Random, gender: Gender): string {
  const letters = gender === 'male' ? MALE : FEMALE
  const surname = random.weighted(SURNAMES)
  const first = random.pick(letters)
  return random.chance(0.25) ? surname + first : surname + first + random.pick(letters.filter(letter => letter !== first))
}

/** 单伟 is shanwei: as a person's name it is read. */
export const latinName = (name: string): string => pinyinKey(name, { person: true }).replaceAll(/~([a-z]+)\d./gu, '$1')

const HEADS = [...'宏恒鑫华盛嘉金永泰顺百亿富兴瑞诚信隆昌祥东天安博美佳乐益源广振腾德友联汇正']
const TAILS = [...'达发盛隆昌兴源泰祥丰茂和顺通利康宁业诚邦居雅辉远腾旺鼎力']

/** 宏达, 恒盛源. */
export function tradeWord(random: Random): string {
  const head = random.pick(HEADS)
  const tail = random.pick(TAILS.filter(letter => letter !== head))
  return random.chance(0.15) ? head + tail + random.pick(TAILS.filter(letter => letter !== head && letter !== tail)) : head + tail
}

export type CustomerClass = 'dealer' | 'retailer' | 'factory' | 'project' | 'government' | 'person' | 'other'

/** Line of business and the endings of a name, by class. */
export const TRADES: Record<Exclude<CustomerClass, 'person' | 'government'>, { trades: string[]; endings: Weighted<string> }> = {
  dealer: { trades: ['建材', '五金', '装饰材料', '五金机电', '水暖器材', '电工器材', '卫浴', '灯饰', '涂料', '门窗五金'], endings: [['有限公司', 45], ['贸易有限公司', 25], ['商贸有限公司', 18], ['经营部', 12]] },
  retailer: { trades: ['五金', '建材', '水暖', '灯饰', '油漆', '五金电料', '洁具', '装饰材料'], endings: [['商行', 30], ['经营部', 28], ['店', 16], ['门市部', 14], ['批发部', 12]] },
  factory: { trades: ['门窗', '家具', '木业', '金属制品', '橱柜', '幕墙', '管业'], endings: [['有限公司', 50], ['制造有限公司', 25], ['厂', 25]] },
  project: { trades: ['建筑工程', '装饰工程', '安装工程', '市政工程', '房地产开发', '装饰设计工程'], endings: [['有限公司', 88], ['集团有限公司', 12]] },
  other: { trades: ['物业服务', '酒店管理', '餐饮管理', '连锁超市'], endings: [['有限公司', 100]] },
}

export const PUBLIC_BODIES = ['人民医院基建科', '第三中学总务处', '职业技术学院后勤处', '公共工程建设中心', '机关事务服务中心', '市政养护中心', '文化中心筹建处', '体育场馆管理中心']

const STREETS = ['建设路', '人民路', '解放路', '中山路', '和平路', '文化路', '工业大道', '迎宾大道', '长江路', '黄河路', '新华路', '胜利街', '振兴路', '创业路', '科技大道', '环城东路', '环城西路', '站前路', '富民路', '滨河路', '友谊路', '朝阳路', '兴业街', '光明路']
const MARKETS = ['建材市场', '五金机电城', '装饰材料城', '家居广场', '国际商贸城', '物流园', '工业园']

export const streetAddress = (random: Random): string => (random.chance(0.45)
  ? `${random.pick(STREETS)}${random.int(1, 980)}号`
  : `${random.pick(STREETS)}${random.int(1, 680)}号${random.pick(MARKETS)}${random.pick([...'ABCDEF'])}区${random.int(1, 28)}栋${random.int(1, 60)}号`)

/** Number ranges that no carrier has been given: well-formed, and nobody's. */
const MOBILE_RANGES = ['154', '160', '161', '163', '164', '168']

export const mobilePhone = (random: Random): string => random.pick(MOBILE_RANGES) + String(random.int(0, 99_999_999)).padStart(8, '0')

const AREA: Record<string, string> = {
  北京: '010', 上海: '021', 天津: '022', 重庆: '023', 广州: '020', 深圳: '0755', 杭州: '0571', 南京: '025', 武汉: '027', 成都: '028', 西安: '029', 沈阳: '024',
  宁波: '0574', 温州: '0577', 金华: '0579', 嘉兴: '0573', 苏州: '0512', 无锡: '0510', 合肥: '0551', 福州: '0591', 厦门: '0592', 南昌: '0791', 济南: '0531', 青岛: '0532',
  郑州: '0371', 长沙: '0731', 佛山: '0757', 东莞: '0769', 南宁: '0771', 海口: '0898', 昆明: '0871', 贵阳: '0851', 兰州: '0931', 太原: '0351', 石家庄: '0311', 长春: '0431', 哈尔滨: '0451', 大连: '0411',
}

/** An office number, where the city's area code is at hand; local numbers beginning with 2000 are given to nobody. */
export function officePhone(random: Random, city: string): string | null {
  const area = AREA[city]
  if (area === undefined) return null
  return `${area}-2000${String(random.int(0, 9999)).padStart(4, '0')}`
}

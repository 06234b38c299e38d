// Deep-care profiles (F03) of some main contacts, with children, parents and the people they are tied to.
import { fromDayNumber } from '#core/lib/date.ts'
import type { Calendar } from './calendar.ts'
import type { Customer } from './customers.ts'
import type { Gender } from './names.ts'
import { personName } from './names.ts'
import { idAt, Random } from './random.ts'
import type { NewRow } from './world.ts'

const CARE = 51
const LINES = 52
const EVERY = 20
const YEAR = 365.25

export const hasCare = ({ profile }: Customer): boolean => profile.n % EVERY === 3 && profile.kind !== 'government'

const SCHOOLS = ['浙江工业大学', '华南理工大学', '武汉理工大学', '同济大学', '西南交通大学', '郑州大学']
const SUBJECTS = ['土木工程', '市场营销', '会计学', '机械设计', '材料科学', '工商管理']
const pick = (random: Random, words: string): string => random.pick(words.split(' '))

export function careOf(calendar: Calendar, { profile, row }: Customer): Record<string, unknown> {
  const random = new Random(CARE, profile.n)
  const married = random.chance(0.85)
  const wed = fromDayNumber(Math.floor(calendar.first - YEAR * random.int(8, 22) - random.int(0, 364)))
  return {
    ethnicity: random.weighted([['汉族', 92], ['回族', 3], ['满族', 2], ['壮族', 2], ['土家族', 1]]), origin: profile.city.province.short,
    highSchool: `${profile.city.short}一中`, university: random.pick(SCHOOLS), major: random.pick(SUBJECTS), graduated: `${random.int(1995, 2010)}年7月`,
    awards: random.chance(0.4) ? pick(random, '优秀民营企业家 行业先进个人 校篮球赛冠军') : null, sports: pick(random, '羽毛球 篮球 游泳 太极拳 乒乓球 登山'),
    marriage: married ? 'married' : 'single', homeAddress: `${profile.city.name}${pick(random, '翠苑 锦绣 阳光 滨江 湖畔')}小区${random.int(1, 30)}幢`,
    ...(married ? { spouseInterests: pick(random, '园艺 烘焙 书法 瑜伽 旅游'), spouseActivities: pick(random, '广场舞 社区义工 家长委员会 读书会'), spouseClubs: pick(random, '同乡会 摄影协会 校友会'), wedding: wed } : {}),
    officeStatus: pick(random, '独立办公室，墙上挂有行业奖状 靠窗大班台，陈列收藏的紫砂壶 与员工同室办公，作风朴素'), withColleagues: pick(random, '与合伙人是多年同学，关系稳固 与财务负责人是夫妻 与采购经理配合默契'),
    withOthers: pick(random, '任当地建材商会理事 与多家设计公司有合作 与同行来往较少'), knownBy: `${profile.owner.name}与其往来多年，财务部对账顺畅`,
    drinking: pick(random, '偶尔小酌 不饮酒 应酬时饮酒'), drinks: random.chance(0.5) ? pick(random, '黄酒半斤 白酒二两 啤酒两瓶') : null, mindsDrinking: false, smokes: random.chance(0.4), mindsSmoking: random.chance(0.3),
    lunchPlace: pick(random, '公司附近小馆 商会食堂 门店旁面馆'), dinnerPlace: pick(random, '湖滨酒家 老城饭店 家中'), dishes: pick(random, '本帮菜 川菜 粤菜 农家菜 海鲜'), hobbies: pick(random, '钓鱼、品茶 收藏紫砂 摄影、自驾 下象棋'),
    topics: pick(random, '茶叶与紫砂 子女教育 行业行情 健康养生 足球'), proudOf: pick(random, '白手起家开了三家门店 承接本地最大的商业综合体 孩子考上名牌大学'),
    mindsOpinions: pick(random, '比较在意，注重口碑 不太在意，自有主见'), keyIssues: pick(random, '账期与资金周转 送货时效 产品环保等级 区域价格保护'),
    outlook: `${String(row.values.name)}的主要决策人，合作关系${pick(random, '稳固 良好 平稳')}。建议${pick(random, '节日上门问候，邀请参观样板间 每季度由主管拜访一次 邀请参加年度经销商大会')}。`,
  }
}

export interface CareLines { contactChild: NewRow[]; contactParent: NewRow[]; contactRelation: NewRow[] }

/** `contacts` are those of the customer, the main one first. */
export function careLines(calendar: Calendar, customer: Customer, [main, second]: NewRow[]): CareLines {
  const random = new Random(LINES, customer.profile.n)
  const line = (values: Record<string, unknown>): NewRow => ({ ...main!, id: idAt(Date.parse(main!.createdAt), random), values: { contact: main!.id, ...values } })
  const name = (gender: Gender): string => personName(random, gender)
  const children = main!.values.marriage === 'married' ? Array.from({ length: random.weighted([[0, 10], [1, 55], [2, 35]]) }, () => line({
    name: String(main!.values.name).slice(0, 1) + name(random.chance(0.5) ? 'male' : 'female').slice(1), birthday: fromDayNumber(Math.floor(calendar.first - YEAR * random.int(3, 15) - random.int(0, 364))),
    likes: pick(random, '画画 足球 钢琴 编程 跳舞 阅读'), schooling: pick(random, '小学 初中 国际学校 高中'),
  })) : []
  return {
    contactChild: children,
    contactParent: [line({ name: String(main!.values.name).slice(0, 1) + name('male').slice(1), age: random.int(65, 82), likes: pick(random, '下棋 种花 钓鱼') }), line({ name: name('female'), age: random.int(62, 80), likes: pick(random, '听戏 太极 带孙辈') })],
    contactRelation: [
      ...(second ? [line({ person: second.id, tie: random.pick(['colleague', 'family', 'boss']), nature: random.pick(['close', 'friendly', 'plain']) })] : []),
      line({ colleague: customer.row.values.owner, tie: random.pick(['townsman', 'schoolmate', 'friend', 'business']), nature: random.pick(['friendly', 'close']) }),
    ],
  }
}

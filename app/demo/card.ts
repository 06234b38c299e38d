// The dealer card F02 of a customer: its owner, its bank, how it does business.
import { PROVINCES } from '#core/lib/divisions.ts'
import { CATEGORIES } from './goods.ts'
import type { Gender } from './names.ts'
import { personName } from './names.ts'
import type { Profile } from './profile.ts'
import { idAt } from './random.ts'
import type { Random, Weighted } from './random.ts'
import type { NewRow } from './world.ts'
import { yuan } from './world.ts'

const SITES: Weighted<string> = [['downtown', 18], ['street', 34], ['residential', 22], ['industrial', 14], ['suburb', 12]]
const EDUCATION: Weighted<string> = [['primary', 4], ['junior', 22], ['senior', 34], ['college', 22], ['bachelor', 15], ['master', 3]]
const FUNDS: Weighted<string> = [['ample', 14], ['enough', 46], ['tight', 28], ['short', 10], ['danger', 2]]
const PAYING: Record<Profile['terms'], Weighted<string>> = {
  cash: [['prompt', 70], ['ordinary', 30]], month: [['prompt', 25], ['ordinary', 50], ['acceptable', 25]],
  twoMonths: [['ordinary', 40], ['acceptable', 40], ['late', 20]], late: [['late', 50], ['difficult', 25], ['owing', 25]],
}
const POLICIES: Weighted<string> = [['active', 30], ['conservative', 18], ['solid', 30], ['plain', 18], ['disorderly', 3], ['speculative', 1]]
const BUSINESS: Weighted<string> = [['thriving', 16], ['growing', 28], ['steady', 42], ['declining', 12], ['danger', 2]]
const PRICINGS: Weighted<string> = [['fair', 62], ['lower', 18], ['higher', 14], ['cut', 6]]
const SHOPPING: Weighted<string> = [['stall', 25], ['market', 45], ['factory', 30]]
const BANKS = ['中国工商银行', '中国农业银行', '中国建设银行', '中国银行', '交通银行', '中国邮政储蓄银行', '农村商业银行']
const HONOURS = ['年度优秀经销商', '诚信经营示范店', '消费者信得过单位', '区域销售冠军']
const AVOID = ['周一上午盘点', '每天午后一点至两点', '月底结账三天', '周末']
const NOTES = ['老板为人爽快，喜欢喝茶。', '正在装修新展厅，需要样品。', '对账期较敏感，发货前先确认。', '配送需提前一天电话预约。', '旺季备货量大，提前半个月沟通。', '与多家同行有往来，注意价格保密。', '仓库在店面后面，大车不好进。']
const TENTHS = 10
/** How often the wage of a person, or of whoever runs the shop, is known. */
const WAGES: Partial<Record<Profile['kind'], number>> = { person: 0.95, retailer: 0.85, dealer: 0.75, other: 0.5 }

const someNote = (random: Random, share: number, list: readonly string[]): string | null => (random.chance(share) ? random.pick(list) : null)

export function cardOf(random: Random, profile: Profile, contact: { name: string; gender: Gender }): Record<string, unknown> {
  const firm = profile.kind !== 'person' && profile.kind !== 'government'
  const yearly = Math.round(profile.size * random.around(0.8) * 150) * 1_000_000
  return {
    creditLimit: profile.terms === 'cash' ? null : yuan(Math.ceil(profile.size * 4) * 1_000_000),
    satisfaction: random.chance(0.6) ? (0.7 + random.int(0, 30) / 100).toFixed(2) : null,
    note: someNote(random, 0.2, NOTES), avoidTimes: someNote(random, 0.3, AVOID),
    settlement: random.chance(0.75) ? 'urban' : 'rural', demand: profile.kind === 'person' || profile.kind === 'retailer' ? 'consumption' : 'production',
    shopping: random.weighted(SHOPPING),
    ...(firm ? { annualSales: yuan(yearly), monthlyPower: yuan(Math.round(yearly / 12 / 100_000) * 100_000), ...owner(random, contact), ...money(random, profile), ...trade(random) } : {}),
    wage: random.chance(WAGES[profile.kind] ?? 0) ? yuan(Math.round(75 * random.around(0.45)) * 10_000) : null,
  }
}

function owner(random: Random, contact: { name: string; gender: Gender }): Record<string, unknown> {
  const same = random.chance(0.6)
  const gender: Gender = same ? contact.gender : random.chance(0.8) ? 'male' : 'female'
  return {
    bossName: same ? contact.name : personName(random, gender), bossGender: gender, bossAge: Math.round(44 + random.normal() * 8),
    bossEducation: random.weighted(EDUCATION), bossLanguage: random.chance(0.7) ? '普通话' : '方言、普通话', bossOrigin: random.pick(PROVINCES).short,
    honours: someNote(random, 0.12, HONOURS),
  }
}

const money = (random: Random, profile: Profile): Record<string, unknown> => ({
  bank: random.pick(BANKS), bankAccount: `6200 0000 ${String(random.int(0, 9999)).padStart(4, '0')} ${String(random.int(0, 9999)).padStart(4, '0')}`,
  honouring: random.chance(0.85) ? '按期兑现' : '偶有延期', funds: random.weighted(FUNDS),
  payment: { cash: '款到发货', month: '月结三十天', twoMonths: '月结六十天', late: '常有拖延' }[profile.terms], payingManner: random.weighted(PAYING[profile.terms]),
})

const trade = (random: Random): Record<string, unknown> => ({
  site: random.weighted(SITES), policy: random.weighted(POLICIES), business: random.weighted(BUSINESS), pricing: random.weighted(PRICINGS),
  salesRange: random.chance(0.8) ? 'local' : 'other', nature: random.chance(0.3) ? 'exclusive' : 'mixed',
})

const RIVALS = ['华盛优品', '远大建材', '联泰五金', '宜家佳', '金诺管业']

/** Shares in tenths that add up to all. */
function shares(random: Random, count: number): string[] {
  const cuts = Array.from({ length: count - 1 }, () => random.int(1, TENTHS - 1)).sort((a, b) => a - b)
  return [...cuts, TENTHS].map((cut, at) => ((cut - (cuts[at - 1] ?? 0)) / TENTHS).toFixed(1)).filter(share => share !== '0.0')
}

/** Where it buys and what it sells: the child lists of the card. */
export function listsOf(random: Random, profile: Profile, { createdAt, createdBy, updatedAt }: NewRow): { suppliers: NewRow[]; assortment: NewRow[] } {
  const ms = Date.parse(createdAt)
  const row = (values: Record<string, unknown>): NewRow => ({ id: idAt(ms, random), createdAt, createdBy, updatedAt, values: { customer: profile.id, ...values } })
  const categories = [...new Set(profile.categories)].map(category => CATEGORIES[category]![0])
  const rivals = [...new Set([random.pick(RIVALS), random.pick(RIVALS)])]
  return {
    suppliers: shares(random, rivals.length + 1).map((share, at) => row({ brand: at === 0 ? '恒达' : rivals[at - 1], share, ours: at === 0 })),
    assortment: shares(random, categories.length).map((share, at) => row({ category: categories[at], share })),
  }
}

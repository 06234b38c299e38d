// The pick lists of the dealer card (F02) as printed, and the kinds of customers.
import type { Option } from '#core/field/field.ts'

/** Options whose stored value is the English key; the label is the printed wording. */
const list = (...pairs: [value: string, zh: string, en: string, color?: string][]): Option[] =>
  pairs.map(([value, zh, en, color]) => ({ value, label: { zh, en }, ...(color ? { color } : {}) }))

export const grades = list(['A', 'A级', 'A', 'green'], ['B', 'B级', 'B', 'cyan'], ['C', 'C级', 'C', 'blue'], ['D', 'D级', 'D', 'gold'], ['E', 'E级', 'E', 'default'])

export const classes = list(['dealer', '经销商', 'Dealer'], ['retailer', '零售商', 'Retailer'], ['factory', '厂家', 'Manufacturer'],
  ['project', '工程客户', 'Project customer'], ['government', '机关事业单位', 'Public body'], ['person', '个人', 'Person'], ['other', '其他', 'Other'])

export const stages = list(['potential', '潜在客户', 'Prospect', 'blue'], ['active', '活跃客户', 'Active', 'green'],
  ['vip', 'VIP客户', 'VIP', 'gold'], ['lost', '流失客户', 'Lost', 'default'])

export const genders = list(['male', '男', 'Male'], ['female', '女', 'Female'])

export const sites = list(['downtown', '闹市', 'City centre'], ['street', '商业街', 'Shopping street'], ['residential', '住宅区', 'Residential area'],
  ['industrial', '工矿区', 'Industrial area'], ['suburb', '郊区', 'Suburb'])

export const education = list(['primary', '小学', 'Primary school'], ['junior', '初中', 'Junior high'], ['senior', '高中/中专', 'Senior high'],
  ['college', '大专', 'College'], ['bachelor', '本科', 'Bachelor'], ['master', '硕士', 'Master'], ['doctor', '博士', 'Doctor'])

export const funds = list(['ample', '丰裕', 'Ample', 'green'], ['enough', '充足', 'Enough', 'cyan'], ['tight', '紧张', 'Tight', 'gold'],
  ['short', '短缺', 'Short', 'orange'], ['danger', '危险', 'In danger', 'red'])

export const payingManners = list(['prompt', '爽快', 'Prompt', 'green'], ['ordinary', '普通', 'Ordinary'], ['acceptable', '尚可', 'Acceptable'],
  ['late', '延迟', 'Late', 'gold'], ['difficult', '为难', 'Difficult', 'orange'], ['owing', '欠款', 'Owing', 'red'])

export const policies = list(['active', '积极', 'Active'], ['conservative', '保守', 'Conservative'], ['solid', '坚实', 'Solid'],
  ['plain', '平常', 'Plain'], ['disorderly', '凌乱', 'Disorderly'], ['speculative', '投机', 'Speculative'])

export const businesses = list(['thriving', '兴隆', 'Thriving', 'green'], ['growing', '渐盛', 'Growing', 'cyan'], ['steady', '常态', 'Steady'],
  ['declining', '衰退', 'Declining', 'gold'], ['danger', '危险', 'In danger', 'red'])

export const ranges = list(['local', '本地', 'Local'], ['other', '其他地区', 'Other areas'])

export const pricings = list(['fair', '合理', 'Fair'], ['lower', '略低', 'A little low'], ['higher', '略高', 'A little high'], ['cut', '削价', 'Price cutting'])

export const natures = list(['exclusive', '专营', 'Exclusive'], ['mixed', '兼营', 'Mixed'])

export const demands = list(['production', '生产资料', 'Means of production'], ['consumption', '生活资料', 'Consumer goods'])

export const settlements = list(['urban', '城市', 'City'], ['rural', '乡村', 'Countryside'])

export const shopping = list(['stall', '摊点零售', 'Stall retail'], ['market', '市场批发', 'Market wholesale'], ['factory', '厂家批发', 'Factory wholesale'])

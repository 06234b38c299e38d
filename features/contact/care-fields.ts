// What the deep-care profile (F03 客户深度关怀表) holds of a contact beyond the address book. Family, home, ethnic group and
// habits are sensitive: hidden unless a role names them (CARE_RIGHTS); the rest is masked for roles that do not.
import type { FieldInput } from '#core/field/field.ts'
import { options } from '#core/field/options.ts'
import type { FieldRight } from '#core/object/access.ts'

const purpose = { zh: '客户关怀', en: 'Customer care' } as const
const restricted = { sensitivity: 'restricted', purpose } as const
const sensitive = { sensitivity: 'sensitive', purpose } as const

const ETHNIC = '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族'.split(' ')

const marriages = options(['single', '未婚', 'Single'], ['married', '已婚', 'Married'], ['divorced', '离异', 'Divorced'], ['widowed', '丧偶', 'Widowed'])

const basics: Record<string, FieldInput> = {
  ethnicity: { kind: 'choice', options: ETHNIC.map(name => ({ value: name, label: { zh: name, en: name } })), label: { zh: '民族', en: 'Ethnic group' }, ...sensitive },
  origin: { kind: 'text', maxLength: 50, label: { zh: '籍贯', en: 'Native place' }, ...restricted },
}

const schooling: Record<string, FieldInput> = {
  highSchool: { kind: 'text', maxLength: 60, label: { zh: '高中', en: 'High school' }, ...restricted },
  university: { kind: 'text', maxLength: 60, label: { zh: '大学', en: 'University' }, ...restricted },
  major: { kind: 'text', maxLength: 60, label: { zh: '专业', en: 'Subject' }, ...restricted },
  graduated: { kind: 'text', maxLength: 30, label: { zh: '毕业时间', en: 'Graduated' }, ...restricted },
  awards: { kind: 'text', maxLength: 200, label: { zh: '得奖记录', en: 'Awards' }, ...restricted },
  sports: { kind: 'text', maxLength: 100, label: { zh: '擅长运动', en: 'Sports' }, ...restricted },
}

const family: Record<string, FieldInput> = {
  marriage: { kind: 'choice', options: marriages, label: { zh: '婚姻状况', en: 'Marital status' }, ...sensitive },
  homeAddress: { kind: 'text', maxLength: 200, label: { zh: '家庭住址', en: 'Home address' }, ...sensitive },
  spouseInterests: { kind: 'text', maxLength: 200, label: { zh: '配偶兴趣', en: 'Interests of the spouse' }, ...sensitive },
  spouseActivities: { kind: 'text', maxLength: 200, label: { zh: '配偶活动', en: 'Activities of the spouse' }, ...sensitive },
  spouseClubs: { kind: 'text', maxLength: 200, label: { zh: '配偶社团', en: 'Clubs of the spouse' }, ...sensitive },
  wedding: { kind: 'birthday', label: { zh: '结婚纪念日', en: 'Wedding anniversary' }, ...sensitive },
  children: { kind: 'lines', of: 'contactChild', by: 'contact', label: { zh: '子女', en: 'Children' }, ...sensitive },
  parents: { kind: 'lines', of: 'contactParent', by: 'contact', label: { zh: '父母', en: 'Parents' }, ...sensitive },
  otherFamily: { kind: 'longText', maxLength: 1000, label: { zh: '家庭其他人员情况', en: 'Others of the family' }, ...sensitive },
}

const relations: Record<string, FieldInput> = {
  officeStatus: { kind: 'text', maxLength: 300, label: { zh: '在办公室有何“地位”象征', en: 'Signs of standing in the office' }, ...restricted },
  withColleagues: { kind: 'text', maxLength: 300, label: { zh: '本客户与单位人员有何关系', en: 'Relation to people of the own firm' }, ...restricted },
  withOthers: { kind: 'text', maxLength: 300, label: { zh: '和其他单位人员有何关系', en: 'Relation to people of other firms' }, ...restricted },
  knownBy: { kind: 'text', maxLength: 300, label: { zh: '本单位其他人员对本客户的了解', en: 'What others of our company know' }, ...restricted },
  relations: { kind: 'lines', of: 'contactRelation', by: 'contact', label: { zh: '人际关系', en: 'Relations' }, ...restricted },
}

const habits: Record<string, FieldInput> = {
  drinking: { kind: 'text', maxLength: 100, label: { zh: '饮酒习惯', en: 'Drinking' }, ...sensitive },
  drinks: { kind: 'text', maxLength: 100, label: { zh: '所嗜酒类与份量', en: 'Favourite drinks and amount' }, ...sensitive },
  mindsDrinking: { kind: 'yesNo', label: { zh: '如果不嗜酒，是否反对别人喝酒', en: 'Minds others drinking' }, ...sensitive },
  smokes: { kind: 'yesNo', label: { zh: '是否吸烟', en: 'Smokes' }, ...sensitive },
  mindsSmoking: { kind: 'yesNo', label: { zh: '是否反对别人吸烟', en: 'Minds others smoking' }, ...sensitive },
  lunchPlace: { kind: 'text', maxLength: 100, label: { zh: '最偏好的午餐地点', en: 'Favourite place for lunch' }, ...sensitive },
  dinnerPlace: { kind: 'text', maxLength: 100, label: { zh: '最偏好的晚餐地点', en: 'Favourite place for dinner' }, ...sensitive },
  dishes: { kind: 'text', maxLength: 200, label: { zh: '最偏好的菜式', en: 'Favourite dishes' }, ...sensitive },
  hobbies: { kind: 'text', maxLength: 300, label: { zh: '嗜好与娱乐', en: 'Hobbies' }, ...sensitive },
}

const together: Record<string, FieldInput> = {
  topics: { kind: 'text', maxLength: 300, label: { zh: '喜欢的话题', en: 'Likes to talk about' }, ...restricted },
  proudOf: { kind: 'text', maxLength: 300, label: { zh: '客户自认最得意的成就', en: 'Proudest achievement' }, ...restricted },
  mindsOpinions: { kind: 'text', maxLength: 300, label: { zh: '客户是否特别在意别人的意见', en: 'Minds what others think' }, ...restricted },
  keyIssues: { kind: 'text', maxLength: 500, label: { zh: '在客户眼中最关键的问题有哪些', en: 'Key issues in his eyes' }, ...restricted },
  outlook: { kind: 'longText', maxLength: 2000, label: { zh: '公关现状与前景分析', en: 'State and outlook of the relation' }, ...restricted },
}

export const careFields: Record<string, FieldInput> = { ...basics, ...schooling, ...family, ...relations, ...habits, ...together }

export const careSections = [
  { label: { zh: '教育背景', en: 'Education' }, fields: [...Object.keys(basics), ...Object.keys(schooling)] },
  { label: { zh: '家庭', en: 'Family' }, fields: Object.keys(family) },
  { label: { zh: '客户关系', en: 'Relations' }, fields: Object.keys(relations) },
  { label: { zh: '生活方式', en: 'Way of life' }, fields: Object.keys(habits) },
  { label: { zh: '客户与我', en: 'He and I' }, fields: Object.keys(together) },
]

/** For roles that care for people: everything open (features/company/roles.ts). */
export const CARE_RIGHTS: Record<string, FieldRight> = Object.fromEntries([...Object.keys(careFields), 'birthday', 'homePhone'].map(key => [key, 'write']))

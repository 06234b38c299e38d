// F03 客户深度关怀表 (客户关系表): the profile of a key person. Only roles that care for people see it, and each opening is logged.
import type { Block, Form, Item } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

const item = (zh: string, en: string, at: string, more: Partial<Item> = {}): Item => ({ label: text(zh, en), at, ...more })

const basics: Block = { kind: 'fields', heading: text('基本信息', 'Basics'), rows: [
  [item('1.姓名', '1. Name', 'name'), item('性别', 'Gender', 'gender'), item('民族', 'Ethnic group', 'ethnicity')],
  [item('2.职位', '2. Position', 'position'), item('3.单位名称', '3. Firm', 'customer', { weight: 2 })],
  [item('地址', 'Address', 'customer.address')],
  [item('4.手机', '4. Mobile', 'mobile'), item('电话(公)', 'Office phone', 'officePhone')],
  [item('电话(宅)', 'Home phone', 'homePhone'), item('5.出生年月日', '5. Birthday', 'birthday'), item('6.籍贯', '6. Native place', 'origin')],
] }

const schooling: Block = { kind: 'fields', heading: text('教育背景', 'Education'), rows: [
  [item('1.高中', '1. High school', 'highSchool'), item('2.大学', '2. University', 'university')],
  [item('3.专业', '3. Subject', 'major'), item('4.毕业时间', '4. Graduated', 'graduated')],
  [item('5.得奖记录', '5. Awards', 'awards'), item('6.擅长运动', '6. Sports', 'sports')],
] }

const family: Block[] = [
  { kind: 'fields', heading: text('家庭', 'Family'), rows: [
    [item('1.婚姻状况', '1. Marital status', 'marriage'), item('家庭住址', 'Home address', 'homeAddress', { weight: 2 })],
    [item('2.配偶兴趣', '2. Interests of the spouse', 'spouseInterests'), item('活动', 'Activities', 'spouseActivities'), item('社团', 'Clubs', 'spouseClubs')],
    [item('3.结婚纪念日', '3. Wedding anniversary', 'wedding')],
  ] },
  { kind: 'grid', key: 'children', heading: text('4.子女', '4. Children'), least: 1, source: { lines: 'children' }, columns: [
    { key: 'name', label: text('子女姓名', 'Name'), weight: 3 }, { key: 'birthday', label: text('出生日期', 'Birthday'), weight: 4 }, { key: 'age', label: text('年龄', 'Age'), weight: 1.5 },
    { key: 'likes', label: text('子女喜好', 'Likes'), weight: 4 }, { key: 'schooling', label: text('子女教育', 'Education'), weight: 4 } ] },
  { kind: 'grid', key: 'parents', heading: text('5.父母', '5. Parents'), least: 2, source: { lines: 'parents' }, columns: [
    { key: 'name', label: text('父母姓名', 'Name'), weight: 3 }, { key: 'age', label: text('年龄', 'Age'), weight: 1.5 }, { key: 'likes', label: text('父母喜好', 'Likes'), weight: 8 } ] },
  { kind: 'fields', rows: [[item('6.家庭其他人员情况', '6. Others of the family', 'otherFamily')]] },
]

const relations: Block[] = [
  { kind: 'fields', heading: text('客户关系', 'Relations'), rows: [
    [item('1.在办公室有何“地位”象征', '1. Signs of standing in the office', 'officeStatus', { labelShare: 0.34 })],
    [item('2.本客户与单位人员有何关系', '2. Relation to people of the own firm', 'withColleagues', { labelShare: 0.34 })],
    [item('3.和其他单位人员有何关系', '3. Relation to people of other firms', 'withOthers'), item('4.本单位其他人员对本客户的了解', '4. What others of our company know', 'knownBy')],
  ] },
  { kind: 'grid', key: 'relations', heading: text('5.客户和其他人', '5. He and others'), least: 1, source: { lines: 'relations' }, columns: [
    { key: 'person', label: text('联系人', 'Contact'), weight: 3 }, { key: 'colleague', label: text('本公司同事', 'Colleague'), weight: 3 }, { key: 'name', label: text('其他人', 'Another'), weight: 3 },
    { key: 'tie', label: text('何种联系', 'Kind of tie'), weight: 2.5 }, { key: 'nature', label: text('关系性质', 'Nature'), weight: 2.5 } ] },
]

const habits: Block = { kind: 'fields', heading: text('生活方式', 'Way of life'), rows: [
  [item('1.饮酒习惯', '1. Drinking', 'drinking'), item('所嗜酒类与份量', 'Favourite drinks and amount', 'drinks'), item('如果不嗜酒，是否反对别人喝酒', 'If not, minds others drinking', 'mindsDrinking')],
  [item('2.是否吸烟', '2. Smokes', 'smokes'), item('是否反对别人吸烟', 'Minds others smoking', 'mindsSmoking')],
  [item('3.最偏好的午餐地点', '3. Favourite place for lunch', 'lunchPlace'), item('晚餐地点', 'For dinner', 'dinnerPlace')],
  [item('4.最偏好的菜式', '4. Favourite dishes', 'dishes'), item('5.嗜好与娱乐', '5. Hobbies', 'hobbies')],
] }

const together: Block = { kind: 'fields', heading: text('客户与我', 'He and I'), rows: [
  [item('1.喜欢的话题', '1. Likes to talk about', 'topics'), item('2.客户自认最得意的成就', '2. Proudest achievement', 'proudOf')],
  [item('3.客户是否特别在意别人的意见', '3. Minds what others think', 'mindsOpinions'), item('4.在客户眼中最关键的问题有哪些', '4. Key issues in his eyes', 'keyIssues')],
] }

export const careForm: Form = {
  id: 'F03', title: text('客户深度关怀表', 'Customer care profile'), area: 'master', page: 'portrait', record: 'contact', filledBy: ['specialist', 'supervisor'], processes: ['P5'], logged: true,
  about: text('关键人物的深度关怀档案（客户关系表）。内容敏感，每次查看都会记录。', 'The profile of a key person. Delicate: each opening is logged.'),
  blocks: [{ kind: 'title' }, basics, schooling, ...family, ...relations, habits, together,
    { kind: 'note', label: text('公关现状与前景分析', 'State and outlook'), at: 'outlook', lines: 2 }],
}

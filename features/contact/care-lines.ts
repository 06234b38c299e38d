// Lists inside the deep-care profile (F03): children, parents, and the links between people that draw the relationship graph.
import type { FieldInput } from '#core/field/field.ts'
import { options } from '#core/field/options.ts'
import type { FieldRight } from '#core/object/access.ts'
import type { ObjectDecl } from '#core/object/object.ts'

const purpose = { zh: '客户关怀', en: 'Customer care' } as const
const sensitive = { sensitivity: 'sensitive', purpose } as const
const restricted = { sensitivity: 'restricted', purpose } as const
/** That somebody has children is nobody's business either. */
const contact: FieldInput = { kind: 'reference', to: 'contact', required: true, indexed: true, label: { zh: '联系人', en: 'Contact' }, ...sensitive }

export const contactChild: ObjectDecl = {
  name: 'contactChild', title: 'name', parent: 'contact', icon: 'Smile',
  label: { zh: '子女', en: 'Child' },
  fields: {
    contact,
    name: { kind: 'text', required: true, person: true, maxLength: 50, label: { zh: '姓名', en: 'Name' }, ...sensitive },
    birthday: { kind: 'birthday', label: { zh: '出生日期', en: 'Birthday' }, ...sensitive },
    age: { kind: 'computed', rule: 'years_between(birthday.solar, today())', result: 'integer', volatile: true, label: { zh: '年龄', en: 'Age' }, ...sensitive },
    likes: { kind: 'text', maxLength: 200, label: { zh: '喜好', en: 'Likes' }, ...sensitive },
    schooling: { kind: 'text', maxLength: 200, label: { zh: '教育', en: 'Education' }, ...sensitive },
  },
}

export const contactParent: ObjectDecl = {
  name: 'contactParent', title: 'name', parent: 'contact', icon: 'Home',
  label: { zh: '父母', en: 'Parent' },
  fields: {
    contact,
    name: { kind: 'text', required: true, person: true, maxLength: 50, label: { zh: '姓名', en: 'Name' }, ...sensitive },
    age: { kind: 'integer', min: 0, max: 130, label: { zh: '年龄', en: 'Age' }, ...sensitive },
    likes: { kind: 'text', maxLength: 200, label: { zh: '喜好', en: 'Likes' }, ...sensitive },
  },
}

const ties = options(['family', '亲属', 'Family'], ['schoolmate', '同学', 'Schoolmate'], ['townsman', '同乡', 'From the same town'], ['comrade', '战友', 'Comrade'],
  ['colleague', '同事', 'Colleague'], ['boss', '上级', 'Superior'], ['subordinate', '下级', 'Subordinate'], ['friend', '朋友', 'Friend'],
  ['teacher', '师生', 'Teacher and pupil'], ['business', '业务往来', 'Business'], ['other', '其他', 'Other'])

const natures = options(['close', '亲密', 'Close', 'green'], ['friendly', '友好', 'Friendly', 'cyan'], ['plain', '一般', 'Plain'], ['distant', '疏远', 'Distant', 'gold'], ['hostile', '对立', 'Hostile', 'red'])

export const contactRelation: ObjectDecl = {
  name: 'contactRelation', title: 'tie', parent: 'contact', icon: 'Heart',
  label: { zh: '人际关系', en: 'Relation' },
  fields: {
    contact: { kind: 'reference', to: 'contact', required: true, indexed: true, label: { zh: '联系人', en: 'Contact' } },
    person: { kind: 'reference', to: 'contact', onDelete: 'clear', indexed: true, label: { zh: '关系人（联系人）', en: 'Related contact' }, ...restricted },
    colleague: { kind: 'user', indexed: true, label: { zh: '关系人（本公司）', en: 'Related colleague' }, ...restricted },
    name: { kind: 'text', person: true, maxLength: 50, label: { zh: '关系人（其他）', en: 'Another person' }, ...restricted },
    tie: { kind: 'choice', options: ties, label: { zh: '何种联系', en: 'Kind of tie' }, ...restricted },
    nature: { kind: 'choice', options: natures, label: { zh: '关系性质', en: 'Nature' }, ...restricted },
    note: { kind: 'text', maxLength: 200, label: { zh: '说明', en: 'Remark' }, ...restricted },
  },
  checks: [
    { rule: 'person != null or colleague != null or name != null', field: 'person', message: { zh: '请选择一位联系人或本公司同事，或填写其他人的姓名', en: 'Choose a contact or a colleague, or give the name of another person' } },
    { rule: 'person = null or person != contact', field: 'person', message: { zh: '不能与本人建立关系，请选择另一位联系人', en: 'Nobody is related to himself: choose another contact' } },
  ],
}

const CARE_LINES = [contactChild, contactParent, contactRelation]

/** Field rights that open these lists to a role, by object. */
export const CARE_LINE_RIGHTS: readonly [object: string, fields: Record<string, FieldRight>][] =
  CARE_LINES.map(object => [object.name, Object.fromEntries(Object.keys(object.fields).map(key => [key, 'write']))])

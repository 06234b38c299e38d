// 联系人: a person at a customer, with the deep-care profile (F03) behind it.
import type { ObjectDecl } from '#core/object/object.ts'
import { genders } from '../customer/options.ts'
import { careFields, careSections } from './care-fields.ts'

export const contact: ObjectDecl = {
  name: 'contact', icon: 'Idcard', area: 'customer', title: 'name', owned: true,
  label: { zh: '联系人', en: 'Contact' },
  fields: {
    name: { kind: 'text', label: { zh: '姓名', en: 'Name' }, required: true, search: true, person: true, maxLength: 50, synonyms: ['联系人', '联系人姓名'] },
    customer: { kind: 'reference', to: 'customer', label: { zh: '客户', en: 'Customer' }, indexed: true, synonyms: ['客户名称', '公司名称', '单位名称', '单位', '公司'] },
    gender: { kind: 'choice', options: genders, label: { zh: '性别', en: 'Gender' } },
    position: { kind: 'text', label: { zh: '职位', en: 'Position' }, maxLength: 60, synonyms: ['职务', '岗位'] },
    mobile: { kind: 'phone', label: { zh: '手机', en: 'Mobile' }, search: true, indexed: true, synonyms: ['手机号', '移动电话', '联系电话', '电话'] },
    officePhone: { kind: 'phone', label: { zh: '电话(公)', en: 'Office phone' }, synonyms: ['办公电话', '座机'] },
    homePhone: { kind: 'phone', label: { zh: '电话(宅)', en: 'Home phone' }, sensitivity: 'restricted', purpose: { zh: '客户联络', en: 'Contact' } },
    email: { kind: 'email', label: { zh: '电子邮件', en: 'E-mail' }, search: true, synonyms: ['邮箱', 'Email', 'E-mail'] },
    wechat: { kind: 'text', label: { zh: '微信', en: 'WeChat' }, maxLength: 60, synonyms: ['微信号'] },
    birthday: { kind: 'birthday', label: { zh: '出生年月日', en: 'Birthday' }, sensitivity: 'restricted', purpose: { zh: '生日关怀', en: 'Birthday wishes' }, synonyms: ['生日', '出生日期'] },
    decisionMaker: { kind: 'yesNo', label: { zh: '决策人', en: 'Decides' } },
    primary: { kind: 'yesNo', label: { zh: '主要联系人', en: 'Main contact' } },
    tags: { kind: 'tags', label: { zh: '标签', en: 'Tags' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
    ...careFields,
  },
  sections: [
    { label: { zh: '基本信息', en: 'Basics' }, fields: ['name', 'customer', 'gender', 'position', 'mobile', 'officePhone', 'homePhone', 'email', 'wechat', 'birthday', 'decisionMaker', 'primary', 'tags', 'owner', 'department', 'note'] },
    ...careSections,
  ],
  matchKeys: [['customer', 'name'], ['mobile']],
  views: [{ key: 'all', label: { zh: '全部联系人', en: 'All contacts' }, columns: ['name', 'customer', 'position', 'mobile', 'email', 'decisionMaker', 'primary', 'owner', 'note'], sort: [{ field: 'name', dir: 'asc' }] }],
  related: [{ object: 'communication', by: 'contact' }],
}

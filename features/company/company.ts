// 公司设置: one record that holds what the whole company shares.
import type { ObjectDecl } from '#core/object/object.ts'
import { analysisFields } from '../analysis/settings-fields.ts'
import { measureFields } from '../measure/settings-fields.ts'

export const company: ObjectDecl = {
  name: 'company', table: 'company', internal: true, icon: 'Bank', title: 'name',
  label: { zh: '公司设置', en: 'Company settings' },
  checks: [{ rule: 'relationDevelop = null or relationKeep = null or relationDevelop >= relationKeep', field: 'relationKeep', message: { zh: '维持关系最低分不能高于发展关系最低分', en: 'A relation cannot be kept up from more than it is developed from' } }],
  fields: {
    name: { kind: 'text', required: true, maxLength: 100, label: { zh: '公司名称', en: 'Company' } },
    address: { kind: 'address', label: { zh: '公司地址', en: 'Address' } },
    phone: { kind: 'phone', label: { zh: '公司电话', en: 'Phone' } },
    logo: { kind: 'attachment', accept: ['image/png', 'image/jpeg'], label: { zh: '公司标志', en: 'Logo' } },
    zone: { kind: 'text', initial: 'Asia/Shanghai', maxLength: 40, label: { zh: '时区', en: 'Time zone' } },
    lang: { kind: 'choice', initial: 'zh', label: { zh: '默认语言', en: 'Default language' }, options: [
      { value: 'zh', label: { zh: '中文', en: 'Chinese' } }, { value: 'en', label: { zh: '英文', en: 'English' } }] },
    ...analysisFields,
    ...measureFields,
    settings: { kind: 'json', label: { zh: '其他设置', en: 'Further settings' } },
  },
}

// What the analysis keeps: changes of grade (F08), customers under special care (F09), notes on representatives (F16).
import { options } from '#core/field/options.ts'
import type { ObjectDecl } from '#core/object/object.ts'
import { grades } from '../customer/options.ts'

export const bases = options(['rank', '销售额百分位', 'Percentile of sales'], ['ours', '占客户进货的份额', 'Our share of its purchases'], ['share', '累计销售份额（帕累托）', 'Cumulative share of sales (Pareto)'])

const year = { kind: 'integer', min: 2000, max: 2100, required: true, indexed: true, label: { zh: '年度', en: 'Year' } } as const

/** Written by the act of F08 alone: nobody types a change of grade. */
export const gradeChange: ObjectDecl = {
  name: 'gradeChange', icon: 'Rise', title: 'customer', parent: 'customer',
  label: { zh: '等级变动', en: 'Change of grade' },
  fields: {
    customer: { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户名称', en: 'Customer' }, readOnly: true },
    date: { kind: 'date', indexed: true, label: { zh: '评定日期', en: 'Graded on' }, readOnly: true },
    year: { ...year, required: false, readOnly: true },
    grade: { kind: 'choice', options: grades, indexed: true, label: { zh: '新等级', en: 'New grade' }, readOnly: true },
    previous: { kind: 'choice', options: grades, label: { zh: '原等级', en: 'Previous grade' }, readOnly: true },
    basis: { kind: 'choice', options: bases, label: { zh: '分级依据', en: 'Basis' }, readOnly: true },
  },
  views: [{ key: 'all', label: { zh: '全部变动', en: 'All changes' }, columns: ['date', 'customer', 'previous', 'grade', 'year', 'basis'], sort: [{ field: 'date', dir: 'desc' }] }],
}

export const keyCustomer: ObjectDecl = {
  name: 'keyCustomer', icon: 'Star', area: 'customer', title: 'customer', owned: true,
  label: { zh: '重点管理客户', en: 'Key customer' },
  fields: {
    year,
    customer: { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '重点管理客户', en: 'Key customer' }, synonyms: ['客户名称', '客户'] },
    target: { kind: 'money', min: '0', label: { zh: '销售额目标', en: 'Sales target' }, synonyms: ['目标'] },
    reason: { kind: 'longText', maxLength: 1000, label: { zh: '将其设为重点客户的原因', en: 'Why it is a key customer' }, synonyms: ['原因'] },
    actions: { kind: 'longText', maxLength: 1000, label: { zh: '实现目标的行动措施', en: 'What is done to reach the target' }, synonyms: ['行动措施'] },
  },
  unique: [['year', 'customer']],
  views: [{ key: 'all', label: { zh: '全部重点客户', en: 'All key customers' }, columns: ['year', 'customer', 'target', 'reason', 'actions', 'owner'], sort: [{ field: 'year', dir: 'desc' }] }],
}

export const repNote: ObjectDecl = {
  name: 'repNote', icon: 'Warning', area: 'service', title: 'text', owned: true,
  label: { zh: '业务代表重大过失', en: 'Serious fault of a representative' },
  fields: {
    person: { kind: 'user', required: true, indexed: true, label: { zh: '业务代表', en: 'Representative' } },
    date: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '日期', en: 'Date' } },
    text: { kind: 'text', required: true, maxLength: 500, label: { zh: '重大过失', en: 'Serious fault' } },
  },
  views: [{ key: 'all', label: { zh: '全部', en: 'All' }, columns: ['date', 'person', 'text', 'owner'], sort: [{ field: 'date', dir: 'desc' }] }],
}

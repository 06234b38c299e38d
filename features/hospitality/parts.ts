// What the application (F21) and the report (F22) have in common: kinds of expense, and the opinions of those who sign.
import type { FieldInput } from '#core/field/field.ts'
import type { Check } from '#core/object/object.ts'

/** Staff of other departments see no customers, and a guest may be none yet: the name is then written. */
export const customerName: FieldInput = { kind: 'text', maxLength: 120, label: { zh: '未建档客户', en: 'Not yet a customer' }, help: { zh: '客户还没有建档或您看不到时，在此写名称', en: 'The name, where there is no record of the customer' } }
export const named: Check = { rule: 'not(is_empty(customer)) or not(is_empty(customerName))', field: 'customer', message: { zh: '请选择客户；客户还没有建档时，请填写“未建档客户”', en: 'Choose the customer, or write the name of one not yet on record' } }

/** Kinds of expense: key, Chinese, English. Lodging is reported but not asked for on the printed application. */
export const KINDS = [['meeting', '会议', 'Meetings'], ['meal', '用餐', 'Meals'], ['lodging', '住宿', 'Lodging'], ['transport', '交通', 'Transport'], ['gifts', '礼品', 'Gifts'], ['other', '其他', 'Other']] as const
export type ExpenseKind = (typeof KINDS)[number][0]

export const amounts = (without: readonly ExpenseKind[], what: { zh: string; en: string }): Record<string, FieldInput> =>
  Object.fromEntries(KINDS.filter(([key]) => !without.includes(key)).map(([key, zh, en]): [string, FieldInput] =>
    [key, { kind: 'money', min: '0', label: { zh: `${zh}${what.zh}`, en: `${en}, ${what.en}` } }]))

export const sumOf = (without: readonly ExpenseKind[]): string =>
  KINDS.filter(([key]) => !without.includes(key)).map(([key]) => `coalesce(${key}, 0)`).join(' + ')

/** Who signs, in this order; each role may write its own opinion only (features/company/contact-grants.ts). */
export const SIGNERS = [['serviceManager', '客户服务部经理', 'Service manager'], ['generalManager', '总经理', 'General manager'], ['finance', '财务部', 'Finance']] as const

export const opinions: Record<string, FieldInput> = Object.fromEntries(SIGNERS.flatMap(([key, zh, en]): [string, FieldInput][] => [
  [`${key}Opinion`, { kind: 'text', maxLength: 500, label: { zh: `${zh}审核意见`, en: `${en}: opinion` } }],
  [`${key}Date`, { kind: 'date', label: { zh: `${zh}审核日期`, en: `${en}: date` } }],
]))

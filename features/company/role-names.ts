// What the shipped roles are called; the stored role keeps the name that the administrator gives it.
import type { Text } from '#core/lib/text.ts'

export const roleNames: Record<string, Text> = {
  specialist: { zh: '客户关系专员', en: 'Customer relations specialist' },
  supervisor: { zh: '客户关系主管', en: 'Customer relations supervisor' },
  serviceManager: { zh: '客户服务部经理', en: 'Customer service manager' },
  generalManager: { zh: '总经理', en: 'General manager' },
  finance: { zh: '财务部', en: 'Finance' },
  sales: { zh: '销售人员', en: 'Sales' },
  giftManager: { zh: '礼品管理人员', en: 'Gift manager' },
  officeDirector: { zh: '办公室主任', en: 'Office director' },
  deputyManager: { zh: '副经理', en: 'Deputy manager' },
  staff: { zh: '各相关部门', en: 'Staff of any department' },
  admin: { zh: '系统管理员', en: 'System administrator' },
}

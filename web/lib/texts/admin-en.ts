// English words of the administration pages.
import type { adminZh } from './admin-zh.ts'

export const adminEn: Record<keyof typeof adminZh, string> = {
  'admin.title': 'Administration', 'admin.hint': 'What is set here holds for the whole company; every change is recorded.',
  'admin.company': 'Company', 'admin.companyHint': 'Name, address, logo, time zone and language',
  'admin.departments': 'Departments', 'admin.departmentsHint': 'Who belongs where and who leads; “own department” rights follow from it',
  'admin.users': 'People', 'admin.usersHint': 'Invite colleagues, give roles and departments, end access',
  'admin.roles': 'Roles and rights', 'admin.rolesHint': 'Who sees, changes and deletes which records and fields',
  'admin.objects': 'Fields and objects', 'admin.objectsHint': 'Add fields to customers and orders, or make objects of your own',
  'admin.audit': 'Audit log', 'admin.auditHint': 'Who did what and when; it cannot be changed unnoticed',
  'admin.status': 'System', 'admin.statusHint': 'Database, safety settings, memory and mail',
}

// The administration pages and the power each one needs. Light: the palette and the navigation read it too.
import type { Power } from '#core/object/access.ts'
import { useSession } from '../lib/session.ts'
import type { TextKey } from '../lib/texts.ts'

export const ADMIN_PAGES = {
  company: { title: 'admin.company', hint: 'admin.companyHint', power: 'settings' },
  departments: { title: 'admin.departments', hint: 'admin.departmentsHint', power: 'users' },
  users: { title: 'admin.users', hint: 'admin.usersHint', power: 'users' },
  roles: { title: 'admin.roles', hint: 'admin.rolesHint', power: 'users' },
  objects: { title: 'admin.objects', hint: 'admin.objectsHint', power: 'catalog' },
  forms: { title: 'admin.forms', hint: 'admin.formsHint', power: 'catalog' },
  flows: { title: 'admin.flows', hint: 'admin.flowsHint', power: 'catalog' },
  audit: { title: 'admin.audit', hint: 'admin.auditHint', power: 'audit' },
  status: { title: 'admin.status', hint: 'admin.statusHint', power: 'admin' },
} as const satisfies Record<string, { title: TextKey; hint: TextKey; power: Power }>

export type AdminPageName = keyof typeof ADMIN_PAGES

export function useAdminPages(): AdminPageName[] {
  const powers = useSession()?.powers ?? []
  return (Object.keys(ADMIN_PAGES) as AdminPageName[]).filter(page => powers.includes('admin') || powers.includes(ADMIN_PAGES[page].power))
}

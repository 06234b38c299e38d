// English words of roles and rights.
import type { adminRoleZh } from './admin-role-zh.ts'

export const adminRoleEn: Record<keyof typeof adminRoleZh, string> = {
  'role.add': 'New role', 'role.make': 'Create', 'role.copy': 'Copy role', 'role.copyOf': '{name} (copy)', 'role.name': 'Name', 'role.needName': 'Please give the role a name', 'role.note': 'Duties', 'role.from': 'Begin with the rights of', 'role.fromHint': 'Copying a role that is near and changing it is the shortest way.', 'role.blank': 'Nothing (no rights at all)',
  'role.people': '{n} people have this role', 'role.nobody': 'Nobody has this role yet. Give it to people on their page.', 'role.removed': 'Role “{name}” is deleted', 'role.removeAsk': 'Delete the role “{name}”?', 'role.cannotRemove': '{n} people still have this role', 'role.cannotRemoveHint': 'Give them another role first.',
  'role.records': 'Records', 'role.powers': 'Powers', 'role.members': 'Who has it', 'role.object': 'Object', 'role.read': 'See', 'role.update': 'Change', 'role.delete': 'Delete', 'role.create': 'Create', 'role.export': 'Export', 'role.import': 'Import', 'role.fields': 'Fields',
  'role.others': 'All others', 'role.othersHint': 'Those without a row of their own, later ones too', 'role.inherits': 'as all others', 'role.likeOthers': 'Back to “as all others”', 'role.lines': 'Follow the record they belong to', 'role.system': 'The system’s own', 'role.systemHint': 'People, departments, views, comments, files: seldom changed',
  'role.fieldsOf': '{object}: rights over fields', 'role.fieldsHint': 'Fields that are not named follow the record; restricted ones are masked, sensitive ones hidden.', 'role.onlyDelicate': 'Only restricted and sensitive ones', 'role.usual': 'Default ({right})',
  'role.own': 'You have this role yourself: what you save holds for you at once.', 'role.saved': 'Saved: it holds at once for all who have the role', 'role.unsaved': 'There are unsaved changes', 'role.discard': 'Discard', 'role.leaveAsk': 'Leave this page?', 'role.leaveHint': 'The changed rights are not saved and will be lost.', 'role.leave': 'Leave', 'role.stay': 'Stay', 'role.conflict': 'Another administrator has just changed this role; your changes are not saved.', 'role.reload': 'See the newest',
  'scope.none': 'None', 'scope.noneHint': 'Not at all', 'scope.own': 'Own', 'scope.ownHint': 'Owned or created by the person', 'scope.department': 'Department and below', 'scope.departmentHint': 'One’s own and those of one’s departments', 'scope.all': 'All', 'scope.allHint': 'Every record', 'scope.where': 'By condition', 'scope.whereHint': 'Records that fit a condition', 'scope.edit': 'Change the condition', 'scope.whereTitle': '{object}: records that fit', 'scope.whereText': 'The role has this right over records that fit the condition. “Me” is whoever is signed in.',
  'right.hidden': 'hidden', 'right.masked': 'masked', 'right.read': 'read', 'right.write': 'write',
  'power.admin': 'Administrator', 'power.adminHint': 'Sees the state of the system and may grant any right. Only for who is really in charge of it; it carries no rights over business data.',
  'power.catalog': 'Fields and objects', 'power.catalogHint': 'Adds, renames and retires fields, makes objects.',
  'power.users': 'People and roles', 'power.usersHint': 'Invites and deactivates people, sets departments and roles; never gives rights he does not have.',
  'power.settings': 'Company settings', 'power.settingsHint': 'Name, address, logo, time zone and language of the company.',
  'power.audit': 'Audit log', 'power.auditHint': 'Sees what everybody did and verifies that the log is whole.',
  'power.exportMany': 'Large exports', 'power.exportManyHint': 'Exports more records at once than daily work needs. Every export is logged.',
  'power.shareViews': 'Shared views', 'power.shareViewsHint': 'Gives saved views (filters, columns, sorting) to the whole company.',
  'power.bulk': 'Bulk changes', 'power.bulkHint': 'Changes or deletes many records at once, within his rights; can be undone.',
  'power.merge': 'Merge duplicates', 'power.mergeHint': 'Merges duplicate customers and contacts into one; can be undone.',
  'power.bin': 'Empty the bin', 'power.binHint': 'Removes records from the bin for good. Nothing brings them back.',
}

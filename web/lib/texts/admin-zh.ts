// Chinese words of the administration pages.
export const adminZh = {
  'admin.title': '系统管理', 'admin.hint': '这里的设置对全公司生效，每次修改都有记录。',
  'admin.company': '公司设置', 'admin.companyHint': '名称、地址、标志、时区和语言',
  'admin.departments': '部门', 'admin.departmentsHint': '上下级关系、负责人和人数；“本部门”的权限由此而来',
  'admin.users': '用户', 'admin.usersHint': '邀请同事，指定角色和部门，停用离职人员',
  'admin.roles': '角色与权限', 'admin.rolesHint': '谁能看、改、删哪些记录，能看到哪些字段',
  'admin.objects': '字段与对象', 'admin.objectsHint': '给客户、订单等增加字段，或新建自己的对象',
  'admin.audit': '审计日志', 'admin.auditHint': '谁在什么时候做了什么；日志无法被悄悄改动',
  'admin.status': '系统状态', 'admin.statusHint': '数据库、数据安全设置、内存和邮件',
}

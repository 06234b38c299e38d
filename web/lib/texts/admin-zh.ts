// Chinese words of the administration pages.
import { adminFieldZh } from './admin-field-zh.ts'
import { adminRoleZh } from './admin-role-zh.ts'

export const adminZh = {
  ...adminRoleZh, ...adminFieldZh,
  'admin.title': '系统管理', 'admin.hint': '这里的设置对全公司生效，每次修改都有记录。',
  'admin.company': '公司设置', 'admin.companyHint': '名称、地址、标志、时区和语言。离开一个输入框就会保存。',
  'admin.departments': '部门', 'admin.departmentsHint': '上下级关系、主管和人数。“本部门及下级”的权限由此而来。',
  'admin.users': '用户', 'admin.usersHint': '邀请同事，指定角色和部门，停用离职人员。',
  'admin.roles': '角色与权限', 'admin.rolesHint': '谁能看、改、删哪些记录，能看到哪些字段。一个人有几个角色时，权限相加。',
  'admin.objects': '字段与对象', 'admin.objectsHint': '给客户、订单等增加字段，或新建自己的对象。',
  'admin.audit': '审计日志', 'admin.auditHint': '谁在什么时候做了什么。日志逐条相连，被删改会被发现。',
  'admin.status': '系统状态', 'admin.statusHint': '数据库、数据安全设置、内存和邮件。',
  'department.add': '新建部门', 'department.addBelow': '新建下级部门', 'department.addTo': '在“{name}”下新建部门', 'department.added': '已新建部门“{name}”', 'department.name': '部门名称', 'department.needName': '请填写部门名称',
  'department.parent': '上级部门', 'department.top': '无（最上级）', 'department.manager': '部门主管', 'department.none': '还没有部门', 'department.choose': '在左侧选择一个部门，查看或修改', 'department.dragHint': '拖动可以改变上下级关系。数字是包括下级在内的人数。',
  'department.loop': '不能移到自己的下级部门里', 'department.moved': '已移动“{name}”', 'department.people': '本部门 {n} 人', 'department.peopleBelow': '连同下级共 {n} 人',
  'department.cannotRemove': '现在还不能删除', 'department.hasPeople': '部门里还有 {n} 人，请先把他们调到其他部门。', 'department.hasBelow': '还有 {n} 个下级部门，请先移走或删除。', 'department.removeAsk': '删除部门“{name}”？', 'department.removeHint': '删除后进入回收站，可以撤销。', 'department.removed': '已删除部门“{name}”',
  'user.invite': '邀请用户', 'user.invitedName': '已邀请 {name}', 'user.inviteNext': '再邀请一位', 'user.sendInvite': '邀请', 'user.name': '姓名', 'user.needName': '请填写姓名', 'user.email': '邮箱', 'user.phone': '手机', 'user.position': '职位', 'user.department': '部门', 'user.roles': '角色',
  'user.rolesHint': '可以选择多个，权限相加。', 'user.chooseRoles': '选择角色', 'user.needRole': '请至少选择一个角色，否则对方登录后什么也看不到', 'user.noRole': '没有角色', 'user.state': '状态', 'user.active': '在用', 'user.left': '已停用', 'user.invited': '已邀请，未设密码', 'user.neverHere': '近期未登录', 'user.me': '（我）',
  'user.activeN': '在用 {n}', 'user.leftN': '已停用 {n}', 'user.search': '搜索姓名、邮箱、部门、角色', 'user.none': '没有符合的用户', 'user.notOneselfNote': '谁都不能更改自己的角色、部门或停用自己，请由另一位管理员操作。', 'user.ownNote': '这是您自己：角色和部门请由另一位管理员修改。',
  'user.access': '登录权限', 'user.relink': '重新生成邀请链接', 'user.relinkAsk': '生成新的邀请链接？', 'user.reset': '生成重设密码链接', 'user.resetAsk': '让对方重设密码？', 'user.relinkHint': '以前的链接会失效。', 'user.mailed': '邀请已发到对方邮箱', 'user.notMailed': '请把下面的链接发给对方', 'user.linkHint': '对方打开链接设置密码后即可登录，7 天内有效。也可以复制链接，用微信等方式发送。',
  'user.deactivate': '停用', 'user.deactivateAsk': '停用 {name}？', 'user.deactivateHint': '立即退出登录，API 密钥同时失效。历史记录和名下的客户都保留，之后可以重新启用。', 'user.deactivated': '已停用 {name}', 'user.activate': '重新启用', 'user.activated': '已启用 {name}',
  'audit.what': '做了什么', 'audit.who': '谁', 'audit.object': '对象', 'audit.when': '时间', 'audit.today': '今天', 'audit.week': '最近 7 天', 'audit.month': '最近 30 天', 'audit.none': '没有符合的记录', 'audit.more': '加载更早的', 'audit.number': '第 {n} 条', 'audit.with': '{head}：{tail}', 'audit.count': '{objects} {n} 条', 'audit.fields': '{object}（{fields}）', 'audit.sealHint': '新的记录在几秒钟后封存并出现在这里。点一条可以看到详情。',
  'audit.verify': '核验完整性', 'audit.whole': '核验通过：{n} 条记录完整，没有被删改', 'audit.broken': '核验不通过：发现 {n} 处问题', 'audit.open': '另有 {n} 条刚刚产生，尚未封存。', 'audit.missing': '第 {n} 条缺失。', 'audit.altered': '第 {n} 条被改动。', 'audit.chain': '第 {n} 条与前一条不相连。',
  'audit.record.create': '新建', 'audit.record.update': '修改', 'audit.record.save': '批量保存', 'audit.record.delete': '移到回收站', 'audit.record.restore': '从回收站恢复', 'audit.record.erase': '彻底删除', 'audit.record.bulk': '批量处理', 'audit.record.merge': '合并记录', 'audit.record.share': '共享记录', 'audit.record.reveal': '查看遮盖的内容', 'audit.reveal': '查看遮盖的内容', 'audit.viewed': '查看敏感信息', 'audit.share': '共享记录', 'audit.erase': '彻底删除', 'audit.comment.add': '发表讨论', 'audit.file.keep': '上传文件',
  'audit.undo': '撤销', 'audit.redo': '重做', 'audit.import': '导入', 'audit.export': '导出', 'audit.signIn': '登录', 'audit.signIn.failed': '登录失败', 'audit.signOut': '退出登录', 'audit.denied': '没有权限，被拒绝', 'audit.rights': '更改权限', 'audit.user.invite': '邀请用户', 'audit.user.relink': '重新生成邀请链接', 'audit.user.setActive': '启用或停用用户', 'audit.user.activate': '启用用户', 'audit.user.deactivate': '停用用户',
  'audit.catalog': '修改字段设置', 'audit.catalog.addObject': '新建对象', 'audit.catalog.changeObject': '修改对象', 'audit.catalog.addField': '新建字段', 'audit.catalog.changeField': '修改字段', 'audit.catalog.orderFields': '调整字段顺序', 'audit.catalog.revert': '撤销字段修改', 'audit.setup': '初始设置', 'audit.company.setUp': '初始设置',
  'status.refresh': '刷新', 'status.safe': '已保存的数据是安全的', 'status.safeHint': '每次保存都先写入磁盘再告诉您“已保存”，断电也不会丢失。', 'status.unsafe': '数据库的设置可能导致断电时丢失数据', 'status.unsafeHint': '请让数据库的管理员把下面标红的设置改回安全的值，然后重新启动。',
  'status.durability': '数据安全', 'status.fsync': '写入磁盘后才算保存', 'status.synchronous_commit': '等待写入完成', 'status.full_page_writes': '防止断电时页面写一半', 'status.data_checksums': '发现磁盘上的损坏', 'status.system': '系统', 'status.database': '数据库', 'status.embedded': '内置', 'status.external': '外部', 'status.size': '数据大小', 'status.memory': '内存占用', 'status.uptime': '已运行', 'status.address': '访问地址',
  'status.mail': '邮件', 'status.mailServer': '邮件服务器', 'status.mailOn': '已设置，邀请和重设密码会发邮件', 'status.mailOff': '未设置，邀请链接需要手工转发', 'status.mailHow': '在启动系统的环境变量里加上下面两行（换成公司的邮箱服务器），重新启动即可：', 'status.minutes': '{n} 分钟', 'status.hours': '{n} 小时', 'status.days': '{n} 天',
}

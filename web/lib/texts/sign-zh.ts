// Chinese words of sign-in and of one's own account.
export const signZh = {
  'sign.in': '登录', 'sign.email': '邮箱', 'sign.needEmail': '请输入邮箱', 'sign.badEmail': '这不是有效的邮箱地址', 'sign.password': '密码', 'sign.needPassword': '请输入密码', 'sign.forgot': '忘记密码？',
  'sign.totpTitle': '两步验证', 'sign.totpHint': '请输入身份验证器上的 6 位数字，或一个恢复码。', 'sign.code': '验证码', 'sign.needCode': '请输入验证码',
  'sign.setupNeeded': '系统还没有管理员。请打开服务器启动时显示的设置链接。', 'sign.setup': '开始使用', 'sign.setupHint': '填写公司名称和第一位管理员，两分钟内完成。', 'sign.noToken': '链接不完整或已失效。请从邮件或服务器的启动信息里复制完整的链接。',
  'sign.begin': '开始使用', 'sign.company': '公司名称', 'sign.needCompany': '请输入公司名称', 'sign.name': '您的姓名', 'sign.needName': '请填写名称',
  'sign.newPassword': '新密码', 'sign.passwordRule': '至少 {n} 个字符。几个不相干的词连在一起，好记也安全。', 'sign.passwordShort': '至少需要 {n} 个字符', 'sign.again': '再输入一次', 'sign.needAgain': '请再输入一次密码', 'sign.differ': '两次输入的密码不一样',
  'sign.invitation': '接受邀请', 'sign.invitationHint': '设置一个密码，就可以开始使用了。', 'sign.invitationDone': '密码已设置，现在可以登录了。', 'sign.forgotTitle': '找回密码', 'sign.forgotHint': '输入登录邮箱，我们会发送重设密码的链接。', 'sign.forgotSent': '如果这个邮箱有账号，链接已经发出', 'sign.forgotAskAdmin': '这里没有设置邮件服务器，发不了链接。请联系系统管理员：在“系统管理 → 用户”里重新发送邀请，把得到的链接交给您，用它可以设置新密码。', 'sign.forgotNoMail': '几分钟后仍没有收到？请查看垃圾邮件，或请管理员为您重新发送邀请。',
  'sign.sendLink': '发送链接', 'sign.backToSignIn': '返回登录', 'sign.resetTitle': '重设密码', 'sign.resetDone': '密码已更改，请用新密码登录。', 'sign.setPassword': '设置密码',
  'account.title': '我的账号', 'account.password': '修改密码', 'account.totp': '两步验证', 'account.sessions': '登录记录', 'account.keys': 'API 密钥', 'account.current': '当前密码', 'account.passwordChanged': '密码已更改，其他设备上的登录已退出。',
  'account.browser': '浏览器', 'account.until': '有效期至', 'account.since': '登录时间', 'account.thisOne': '本机',
  'totp.what': '开启后，登录时除了密码，还要输入手机验证器上的 6 位数字。别人即使知道密码也登录不了。', 'totp.begin': '开始设置', 'totp.scan': '1. 用手机上的身份验证器（如腾讯身份验证器、Microsoft Authenticator）扫描：', 'totp.typed': '不能扫描时手工输入：', 'totp.confirm': '确认开启',
  'totp.on': '两步验证已开启', 'totp.recovery': '请保存好下面的恢复码：手机丢失时，每个可以使用一次。它们只显示这一次。', 'totp.off': '关闭两步验证', 'totp.isOff': '两步验证已关闭',
  'keys.what': '供其他软件读取或写入数据，权限不超过您本人。', 'keys.new': '新建密钥', 'keys.none': '还没有密钥', 'keys.lastUsed': '最近使用', 'keys.expires': '有效期至', 'keys.expiresHint': '不填则一直有效，直到撤销。', 'keys.revoke': '撤销', 'keys.revokeAsk': '撤销后，使用它的软件立即无法访问。', 'keys.revoked': '密钥已撤销',
  'keys.make': '生成密钥', 'keys.once': '请立即复制：密钥只显示这一次', 'keys.nameHint': '例如：财务软件', 'keys.objects': '可以访问', 'keys.needObjects': '请至少选择一项', 'keys.all': '全部', 'keys.may': '权限', 'keys.read': '只读', 'keys.write': '读和写',
}

// Chinese words of fields, the record page and the merge page.
export const recordZh = {
  'field.solar': '公历', 'field.lunar': '农历', 'field.division': '省 / 市 / 区县', 'field.detail': '详细地址', 'field.noneFound': '没有找到', 'field.autoNumber': '保存时自动编号', 'field.create': '新建…', 'field.createNamed': '新建“{name}”', 'field.upload': '上传附件', 'field.dropHere': '或拖到这里',
  'field.sum': '合计', 'field.addLine': '添加一行', 'field.removeLine': '删除第 {n} 行', 'field.required': '必填', 'field.restricted': '受限', 'field.sensitive': '敏感', 'field.purpose': '用途：{purpose}',
  'record.new': '新建{object}', 'record.details': '详细信息', 'record.history': '修改历史', 'record.comments': '讨论', 'record.timeline': '动态', 'record.unsaved': '有 {n} 处未保存的修改', 'record.discard': '放弃修改', 'record.discardAsk': '放弃所有未保存的修改？', 'record.restored': '已恢复上次没有保存的内容',
  'record.saved': '已保存', 'record.created': '已新建“{title}”', 'record.saveNew': '保存', 'record.saveNext': '保存并继续新建', 'record.editAll': '编辑', 'record.openPage': '在整页打开', 'record.copyLink': '复制链接', 'record.delete': '移到回收站', 'record.deleteAsk': '把“{title}”移到回收站？', 'record.deleteHint': '可以撤销，也可以从回收站恢复。', 'record.deleted': '已移到回收站',
  'record.previous': '上一条', 'record.next': '下一条', 'record.gone': '这条记录已被删除', 'record.readOnly': '只读', 'record.changedBy': '{name} 更新于', 'record.createdBy': '{name} 创建于',
  'record.conflict': '有人刚刚修改了同一条记录', 'record.conflictHint': '下面的字段你们都改了。请逐项选择保留哪一个；其他字段的修改会自动合并。', 'record.field': '字段', 'record.mine': '我的', 'record.theirs': '对方的', 'record.base': '原来', 'record.mergedIn': '已与他人的修改合并保存',
  'record.required': '还有必填项没有填写', 'record.badInput': '有内容格式不对，请先更正', 'record.similar': '可能已经有了：', 'record.noRelated': '没有相关的{object}', 'record.addRelated': '新建{object}', 'record.all': '查看全部', 'record.revealFailed': '没能显示',
  'history.created': '新建了记录', 'history.updated': '修改了 {n} 个字段', 'history.deleted': '移到回收站', 'history.restored': '从回收站恢复', 'history.undo': '撤销这次修改', 'history.undone': '已撤销', 'history.none': '还没有修改记录', 'history.via': '来自{via}', 'history.someone': '系统',
  'via.page': '页面', 'via.api': '接口', 'via.import': '导入', 'via.job': '后台任务', 'via.flow': '流程', 'via.setup': '初始设置', 'via.paste': '粘贴', 'via.undo': '撤销', 'history.more': '加载更早的',
  'timeline.none': '还没有动态',
  'comment.write': '写下讨论，用 @ 提到同事', 'comment.send': '发送', 'comment.none': '还没有讨论。写下第一条，用 @ 提到的同事会收到通知。', 'comment.hint': 'Ctrl + Enter 发送',
  'merge.title': '合并{object}', 'merge.hint': '选择保留的记录，再逐个字段选择要留下的值。其他记录的订单、联系人等会转到保留的记录上；合并可以撤销。', 'merge.keep': '保留', 'merge.go': '合并 {n} 条记录', 'merge.ask': '其余 {n} 条会移到回收站，相关记录转到“{title}”。', 'merge.done': '已合并', 'merge.few': '请在列表里选择两条以上的记录再合并。', 'merge.same': '相同的字段（{n}）', 'merge.differ': '不同的字段',
}

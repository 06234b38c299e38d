// Chinese words of forms: the centre, the page of a form, reading back.
export const formZh = {
  'form.centre': '表单', 'form.area.master': '客户资料', 'form.area.analysis': '客户分析', 'form.area.contact': '联络·拜访·招待·礼品', 'form.area.service': '沟通·机会·投诉',
  'form.search': '搜索表单名称或编号', 'form.stars': '常用', 'form.recent': '最近', 'form.star': '把“{title}”设为常用', 'form.unstar': '取消常用“{title}”', 'form.none': '还没有可以使用的表单', 'form.noneHint': '管理员为您的角色开通权限后，表单会出现在这里。',
  'form.noneFits': '没有找到“{text}”', 'form.noneFitsHint': '换一个词试试，例如“拜访”“招待”“F08”。', 'form.filledBy': '填写人：{who}', 'form.filled': '已填 {n}', 'form.filledMore': '已填 {n}+',
  'form.blank': '空白表打印', 'form.blankShort': '空白表', 'form.blankXlsx': '空白表 Excel', 'form.open': '打开表单', 'form.menu': '表单', 'form.menuOwn': '这条记录的表单', 'form.menuNew': '新填一张', 'form.menuMore': '相关表单', 'form.allForms': '全部表单',
  'form.paper': '版面', 'form.list': '逐格填写', 'form.print': '打印', 'form.files': '导出', 'form.pdf': 'PDF', 'form.xlsx': 'Excel', 'form.read': '读回 Excel', 'form.design': '设计这张表', 'form.openRecord': '打开记录',
  'form.file': '定稿', 'form.filed': '已定稿', 'form.filedDone': '已定稿，内容不再变化', 'form.filedNote': '{name} 于 {at} 定稿。内容不再随数据变化，需要修改请先重新打开。', 'form.reopen': '重新打开', 'form.reopened': '已重新打开，可以继续填写',
  'form.saveFirst': '有未保存的内容，先保存再继续？', 'form.saveAndGo': '保存并继续', 'form.choose': '选择{object}', 'form.choosePlace': '输入名称、编号或拼音首字母', 'form.fillNew': '新填一张', 'form.newOne': '新的一张', 'form.latest': '最近更新的{object}',
  'form.removeRow': '删除这一行', 'form.bringBack': '恢复这一行', 'form.newRow': '填写后成为新的一行', 'form.nothingToFill': '这张表没有需要填写的地方', 'form.nothingToFillHint': '内容由系统按数据生成，请切换到“版面”查看。',
  'form.conflictHint': '下面这些地方你们都改了，请逐项选择保留哪一个；其他内容会自动合并。', 'form.changedBy': '{name} 刚刚改过这张表', 'form.place': '项目', 'form.cell': '单元格', 'form.text': '填写的内容', 'form.reason': '原因', 'form.before': '原来', 'form.after': '改为',
  'form.readHint': '选择填好的 Excel，或拖到这里。只读取从本系统导出的表；先给您看差异，确认后才填入。', 'form.readOther': '这份文件是同一种表的另一张，确认后会先打开那一张再填入。', 'form.problems': '{n} 个单元格没能读取', 'form.differences': '{n} 处不同', 'form.movedHint': '有 {n} 处在导出之后又被改过：请选用文件中的，或保留系统中的。不选则保留系统中的。', 'form.movedBy': '导出之后 {name} 改成了“{text}”', 'form.moved': '导出之后已被改成“{text}”', 'form.movedFrom': '（导出时为“{text}”）', 'form.noDifference': '文件内容和系统中的一致，没有需要填入的。', 'form.takeOver': '填入 {n} 处', 'form.saveAll': '保存 {forms} 张表（{n} 处）', 'form.readNumber': '第 {n} 张', 'form.otherFile': '换一个文件', 'form.taken': '已填入 {n} 处，检查后请保存',
  'form.bulk': '表单', 'form.bulkHint': '选中的 {n} 条合成一个文件', 'form.bulkPdf': '打印（PDF）', 'list.given': '临时条件', 'list.givenHint': '只显示这个数字背后的记录', 'list.givenOff': '显示全部',
}

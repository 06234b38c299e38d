// Chinese words of the export dialog.
export const exportZh = {
  'export.title': '导出{object}', 'export.go': '导出', 'export.rows': '范围', 'export.whole': '当前列表', 'export.wholeCount': '当前列表（{n} 条）', 'export.wholeMany': '当前列表（{n} 条以上）', 'export.selected': '选中的 {n} 条',
  'export.columns': '列', 'export.inView': '视图中的 {n} 列', 'export.allColumns': '全部可见的 {n} 列', 'export.format': '格式', 'export.xlsx': 'Excel 工作簿（.xlsx）', 'export.csv': 'CSV（UTF-8）',
  'export.computed': '计算列', 'export.values': '数值', 'export.formulas': '公式（能用 Excel 公式表示的列）', 'export.reason': '用途', 'export.reasonNeeded': '请填写用途', 'export.reasonHint': '含受限信息：{fields}。文件会注明导出人、时间和用途。',
  'export.masked': '遮盖的列只导出“•••”：{fields}', 'export.logged': '导出会记入审计日志。', 'export.started': '已开始下载',
}

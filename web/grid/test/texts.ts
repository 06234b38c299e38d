// The grid's words for the test page.
import type { GridTexts } from '../texts.ts'

export const texts: GridTexts = {
  newRow: '在此输入新客户', selectAll: '全选', openRow: '打开', checkRow: (row) => `选择第 ${row} 行`, filter: (column) => `筛选${column}`,
  sortAscending: '升序', sortDescending: '降序', noMatch: '没有匹配项', searching: '正在查找…', readOnly: '此单元格不可编辑', saving: '正在保存', unsaved: '未保存', held: '等待本行其他单元格',
  cell: (column, row, value) => `${column},第 ${row} 行:${value}`, range: (height, width) => `已选 ${height} 行 ${width} 列`, loading: '加载中',
  copied: (height, width) => `已复制 ${height} 行 ${width} 列`, copyLoading: '正在加载要复制的行', copyReady: '已加载,请再按一次 Ctrl+C', copyTooMany: (limit) => `最多复制 ${limit} 行`,
  pasteTooMany: (limit) => `一次最多 ${limit} 个单元格`, pasteCut: (count) => `右边有 ${count} 列放不下`, pasteSkipped: (count) => `${count} 个单元格不可编辑,未改动`,
  saved: (count) => `已保存 ${count} 个单元格`, refused: (count) => `${count} 个单元格未被接受`, problems: (count) => `${count} 个单元格有问题`,
  problem: (column, row, value, reason) => `第 ${row} 行 ${column}「${value}」:${reason}`, retry: '重试', discard: '放弃', discardAll: '全部放弃', showProblems: '查看', group: (label, count) => `${label}(${count})`,
}

// English words of the export dialog.
import type { exportZh } from './export-zh.ts'

export const exportEn: Record<keyof typeof exportZh, string> = {
  'export.title': 'Export {object}', 'export.go': 'Export', 'export.rows': 'Records', 'export.whole': 'This list', 'export.wholeCount': 'This list ({n})', 'export.wholeMany': 'This list (more than {n})', 'export.selected': 'The {n} selected',
  'export.columns': 'Columns', 'export.inView': 'The {n} of the view', 'export.allColumns': 'All {n} that I may see', 'export.format': 'Format', 'export.xlsx': 'Excel workbook (.xlsx)', 'export.csv': 'CSV (UTF-8)',
  'export.computed': 'Computed columns', 'export.values': 'Values', 'export.formulas': 'Formulas, where Excel can say them', 'export.reason': 'Reason', 'export.reasonNeeded': 'Please give a reason', 'export.reasonHint': 'Restricted: {fields}. The file will say who exported it, when and why.',
  'export.masked': 'Masked columns are exported as “•••”: {fields}', 'export.logged': 'Exports are written to the audit log.', 'export.started': 'The download has begun',
}

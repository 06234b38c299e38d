// The page of the browser tests: the grid over a million computed rows, its parts reachable from the test as window.grid.
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { GridColumn, SelectionSummary, Sort } from '../types.ts'
import { DataGrid } from '../data-grid.tsx'
import { GroupedRows } from './groups.ts'
import { TestRows, grades, staff } from './rows.ts'
import { texts } from './texts.ts'

const query = new URLSearchParams(location.search)
const dark = query.has('dark')
const grouped = query.has('groups') ? new GroupedRows() : null
const rows = new TestRows(Number(query.get('rows') ?? 1_000_000))
const log: { summary?: SelectionSummary; sorts: Sort[]; filters: Record<string, string>; opened: number[]; checked: string[] } =
  { sorts: [], filters: {}, opened: [], checked: [] }
Object.assign(window, { grid: { rows, log } })
document.body.classList.toggle('dark', dark)

const text = (key: string, title: string, width: number): GridColumn => ({
  key, title, width, align: 'left', editable: true, format: String, parse: (value) => ({ value: value.trim() === '' ? null : value.trim() }),
})

const number = (key: string, title: string, width: number, places: number): GridColumn => {
  const shown = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: places, maximumFractionDigits: places })
  return {
    key, title, width, align: 'right', editable: true, numeric: true, editor: 'number', copy: String,
    format: (value) => shown.format(Number(value)),
    parse: (value) => {
      const plain = value.replaceAll(',', '').trim()
      if (plain === '') return { value: null }
      return /^-?\d+(\.\d+)?$/.test(plain) ? { value: plain } : { refusal: '不是数字' }
    },
  }
}

const columns: GridColumn[] = [
  { ...text('code', '编号', 118), frozen: true, editable: false },
  { ...text('name', '客户名称', 210), frozen: true },
  {
    ...text('grade', '级别', 104), editor: 'list', options: grades,
    format: (value) => grades.find((grade) => grade.value === value)?.label ?? '',
    parse: (value) => {
      const found = grades.find((grade) => grade.label === value.trim())
      return value === '' ? { value: null } : found ? { value: found.value } : { refusal: '没有这个级别' }
    },
  },
  {
    ...text('owner', '负责人', 90), editor: 'lookup', format: (value) => (value as { label: string }).label,
    lookup: async (value) => staff.filter((person) => person.label.includes(value)),
    parse: (value) => value === '' ? { value: null } : { refusal: '没有这个人' },
  },
  text('phone', '手机', 122),
  number('amount', '合同金额', 120, 2),
  number('count', '订单数', 82, 0),
  { ...text('since', '首次合作', 108), editor: 'date' },
  { ...text('active', '启用', 62), align: 'center', editor: 'yesNo', format: (value) => value === true ? '✓' : '', copy: (value) => value === true ? '是' : '否', parse: (value) => ({ value: value === '是' }) },
  text('city', '城市', 84),
  { ...text('note', '备注', 220), editor: 'longText' },
  ...Array.from({ length: 12 }, (_, at) => number(`m${at + 1}`, `${at + 1}月`, 80, 0)),
]

function Page() {
  const [sorts, setSorts] = useState<Sort[]>([])
  return (
    <div style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <DataGrid
        ref={(handle) => { Object.assign(window.grid, { handle }) }}
        source={grouped ?? rows} columns={columns} texts={texts} label="客户" dark={dark} canCreate={!grouped} checkboxes={query.has('checks')} showFilters={query.has('filters')} sorts={sorts}
        cellStyle={(row, key) => key === 'amount' && Number(row.values['amount']) > 10_500 ? { color: '#15803d' } : null}
        handlers={{
          save: (edits, kind) => rows.save(edits, kind),
          undo: () => rows.undo(),
          redo: async () => undefined,
          sort: (next) => { log.sorts = next; setSorts(next) },
          toggleGroup: (path, collapsed) => grouped?.toggle(path, collapsed),
          open: (index) => { log.opened.push(index) },
          selectionChanged: (summary) => { log.summary = summary },
          filterChanged: (key, value) => { log.filters[key] = value },
          checkedChanged: (ids) => { log.checked = ids },
        }}
      />
    </div>
  )
}

const root = createRoot(document.getElementById('root')!)
Object.assign(window.grid, { leave: () => root.unmount() })
root.render(<Page />)

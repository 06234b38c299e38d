// V1: the forms of a maker of hydropower equipment (source document 11). Configuration alone: the standard forms, changed by
// the same steps as an administrator takes in the designer.
import type { Form, FormSet } from '#core/form/form.ts'
import type { Step } from '#core/form/edit.ts'
import { addColumn, edited, gridOf, removeColumn, setBlock, setColumn, setForm, setPreset, setValue } from '#core/form/edit.ts'
import { addRow, placeOf, removeRow } from '#core/form/edit-items.ts'
import { text } from '#core/lib/text.ts'
import { gradesForm } from '../analysis/forms.ts'
import { keyForm } from '../analysis/key-form.ts'
import { hospitalityForms } from '../hospitality/hospitality-forms.ts'
import { problemForm } from '../measure/problem-form.ts'

const named = (zh: string, en: string): Step => form => setForm(form, { title: text(zh, en) })

const columnOf = (form: Form, grid: string, key: string): [block: number, at: number] => {
  const { at, grid: { columns } } = gridOf(form, grid)
  return [at, columns.findIndex(column => column.key === key)]
}

const dropped = (grid: string, ...keys: string[]): Step => form => keys.reduce((now, key) => removeColumn(now, ...columnOf(now, grid, key)), form)
const retitled = (grid: string, key: string, zh: string, en: string): Step => form => setColumn(form, ...columnOf(form, grid, key), { label: text(zh, en) })

/** A column that the grid could have, put behind another. */
const taken = (grid: string, key: string, after: string): Step => form => {
  const [block, at] = columnOf(form, grid, after)
  return addColumn(form, block, at + 1, gridOf(form, grid).grid.spare!.find(column => column.key === key)!)
}

const wide = (grid: string, key: string, weight: number): Step => form => setColumn(form, ...columnOf(form, grid, key), { weight })

/** In each grade: 客户名称, 负责人, 产品. */
const gradeColumns: Step[] = ['A', 'B', 'C', 'D', 'E'].flatMap(grade => [
  dropped('grades', `${grade}_class`, `${grade}_code`), taken('grades', `${grade}_owner`, `${grade}_name`), taken('grades', `${grade}_product`, `${grade}_owner`), wide('grades', `${grade}_owner`, 2.7),
])

const over = (zh: string, en: string, ...keys: string[]): Step => form =>
  keys.reduce((now, key) => setColumn(now, ...columnOf(now, 'tops', key), { under: text(zh, en) }), form)

/** Signed by 总经理 and 财务部 only, and 备注 below. */
const signedByTwo: Step = form => {
  const manager = placeOf(form, 'serviceManagerOpinion')
  const noted = setValue(removeRow(form, manager.block, manager.row), 'note', { kind: 'longText', label: text('备注', 'Notes') })
  return addRow(noted, manager.block, placeOf(noted, 'financeOpinion').row + 1, [{ label: text('备注', 'Notes'), at: '#note', lines: 2 }])
}

const [applicationForm, reportForm] = hospitalityForms as [Form, Form]

export const hydropower: FormSet = {
  key: 'V1', label: text('水电设备制造企业', 'Hydropower equipment maker'),
  forms: [
    edited(gradesForm, named('客户分级表1', 'Grades of customers 1'), ...gradeColumns),
    edited(keyForm, named('重点客户管理表2', 'Key customers 2'), form => setPreset(form, 'top', 5),
      over('销售额前5名', 'Highest sales, 5', 'sales_name', 'sales_value'), over('销售增长率前5名', 'Fastest growth, 5', 'growth_name', 'growth_value'), over('销售利润率前5名', 'Best margins, 5', 'margin_name', 'margin_value'),
      form => setBlock(form, gridOf(form, 'keys').at, 'grid', { least: 10 })),
    edited(problemForm, named('问题客户对策表3', 'Measures for problem customers 3'), dropped('measures', 'customer.salesRange', 'customer.address'),
      taken('measures', 'mainProduct', 'owner'), retitled('measures', 'trend', '恶化度', 'Deterioration'), retitled('measures', 'problem', '问题呈现', 'Problem')),
    edited(applicationForm, named('客户招待申请表4', 'Application for hospitality 4'), signedByTwo),
    edited(reportForm, named('客户招待报告表5', 'Report on hospitality 5'), signedByTwo),
  ],
}

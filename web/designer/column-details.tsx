// The settings of one column: its titles, what fills it, how wide it is, how it is printed and summed.
import { Checkbox, Form, Select } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Field } from '#core/field/field.ts'
import type { GridBlock, GridColumn } from '#core/form/form.ts'
import type { Patch } from '#core/form/edit.ts'
import { setColumn, setUnder, underRun } from '#core/form/edit.ts'
import { useT } from '../lib/texts.ts'
import { columnChoices, fieldAt, grouped, rowObject } from './choices.ts'
import { columnWords } from './column-words.ts'
import type { Design } from './design.ts'
import { Share } from './item-details.tsx'
import { Looks } from './looks.tsx'
import { OwnFields } from './own-fields.tsx'
import { shareOf, weightFor } from './places.ts'
import { isSummable } from './summable.ts'
import { TextInput } from './text-input.tsx'

interface Props { design: Design; block: GridBlock; at: number; item: number }

export function ColumnDetails({ design, block, at, item }: Props): ReactNode {
  const { t } = useT()
  const { form, said, english } = design
  const column = block.columns[item]
  if (!column) return null
  const set = (patch: Patch<GridColumn>, typed?: string): void => design.edit(setColumn(form, at, item, patch), typed && `${typed} ${at}.${item}`)
  const object = rowObject(said.catalog, form, block.source)
  const field = column.as ? { ...column.as, key: column.key, label: column.label } as Field : fieldAt(said.catalog, object, column.key)
  return (
    <>
      <TextInput label={t('design.column.title')} value={column.label} english={english} max={60} onChange={label => set({ label: label ?? { zh: '', en: '' } }, 'label')} />
      {!column.number && <Content design={design} block={block} column={column} onChange={set} />}
      <div className="gu-admin-two">
        {block.columns.length > 1 && <Share label={t('design.shareOfTable')} value={shareOf(block.columns, item)} onChange={percent => set({ weight: weightFor(block.columns, item, percent) }, 'weight')} />}
      </div>
      <Under design={design} block={block} at={at} item={item} />
      <Looks field={field} boxes={column.boxes} show={column.show} onChange={looks => set(looks)} />
      {!column.number && (
        <div className="gu-admin-flags">
          {block.total && isSummable(field) && <Checkbox checked={column.sum === true} onChange={event => set({ sum: event.target.checked || undefined })}>{t('design.column.sum')}</Checkbox>}
          <Checkbox checked={column.merge === true} onChange={event => set({ merge: event.target.checked || undefined })}>{t('design.column.merge')}</Checkbox>
        </div>
      )}
      {field && /^\w+$/.test(column.key) && <OwnFields design={design} object={object?.name} field={field} />}
    </>
  )
}

/** The title above belongs to a run of columns; the run is that of when the column was opened, since typing may empty the title. */
function Under({ design, block, at, item }: Props): ReactNode {
  const { t } = useT()
  const { form, english, edit } = design
  const { columns } = block
  const [run, setRun] = useState(() => underRun(columns, item))
  const column = columns[item]!
  const beside = [columns[item - 1], columns[item + 1]].find(one => one?.under && !one.number)?.under
  const now = underRun(columns, item)
  const isShared = now.to > now.from
  const share = (on: boolean): void => {
    const under = on ? beside : undefined
    setRun(underRun(columns.map((one, place) => (place === item ? { ...one, under } : one)), item))
    edit(setColumn(form, at, item, { under }))
  }
  return (
    <>
      <TextInput label={t('design.column.under')} hint={t('design.column.underHint')} value={column.under} english={english} max={60} onChange={under => edit(setUnder(form, at, isShared ? now : run, under), `under ${at}.${item}`)} />
      {(isShared || beside) && <Checkbox className="gu-design-share" checked={isShared} onChange={event => share(event.target.checked)}>{t('design.column.shared')}</Checkbox>}
    </>
  )
}

/** Another content leaves the title alone; what belongs to the old one goes. */
function Content({ design, block, column, onChange }: { design: Design; block: GridBlock; column: GridColumn; onChange(patch: Patch<GridColumn>): void }): ReactNode {
  const { t } = useT()
  const id = useId()
  const choices = columnChoices(design.said, design.form, design.original, block).filter(choice => !choice.column.number)
  const pick = (value: string): void => {
    const next = choices.find(choice => choice.value === value)?.column
    if (next) onChange({ key: next.key, as: next.as, lookup: next.lookup, across: next.across, boxes: next.boxes, show: next.show, sum: next.sum })
  }
  return (
    <Form.Item label={t('design.column.field')} htmlFor={id}>
      <Select id={id} value={column.key} disabled={choices.length === 0} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={300} listHeight={380} options={[{ value: column.key, label: columnWords(design, block, column) }, ...grouped(choices)]} onChange={pick} />
    </Form.Item>
  )
}

// A table of the form: its columns, how many rows it has, its total row.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import type { GridColumn } from '#core/form/form.ts'
import { addColumn, moveColumn, removeColumn, setBlock } from '#core/form/edit.ts'
import { useT } from '../lib/texts.ts'
import type { ColumnChoice } from './choices.ts'
import { columnChoices, columnName, grouped, rowObject } from './choices.ts'
import { ColumnDetails } from './column-details.tsx'
import { columnWords } from './column-words.ts'
import { GridRows } from './grid-rows.tsx'
import { OwnFields } from './own-fields.tsx'
import type { PartProps } from './part-editor.tsx'
import { shareOf } from './places.ts'
import type { Row } from './rows-list.tsx'
import { RowsList } from './rows-list.tsx'
import { TextInput } from './text-input.tsx'

type Props = PartProps<'grid'>

export function GridEditor({ design, block, at }: Props): ReactNode {
  const { t } = useT()
  const { form, edit, chosen, choose, english } = design
  const go = (item: number): void => choose(item < 0 ? { block: at } : { block: at, item })
  return (
    <>
      <h3>{t('design.columns')}</h3>
      <RowsList rows={block.columns.map((column, item) => rowOf(design, block, at, column, item))} open={chosen.item ?? -1} label={t('design.columns')} choose={go}
        drop={(from, to) => { edit(moveColumn(form, at, from, to)); go(to) }}
        renderDetails={item => <ColumnDetails key={item} design={design} block={block} at={at} item={item} />} />
      <AddColumn design={design} block={block} at={at} />
      <GridRows design={design} block={block} at={at} />
      <TextInput label={t('design.heading')} hint={t('design.headingHint')} value={block.heading} english={english} max={30} onChange={heading => edit(setBlock(form, at, 'grid', { heading }), `heading ${at}`)} />
      <OwnFields design={design} object={rowObject(design.said.catalog, form, block.source)?.name} />
    </>
  )
}

function rowOf(design: Props['design'], block: Props['block'], at: number, column: GridColumn, item: number): Row {
  const { form, edit, choose, said } = design
  const step = (by: 1 | -1) => () => { edit(moveColumn(form, at, item, item + by)); choose({ block: at }) }
  return {
    key: column.number ? '#' : column.key, name: columnName(column, said.lang), hint: columnWords(design, block, column), aside: `${shareOf(block.columns, item)}%`,
    fault: design.problems.find(problem => problem.at.block === at && problem.at.item === item)?.what,
    up: item > 0 ? step(-1) : undefined, down: item < block.columns.length - 1 ? step(1) : undefined,
    remove: () => { edit(removeColumn(form, at, item)); choose({ block: at }) },
  }
}

/** Row numbers come first, others beside those under the same title, else last. */
function placeFor(columns: readonly GridColumn[], { number, under }: GridColumn): number {
  const beside = under ? columns.findLastIndex(column => column.under?.zh === under.zh) : -1
  return number ? 0 : beside >= 0 ? beside + 1 : columns.length
}

function AddColumn({ design, block, at }: Props): ReactNode {
  const { t } = useT()
  const { form, original, said, edit, choose } = design
  const choices = columnChoices(said, form, original, block)
  const add = (choice: ColumnChoice | undefined): void => {
    if (!choice) return
    const place = placeFor(block.columns, choice.column)
    edit(addColumn(form, at, place, choice.column))
    choose({ block: at, item: place })
  }
  if (choices.length === 0) return <Button size="small" disabled icon={<PlusOutlined />} title={t('design.noColumns')}>{t('design.addColumn')}</Button>
  return (
    <Select className="gu-design-add" value={null} placeholder={<><PlusOutlined /> {t('design.addColumn')}</>} aria-label={t('design.addColumn')} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={300} listHeight={380}
      options={grouped(choices)} onChange={value => add(choices.find(choice => choice.value === value))} />
  )
}

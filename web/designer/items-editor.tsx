// Places in lines, rows of fields and sign-off lines: named, filled, put in order, taken away.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Item } from '#core/form/form.ts'
import { setBlock } from '#core/form/edit.ts'
import type { Place } from '#core/form/edit-items.ts'
import { addItem, addRow, removeItem, rowsOf } from '#core/form/edit-items.ts'
import type { Text } from '#core/lib/text.ts'
import { useT } from '../lib/texts.ts'
import { AddValue } from './add-value.tsx'
import { HAND, WORDS } from './bind-select.tsx'
import type { Choice } from './choices.ts'
import { fieldAt, grouped, itemChoices, recordObject } from './choices.ts'
import type { Design } from './design.ts'
import { ItemDetails } from './item-details.tsx'
import type { PartProps } from './part-editor.tsx'
import { canStep, dragItem, fairWeight, placesOf, shareOf, stepItem } from './places.ts'
import type { Row } from './rows-list.tsx'
import { RowsList } from './rows-list.tsx'
import { TextInput } from './text-input.tsx'

type Props = PartProps<'line' | 'fields' | 'signatures'>

export function ItemsEditor({ design, block, at }: Props): ReactNode {
  const { t } = useT()
  const { form, edit, chosen, choose, english } = design
  const places = placesOf(block, at)
  const open = places.findIndex(place => place.row === chosen.row && place.item === chosen.item)
  const go = (place: Place | undefined): void => choose(place ? { block: at, row: place.row, item: place.item } : { block: at })
  return (
    <>
      {block.kind === 'fields' && <TextInput label={t('design.heading')} hint={t('design.headingHint')} value={block.heading} english={english} max={30} onChange={heading => edit(setBlock(form, at, 'fields', { heading }), `heading ${at}`)} />}
      {places.length === 0 && <p className="gu-faint">{t('design.emptyPart')}</p>}
      <RowsList rows={places.map(place => rowOf(design, block, place))} open={open} label={t('design.item')} choose={to => go(places[to])}
        drop={(from, to) => { edit(dragItem(form, at, from, to)); choose({ block: at }) }}
        renderDetails={to => <ItemDetails design={design} block={block} place={places[to]!} />} />
      <AddPlace design={design} block={block} at={at} />
    </>
  )
}

function rowOf(design: Design, block: Props['block'], place: Place): Row {
  const { said, form, edit, choose } = design
  const rows = rowsOf(block)
  const items = rows[place.row]!
  const item = items[place.item]!
  const step = (by: 1 | -1) => (canStep(block, place, by) ? () => { edit(stepItem(form, place, by)); choose({ block: place.block }) } : undefined)
  return {
    key: `${place.row}.${place.item}`, name: nameOf(item, design), hint: hintOf(item, design),
    ...(items.length > 1 ? { aside: `${shareOf(items, place.item)}%` } : {}),
    above: rows.length > 1 && place.item === 0 ? said.t('design.row', { n: place.row + 1 }) : undefined,
    fault: design.problems.find(({ at }) => at.block === place.block && at.row === place.row && at.item === place.item)?.what,
    up: step(-1), down: step(1),
    remove: () => { edit(removeItem(form, place)); choose({ block: place.block }) },
  }
}

const nameOf = (item: Item, { said }: Design): string => {
  const text = item.label ?? item.text
  return text ? text[said.lang] || text.zh || text.en : ''
}

function hintOf(item: Item, { said, form, original }: Design): string {
  const choice = item.at === undefined ? undefined : itemChoices(said, form, original).find(one => one.value === item.at)
  if (choice) return choice.label === nameOf(item, { said } as Design) ? choice.group : `${choice.group} · ${choice.label}`
  return item.at ?? said.t(item.text ? 'design.what.text' : 'design.what.hand')
}

/** Rows of fields grow downwards, lines and sign-off lines to the right. */
function usePut({ design, block, at }: Props): (item: Item, from?: Design['form']) => void {
  const { form, edit, choose } = design
  const rows = rowsOf(block)
  const last = rows.at(-1) ?? []
  return (item, from = form) => {
    const inRow = block.kind !== 'fields'
    const place = inRow ? { block: at, row: 0, item: last.length } : { block: at, row: rows.length, item: 0 }
    edit(inRow ? addItem(from, place, { ...item, weight: fairWeight(last) }) : addRow(from, at, rows.length, [item]))
    choose(place)
  }
}

function AddPlace(props: Props): ReactNode {
  const { t } = useT()
  const [adding, setAdding] = useState(false)
  const put = usePut(props)
  const { design, block } = props
  if (block.kind === 'signatures') return <Button size="small" icon={<PlusOutlined />} onClick={() => put({ label: { zh: '', en: '' } })}>{t('design.addSigner')}</Button>
  const choices = itemChoices(design.said, design.form, design.original)
  const options = [{ value: HAND, label: t('design.what.hand') }, { value: WORDS, label: t('design.what.text') }, ...grouped(choices)]
  const pick = (value: string): void => {
    const choice = choices.find(one => one.value === value)
    if (choice) put({ label: labelOf(design, choice), at: value })
    else put(value === WORDS ? { text: { zh: t('design.what.text'), en: '' } } : { label: { zh: t('design.newItem'), en: '' } })
  }
  return (
    <div className="gu-design-adds">
      <Select value={null} placeholder={<><PlusOutlined /> {t('design.addItem')}</>} aria-label={t('design.addItem')} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={300} listHeight={380} options={options} onChange={value => pick(value ?? HAND)} />
      <Button icon={<PlusOutlined />} title={t('design.addOwnHint')} onClick={() => setAdding(true)}>{t('design.addOwn')}</Button>
      {adding && <AddValue design={design} close={() => setAdding(false)} added={(key, from, field) => put({ label: field.label, at: `#${key}` }, from)} />}
    </div>
  )
}

/** The field's own words in both languages where it has them. */
function labelOf({ said, form }: Design, choice: Choice): Text {
  return fieldAt(said.catalog, recordObject(said.catalog, form), choice.value)?.label ?? { zh: choice.label, en: '' }
}

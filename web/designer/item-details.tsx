// The settings of one place: its label, what fills it, how wide and high it is, how it is printed.
import { Button, Form, InputNumber } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Block, Form as PaperForm, Item } from '#core/form/form.ts'
import type { Patch } from '#core/form/edit.ts'
import type { Place } from '#core/form/edit-items.ts'
import { rowsOf, setItem } from '#core/form/edit-items.ts'
import type { Field } from '#core/field/field.ts'
import { useT } from '../lib/texts.ts'
import { BindSelect } from './bind-select.tsx'
import { fieldAt, recordObject } from './choices.ts'
import type { Design } from './design.ts'
import { Looks } from './looks.tsx'
import { OwnFields } from './own-fields.tsx'
import { OwnOptions } from './own-value.tsx'
import { ownRow, shareOf, weightFor } from './places.ts'
import { TextInput } from './text-input.tsx'

interface Props { design: Design; block: Block; place: Place }

/** The field behind a place, whoever keeps it. */
function fieldBehind({ form, said }: Design, at: string | undefined): Field | undefined {
  if (!at) return undefined
  const own = at.startsWith('#') ? form.values?.[at.slice(1)] : at.startsWith('@') ? form.params?.[at.slice(1)] : undefined
  return own ? { ...own, key: at } as Field : fieldAt(said.catalog, recordObject(said.catalog, form), at)
}

export function ItemDetails({ design, block, place }: Props): ReactNode {
  const { t } = useT()
  const { form, english } = design
  const items = rowsOf(block)[place.row] ?? []
  const item = items[place.item]
  if (!item) return null
  const mark = `${place.block}.${place.row}.${place.item}`
  const set = (patch: Patch<Item>, typed?: string, before: PaperForm = form): void => design.edit(setItem(before, place, patch), typed && `${typed} ${mark}`)
  const field = fieldBehind(design, item.at)
  const direct = item.at !== undefined && /^\w+$/.test(item.at)
  return (
    <>
      <TextInput label={t('design.label')} value={item.label} english={english} max={60} autoFocus={!item.label?.zh} onChange={label => set({ label }, 'label')} />
      <BindSelect design={design} label={t('design.what')} value={item} name={item.label} onChange={(bind, before) => set(bind, undefined, before)} />
      {item.at === undefined && item.text !== undefined && <TextInput label={t('design.printed')} value={item.text} english={english} max={300} onChange={text => set({ text: text ?? { zh: '', en: '' } }, 'text')} />}
      <div className="gu-admin-two">
        {items.length > 1 && <Share label={t('design.shareOfRow')} value={shareOf(items, place.item)} onChange={percent => set({ weight: weightFor(items, place.item, percent) }, 'weight')} />}
        {block.kind !== 'signatures' && <Lines value={item.lines} onChange={lines => set({ lines }, 'lines')} />}
      </div>
      {item.at && <OwnOptions design={design} bind={item.at} />}
      <Looks field={field} boxes={item.boxes} show={item.show} onChange={looks => set(looks)} />
      {direct && field && <OwnFields design={design} object={form.record} field={field} />}
      {block.kind === 'fields' && items.length > 1 && <Button size="small" onClick={() => { design.edit(ownRow(form, place)); design.choose({ block: place.block }) }}>{t('design.ownRow')}</Button>}
    </>
  )
}

export function Share({ label, value, onChange }: { label: string; value: number; onChange(percent: number): void }): ReactNode {
  const { t } = useT()
  const id = useId()
  return (
    <Form.Item label={<>{t('design.share')}<span className="gu-faint">&nbsp;· {label}</span></>} htmlFor={id}>
      <InputNumber id={id} min={1} max={95} precision={0} suffix="%" value={value} onChange={percent => { if (percent !== null) onChange(percent) }} />
    </Form.Item>
  )
}

function Lines({ value, onChange }: { value: number | undefined; onChange(lines: number | undefined): void }): ReactNode {
  const { t } = useT()
  const id = useId()
  return (
    <Form.Item label={t('design.lines')} htmlFor={id}>
      <InputNumber id={id} min={1} max={30} precision={0} suffix={t('design.linesUnit')} value={value ?? 1} onChange={lines => onChange(lines && lines > 1 ? lines : undefined)} />
    </Form.Item>
  )
}

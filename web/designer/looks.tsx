// How a value is printed otherwise than its field says: all choices with boxes, in ten thousands, as a weekday.
import { Form, Select } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Field } from '#core/field/field.ts'
import type { Item } from '#core/form/form.ts'
import { kindOf } from '#core/field/kinds.ts'
import { useT } from '../lib/texts.ts'
import { isSummable } from './summable.ts'

type Show = NonNullable<Item['show']>
interface Printed { boxes: Item['boxes'] | undefined; show: Item['show'] | undefined }

/** What makes sense for a field: asked of its kind, with what a rule comes to as its own kind. */
function showsFor(field: Field): Show[] {
  const kind = kindOf(field)
  if (isSummable(field)) return ['tenThousand', 'uppercase']
  return kind.ruleType === 'date' || kind.ruleType === 'datetime' ? ['weekday', 'year'] : []
}

export function Looks({ field, boxes, show, onChange }: Printed & { field: Field | undefined; onChange(looks: Partial<Printed>): void }): ReactNode {
  const { t } = useT()
  const id = useId()
  if (!field) return null
  const shows = showsFor(field)
  const printed: (Show | 'none')[] = [...new Set<Show | 'none'>(['none', ...shows, ...(show ? [show] : [])])]
  const all = [{ value: 'none', label: t('design.boxes.none') }, { value: 'true', label: t('design.boxes.true') }, { value: 'numbered', label: t('design.boxes.numbered') }]
  return (
    <>
      {'options' in field && (
        <Form.Item label={t('design.boxes')} htmlFor={`${id}-boxes`}>
          <Select id={`${id}-boxes`} value={String(boxes ?? 'none')} options={all} onChange={value => onChange({ boxes: value === 'true' ? true : value === 'numbered' ? 'numbered' : undefined })} />
        </Form.Item>
      )}
      {(shows.length > 0 || show) && (
        <Form.Item label={t('design.show')} htmlFor={`${id}-show`}>
          <Select<Show | 'none'> id={`${id}-show`} value={show ?? 'none'} options={printed.map(value => ({ value, label: t(`design.show.${value}`) }))} onChange={value => onChange({ show: value === 'none' ? undefined : value })} />
        </Form.Item>
      )}
    </>
  )
}

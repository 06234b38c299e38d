// How many rows a table has, and its total row. A number that a parameter says is that parameter's first value.
import { Form, Input, InputNumber, Switch } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Form as PaperForm } from '#core/form/form.ts'
import { setBlock, setPreset } from '#core/form/edit.ts'
import { useT } from '../lib/texts.ts'
import type { PartProps } from './part-editor.tsx'

type Props = PartProps<'grid'>
type Which = 'least' | 'most'

const presetOf = (form: PaperForm, bind: string): number | undefined => {
  const preset = form.params?.[bind.slice(1)]?.preset
  return typeof preset === 'number' ? preset : undefined
}

export function GridRows({ design, block, at }: Props): ReactNode {
  const { t } = useT()
  // Both of one parameter are one number.
  const both = typeof block.least === 'string' && block.least === block.most
  return (
    <>
      <h3>{t('design.rows')}</h3>
      <div className="gu-admin-two">
        {!both && <Count which="least" design={design} block={block} at={at} />}
        <Count which="most" design={design} block={block} at={at} />
      </div>
      <Total design={design} block={block} at={at} />
    </>
  )
}

function Count({ which, design, block, at }: Props & { which: Which }): ReactNode {
  const { t, say } = useT()
  const id = useId()
  const { form, edit } = design
  const value = block[which]
  const bind = typeof value === 'string' ? value : undefined
  const param = bind ? form.params?.[bind.slice(1)] : undefined
  const set = (count: number | null): void => {
    const mark = `${which} ${at}`
    if (bind) edit(setPreset(form, bind.slice(1), count ?? 1), mark)
    else edit(setBlock(form, at, 'grid', { [which]: count ?? undefined }), mark)
  }
  const hint = param ? t('design.rows.byParam', { name: say(param.label) }) : which === 'least' ? t('design.rows.leastHint') : undefined
  return (
    <Form.Item label={t(`design.rows.${which}`)} htmlFor={id} extra={hint}>
      <InputNumber id={id} min={which === 'least' ? 0 : 1} max={500} precision={0} suffix={t('design.rows.unit')} placeholder={which === 'most' ? t('design.rows.all') : '0'} value={(bind ? presetOf(form, bind) : value as number | undefined) ?? null} onChange={set} />
    </Form.Item>
  )
}

function Total({ design, block, at }: Props): ReactNode {
  const { t, lang } = useT()
  const id = useId()
  const { form, edit, original } = design
  const shipped = original.blocks.find(one => one.kind === 'grid' && one.key === block.key)
  const usual = shipped?.kind === 'grid' && shipped.total ? shipped.total : { zh: '合计', en: 'Total' }
  return (
    <Form.Item label={t('design.rows.total')} htmlFor={id}>
      <div className="gu-row">
        <Switch id={id} size="small" checked={block.total !== undefined} onChange={on => edit(setBlock(form, at, 'grid', { total: on ? usual : undefined }))} />
        {block.total && <Input className="gu-grow" aria-label={t('design.rows.totalLabel')} maxLength={40} value={block.total[lang] || block.total.zh} onChange={event => edit(setBlock(form, at, 'grid', { total: { ...block.total!, [lang]: event.target.value } }), `total ${at}`)} />}
      </div>
    </Form.Item>
  )
}

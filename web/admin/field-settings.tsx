// The settings of a field that only its kind asks for: choices, limits, where it links to, how it is worked out.
import { Form, Input, InputNumber, Select } from 'antd'
import { createElement } from 'react'
import type { ReactNode } from 'react'
import type { ResultName } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { RuleType } from '#core/rule/rule.ts'
import type { WebField } from '../lib/api-types.ts'
import { useT } from '../lib/texts.ts'
import { webKindOf } from '../field/inputs.tsx'
import '../field/field.css'
import type { FieldDraft } from './field-draft.ts'
import { asks, definitionOf } from './field-draft.ts'
import { OptionsEditor } from './options-editor.tsx'
import type { AllCatalog } from './queries.ts'
import { RuleEditor, verdictOf } from './rule-editor.tsx'

export interface SettingsProps { catalog: AllCatalog; object: ObjectDef; draft: FieldDraft; shipped: boolean; errors: Record<string, string>; set(patch: Partial<FieldDraft>): void }

interface ItemProps { name: string; label: string; errors: Record<string, string>; hint?: string; children: ReactNode; required?: boolean }

export function Item({ name, label, errors, hint, children, required = false }: ItemProps): ReactNode {
  return <Form.Item label={<>{label}{required && <span className="gu-required">*</span>}</>} htmlFor={`field-${name}`} validateStatus={errors[name] ? 'error' : undefined} help={errors[name]} extra={hint}>{children}</Form.Item>
}

export function KindSettings(props: SettingsProps): ReactNode {
  const { draft, shipped, errors, set } = props
  const { t } = useT()
  const has = (key: Parameters<typeof asks>[1]): boolean => asks(draft.kind, key, shipped)
  return (
    <>
      {has('options') && <Item name="options" label={t('field.options')} errors={errors} required><OptionsEditor options={draft.options} onChange={options => set({ options })} /></Item>}
      {has('to') && <Target {...props} />}
      {draft.kind === 'serial' && has('rule') && <Item name="rule" label={t('field.serialRule')} hint={t('field.serialHint')} errors={errors} required><Input id="field-rule" className="gu-mono" maxLength={100} value={draft.rule} onChange={event => set({ rule: event.target.value })} /></Item>}
      {draft.kind === 'computed' && has('rule') && <Formula {...props} />}
      {has('of') && <Rollup {...props} />}
      <Limits {...props} />
      {has('initial') && <Initial {...props} />}
      {has('fill') && <Fill {...props} />}
    </>
  )
}

function Target({ catalog, draft, errors, set }: SettingsProps): ReactNode {
  const { t, say } = useT()
  const options = [...catalog.objects.values()].filter(object => !object.retired && !object.internal && !object.parent).map(object => ({ value: object.name, label: say(object.label) }))
  return <Item name="to" label={t('field.to')} errors={errors} required><Select id="field-to" showSearch={{ optionFilterProp: 'label' }} value={draft.to || undefined} placeholder={t('field.toHint')} options={options} onChange={to => set({ to })} /></Item>
}

function Limits({ draft, shipped, errors, set }: SettingsProps): ReactNode {
  const { t } = useT()
  const has = (key: Parameters<typeof asks>[1]): boolean => asks(draft.kind, key, shipped)
  const derived = has('result')
  if (!has('maxLength') && !has('decimals') && !has('unit')) return null
  return (
    <div className="gu-admin-two">
      {has('maxLength') && <Item name="maxLength" label={t('field.maxLength')} errors={errors}><InputNumber id="field-maxLength" min={1} max={draft.kind === 'longText' ? 32_767 : 2000} precision={0} style={{ width: '100%' }} value={draft.maxLength ?? null} onChange={value => set({ maxLength: value ?? undefined })} /></Item>}
      {has('decimals') && (!derived || ['number', 'money', 'percent'].includes(draft.result)) && <Item name="decimals" label={t('field.decimals')} errors={errors}><InputNumber id="field-decimals" min={0} max={12} precision={0} style={{ width: '100%' }} value={draft.decimals ?? null} onChange={value => set({ decimals: value ?? undefined })} /></Item>}
      {has('min') && <Item name="min" label={t('field.min')} errors={errors}><Input id="field-min" inputMode="decimal" value={draft.min} onChange={event => set({ min: event.target.value })} /></Item>}
      {has('max') && <Item name="max" label={t('field.max')} errors={errors}><Input id="field-max" inputMode="decimal" value={draft.max} onChange={event => set({ max: event.target.value })} /></Item>}
      {has('unit') && <Item name="unit" label={t('field.unit')} errors={errors}><Input id="field-unit" maxLength={20} value={draft.unit.zh} placeholder={t('field.unitHint')} onChange={event => set({ unit: { zh: event.target.value, en: draft.unit.en } })} /></Item>}
    </div>
  )
}

/** The default value, typed as it is typed in a record. */
function Initial({ draft, errors, set }: SettingsProps): ReactNode {
  const { t } = useT()
  if (draft.fill) return null
  const field = { ...definitionOf(draft), key: 'initial', right: 'write', label: draft.label } as unknown as WebField
  return (
    <Item name="initial" label={t('field.initial')} errors={errors}>
      {createElement(webKindOf(field).Input, { field, id: 'field-initial', value: draft.initial ?? null, invalid: false, onRefuse: () => undefined, onChange: (value: unknown) => set({ initial: value ?? undefined }) } as never)}
    </Item>
  )
}

const FILLS = { date: 'today', datetime: 'now', user: 'me', department: 'myDepartment' } as const

function Fill({ draft, errors, set }: SettingsProps): ReactNode {
  const { t } = useT()
  const fill = Object.hasOwn(FILLS, draft.kind) ? FILLS[draft.kind as keyof typeof FILLS] : undefined
  if (!fill) return null
  const options = [{ value: '', label: t('fill.none') }, { value: fill, label: t(`fill.${fill}`) }]
  return <Item name="fill" label={t('field.fill')} errors={errors}><Select id="field-fill" value={draft.fill ?? ''} options={options} onChange={value => set({ fill: value === '' ? undefined : fill, initial: undefined })} /></Item>
}

const RESULTS: Partial<Record<RuleType, ResultName[]>> = { text: ['text'], number: ['number', 'money', 'percent', 'integer'], date: ['date'], boolean: ['yesNo'] }

function Formula({ catalog, object, draft, errors, set }: SettingsProps): ReactNode {
  const { t, lang } = useT()
  const verdict = verdictOf(catalog, object, draft.rule, lang)
  const fits = verdict && 'type' in verdict ? RESULTS[verdict.type] ?? [] : []
  const type = (rule: string): void => {
    const next = verdictOf(catalog, object, rule, lang)
    const results = next && 'type' in next ? RESULTS[next.type] ?? [] : []
    set({ rule, ...(results[0] && !results.includes(draft.result) ? { result: results[0] } : {}) })
  }
  return (
    <>
      <Item name="rule" label={t('field.formula')} errors={errors} required><RuleEditor id="field-rule" catalog={catalog} object={object} value={draft.rule} placeholder={t('field.formulaHint')} invalid={errors['rule'] !== undefined} onChange={type} /></Item>
      <Item name="result" label={t('field.result')} errors={errors}><Select id="field-result" value={draft.result} options={(fits.length > 0 ? fits : [draft.result]).map(value => ({ value, label: t(`result.${value}`) }))} onChange={result => set({ result })} /></Item>
    </>
  )
}

function Rollup({ catalog, object, draft, errors, set }: SettingsProps): ReactNode {
  const { t, say } = useT()
  const sources = [...catalog.objects.values()].filter(one => !one.retired).flatMap(child => Object.values(child.fields)
    .filter(field => !field.retired && !field.system && kindOf(field).target?.(field)?.object === object.name && !kindOf(field).target?.(field)?.many)
    .map(field => ({ value: `${child.name}.${field.key}`, label: t('field.ofBy', { object: say(child.label), field: say(field.label) }) })))
  const child = catalog.objects.get(draft.of)
  const fields = child ? Object.values(child.fields).filter(field => !field.retired && (kindOf(field).numeric || (draft.fn !== 'sum' && field.kind === 'date'))) : []
  /** The result is of the kind of what is added up. */
  const resultOf = (key: string): ResultName => {
    const field = child?.fields[key]
    if (field && 'result' in field) return field.result
    return field && ['money', 'percent', 'integer', 'date'].includes(field.kind) ? field.kind as ResultName : 'number'
  }
  return (
    <>
      <Item name="of" label={t('field.of')} errors={errors} required><Select id="field-of" value={draft.of ? `${draft.of}.${draft.by}` : undefined} placeholder={sources.length === 0 ? t('field.ofNone') : t('field.toHint')} options={sources} onChange={value => { const [of = '', by = ''] = value.split('.'); set({ of, by, field: '' }) }} /></Item>
      <div className="gu-admin-two">
        <Item name="fn" label={t('field.fn')} errors={errors}><Select id="field-fn" value={draft.fn} options={(['count', 'sum', 'min', 'max'] as const).map(value => ({ value, label: t(`fn.${value}`) }))} onChange={fn => set({ fn, field: '', result: fn === 'count' ? 'integer' : draft.result })} /></Item>
        {draft.fn !== 'count' && <Item name="field" label={t('field.fnField')} errors={errors} required><Select id="field-field" value={draft.field || undefined} options={fields.map(field => ({ value: field.key, label: say(field.label) }))} onChange={field => set({ field, result: resultOf(field) })} /></Item>}
      </div>
      {child && <Item name="where" label={t('field.where')} errors={errors}><RuleEditor id="field-where" catalog={catalog} object={child} value={draft.where} want="boolean" placeholder={t('field.whereHint')} onChange={where => set({ where })} /></Item>}
    </>
  )
}

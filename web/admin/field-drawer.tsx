// A field made or changed: first its kind, then its name, its settings and how delicate it is.
import { Alert, Button, Checkbox, Drawer, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Field, Sensitivity } from '#core/field/field.ts'
import { kindOf, kinds } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Lang, Text } from '#core/lib/text.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { catalogTexts, useCatalogActs } from './catalog-acts.ts'
import type { FieldDraft } from './field-draft.ts'
import { asks, changeOf, definitionOf, draftFrom, lacking, newDraft } from './field-draft.ts'
import type { SettingsProps } from './field-settings.tsx'
import { Item, KindSettings } from './field-settings.tsx'
import { KindCards, KindIcon } from './kind-cards.tsx'
import type { AllCatalog } from './queries.ts'
import { toKeys, toLabels } from './rule-names.ts'

interface Props { catalog: AllCatalog; object: ObjectDef; field?: Field; close(): void }

/** The formulas of a draft with labels, as people read them. */
function readable(catalog: AllCatalog, object: ObjectDef, draft: FieldDraft, lang: Lang): FieldDraft {
  const child = catalog.objects.get(draft.of)
  return { ...draft, rule: draft.kind === 'computed' ? toLabels(object, draft.rule, lang) : draft.rule, where: child ? toLabels(child, draft.where, lang) : draft.where }
}

/** The same with keys, as they are kept. */
function storable(catalog: AllCatalog, object: ObjectDef, draft: FieldDraft): FieldDraft {
  const child = catalog.objects.get(draft.of)
  return { ...draft, rule: draft.kind === 'computed' ? toKeys(catalog, object, draft.rule) : draft.rule, where: child ? toKeys(catalog, child, draft.where) : draft.where }
}

export function FieldDrawer({ catalog, object, field, close }: Props): ReactNode {
  const { t, lang, say } = useT()
  const feedback = useSay()
  const acts = useCatalogActs()
  const [draft, setDraft] = useState<FieldDraft | undefined>(() => field && readable(catalog, object, draftFrom(field), lang))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const shipped = field !== undefined && !field.custom
  const set = (patch: Partial<FieldDraft>): void => {
    setDraft(draft && { ...draft, ...patch })
    setErrors(Object.fromEntries(Object.entries(errors).filter(([key]) => !(key in patch) && key !== '')))
  }
  const send = async (ready: FieldDraft): Promise<void> => {
    const kept = storable(catalog, object, ready)
    const change = field && changeOf(field, kept)
    if (change === undefined) await acts.addField(object.name, definitionOf(kept))
    else if (Object.keys(change).length > 0) await acts.changeField(object.name, field!.key, change)
  }
  const save = async (): Promise<void> => {
    if (!draft) return
    const empty = lacking(draft).filter(key => asks(draft.kind, key, shipped))
    if (empty.length > 0) { setErrors(Object.fromEntries(empty.map(key => [key, t(`lack.${key as 'label'}`)]))); return }
    setBusy(true)
    try {
      await send(draft)
      feedback.ok(t(field ? 'word.saved' : 'field.added', { name: say(draft.label) }))
      close()
    } catch (error) {
      setErrors(catalogTexts(error, { t, lang, catalog, object: object.name, key: field?.key }))
      setBusy(false)
    }
  }
  const title = field ? t('field.editTitle', { name: say(field.label) }) : draft ? <span className="gu-row"><KindIcon kind={draft.kind} /> {t('field.newOf', { kind: kinds[draft.kind].label[lang] })}</span> : t('field.chooseKind')
  const footer = draft && (
    <div className="gu-row">{!field && <Button onClick={() => { setDraft(undefined); setErrors({}) }}>{t('field.otherKind')}</Button>}<span className="gu-grow" /><Button onClick={close}>{t('word.cancel')}</Button><Button type="primary" loading={busy} onClick={() => void save()}>{t(field ? 'word.save' : 'field.add')}</Button></div>)
  return (
    <Drawer open onClose={close} size="min(620px, 100vw)" title={title} footer={footer} mask={{ closable: !draft }}>
      {draft === undefined ? <KindCards choose={kind => setDraft(newDraft(kind))} /> : <FieldForm catalog={catalog} object={object} draft={draft} shipped={shipped} errors={errors} set={set} field={field} save={() => void save()} />}
    </Drawer>
  )
}

function FieldForm({ field, save, ...props }: SettingsProps & { field?: Field; save(): void }): ReactNode {
  const { t, lang } = useT()
  const { draft, errors, set, shipped } = props
  return (
    <Form layout="vertical" onFinish={save} className="gu-admin-panel">
      {errors[''] && <Alert type="error" showIcon title={errors['']} />}
      {shipped && field && <Alert type="info" showIcon title={t('field.shipped', { kind: kindOf(field).label[lang] })} />}
      <Bilingual name="label" label={t('field.label')} value={draft.label} errors={errors} max={60} required autoFocus onChange={label => set({ label })} />
      <KindSettings {...props} />
      <Flags {...props} />
      <Bilingual name="help" label={t('field.help')} value={draft.help} errors={errors} max={200} hint={t('field.helpHint')} onChange={help => set({ help })} />
      <Privacy {...props} />
    </Form>
  )
}

interface BilingualProps { name: string; label: string; value: Text; errors: Record<string, string>; max: number; hint?: string; required?: boolean; autoFocus?: boolean; onChange(text: Text): void }

export function Bilingual({ name, label, value, errors, max, hint, required, autoFocus, onChange }: BilingualProps): ReactNode {
  const { t } = useT()
  return (
    <Item name={name} label={label} errors={errors} hint={hint} required={required}>
      <div className="gu-admin-two close">
        <Input id={`field-${name}`} autoFocus={autoFocus} maxLength={max} value={value.zh} placeholder={t('field.inZh')} onChange={event => onChange({ ...value, zh: event.target.value })} />
        <Input aria-label={`${label} ${t('field.inEn')}`} maxLength={max} value={value.en} placeholder={t('field.inEn')} onChange={event => onChange({ ...value, en: event.target.value })} />
      </div>
    </Item>
  )
}

function Flags({ draft, shipped, errors, set }: SettingsProps): ReactNode {
  const { t } = useT()
  const flags = (['required', 'unique', 'search'] as const).filter(key => asks(draft.kind, key, shipped) && draft.kind !== 'serial')
  if (flags.length === 0) return null
  return (
    <Form.Item validateStatus={flags.some(key => errors[key]) ? 'error' : undefined} help={flags.map(key => errors[key]).find(Boolean)}>
      <div className="gu-admin-flags">{flags.map(key => <Checkbox key={key} checked={draft[key]} onChange={event => set({ [key]: event.target.checked })}>{t(`flag.${key}`)}<span className="gu-faint gu-small"> {t(`flag.${key}Hint`)}</span></Checkbox>)}</div>
    </Form.Item>
  )
}

function Privacy({ draft, errors, set }: SettingsProps): ReactNode {
  const { t } = useT()
  return (
    <>
      <Item name="sensitivity" label={t('field.sensitivity')} errors={errors} hint={t(`sensitivity.${draft.sensitivity}Hint`)}>
        <Segmented<Sensitivity> value={draft.sensitivity} onChange={sensitivity => set({ sensitivity })} options={(['general', 'restricted', 'sensitive'] as const).map(value => ({ value, label: t(`sensitivity.${value}`) }))} />
      </Item>
      {draft.sensitivity !== 'general' && <Bilingual name="purpose" label={t('field.why')} value={draft.purpose} errors={errors} max={200} hint={t('field.whyHint')} required onChange={purpose => set({ purpose })} />}
    </>
  )
}

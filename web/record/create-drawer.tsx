// The form of a new record, with a hint when something very like it exists already.
import { Alert, Button, Drawer, Popconfirm } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Link as To } from '@tanstack/react-router'
import { kindOf } from '#core/field/kinds.ts'
import { newKey } from '../lib/api.ts'
import type { WebField, WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields, useCatalog } from '../lib/catalog.ts'
import { useKey } from '../lib/keys.ts'
import { useNarrow } from '../lib/media.ts'
import { usePaused } from '../lib/paused.ts'
import { fieldTexts, useSay } from '../lib/say.ts'
import { useMe } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { initialValues } from '../field/initial.ts'
import { useLookup } from '../field/reference-input.tsx'
import type { Form } from './form.ts'
import { missing, toSend, useForm } from './form.ts'
import { useRecordActs } from './queries.ts'
import { Sections } from './sections.tsx'
import './record.css'

interface Props { object: WebObject; open: boolean; preset?: Record<string, unknown>; close(): void; created?(row: WireRow): void }

const typed = (field: WebField): boolean => field.right === 'write' && !field.readOnly && kindOf(field).typed && field.kind !== 'serial'

export function CreateDrawer({ object, open, preset, close, created }: Props): ReactNode {
  const { t, say } = useT()
  const narrow = useNarrow()
  return (
    <Drawer open={open} onClose={close} size={narrow ? '100%' : 'min(760px, 92vw)'} title={t('record.new', { object: say(object.label) })} styles={{ body: { padding: 0 } }} destroyOnHidden>
      {open && <CreateForm object={object} preset={preset} close={close} created={created} />}
    </Drawer>
  )
}

export interface Creating { form: Form; busy: boolean; save(): Promise<WireRow | undefined> }

export function useCreating(object: WebObject, preset: Record<string, unknown> | undefined, draftKey: string): Creating {
  const { t, lang } = useT()
  const say = useSay()
  const me = useMe()
  const catalog = useCatalog()
  const acts = useRecordActs(object.name)
  const base = useMemo(() => ({ ...initialValues(object, me), ...preset }), [object, me, preset])
  const form = useForm(object, base, draftKey)
  const once = useRef(newKey())
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<WireRow | undefined> => {
    const empty = missing(object, form.values)
    if (empty.length > 0) form.fail(Object.fromEntries(empty.map(key => [key, t('word.required', { label: object.fields[key]?.label[lang] ?? key })])))
    if (!form.readable || empty.length > 0) {
      say.warn(form.readable ? t('record.required') : t('record.badInput'))
      document.getElementById(`f-${empty[0] ?? ''}`)?.focus()
      return undefined
    }
    setBusy(true)
    try {
      const sent = Object.fromEntries(liveFields(object).filter(field => typed(field) && form.values[field.key] !== undefined).map(field => [field.key, form.values[field.key]]))
      const row = await acts.create(toSend(catalog, object, sent), once.current)
      once.current = newKey()
      form.clear()
      return row
    } catch (error) {
      // A refused record was not made: the next try is a new one.
      once.current = newKey()
      form.fail(fieldTexts(error, lang))
      say.fail(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { form, busy, save }
}

function CreateForm({ object, preset, close, created }: Omit<Props, 'open'>): ReactNode {
  const { t } = useT()
  const say = useSay()
  const { form, busy, save } = useCreating(object, preset, `new:${object.name}`)
  const [round, setRound] = useState(0)
  const first = liveFields(object).find(typed)?.key
  const run = async (next: boolean): Promise<void> => {
    const row = await save()
    if (!row) return
    say.ok(t('record.created', { title: String(row[object.title] ?? '') }))
    setRound(round + 1)
    if (!next) { close(); created?.(row) }
  }
  useKey('mod+s', () => void run(false), { whileTyping: true })
  useKey('mod+enter', () => void run(false), { whileTyping: true })
  return (
    <div className="gu-record">
      <div className="gu-record-body" key={round}>
        {form.restored && form.dirty && <Alert type="info" showIcon title={t('record.restored')} action={<Button size="small" onClick={form.clear}>{t('record.discard')}</Button>} />}
        {form.errors[''] && <Alert type="error" showIcon title={form.errors['']} />}
        <Similar object={object} values={form.values} />
        <Sections object={object} form={form} editing="all" canEdit only={typed} autoFocus={first} />
      </div>
      <div className="gu-savebar">
        <span className="gu-grow" />
        {form.dirty ? <Popconfirm title={t('record.discardAsk')} onConfirm={() => { form.clear(); close() }}><Button>{t('word.cancel')}</Button></Popconfirm> : <Button onClick={close}>{t('word.cancel')}</Button>}
        <Button disabled={busy} onClick={() => void run(true)}>{t('record.saveNext')}</Button>
        <Button type="primary" loading={busy} onClick={() => void run(false)}>{t('record.saveNew')}</Button>
      </div>
    </div>
  )
}

/** The same name or phone in the base: seen before the second record is made, not after. */
export function Similar({ object, values }: { object: WebObject; values: Record<string, unknown> }): ReactNode {
  const { t } = useT()
  const field = object.fields[object.title]
  const name = field?.kind === 'text' ? String(values[object.title] ?? '').trim() : ''
  const asked = usePaused(name, 350)
  const found = useLookup(object.name, asked, asked.length >= 2)
  const rows = asked.length >= 2 && name === asked ? (found.data ?? []).slice(0, 3) : []
  if (rows.length === 0) return null
  return (
    <Alert type="warning" showIcon title={<span>{t('record.similar')} {rows.map((row, i) => (
      <span key={row.id}>{i > 0 && '、'}<To to="/o/$object/$id" params={{ object: object.name, id: row.id }} target="_blank">{row.label}</To>{row.hint ? <span className="gu-faint"> {row.hint}</span> : null}</span>))}</span>} />
  )
}

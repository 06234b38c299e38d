// A formula: typed as text, checked with each key, with the fields and functions that may be used beside it.
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { Input, Tabs } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea.js'
import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { AppError } from '#core/lib/error.ts'
import type { Lang } from '#core/lib/text.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { checkedRule, ruleTypeOf } from '#core/object/rule-scope.ts'
import { ruleFunctions } from '#core/rule/rule.ts'
import type { RuleType } from '#core/rule/rule.ts'
import { useT } from '../lib/texts.ts'
import type { AllCatalog } from './queries.ts'

export type RuleVerdict = { type: RuleType; volatile: boolean } | { fault: string } | undefined

export function verdictOf(catalog: AllCatalog, object: ObjectDef, text: string, lang: Lang, want?: RuleType): RuleVerdict {
  if (text.trim() === '') return undefined
  try {
    const { type, volatile } = checkedRule(catalog, object, text, want)
    return { type, volatile }
  } catch (fault) {
    if (fault instanceof AppError) return { fault: messageOf({ key: fault.key, params: fault.params }, lang) }
    throw fault
  }
}

interface Props { id: string; catalog: AllCatalog; object: ObjectDef; value: string; onChange(value: string): void; want?: RuleType; placeholder: string; invalid?: boolean }

export function RuleEditor({ id, catalog, object, value, onChange, want, placeholder, invalid }: Props): ReactNode {
  const { t, lang } = useT()
  const area = useRef<TextAreaRef>(null)
  const verdict = useMemo(() => verdictOf(catalog, object, value, lang, want), [catalog, object, value, lang, want])
  const insert = (text: string): void => {
    const place = area.current?.resizableTextArea?.textArea
    const [from, to] = place ? [place.selectionStart, place.selectionEnd] : [value.length, value.length]
    onChange(value.slice(0, from) + text + value.slice(to))
    requestAnimationFrame(() => { place?.focus(); place?.setSelectionRange(from + text.length, from + text.length) })
  }
  return (
    <div className="gu-rule">
      <Input.TextArea ref={area} id={id} value={value} placeholder={placeholder} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} spellCheck={false} className="gu-mono" status={invalid || (verdict && 'fault' in verdict) ? 'error' : undefined} onChange={event => onChange(event.target.value)} />
      <div className="gu-rule-verdict" role="status">
        {verdict && ('fault' in verdict
          ? <span className="gu-admin-bad"><CloseCircleFilled aria-hidden /> {verdict.fault}</span>
          : <span className="gu-admin-ok"><CheckCircleFilled aria-hidden /> {t('rule.fine', { type: t(`rule.${verdict.type}`) })}{verdict.volatile ? ` ${t('rule.volatile')}` : ''}</span>)}
      </div>
      <Tabs size="small" items={[
        { key: 'fields', label: t('rule.fields'), children: <FieldList object={object} insert={insert} /> },
        { key: 'functions', label: t('rule.functions'), children: <FunctionList insert={insert} /> },
      ]} />
    </div>
  )
}

function FieldList({ object, insert }: { object: ObjectDef; insert(text: string): void }): ReactNode {
  const { say } = useT()
  const fields = Object.values(object.fields).filter(field => !field.retired && ruleTypeOf(field) !== null)
  return <div className="gu-rule-list">{fields.map(field => <button key={field.key} type="button" className="gu-plain gu-chip" onClick={() => insert(nameOf(object, field.key, say(field.label)))}>{say(field.label)}</button>)}</div>
}

/** The label where the rule language can read it as one word, else the key. */
function nameOf(object: ObjectDef, key: string, label: string): string {
  const twice = Object.values(object.fields).filter(field => field.label.zh === label || field.label.en === label).length > 1
  return twice || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(label) || Object.hasOwn(object.fields, label) ? key : label
}

function FunctionList({ insert }: { insert(text: string): void }): ReactNode {
  const { t, lang } = useT()
  const [text, setText] = useState('')
  const shown = ruleFunctions.filter(entry => `${entry.usage} ${entry.zh} ${entry.en}`.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <>
      <Input allowClear size="small" value={text} placeholder={t('rule.searchFunctions')} aria-label={t('rule.searchFunctions')} onChange={event => setText(event.target.value)} />
      <dl className="gu-rule-functions">
        {shown.map(entry => <div key={entry.name}><dt><button type="button" className="gu-plain gu-mono" onClick={() => insert(entry.usage.split(' / ')[0]?.replace(/, \.\.\./, '') ?? entry.name)}>{entry.usage}</button></dt><dd className="gu-dim">{entry[lang]}</dd></div>)}
      </dl>
    </>
  )
}

// Child lines inside their parent: an editable mini table with its sums.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { createElement } from 'react'
import type { ReactNode } from 'react'
import type { Field, FieldOf, KindName } from '#core/field/field.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { add } from '#core/lib/decimal.ts'
import type { WebField } from '../lib/api-types.ts'
import { liveFields, useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { initialValues } from './initial.ts'
import type { InputProps, ShowProps, WebKind } from './kind.ts'
import { isBlank, MASK } from './kind.ts'
import { formatAt } from './path.ts'
import { computeOwn } from './rules.ts'
import { ShowText } from './show.tsx'

type Line = Record<string, unknown>

/** The table of web kinds, handed in: it holds these very components, and modules must not import in a circle. */
interface WithKinds { webKindOf(field: Field): WebKind<KindName> }

function Cell({ field, value, webKindOf }: WithKinds & { field: WebField; value: unknown }): ReactNode {
  if (isBlank(value) || value === MASK) return <span className="gu-faint">{value === MASK ? MASK : '—'}</span>
  return createElement(webKindOf(field).Show ?? ShowText, { field, value } as never)
}

const linesOf = (value: unknown): Line[] => (Array.isArray(value) ? value as Line[] : [])

function useLineFields(field: FieldOf<'lines'>): WebField[] {
  const child = useObject(field.of)
  return child ? liveFields(child).filter(one => one.key !== field.by && !one.system && !isKind(one, 'json') && !isKind(one, 'lines')) : []
}

const canSum = (field: WebField): boolean => (isKind(field, 'money') || isKind(field, 'number') || isKind(field, 'integer')
  || ((isKind(field, 'computed') || isKind(field, 'rollup')) && (field.result === 'money' || field.result === 'number'))) && !/price|单价|cost/i.test(field.key)

/** Exact: decimal strings are added as decimals. */
const sumOf = (field: WebField, lines: Line[]): string =>
  lines.map(line => line[field.key]).filter(value => /^-?\d+(\.\d+)?$/.test(String(value ?? ''))).reduce<string>((sum, value) => add(sum, String(value)), '0')

function Sums({ fields, lines, tail }: { fields: WebField[]; lines: Line[]; tail: boolean }): ReactNode {
  const { t, lang } = useT()
  if (lines.length < 2 || !fields.some(canSum)) return null
  return (
    <tfoot><tr>{fields.map((field, i) => <td key={field.key} className={canSum(field) ? 'num' : undefined}>{canSum(field) ? formatAt({ field, part: '' }, sumOf(field, lines), lang) : i === 0 ? t('field.sum') : null}</td>)}{tail && <td />}</tr></tfoot>
  )
}

function Head({ fields, tail }: { fields: WebField[]; tail: boolean }): ReactNode {
  const { say } = useT()
  return <thead><tr>{fields.map(field => <th key={field.key} scope="col" className={kindOf(field).align === 'right' ? 'num' : undefined}>{say(field.label)}{tail && field.required && <span className="gu-required">*</span>}</th>)}{tail && <th aria-hidden />}</tr></thead>
}

export function ShowLines({ field, value, webKindOf }: ShowProps<'lines'> & WithKinds): ReactNode {
  const fields = useLineFields(field)
  const lines = linesOf(value)
  return (
    <div className="gu-lines read">
      <table><Head fields={fields} tail={false} />
        <tbody>{lines.map((line, i) => <tr key={String(line.id ?? i)}>{fields.map(one => <td key={one.key} className={kindOf(one).align === 'right' ? 'num' : undefined}><Cell webKindOf={webKindOf} field={one} value={line[one.key]} /></td>)}</tr>)}</tbody>
        <Sums fields={fields} lines={lines} tail={false} />
      </table>
    </div>
  )
}

export function LinesInput({ field, value, onChange, onRefuse, id, webKindOf }: InputProps<'lines'> & WithKinds): ReactNode {
  const { t } = useT()
  const child = useObject(field.of)
  const fields = useLineFields(field)
  const work = (line: Line): Line => (child ? computeOwn(child, line) : line)
  const lines = linesOf(value)
  const set = (at: number, key: string, next: unknown): void => onChange(lines.map((line, i) => (i === at ? work({ ...line, [key]: next }) : line)))
  return (
    <div className="gu-lines">
      <table><Head fields={fields} tail />
        <tbody>{lines.map((line, at) => (
          // Lines have no id before they are saved: their place is their name, and inputs hold no text of their own once read.
          <tr key={String(line.id ?? line._key ?? at)}>
            {fields.map(one => (
              <td key={one.key} className={kindOf(one).align === 'right' ? 'num' : undefined}>
                {one.right === 'write' && kindOf(one).typed
                  ? createElement(webKindOf(one).Input, { field: one, value: line[one.key] ?? null, id: `${id}-${at}-${one.key}`, invalid: false, onRefuse, onChange: (next: unknown) => set(at, one.key, next) } as never)
                  : <Cell webKindOf={webKindOf} field={one} value={line[one.key]} />}
              </td>
            ))}
            <td className="end"><Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('field.removeLine', { n: at + 1 })} onClick={() => onChange(lines.filter((_, i) => i !== at))} /></td>
          </tr>
        ))}</tbody>
        <Sums fields={fields} lines={lines} tail />
      </table>
      <Button id={id} type="text" icon={<PlusOutlined />} aria-label={t('field.addLine')} onClick={() => onChange([...lines, { ...(child ? initialValues(child, undefined) : {}), _key: crypto.randomUUID() }])}>{t('field.addLine')}</Button>
    </div>
  )
}

/** What is sent: without the names of unsaved lines and without what nobody types. */
export function linesToSend(value: unknown, child: { fields: Record<string, WebField> } | undefined, by: string): Line[] {
  return linesOf(value).map(line => Object.fromEntries(Object.entries(line).filter(([key, one]) => {
    const field = child?.fields[key]
    return key === 'id' || (field !== undefined && key !== by && field.right === 'write' && kindOf(field).typed && !(isBlank(one) && line.id === undefined))
  })))
}

// A link to another record: type ahead by name, code, phone or pinyin initials; create one on the way when allowed.
import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Divider, Select, Spin } from 'antd'
import { createElement, Suspense, use, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import { api, query } from '../lib/api.ts'
import type { Link, WebField } from '../lib/api-types.ts'
import { useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { usePaused } from '../lib/paused.ts'
import type { InputProps } from './kind.ts'
import { QuickCreateContext } from './quick-create-context.ts'

const asLink = (value: unknown): Link | undefined =>
  typeof value === 'object' && value !== null && 'id' in value ? value as Link : typeof value === 'string' ? { id: value, label: value } : undefined

export const useLookup = (object: string, text: string, enabled: boolean) => useQuery({
  queryKey: ['records', object, 'lookup', text], enabled, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => api<Link[]>(`/api/lookup/${object}${query({ q: text })}`, { signal }),
})

const Hinted = ({ data }: { data: { label?: ReactNode; hint?: string } }): ReactNode => <span className="gu-row"><span className="gu-cut gu-grow">{data.label}</span><span className="gu-faint gu-small gu-cut">{data.hint}</span></span>

/** The list of what is found, with the way to a new one below it. */
const withAdd = (add: ReactNode) => (menu: ReactElement): ReactElement => (add ? <>{menu}<Divider style={{ margin: '4px 0' }} />{add}</> : menu)

interface PickProps { object: string; many: boolean; links: Link[]; onPick(links: Link[]): void; id?: string; invalid?: boolean; autoFocus?: boolean; canCreate?: boolean; placeholder?: string; openAtOnce?: boolean }

export function RecordPick({ object, many, links, onPick, id, invalid, autoFocus, canCreate = false, placeholder, openAtOnce = false }: PickProps): ReactNode {
  const { t } = useT()
  const [open, setOpen] = useState(openAtOnce)
  const [text, setText] = useState('')
  const [creating, setCreating] = useState<string>()
  const QuickCreate = use(QuickCreateContext)
  const target = useObject(object)
  const found = useLookup(object, usePaused(text.trim()), open)
  const rows = [...links.filter(link => !found.data?.some(row => row.id === link.id)), ...found.data ?? []]
  const take = (ids: string[]): void => onPick(ids.map(one => rows.find(row => row.id === one)).filter(row => row !== undefined))
  const begin = (): void => { setCreating(text); setOpen(false) }
  const add = canCreate && QuickCreate && target?.can.create && <Button type="text" block icon={<PlusOutlined />} style={{ justifyContent: 'flex-start' }} onMouseDown={event => event.preventDefault()} onClick={begin}>{text ? t('field.createNamed', { name: text }) : t('field.create')}</Button>
  return (
    <>
      <Select<string[] | string> id={id} style={{ width: '100%' }} mode={many ? 'multiple' : undefined} allowClear autoFocus={autoFocus} status={invalid ? 'error' : undefined} placeholder={placeholder}
        value={many ? links.map(link => link.id) : links[0]?.id} defaultOpen={openAtOnce} onOpenChange={setOpen}
        showSearch={{ filterOption: false, onSearch: setText }}
        notFoundContent={found.isFetching ? <Spin size="small" /> : t('field.noneFound')}
        options={rows.map(row => ({ value: row.id, label: row.label, hint: row.hint }))}
        optionRender={Hinted}
        onChange={next => take(next === undefined || next === null ? [] : Array.isArray(next) ? next : [next])}
        popupRender={withAdd(add)} />
      {creating !== undefined && target && QuickCreate && (
        <Suspense>{createElement(QuickCreate, { object: target, name: creating, close: () => setCreating(undefined), done: link => { setCreating(undefined); onPick(many ? [...links, link] : [link]) } })}</Suspense>
      )}
    </>
  )
}

/** For every kind that points to records: one or several, users and departments too. */
export function ReferenceInput({ field, value, onChange, onRefuse: _unused, typedFirst: _text, ...rest }: InputProps): ReactNode {
  const target = kindOf(field as WebField).target?.(field as WebField)
  if (!target) return null
  const links = (Array.isArray(value) ? value : [value]).map(asLink).filter(link => link !== undefined)
  return <RecordPick {...rest} object={target.object} many={target.many} links={links} canCreate onPick={next => onChange(target.many ? (next.length > 0 ? next : null) : next[0] ?? null)} />
}

export function TagsInput({ value, onChange, id, invalid, autoFocus }: InputProps<'tags'>): ReactNode {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const known = useObject('tag')
  const found = useLookup('tag', usePaused(text.trim()), open && known?.can.read === true)
  return (
    <Select id={id} style={{ width: '100%' }} mode="tags" allowClear tokenSeparators={[',', '，', '、', ';', '；']} value={(value as string[] | null) ?? []} status={invalid ? 'error' : undefined} autoFocus={autoFocus}
      onOpenChange={setOpen} showSearch={{ onSearch: setText }} options={(found.data ?? []).map(row => ({ value: row.label, label: row.label }))} onChange={(next: string[]) => onChange(next.length > 0 ? next : null)} />
  )
}

// How values are read on a page: links lead on, choices carry their colour, phones dial.
import { Link as To } from '@tanstack/react-router'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import { addressLine } from '#core/field/kinds/address.ts'
import type { Address } from '#core/field/kinds/address.ts'
import type { Option } from '#core/field/field.ts'
import type { Link, WebField } from '../lib/api-types.ts'
import { useCatalog } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { Person } from '../ui/person.tsx'
import { FileLinks } from './attachment-input.tsx'
import type { ShowProps } from './kind.ts'

const links = (value: unknown): Link[] => (Array.isArray(value) ? value : [value]).filter((link): link is Link => typeof link === 'object' && link !== null && 'id' in link)

export function ShowLinks({ field, value }: ShowProps): ReactNode {
  const catalog = useCatalog()
  const target = kindOf(field as WebField).target?.(field as WebField)
  const object = target ? catalog.objects.get(target.object) : undefined
  return links(value).map((link, i) => (
    <span key={link.id}>{i > 0 && '、'}{object?.can.read && !object.internal ? <To to="/o/$object/$id" params={{ object: object.name, id: link.id }}>{link.label}</To> : link.label}</span>
  ))
}

export function ShowUser({ value }: ShowProps<'user'>): ReactNode {
  const [user] = links(value)
  return user ? <span className="gu-row" style={{ display: 'inline-flex', gap: 6 }}><Person name={user.label} size={20} />{user.label}</span> : null
}

const OptionTag = ({ option, value }: { option?: Option; value: unknown }): ReactNode => {
  const { say } = useT()
  const label = option ? say(option.label) : String(value)
  return option?.color && option.color !== 'default' ? <Tag color={option.color}>{label}</Tag> : <Tag>{label}</Tag>
}

export function ShowChoice({ field, value }: ShowProps<'choice'>): ReactNode {
  const option = field.options.find(one => one.value === value)
  return option?.color ? <OptionTag option={option} value={value} /> : <PlainOption option={option} value={value} />
}

function PlainOption({ option, value }: { option?: Option; value: unknown }): ReactNode {
  const { say } = useT()
  return option ? say(option.label) : String(value)
}

export function ShowChoices({ field, value }: ShowProps<'choices'>): ReactNode {
  return (value as string[]).map(one => <OptionTag key={one} option={field.options.find(option => option.value === one)} value={one} />)
}

export const ShowTags = ({ value }: ShowProps<'tags'>): ReactNode => (value as string[]).map(tag => <Tag key={tag}>{tag}</Tag>)

export function ShowText({ field, value }: ShowProps): ReactNode {
  const { lang } = useT()
  return kindOf(field as WebField).format(value, field as WebField, lang)
}

export const ShowLong = ({ value }: ShowProps<'longText'>): ReactNode => <span style={{ whiteSpace: 'pre-wrap' }}>{String(value)}</span>
export const ShowPhone = (props: ShowProps<'phone'>): ReactNode => <a href={`tel:${String(props.value)}`}><ShowText {...props as unknown as ShowProps} /></a>
export const ShowEmail = ({ value }: ShowProps<'email'>): ReactNode => <a href={`mailto:${String(value)}`}>{String(value)}</a>

/** Only web addresses become links, whatever is stored. */
export const ShowUrl = ({ value }: ShowProps<'url'>): ReactNode =>
  (/^https?:\/\//i.test(String(value)) ? <a href={String(value)} target="_blank" rel="noopener noreferrer nofollow">{String(value).replace(/^https?:\/\//i, '').replace(/\/$/, '')}</a> : String(value))

/** History keeps an address as its line. */
export const ShowAddress = ({ value }: ShowProps<'address'>): ReactNode => (typeof value === 'string' ? value : addressLine(value as Address))
export const ShowFiles = ({ value }: ShowProps<'attachment'>): ReactNode => <FileLinks files={links(value)} />

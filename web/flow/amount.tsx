// How much a record is about: its largest amount of money, with what it is called.
import type { ReactNode } from 'react'
import { formatAt } from '../field/path.ts'
import { useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { amountOf } from './facts.ts'
import { useGist } from './gist.tsx'

export function Amount({ object: name, id }: { object: string; id: string }): ReactNode {
  const { lang, say } = useT()
  const object = useObject(name)
  const { data } = useGist(name, id)
  const field = object && data && amountOf(object, data)
  if (!field) return null
  return <Sum label={say(field.label)} amount={formatAt({ field, part: '' }, data[field.key], lang)} />
}

export const Sum = ({ label, amount }: { label?: string; amount: string }): ReactNode => <span className="gu-amount"><span className="gu-faint gu-small">{label}</span> {amount}</span>

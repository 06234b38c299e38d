// How much a record is about: its largest amount of money, with what it is called.
import type { ReactNode } from 'react'
import { cmp } from '#core/lib/decimal.ts'
import { formatAt } from '../field/path.ts'
import { liveFields, useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { useGist } from './gist.tsx'

const isMoney = (field: { kind: string; result?: unknown }): boolean => field.kind === 'money' || field.result === 'money'

export function Amount({ object: name, id }: { object: string; id: string }): ReactNode {
  const { lang, say } = useT()
  const object = useObject(name)
  const { data } = useGist(name, id)
  if (!object || !data) return null
  const sums = liveFields(object).filter(field => isMoney(field) && typeof data[field.key] === 'string' && !data._masked?.includes(field.key))
  const largest = sums.reduce<(typeof sums)[number] | undefined>((most, field) => (most && cmp(String(data[most.key]), String(data[field.key])) >= 0 ? most : field), undefined)
  if (!largest) return null
  return <span className="gu-amount"><span className="gu-faint gu-small">{say(largest.label)}</span> {formatAt({ field: largest, part: '' }, data[largest.key], lang)}</span>
}

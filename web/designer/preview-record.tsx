// The record that the preview is filled with; an empty one without it.
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Link } from '../lib/api-types.ts'
import { useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { RecordPick } from '../field/reference-input.tsx'

export function PreviewRecord({ object, onChange }: { object: string; onChange(record: string | undefined): void }): ReactNode {
  const { t } = useT()
  const [links, setLinks] = useState<Link[]>([])
  const pick = (next: Link[]): void => { setLinks(next); onChange(next[0]?.id) }
  // Who designs forms need not be allowed to see what fills them.
  if (useObject(object)?.can.read !== true) return null
  return <div className="gu-design-record"><RecordPick id="design-record" object={object} many={false} links={links} placeholder={t('design.preview.record')} onPick={pick} /></div>
}

// Two people changed the same fields: mine or theirs, field by field.
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { ShowValue } from '../field/field-view.tsx'
import type { Conflict } from './saving.ts'

interface Props { object: WebObject; base: WireRow; mine: Record<string, unknown>; conflict: Conflict; busy: boolean; resolve(theirs: ReadonlySet<string>): void; cancel(): void }

export function ConflictDialog({ object, base, mine, conflict, busy, resolve, cancel }: Props): ReactNode {
  const { t, say } = useT()
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (key: string, other: boolean): void => setTheirs(now => {
    const next = new Set(now)
    if (other) next.add(key)
    else next.delete(key)
    return next
  })
  return (
    <Modal open width={720} title={t('record.conflict')} onCancel={cancel} onOk={() => resolve(theirs)} okText={t('word.save')} confirmLoading={busy}>
      <p className="gu-dim">{t('record.conflictHint')}</p>
      <div className="gu-lines read"><table>
        <thead><tr><th>{t('record.field')}</th><th>{t('record.base')}</th><th>{t('record.mine')}</th><th>{t('record.theirs')}</th></tr></thead>
        <tbody>{conflict.keys.map(key => {
          const field = object.fields[key]
          return field && (
            <tr key={key}>
              <th scope="row">{say(field.label)}</th>
              <td className="gu-faint"><ShowValue field={field} value={base[key]} /></td>
              <td><Radio checked={!theirs.has(key)} onChange={() => choose(key, false)}><ShowValue field={field} value={mine[key]} /></Radio></td>
              <td><Radio checked={theirs.has(key)} onChange={() => choose(key, true)}><ShowValue field={field} value={conflict.theirs[key]} /></Radio></td>
            </tr>
          )
        })}</tbody>
      </table></div>
    </Modal>
  )
}

// Somebody else changed the same places of a form: whose change it was, and for each place mine or theirs.
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Sheet } from '#core/form/sheet.ts'
import { shown } from '#core/form/shown.ts'
import { useT } from '../lib/texts.ts'
import { When } from '../ui/time.tsx'
import { cellsByKey, fieldAt } from './bind.ts'
import type { Conflict } from './saving.ts'

interface Props { conflict: Conflict; labels: ReadonlyMap<string, string>; sheet: Sheet; busy: boolean; resolve(theirs: ReadonlySet<string>): void; cancel(): void }

export function ConflictDialog({ conflict, labels, sheet, busy, resolve, cancel }: Props): ReactNode {
  const { t, lang } = useT()
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const cells = cellsByKey(sheet)
  const text = (key: string, value: unknown): string => {
    const cell = cells.get(key)
    const field = cell && fieldAt(sheet, cell)
    return (field ? shown(field, value, { lang, ...(cell.scale ? { show: 'tenThousand' as const } : {}) }).text : String(value ?? '')) || t('word.empty')
  }
  const choose = (key: string, other: boolean): void => setTheirs(now => new Set(other ? [...now, key] : [...now].filter(one => one !== key)))
  return (
    <Modal open width={720} title={t('record.conflict')} onCancel={cancel} onOk={() => resolve(theirs)} okText={t('word.save')} confirmLoading={busy}>
      <p className="gu-dim">{conflict.who && <><strong>{t('form.changedBy', { name: conflict.who })}</strong> {conflict.at && <When at={conflict.at} />}{lang === 'zh' ? '。' : '. '}</>}{t('form.conflictHint')}</p>
      <div className="gu-lines read"><table>
        <thead><tr><th>{t('form.place')}</th><th>{t('record.base')}</th><th>{t('record.mine')}</th><th>{t('record.theirs')}</th></tr></thead>
        <tbody>{conflict.clashes.map(({ key, typed, theirs: other }) => (
          <tr key={key}>
            <th scope="row">{labels.get(key)}</th>
            <td className="gu-faint">{text(key, typed.seen)}</td>
            <td><Radio checked={!theirs.has(key)} onChange={() => choose(key, false)}>{text(key, typed.value)}</Radio></td>
            <td><Radio checked={theirs.has(key)} onChange={() => choose(key, true)}>{text(key, other)}</Radio></td>
          </tr>
        ))}</tbody>
      </table></div>
    </Modal>
  )
}

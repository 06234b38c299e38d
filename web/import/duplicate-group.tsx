// One group side by side: which records take part, which one stays, and whose value each field keeps.
import { Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import { newKey, post } from '../lib/api.ts'
import type { WebField, WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'
import { usePower } from '../lib/session.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { ShowValue } from '../field/field-view.tsx'
import { isBlank, MASK } from '../field/kind.ts'
import { same } from '../record/form.ts'
import { useRecordActs } from '../record/queries.ts'

const mergeable = (field: WebField): boolean => field.right === 'write' && !field.readOnly && kindOf(field).typed && field.kind !== 'lines'

interface Picking {
  keep: string
  taking: Set<string>
  picked: Record<string, string>
}

/** Whose value stays: the chosen one's, else the kept record's own, else the first that has any. */
function sourceOf({ keep, taking, picked }: Picking, rows: WireRow[], key: string): string {
  const chosen = picked[key]
  if (chosen !== undefined && taking.has(chosen)) return chosen
  const kept = rows.find(row => row.id === keep)
  return isBlank(kept?.[key]) ? rows.find(row => taking.has(row.id) && !isBlank(row[key]) && row[key] !== MASK)?.id ?? keep : keep
}

export function GroupTable({ object, rows, next }: { object: WebObject; rows: WireRow[]; next(): void }): ReactNode {
  const { t, say } = useT()
  const feedback = useSay()
  const acts = useRecordActs(object.name)
  const mayMerge = usePower('merge')
  const [busy, setBusy] = useState(false)
  const [picking, setPicking] = useState<Picking>(() => ({ keep: rows[0]?.id ?? '', taking: new Set(rows.map(row => row.id)), picked: {} }))
  const { keep, taking } = picking
  const differ = liveFields(object).filter(mergeable).filter(field => rows.some(row => !same(row[field.key], rows[0]?.[field.key])))
  const from = rows.filter(row => row.id !== keep && taking.has(row.id)).map(row => row.id)
  const merge = async (): Promise<void> => {
    setBusy(true)
    const values = Object.fromEntries(differ.map(field => [field.key, sourceOf(picking, rows, field.key)] as const).filter(([, id]) => id !== keep).map(([key, id]) => [key, rows.find(row => row.id === id)?.[key] ?? null]))
    try {
      await post(`/api/records/${object.name}/merge`, { keep, from, values }, { once: newKey() })
      acts.changed()
      feedback.ok(t('duplicates.merged'))
      next()
    } catch (error) {
      feedback.fail(error)
    }
    setBusy(false)
  }
  const take = (id: string, on: boolean): void => setPicking({ ...picking, taking: new Set(on ? [...taking, id] : [...taking].filter(one => one !== id)) })
  return (
    <div className="gu-stack">
      <div className="gu-card gu-duplicates-table"><table>
        <thead><tr><th />{rows.map(row => (
          <th key={row.id}><strong>{String(row[object.title] ?? '')}</strong>
            <div><Radio checked={row.id === keep} disabled={!taking.has(row.id)} onChange={() => setPicking({ ...picking, keep: row.id, picked: {} })}>{t('duplicates.keep')}</Radio></div>
            <div><Checkbox checked={taking.has(row.id)} disabled={row.id === keep} onChange={event => take(row.id, event.target.checked)}>{t('duplicates.only')}</Checkbox></div></th>
        ))}</tr></thead>
        <tbody>{differ.map(field => (
          <tr key={field.key}><th scope="row">{say(field.label)}</th>{rows.map(row => (
            <td key={row.id} className={sourceOf(picking, rows, field.key) === row.id ? 'chosen' : undefined}>
              <Radio checked={sourceOf(picking, rows, field.key) === row.id} disabled={!taking.has(row.id) || (row[field.key] === MASK && row.id !== keep)} onChange={() => setPicking({ ...picking, picked: { ...picking.picked, [field.key]: row.id } })}><ShowValue field={field} value={row[field.key]} /></Radio>
            </td>
          ))}</tr>
        ))}</tbody>
      </table></div>
      <footer className="gu-import-foot">
        <Button onClick={next}>{t('duplicates.skip')}</Button>
        <Button type="primary" loading={busy} title={mayMerge ? undefined : t('error.forbidden')} disabled={!mayMerge || from.length === 0} onClick={() => void merge()}>{t('duplicates.merge')}</Button>
      </footer>
    </div>
  )
}

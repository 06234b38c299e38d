// Several records of the same thing made one: what to keep is chosen field by field.
import { useQueries } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import { newKey, post } from '../lib/api.ts'
import type { WebField, WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields, useObject } from '../lib/catalog.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading, NotFound, Notice } from '../ui/notice.tsx'
import { ShowValue } from '../field/field-view.tsx'
import { isBlank, MASK } from '../field/kind.ts'
import { same } from './form.ts'
import { loadRecord, useRecordActs } from './queries.ts'
import './record.css'

export function MergePage(): ReactNode {
  const { object: name } = useParams({ from: '/shell/o/$object/merge' })
  const { ids } = useSearch({ from: '/shell/o/$object/merge' })
  const { t } = useT()
  const object = useObject(name)
  const wanted = ids.split(',').filter(Boolean).slice(0, 6)
  const records = useQueries({ queries: wanted.map(id => ({ queryKey: ['records', name, 'one', id], queryFn: () => loadRecord(name, id) })) })
  if (!object?.can.update) return <NotFound />
  if (wanted.length < 2) return <Notice title={t('merge.few')} actions={<Button href={`/o/${name}`}>{t('word.back')}</Button>} />
  const failed = records.find(record => record.error)
  if (failed) return <Failed error={failed.error} again={() => void failed.refetch()} />
  const rows = records.map(record => record.data).filter(row => row !== undefined)
  return rows.length < wanted.length ? <Loading /> : <Merge object={object} rows={rows} />
}

const mergeable = (field: WebField): boolean => field.right === 'write' && !field.readOnly && kindOf(field).typed && field.kind !== 'lines'

function Merge({ object, rows }: { object: WebObject; rows: WireRow[] }): ReactNode {
  const { t, say } = useT()
  const feedback = useSay()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const acts = useRecordActs(object.name)
  const [keep, setKeep] = useState(rows[0]?.id ?? '')
  const [picked, setPicked] = useState<Record<string, string>>({})
  const kept = rows.find(row => row.id === keep) ?? rows[0]!
  const fields = liveFields(object).filter(mergeable)
  const differ = fields.filter(field => rows.some(row => !same(row[field.key], rows[0]?.[field.key])))
  /** The chosen one, else the kept record's own, else the first that has a value. */
  const sourceOf = (key: string): string => picked[key] ?? (isBlank(kept[key]) ? rows.find(row => !isBlank(row[key]) && row[key] !== MASK)?.id ?? keep : keep)
  const run = async (): Promise<void> => {
    const values = Object.fromEntries(differ.filter(field => sourceOf(field.key) !== keep).map(field => [field.key, rows.find(row => row.id === sourceOf(field.key))?.[field.key] ?? null]))
    try {
      await post(`/api/records/${object.name}/merge`, { keep, from: rows.filter(row => row.id !== keep).map(row => row.id), values }, { once: newKey() })
      feedback.ok(t('merge.done'))
      // First away from here: those merged are not there any more to be shown.
      await navigate({ to: '/o/$object/$id', params: { object: object.name, id: keep } })
      acts.changed()
    } catch (error) {
      feedback.fail(error)
    }
  }
  const ask = (): void => void modal.confirm({ title: t('merge.go', { n: rows.length }), content: t('merge.ask', { n: rows.length - 1, title: String(kept[object.title] ?? '') }), onOk: run })
  return (
    <div className="gu-page">
      <header><h1 className="gu-grow">{t('merge.title', { object: say(object.label) })}</h1><Button type="primary" onClick={ask}>{t('merge.go', { n: rows.length })}</Button><p>{t('merge.hint')}</p></header>
      <div className="gu-lines read gu-merge"><table>
        <thead><tr><th />{rows.map(row => <th key={row.id}><Radio checked={row.id === keep} onChange={() => { setKeep(row.id); setPicked({}) }}>{t('merge.keep')} · {object.code ? String(row[object.code] ?? '') : ''}</Radio></th>)}</tr></thead>
        <tbody>{differ.map(field => (
          <tr key={field.key}><th scope="row">{say(field.label)}</th>{rows.map(row => (
            <td key={row.id} className={sourceOf(field.key) === row.id ? 'chosen' : undefined}>
              <Radio checked={sourceOf(field.key) === row.id} disabled={row[field.key] === MASK && row.id !== keep} onChange={() => setPicked({ ...picked, [field.key]: row.id })}><ShowValue field={field} value={row[field.key]} /></Radio>
            </td>))}</tr>
        ))}</tbody>
      </table></div>
      <p className="gu-faint">{t('merge.same', { n: fields.length - differ.length })}</p>
    </div>
  )
}

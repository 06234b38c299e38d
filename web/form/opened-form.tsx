// A form on the screen: its parameters and tools above, the paper below. What is typed is kept until it is saved.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, ConfigProvider } from 'antd'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { PointerEvent, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Sheet } from '#core/form/sheet.ts'
import { RunStrip } from '../flow/record-flows.tsx'
import { useKey } from '../lib/keys.ts'
import { onLive } from '../lib/live.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import { themeConfig } from '../lib/theme.ts'
import type { FormSearch } from './address.ts'
import { placeOf } from './address.ts'
import { cellsByKey } from './bind.ts'
import { readTyped } from './cell-editor.tsx'
import { ConflictDialog } from './conflict.tsx'
import type { Draft } from './draft.ts'
import { useDraft } from './draft.ts'
import { FillList } from './fill-list.tsx'
import { Paper } from './paper.tsx'
import type { PaperState } from './paper-context.ts'
import { PaperContext, usePaperState } from './paper-context.ts'
import { usePrefill } from './prefill.ts'
import { sheetKey } from './queries.ts'
import type { FormSaving } from './saving.ts'
import { useFormSaving } from './saving.ts'
import { FormBar } from './toolbar.tsx'
import { liveTotals } from './totals.ts'
import type { FormInfo, ReadBack, Saved } from './types.ts'

export interface OpenedProps {
  info: FormInfo
  search: FormSearch
  stored: Sheet
  /** Other parameters are on their way. */
  waiting: boolean
  again(): void
  /** A workbook that was read: its changes go to the form that it is about. */
  take(read: ReadBack): void
  /** That of a workbook that led here. */
  incoming?: Pick<ReadBack, 'changes' | 'sheet'>
  taken(): void
}

function useSaved({ info, search }: OpenedProps): (answer: Saved) => void {
  const { lang } = useT()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return ({ record, sheet }) => {
    const { for: _about, ...asked } = search
    const next = record !== undefined && String(search.record) !== record ? { ...asked, record } : asked
    queries.setQueryData([...sheetKey(info.id, next), lang], sheet)
    if (next !== asked) void navigate({ to: '/forms/$id', params: { id: info.id }, search: next, replace: true })
  }
}

/** Somebody else's change to what the form shows, or one taken back: asked again, what is typed stays typed. */
function useOthers({ stored, again }: OpenedProps): void {
  const refetch = useEffectEvent(again)
  const shows = useEffectEvent((ids: readonly string[]) => {
    const known = new Set([stored.record?.id, stored.filled?.id, ...stored.rows.map(row => row.row)])
    return ids.some(id => known.has(id))
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onLive(event => {
      if (event.type !== 'changed' || (event.ids && !shows(event.ids))) return
      clearTimeout(timer)
      timer = setTimeout(() => refetch(), 500)
    })
    return () => { stop(); clearTimeout(timer) }
  }, [])
}

/** Saves what is typed, the text in the open cell included. */
function useSave(saving: FormSaving, close: () => void): () => Promise<boolean> {
  const latest = useRef(saving)
  useLayoutEffect(() => { latest.current = saving })
  return async () => {
    flushSync(() => readTyped(document.querySelector('.gu-form')))
    const done = await latest.current.save()
    if (done) close()
    return done
  }
}

export function OpenedForm(props: OpenedProps): ReactNode {
  const { info, search, stored, waiting, incoming, taken } = props
  const narrow = useNarrow()
  const [mode, setMode] = useState<'paper' | 'list'>(narrow && info.record ? 'list' : 'paper')
  const draft = useDraft(stored, placeOf(stored, search.for))
  const paper = usePaperState(draft)
  const saving = useFormSaving({ id: info.id, search, stored, draft, saved: useSaved(props) })
  const save = useSave(saving, () => paper.shared.acts.open(undefined))
  usePrefill(info, search, stored, draft)
  useOthers(props)
  const fill = useEffectEvent(() => { if (incoming) { draft.fill(incoming.changes, incoming.sheet); taken() } })
  useEffect(() => { fill() }, [])
  useKey('mod+s', () => void save(), { whileTyping: true, off: stored.locked })
  return (
    <div className="gu-form">
      <FormBar info={info} search={search} sheet={stored} draft={draft} busy={saving.busy} save={save} mode={mode} setMode={setMode} again={props.again} take={props.take} />
      {stored.record?.id && <RunStrip object={stored.record.object} id={stored.record.id} />}
      <Notes stored={stored} draft={draft} />
      <PaperContext value={paper.shared}>
        {mode === 'list' ? <FillList draft={draft} locked={stored.locked || waiting} /> : <Desk draft={draft} paper={paper} waiting={waiting} />}
      </PaperContext>
      {saving.conflict && <ConflictDialog conflict={saving.conflict} labels={paper.shared.labels} sheet={draft.sheet} busy={saving.busy} resolve={theirs => void saving.resolve(theirs)} cancel={saving.cancel} />}
    </div>
  )
}

function Desk({ draft, paper, waiting }: { draft: Draft; paper: PaperState; waiting: boolean }): ReactNode {
  const { sheet, values, gone } = draft
  const totals = useMemo(() => liveTotals(sheet, values, gone), [sheet, values, gone])
  const press = (event: PointerEvent): void => {
    const target = event.target as Element
    // Lists and dialogs of an open cell are its own although they stand elsewhere in the page.
    if (event.currentTarget.contains(target) && !target.closest('.gu-pc.bound')) paper.shared.acts.open(undefined)
  }
  return (
    <div className={`gu-desk${waiting ? ' waiting' : ''}`} aria-busy={waiting} onPointerDown={press}>
      <ConfigProvider theme={themeConfig(false)} componentSize="small"><Paper draft={draft} totals={totals} locked={sheet.locked || waiting} at={paper.at} entry={paper.entry} /></ConfigProvider>
      {sheet.remarks.length > 0 && <ul className="gu-remarks">{sheet.remarks.map(remark => <li key={remark}>{remark}</li>)}</ul>}
    </div>
  )
}

/** Refusals that belong to no place on the form are said above it. */
function Notes({ stored, draft }: { stored: Sheet; draft: Draft }): ReactNode {
  const { t } = useT()
  const places = useMemo(() => cellsByKey(draft.sheet), [draft.sheet])
  const elsewhere = Object.entries(draft.errors).filter(([key]) => !places.has(key))
  if (!draft.restored && elsewhere.length === 0 && stored.filled?.state !== 'filed') return null
  return (
    <div className="gu-form-note">
      {draft.restored && <Alert type="info" showIcon title={t('record.restored')} action={<Button size="small" onClick={draft.clear}>{t('record.discard')}</Button>} />}
      {elsewhere.length > 0 && <Alert type="error" showIcon title={elsewhere.map(([, text]) => text).join(' ')} />}
      {stored.filled?.state === 'filed' && <Alert type="warning" showIcon title={t('form.filedNote', { name: stored.filled.by, at: stored.filled.at.slice(0, 10) })} />}
    </div>
  )
}

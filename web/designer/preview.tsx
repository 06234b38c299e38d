// The paper as it will be, asked anew a moment after each change; a click on it opens what stands there.
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Form } from '#core/form/form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import { usePaused } from '../lib/paused.ts'
import { errorText, fieldTexts } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Loading } from '../ui/notice.tsx'
import type { Design } from './design.ts'
import { PaperView } from './paper-view.tsx'
import { placeTitle } from './part-words.ts'
import { PreviewParams } from './preview-params.tsx'
import { PreviewRecord } from './preview-record.tsx'
import type { Problem } from './problems.ts'
import { keyOf, placeOf } from './problems.ts'
import { askPreview } from './queries.ts'

const PAUSE = 350

interface Shown { sheet: Sheet; form: Form }

/** The last good sheet stays while the next is on its way or cannot be. */
function useSheet(form: Form, record: string | undefined, params: Record<string, unknown>): { shown: Shown | undefined; error: unknown; stale: boolean; again(): void } {
  const { lang } = useT()
  const asked = usePaused(form, PAUSE)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['form-preview', asked, record, params, lang], retry: false, staleTime: 30_000, gcTime: 60_000,
    queryFn: async ({ signal }): Promise<Shown> => ({ form: asked, sheet: await askPreview({ form: asked, params, ...(record === undefined ? {} : { record }) }, lang, signal) }),
  })
  const [last, setLast] = useState<Shown>()
  if (data && data !== last) setLast(data)
  return { shown: data ?? last, error, stale: isFetching || asked !== form, again: () => void refetch() }
}

export function Preview({ design }: { design: Design }): ReactNode {
  const { t } = useT()
  const { form } = design
  const [record, setRecord] = useState<string>()
  const [params, setParams] = useState<Record<string, unknown>>({})
  const [full, setFull] = useState(false)
  const { shown, error, stale, again } = useSheet(form, form.record ? record ?? 'new' : undefined, params)
  const zoom = [{ value: 'fit', label: t('design.preview.fit') }, { value: 'full', label: t('design.preview.full') }]
  return (
    <section className="gu-design-preview" aria-label={t('design.preview')}>
      <div className="gu-row gu-design-preview-bar">
        <strong>{t('design.preview')}</strong>
        <span className="gu-grow gu-faint gu-small" role="status">{stale && !error ? t('design.preview.stale') : ''}</span>
        <PreviewParams form={form} shown={{ ...shown?.sheet.params, ...params }} onChange={change => setParams({ ...params, ...change })} />
        {form.record && <PreviewRecord object={form.record} onChange={setRecord} />}
        <Segmented size="small" value={full ? 'full' : 'fit'} options={zoom} onChange={value => setFull(value === 'full')} />
      </div>
      <Problems design={design} error={error} again={again} />
      {shown ? <PaperView design={design} sheet={shown.sheet} of={shown.form} full={full} /> : error ? null : <Loading />}
    </section>
  )
}

/** What the server refuses, by the place it names. */
function refused(error: unknown, lang: 'zh' | 'en'): Problem[] {
  if (!(error instanceof AppError) || !error.fields) return []
  return Object.entries(fieldTexts(error, lang)).map(([path, what]) => ({ at: placeOf(path), what }))
}

function Problems({ design, error, again }: { design: Design; error: unknown; again(): void }): ReactNode {
  const { t, lang } = useT()
  const fromServer = refused(error, lang).filter(one => !design.problems.some(known => JSON.stringify(known.at) === JSON.stringify(one.at)))
  const problems = [...design.problems, ...fromServer]
  if (problems.length === 0 && !error) return null
  return (
    <div className="gu-design-problems" role="alert">
      {problems.length === 0
        ? <span className="gu-row"><span className="gu-grow">{t('design.preview.failed')}：{errorText(error, t, lang)}</span><Button size="small" onClick={again}>{t('design.preview.again')}</Button></span>
        : <ul>{problems.map(problem => <li key={keyOf(problem)}><button type="button" className="gu-plain" onClick={() => design.choose(problem.at)}>{t('design.problem.at', { place: placeTitle(design.form, problem.at, design.said), what: problem.what })}</button></li>)}</ul>}
    </div>
  )
}

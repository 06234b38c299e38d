// A workbook that was filled in by hand, read back: what it changes, what cannot be read and where, then taken over.
import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Spin } from 'antd'
import { useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import type { Sheet } from '#core/form/sheet.ts'
import { newKey, post } from '../lib/api.ts'
import { tellLive } from '../lib/live.ts'
import { errorText, useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { placeOf } from './address.ts'
import type { Draft } from './draft.ts'
import { ReadResult } from './read-result.tsx'
import { saveBody } from './save-parts.ts'
import type { Chosen } from './since-export.ts'
import { choose, chosenOf, movedCount, takenOf } from './since-export.ts'
import type { FormInfo, ReadBack } from './types.ts'

interface Props { info: FormInfo; sheet: Sheet; draft: Draft; take(read: ReadBack): void; again(): void; close(): void }

const isOther = (read: ReadBack, sheet: Sheet): boolean => placeOf(read.sheet) !== placeOf(sheet)

export function ReadBackDialog({ info, sheet, draft, take, again, close }: Props): ReactNode {
  const { t, lang } = useT()
  const say = useSay()
  const [reads, setReads] = useState<ReadBack[]>([])
  const [chosen, setChosen] = useState<Chosen>({})
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setError(undefined)
    await work().catch(setError)
    setBusy(false)
  }
  const send = (file: File | undefined): void => {
    if (!file) return
    const form = new FormData()
    form.append('file', file, file.name)
    void attempt(async () => {
      const read = await post<ReadBack>(`/api/forms/${encodeURIComponent(info.id)}/read`, form, { headers: { 'accept-language': lang } })
      setReads(read.all ?? [read])
      setChosen({})
    })
  }
  const [first] = reads
  const taken = reads.map((read, form) => ({ ...read, changes: takenOf(read, chosenOf(chosen, form)) }))
  const changed = taken.filter(read => read.changes.length > 0)
  const count = changed.reduce((sum, read) => sum + read.changes.length, 0)
  const moved = movedCount(reads)
  /** One form goes into the page, to be looked at and saved; several are saved at once, each as a whole. */
  const apply = (): void => {
    const [only] = taken
    if (taken.length === 1 && only) {
      if (isOther(only, sheet)) take(only)
      else draft.fill(only.changes, only.sheet)
      say.ok(t('form.taken', { n: count }))
      close()
      return
    }
    void attempt(async () => {
      for (const read of changed) {
        await post(`/api/forms/${encodeURIComponent(info.id)}/save`, saveBody(read.sheet, read.changes), { once: newKey(), headers: { 'accept-language': lang } })
        // What is stored is not offered once more if a later one is refused.
        setReads(now => now.map(one => (one.sheet === read.sheet ? { ...one, changes: [], shown: [] } : one)))
      }
      if (info.record) tellLive({ type: 'changed', object: info.record })
      say.ok(t('record.saved'))
      again()
      close()
    })
  }
  return (
    <Modal open width={760} title={t('form.read')} onCancel={close} onOk={apply} confirmLoading={busy} okText={reads.length > 1 ? t('form.saveAll', { forms: changed.length, n: count }) : t('form.takeOver', { n: count })} okButtonProps={{ disabled: count === 0 }}>
      {error !== undefined && <Alert type="error" showIcon title={errorText(error, t, lang)} style={{ marginBottom: 12 }} />}
      {busy && reads.length === 0 ? <div className="gu-readback-drop"><Spin /></div> : reads.length === 0 ? <Drop send={send} /> : (
        <div className="gu-stack gu-readback">
          {reads.length === 1 && first && isOther(first, sheet) && <Alert type="info" showIcon title={t('form.readOther')} />}
          {moved > 0 && <Alert type="warning" showIcon title={t('form.movedHint', { n: moved })} />}
          {reads.map((read, i) => <ReadResult key={placeOf(read.sheet)} read={read} title={reads.length > 1 ? t('form.readNumber', { n: i + 1 }) : undefined} chosen={chosenOf(chosen, i)} choose={(key, file) => setChosen(now => choose(now, i, key, file))} />)}
          <div><Button size="small" type="text" onClick={() => setReads([])}>{t('form.otherFile')}</Button></div>
        </div>)}
    </Modal>
  )
}

function Drop({ send }: { send(file: File | undefined): void }): ReactNode {
  const { t } = useT()
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent): void => { event.preventDefault(); send(event.dataTransfer.files[0]) }
  return (
    <div className="gu-readback-drop" onDragOver={event => event.preventDefault()} onDrop={drop}>
      <InboxOutlined aria-hidden />
      <p>{t('form.readHint')}</p>
      <input ref={input} type="file" hidden accept=".xlsx" onChange={event => { send(event.target.files?.[0]); event.target.value = '' }} />
      <Button onClick={() => input.current?.click()}>{t('home.importGo')}</Button>
    </div>
  )
}

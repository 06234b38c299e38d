// A workbook that was filled in by hand, read back: what it changes, what cannot be read and where, then taken over.
import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Spin } from 'antd'
import { useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import type { Sheet } from '#core/form/sheet.ts'
import { post } from '../lib/api.ts'
import { errorText } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { placeOf } from './address.ts'
import { bindKey } from './bind.ts'
import type { Draft } from './draft.ts'
import type { FormInfo, ReadBack } from './types.ts'

interface Props { info: FormInfo; sheet: Sheet; draft: Draft; take(read: ReadBack): void; close(): void }

export function ReadBackDialog({ info, sheet, draft, take, close }: Props): ReactNode {
  const { t, lang } = useT()
  const [read, setRead] = useState<ReadBack>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setBusy(true)
    setError(undefined)
    try {
      const form = new FormData()
      form.append('file', file, file.name)
      setRead(await post<ReadBack>(`/api/forms/${encodeURIComponent(info.id)}/read`, form, { headers: { 'accept-language': lang } }))
    } catch (caught) {
      setError(caught)
    }
    setBusy(false)
  }
  const apply = (): void => {
    if (!read) return
    if (placeOf(read.sheet) === placeOf(sheet)) draft.fill(read.changes)
    else take(read)
    close()
  }
  return (
    <Modal open width={760} title={t('form.read')} onCancel={close} onOk={apply} okText={t('form.takeOver', { n: read?.changes.length ?? 0 })} okButtonProps={{ disabled: !read || read.changes.length === 0 }}>
      {error !== undefined && <Alert type="error" showIcon title={errorText(error, t, lang)} style={{ marginBottom: 12 }} />}
      {busy ? <div className="gu-readback-drop"><Spin /></div> : read ? <Result read={read} other={placeOf(read.sheet) !== placeOf(sheet)} again={() => setRead(undefined)} /> : <Drop send={file => void send(file)} />}
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

function Result({ read, other, again }: { read: ReadBack; other: boolean; again(): void }): ReactNode {
  const { t } = useT()
  return (
    <div className="gu-stack gu-readback">
      {other && <Alert type="info" showIcon title={t('form.readOther')} />}
      {read.problems.length > 0 && (
        <section><h3>{t('form.problems', { n: read.problems.length })}</h3>
          <div className="gu-lines read"><table><thead><tr><th>{t('form.cell')}</th><th>{t('form.place')}</th><th>{t('form.text')}</th><th>{t('form.reason')}</th></tr></thead>
            <tbody>{read.problems.map(problem => <tr key={`${problem.cell} ${problem.message}`}><td><code>{problem.cell}</code></td><td>{problem.label}</td><td>{problem.text}</td><td className="gu-bad">{problem.message}</td></tr>)}</tbody></table></div>
        </section>)}
      {read.shown.length > 0 ? (
        <section><h3>{t('form.differences', { n: read.shown.length })}</h3>
          <div className="gu-lines read"><table><thead><tr><th>{t('form.place')}</th><th>{t('form.before')}</th><th>{t('form.after')}</th></tr></thead>
            <tbody>{read.shown.map(one => <tr key={bindKey(one.bind)}><td>{one.label}</td><td className="gu-faint">{one.before || '—'}</td><td><strong>{one.after || '—'}</strong></td></tr>)}</tbody></table></div>
        </section>) : <Alert type="success" showIcon title={t('form.noDifference')} />}
      <div><Button size="small" type="text" onClick={again}>{t('form.otherFile')}</Button></div>
    </div>
  )
}

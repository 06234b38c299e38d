// Files of a record: dropped or chosen, sent at once, linked when the record is saved.
import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Image, Progress } from 'antd'
import { useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { post } from '../lib/api.ts'
import type { Link, StoredFile } from '../lib/api-types.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { InputProps } from './kind.ts'

export async function sendFile(file: File): Promise<Link> {
  const form = new FormData()
  form.append('file', file, file.name)
  const stored = await post<StoredFile>('/api/files', form)
  return { id: stored.id, label: stored.name }
}

const PICTURE = /\.(png|jpe?g|gif|webp)$/i

export function FileLinks({ files, onRemove }: { files: Link[]; onRemove?(id: string): void }): ReactNode {
  const { t } = useT()
  return (
    <ul className="gu-files">
      {files.map(file => (
        <li key={file.id}>
          {PICTURE.test(file.label) ? <Image src={`/api/files/${file.id}?show=1`} alt={file.label} width={32} height={32} /> : <PaperClipOutlined aria-hidden />}<a className="gu-cut" href={`/api/files/${file.id}`} download>{file.label}</a>
          {onRemove && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t('word.remove')} ${file.label}`} onClick={() => onRemove(file.id)} />}
        </li>
      ))}
    </ul>
  )
}

export function AttachmentInput({ field, value, onChange, id }: InputProps<'attachment'>): ReactNode {
  const { t } = useT()
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(0)
  const files = (value as Link[] | null) ?? []
  const add = async (list: FileList | null): Promise<void> => {
    const chosen = [...list ?? []]
    setBusy(chosen.length)
    const added: Link[] = []
    for (const file of chosen) {
      try {
        added.push(await sendFile(file))
      } catch (error) {
        say.fail(error)
      }
      setBusy(left => left - 1)
    }
    if (added.length > 0) onChange([...files, ...added])
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    void add(event.dataTransfer.files)
  }
  return (
    <div onDragOver={event => event.preventDefault()} onDrop={drop} className="gu-drop">
      <FileLinks files={files} onRemove={gone => onChange(files.filter(file => file.id !== gone))} />
      <input ref={input} type="file" multiple hidden accept={field.accept?.join(',')} onChange={event => { void add(event.target.files); event.target.value = '' }} />
      <Button id={id} size="small" icon={<UploadOutlined />} loading={busy > 0} onClick={() => input.current?.click()}>{t('field.upload')}</Button>
      <span className="gu-faint gu-small"> {t('field.dropHere')}</span>
      {busy > 0 && <Progress percent={100} status="active" showInfo={false} size="small" />}
    </div>
  )
}

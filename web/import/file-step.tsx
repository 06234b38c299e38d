// First step: drop a file, take a template, or come back to an import of late.
import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Tag, Upload } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { WebObject } from '../lib/catalog.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { When } from '../ui/time.tsx'
import { bringFile, useRecent } from './job.ts'

const ACCEPT = '.xlsx,.xlsm,.xls,.csv,.txt,.tsv'

export function FileStep({ object, open }: { object: WebObject; open(id: string): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const [reading, setReading] = useState<string>()
  const bring = async (file: File): Promise<void> => {
    setReading(file.name)
    try {
      open((await bringFile(object.name, file)).id)
    } catch (error) {
      say.fail(error)
    }
    setReading(undefined)
  }
  return (
    <div className="gu-stack">
      <Upload.Dragger className="gu-import-drop" accept={ACCEPT} showUploadList={false} disabled={reading !== undefined} beforeUpload={file => { void bring(file); return false }}>
        <p className="ant-upload-drag-icon"><InboxOutlined /></p>
        <p className="ant-upload-text" role="status">{reading === undefined ? t('import.drop') : t('import.reading', { name: reading })}</p>
        <p className="ant-upload-hint">{t('import.dropHint')}</p>
      </Upload.Dragger>
      <div><Button icon={<DownloadOutlined />} href={`/api/exports/template/${object.name}.xlsx`}>{t('import.template')}</Button></div>
      <Recent object={object} open={open} />
    </div>
  )
}

function Recent({ object, open }: { object: WebObject; open(id: string): void }): ReactNode {
  const { t } = useT()
  const { data = [] } = useRecent(object.name)
  if (data.length === 0) return null
  return (
    <section className="gu-card gu-import-recent">
      <h2>{t('import.recent')}</h2>
      <ul>{data.map(job => (
        <li key={job.id}>
          <button type="button" className="gu-plain gu-cut" onClick={() => open(job.id)}>{job.name}</button>
          <Tag color={job.state === 'done' ? 'green' : job.state === 'failed' ? 'red' : undefined}>{t(`import.state.${job.state}`)}</Tag>
          {job.counts && <span className="gu-dim gu-small">{t('import.created')} {job.counts.created} · {t('import.updated')} {job.counts.updated}</span>}
          <span className="gu-faint gu-small"><When at={job.at} /></span>
        </li>
      ))}</ul>
    </section>
  )
}

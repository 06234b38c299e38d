// Tools above a form: save, print, files out and in, its own acts, and what belongs to its state.
import { DownloadOutlined, EditOutlined, FilePdfOutlined, FileExcelOutlined, LeftOutlined, LockOutlined, MoreOutlined, PrinterOutlined, SaveOutlined, UnlockOutlined, UploadOutlined } from '@ant-design/icons'
import { Link, useNavigate, useRouter } from '@tanstack/react-router'
import { App, Button, Dropdown, Popconfirm, Segmented, Tag } from 'antd'
import type { MenuProps } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Sheet } from '#core/form/sheet.ts'
import { StartFlow } from '../flow/record-flows.tsx'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import { useFormActs } from './acts.ts'
import type { FormSearch } from './address.ts'
import { readTyped } from './cell-editor.tsx'
import type { Draft } from './draft.ts'
import type { FileKind } from './files.ts'
import { useFiles } from './files.ts'
import { ParamsBar } from './params-bar.tsx'
import { ReadBackDialog } from './read-back.tsx'
import type { FormInfo, ReadBack } from './types.ts'

export interface BarProps {
  info: FormInfo
  search: FormSearch
  sheet: Sheet
  draft: Draft
  busy: boolean
  save(): Promise<boolean>
  mode: 'paper' | 'list'
  setMode(mode: 'paper' | 'list'): void
  again(): void
  take(read: ReadBack): void
}

function printPage(): void {
  flushSync(() => readTyped(document.querySelector('.gu-form')))
  setTimeout(() => window.print(), 50)
}

/** Files hold what is stored: what is typed is saved before, if one agrees. */
function useSavedFirst({ draft, save }: BarProps): (then: () => void) => void {
  const { t } = useT()
  const { modal } = App.useApp()
  return then => {
    if (draft.count === 0) { then(); return }
    void modal.confirm({ title: t('form.saveFirst'), okText: t('form.saveAndGo'), onOk: async () => { if (await save()) then() } })
  }
}

export function FormBar(props: BarProps): ReactNode {
  const { info, sheet, draft, mode, setMode, busy, save } = props
  const { t, say } = useT()
  const narrow = useNarrow()
  const [reading, setReading] = useState(false)
  const menus = useMenus(props, () => setReading(true))
  const savedFirst = useSavedFirst(props)
  return (
    <div className="gu-form-bar">
      <div className="gu-form-top">
        <Link to="/forms" className="gu-form-back" aria-label={t('form.centre')}><LeftOutlined /></Link>
        <span className="gu-formid">{info.id}</span><h1 className="gu-cut" title={say(info.about)}>{say(info.title)}</h1>
        <State sheet={sheet} draft={draft} />
        <span className="gu-grow" />
        {!narrow && <Segmented size="small" value={mode} onChange={setMode} options={[{ value: 'paper', label: t('form.paper') }, { value: 'list', label: t('form.list') }]} />}
        {!narrow && menus.acts}
        {sheet.record?.id && <StartFlow object={sheet.record.object} id={sheet.record.id} first={savedFirst} />}
        {!narrow && <Button icon={<PrinterOutlined />} onClick={printPage}>{t('form.print')}</Button>}
        {!narrow && <Dropdown menu={{ items: menus.files }} trigger={['click']}><Button icon={<DownloadOutlined />} loading={menus.busy}>{t('form.files')}</Button></Dropdown>}
        {!sheet.locked && <Button type="primary" icon={<SaveOutlined />} loading={busy} disabled={draft.count === 0 && sheet.record?.id !== null} onClick={() => void save()}>{t('word.save')}</Button>}
        <Dropdown menu={{ items: narrow ? menus.all : menus.more }} trigger={['click']}><Button icon={<MoreOutlined />} aria-label={t('word.more')} /></Dropdown>
      </div>
      <div className="gu-form-low"><ParamsBar info={info} search={props.search} sheet={sheet} />{draft.count > 0 && <Popconfirm title={t('record.discardAsk')} onConfirm={draft.clear}><Button size="small" type="text">{t('record.discard')}</Button></Popconfirm>}</div>
      {reading && <ReadBackDialog info={info} sheet={sheet} draft={draft} take={props.take} again={props.again} close={() => setReading(false)} />}
    </div>
  )
}

function State({ sheet, draft }: { sheet: Sheet; draft: Draft }): ReactNode {
  const { t } = useT()
  if (draft.count > 0) return <Tag color="gold">{t('record.unsaved', { n: draft.count })}</Tag>
  if (sheet.filled?.state === 'filed') return <Tag icon={<LockOutlined />} color="green">{t('form.filed')}</Tag>
  return sheet.record && !sheet.record.canUpdate ? <Tag>{t('record.readOnly')}</Tag> : null
}

interface Menus { files: MenuProps['items']; more: MenuProps['items']; all: MenuProps['items']; acts: ReactNode; busy: boolean }

function useMenus(props: BarProps, read: () => void): Menus {
  const { info, sheet, search, mode, setMode } = props
  const { t, say } = useT()
  const files = useFiles()
  const router = useRouter()
  const navigate = useNavigate()
  const savedFirst = useSavedFirst(props)
  const { run, busy, file, reopen } = useFormActs(props)
  const get = (kind: FileKind) => () => savedFirst(() => void files.get(info.id, kind, search))
  const fileItems = [
    { key: 'pdf', icon: <FilePdfOutlined />, label: t('form.pdf'), onClick: get('pdf') },
    { key: 'xlsx', icon: <FileExcelOutlined />, label: t('form.xlsx'), onClick: get('xlsx') },
    { key: 'blank', icon: <FilePdfOutlined />, label: t('form.blank'), onClick: () => void files.get(info.id, 'pdf', { blank: 1 }) },
    { key: 'blankXlsx', icon: <FileExcelOutlined />, label: t('form.blankXlsx'), onClick: () => void files.get(info.id, 'xlsx', { ...search, blank: 1 }) },
    { type: 'divider' as const },
    { key: 'read', icon: <UploadOutlined />, label: t('form.read'), disabled: sheet.locked, onClick: read },
  ]
  const { record } = sheet
  const more = [
    ...(record?.id ? [{ key: 'record', label: t('form.openRecord'), onClick: () => void navigate({ to: '/o/$object/$id', params: { object: record.object, id: record.id! } }) }] : []),
    ...(sheet.filled?.state === 'filed' ? [{ key: 'reopen', icon: <UnlockOutlined />, label: t('form.reopen'), onClick: () => void reopen() }]
      : sheet.record?.id === null || sheet.locked ? [] : [{ key: 'file', icon: <LockOutlined />, label: t('form.file'), onClick: () => savedFirst(() => void file()) }]),
    ...(info.can.design ? [{ type: 'divider' as const }, { key: 'design', icon: <EditOutlined />, label: t('form.design'), onClick: () => router.history.push(`/forms/${info.id}/design`) }] : []),
  ]
  const actItems = (info.acts ?? []).map(act => ({ key: act.key, label: say(act.label), title: act.help && say(act.help), onClick: () => savedFirst(() => void run(act.key)) }))
  return {
    files: fileItems, more, busy: files.busy !== undefined,
    all: [{ key: 'mode', label: t(mode === 'paper' ? 'form.list' : 'form.paper'), onClick: () => setMode(mode === 'paper' ? 'list' : 'paper') }, ...actItems, { type: 'divider' as const },
      { key: 'print', icon: <PrinterOutlined />, label: t('form.print'), onClick: () => { setMode('paper'); printPage() } }, ...fileItems, { type: 'divider' as const }, ...more],
    acts: actItems.map(act => <Button key={act.key} title={act.title} loading={busy === act.key} onClick={act.onClick}>{act.label}</Button>),
  }
}

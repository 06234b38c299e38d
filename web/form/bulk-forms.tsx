// Forms of checked records in one file: printed as PDF or as one workbook.
import { FileTextOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import type { WebObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { useFiles } from './files.ts'
import { useForms } from './queries.ts'

export function BulkForms({ object, ids }: { object: WebObject; ids: string[] }): ReactNode {
  const { t, say } = useT()
  const files = useFiles()
  const forms = (useForms().data?.forms ?? []).filter(form => form.can.open && form.record === object.name)
  if (forms.length === 0) return null
  const search = { record: ids.join(',') }
  const items = forms.map(form => ({
    key: form.id, type: 'group' as const, label: `${form.id} ${say(form.title)}`,
    children: [{ key: `${form.id} pdf`, label: t('form.bulkPdf'), onClick: () => void files.get(form.id, 'pdf', search) }, { key: `${form.id} xlsx`, label: t('form.xlsx'), onClick: () => void files.get(form.id, 'xlsx', search) }],
  }))
  return <Dropdown menu={{ items }} trigger={['click']}><Button size="small" icon={<FileTextOutlined />} loading={files.busy !== undefined} title={t('form.bulkHint', { n: ids.length })}>{t('form.bulk')}</Button></Dropdown>
}

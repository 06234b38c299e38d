// All versions that were published, newest first; each can be had back.
import { Button, Drawer, Popconfirm, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { When } from '../ui/time.tsx'
import type { FormDesign } from './queries.ts'
import { currentVersion, useDesignActs } from './queries.ts'

interface Props { design: FormDesign; close(): void; renew(): void }

export function VersionsDrawer({ design, close, renew }: Props): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useDesignActs()
  const current = currentVersion(design)
  const restore = async (version: number): Promise<void> => {
    try {
      await acts.reset(design.form.id, version)
      say.ok(t('design.restored', { n: version }))
      close()
      renew()
    } catch (error) {
      say.fail(error)
    }
  }
  return (
    <Drawer open onClose={close} size="min(440px, 100vw)" title={t('design.versions')}>
      {design.versions.length === 0 && <p className="gu-dim">{t('design.noVersions')}</p>}
      <ol className="gu-design-versions">
        {design.versions.toSorted((a, b) => b.version - a.version).map(one => (
          <li key={one.version}>
            <div className="gu-grow">
              <div><strong>{t('design.version', { n: one.version })}</strong> {one.version === current && <Tag color="green">{t('design.current')}</Tag>}</div>
              <div className="gu-dim">{one.note || (one.original ? t('design.reset') : <span className="gu-faint">{t('design.noNote')}</span>)}</div>
              <div className="gu-faint gu-small">{one.by} · <When at={one.at} /></div>
            </div>
            {one.version !== current && <Popconfirm title={t('design.restoreAsk', { n: one.version })} description={t('design.restoreHint')} okText={t('design.restore')} cancelText={t('word.cancel')} onConfirm={() => void restore(one.version)}><Button size="small">{t('design.restore')}</Button></Popconfirm>}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}

// What happened to how many rows, and why rows were left out.
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import type { Counts, JobView } from './types.ts'

interface Tile { label: string; n: number; look: string }

export function CountTiles({ counts, planned }: { counts: Counts; planned: boolean }): ReactNode {
  const { t, lang } = useT()
  const tiles: Tile[] = [
    { label: t(planned ? 'import.willCreate' : 'import.created'), n: counts.created, look: 'created' },
    { label: t(planned ? 'import.willUpdate' : 'import.updated'), n: counts.updated, look: 'updated' },
    { label: t('import.skipped'), n: counts.skipped, look: 'skipped' },
    { label: t('import.failed'), n: counts.failed, look: counts.failed > 0 ? 'failed' : 'skipped' },
    ...(counts.duplicates > 0 ? [{ label: t('import.duplicates'), n: counts.duplicates, look: 'twins' }] : []),
  ]
  return <dl className="gu-import-tiles">{tiles.map(tile => <div key={tile.label} className={tile.look}><dt>{tile.label}</dt><dd>{tile.n.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en')}</dd></div>)}</dl>
}

export function Reasons({ job, counts }: { job: JobView; counts: Counts }): ReactNode {
  const list = Object.entries(counts.reasons).sort((a, b) => b[1] - a[1])
  if (list.length === 0) return null
  return <ul className="gu-import-reasons">{list.map(([key, n]) => <li key={key}><span className="gu-num">{n}</span>{job.reasonTexts[key] ?? key}</li>)}</ul>
}

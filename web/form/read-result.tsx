// What a workbook says about one form: cells that cannot be read, and differences to what is stored.
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { bindKey } from './bind.ts'
import type { ReadBack } from './types.ts'

export function ReadResult({ read, title }: { read: ReadBack; title?: string }): ReactNode {
  const { t } = useT()
  return (
    <>
      {title !== undefined && <h3 className="gu-readback-number">{title}</h3>}
      {read.problems.length > 0 && (
        <section><h3>{t('form.problems', { n: read.problems.length })}</h3>
          <div className="gu-lines read"><table><thead><tr><th>{t('form.cell')}</th><th>{t('form.place')}</th><th>{t('form.text')}</th><th>{t('form.reason')}</th></tr></thead>
            <tbody>{read.problems.map(problem => <tr key={`${problem.cell} ${problem.message}`}><td><code>{problem.cell}</code></td><td>{problem.label}</td><td>{problem.text}</td><td className="gu-bad">{problem.message}</td></tr>)}</tbody></table></div>
        </section>)}
      {read.shown.length > 0 && (
        <section><h3>{t('form.differences', { n: read.shown.length })}</h3>
          <div className="gu-lines read"><table><thead><tr><th>{t('form.place')}</th><th>{t('form.before')}</th><th>{t('form.after')}</th></tr></thead>
            <tbody>{read.shown.map(one => <tr key={bindKey(one.bind)}><td>{one.label}</td><td className="gu-faint">{one.before || '—'}</td><td><strong>{one.after || '—'}</strong></td></tr>)}</tbody></table></div>
        </section>)}
      {read.shown.length === 0 && read.problems.length === 0 && <Alert type="success" showIcon title={t('form.noDifference')} />}
    </>
  )
}

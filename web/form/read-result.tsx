// What a workbook says about one form: cells that cannot be read, and differences to what is stored.
import { Alert, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { bindKey } from './bind.ts'
import { useChangers } from './since-export.ts'
import type { Difference, ReadBack } from './types.ts'

interface Props {
  read: ReadBack
  title?: string
  /** Places where the file's word was chosen though somebody changed them meanwhile. */
  chosen: ReadonlySet<string>
  choose(key: string, file: boolean): void
}

export function ReadResult({ read, title, chosen, choose }: Props): ReactNode {
  const { t } = useT()
  const changer = useChangers(read)
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
            <tbody>{read.shown.map(one => (one.was === undefined
              ? <tr key={bindKey(one.bind)}><td>{one.label}</td><td className="gu-faint">{one.before || '—'}</td><td><strong>{one.after || '—'}</strong></td></tr>
              : <Moved key={bindKey(one.bind)} one={one} who={changer(one.bind)} file={chosen.has(bindKey(one.bind))} choose={file => choose(bindKey(one.bind), file)} />))}</tbody></table></div>
        </section>)}
      {read.shown.length === 0 && read.problems.length === 0 && <Alert type="success" showIcon title={t('form.noDifference')} />}
    </>
  )
}

/** Another changed it after the export: his word stays unless the file's is chosen. */
function Moved({ one, who, file, choose }: { one: Difference; who?: string; file: boolean; choose(file: boolean): void }): ReactNode {
  const { t } = useT()
  const now = one.before || t('word.empty')
  return (
    <tr className="gu-moved">
      <td>{one.label}<div className="gu-small">{who ? t('form.movedBy', { name: who, text: now }) : t('form.moved', { text: now })}{one.was ? <span className="gu-faint"> {t('form.movedFrom', { text: one.was })}</span> : null}</div></td>
      <td><Radio checked={!file} onChange={() => choose(false)}>{now}</Radio></td>
      <td><Radio checked={file} onChange={() => choose(true)}><strong>{one.after || t('word.empty')}</strong></Radio></td>
    </tr>
  )
}

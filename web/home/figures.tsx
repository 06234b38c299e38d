// The row of numbers on the home page; each leads to its list.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCatalog } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import type { Figure } from './figures.ts'
import { figuresOf, useFigure } from './figures.ts'

export function Figures(): ReactNode {
  const figures = figuresOf(useCatalog())
  return figures.length === 0 ? null : <div className="gu-figures">{figures.map(figure => <One key={figure.key} figure={figure} />)}</div>
}

/** Long sums are read in 万 and 亿 (thousand and million in English); the exact one stands in the title. */
function short(value: string, lang: 'zh' | 'en'): string {
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', { notation: 'compact', maximumFractionDigits: 1 }).format(Number(value))
}

function One({ figure }: { figure: Figure }): ReactNode {
  const { t, lang } = useT()
  const { value, pending } = useFigure(figure)
  const exact = value === null ? '' : new Intl.NumberFormat('zh-CN', { minimumFractionDigits: figure.money ? 2 : 0 }).format(value as unknown as number)
  const shown = value === null ? '—' : figure.money || value.length > 7 ? short(value, lang) : exact
  return (
    <Link to="/o/$object" params={{ object: figure.object.name }} search={{}} className="gu-figure" title={exact}>
      <span className="gu-dim">{t(figure.title)}</span>
      <strong aria-busy={pending}>{pending ? '·' : <>{figure.money && value !== null && <small>¥</small>}{shown}</>}</strong>
    </Link>
  )
}

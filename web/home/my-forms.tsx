// The forms that one uses: starred ones first, then those opened last.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useRecentForms, useStars } from '../form/favourites.ts'
import { useForms } from '../form/queries.ts'
import { useT } from '../lib/texts.ts'

const MOST = 8

export function MyForms(): ReactNode {
  const { t, say } = useT()
  const { stars } = useStars()
  const recent = useRecentForms()
  const all = useForms().data?.forms ?? []
  const shown = [...new Set([...stars, ...recent])].map(id => all.find(form => form.id === id && form.can.open)).filter(form => form !== undefined).slice(0, MOST)
  if (shown.length === 0) return null
  return (
    <nav className="gu-home-forms" aria-label={t('form.centre')}>
      {shown.map(form => <Link key={form.id} to="/forms/$id" params={{ id: form.id }} search={{}} className="gu-formchip"><span className="gu-formid">{form.id}</span>{say(form.title)}</Link>)}
      <Link to="/forms" className="gu-small">{t('form.allForms')}</Link>
    </nav>
  )
}

// Forms that a person starred (kept with the account) and those opened last (kept in this browser).
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../lib/api.ts'
import type { Session } from '../lib/api-types.ts'
import { sessionQuery, useMe } from '../lib/session.ts'
import { currentSettings, setSettings, useSettings } from '../lib/settings.ts'
import { useSay } from '../lib/say.ts'

const MOST_RECENT = 8

export function useStars(): { stars: string[]; toggle(id: string): void } {
  const queries = useQueryClient()
  const say = useSay()
  const stars = useMe().settings?.formStars ?? []
  const put = (next: string[]): void => {
    queries.setQueryData<Session>(sessionQuery.queryKey, session => session?.user ? { ...session, user: { ...session.user, settings: { ...session.user.settings, formStars: next } } } : session)
  }
  return {
    stars,
    toggle(id) {
      const next = stars.includes(id) ? stars.filter(one => one !== id) : [...stars, id]
      put(next)
      void api('/api/me', { method: 'PUT', body: { settings: { formStars: next } } }).catch((error: unknown) => { put(stars); say.fail(error) })
    },
  }
}

export const useRecentForms = (): string[] => useSettings().recentForms

export function useRemember(id: string, known: boolean): void {
  useEffect(() => {
    if (known) setSettings({ recentForms: [id, ...currentSettings().recentForms.filter(one => one !== id)].slice(0, MOST_RECENT) })
  }, [id, known])
}

// Who is signed in. Everything the browser shows hangs on this one query.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Power } from '#core/object/access.ts'
import { api, post } from './api.ts'
import type { Session, SessionUser } from './api-types.ts'
import { clearKept } from './kept.ts'

export const sessionQuery = { queryKey: ['session'], queryFn: () => api<Session>('/api/session'), staleTime: 60_000 }

export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data
}

/** For pages inside the shell, which is only shown to somebody signed in. */
export function useMe(): SessionUser {
  const session = useSession()
  return session?.user ?? { id: '', name: '', email: '' }
}

export function usePower(power: Power): boolean {
  return useSession()?.powers.includes(power) ?? false
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await post('/api/sign-out')
    await clearKept()
    queries.clear()
    window.location.assign('/sign-in')
  }
}

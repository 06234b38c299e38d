// Calls better-auth inside the process and brings back its answer and its cookies.
import type { Auth } from './auth.ts'

export interface AuthAnswer {
  status: number
  body: Record<string, unknown>
  cookies: string[]
}

/** `cookie` is the Cookie header that the call carries. */
export async function authCall(auth: Auth, path: string, body: unknown, cookie = ''): Promise<AuthAnswer> {
  const context = await auth.context
  const response = await auth.handler(new Request(`${context.baseURL}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  }))
  const text = await response.text()
  const parsed: unknown = text ? JSON.parse(text) : {}
  return {
    status: response.status,
    body: typeof parsed === 'object' && parsed !== null ? parsed as Record<string, unknown> : {},
    cookies: response.headers.getSetCookie(),
  }
}

/** Set-Cookie lines as the Cookie header of a following call. */
export const asCookieHeader = (cookies: string[]): string => cookies.map(line => line.split(';')[0]!).join('; ')

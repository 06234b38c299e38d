// The one way to the server: JSON in and out, errors rebuilt as AppError, reads tried again, writes never sent twice.
import type { ErrorBody } from '#core/lib/error.ts'
import { AppError } from '#core/lib/error.ts'
import { setOnline } from './online.ts'

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Sent as Idempotency-Key, so that a repeated gesture is one change. */
  once?: string
}

const said = new WeakMap<AppError, ErrorBody>()
const signedOut = new Set<() => void>()

/** The server's own words for an error, in the reader's language. */
export const serverWords = (error: AppError): ErrorBody | undefined => said.get(error)

/** Calls back when the server says that the session is gone. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

export function rebuildError(body: ErrorBody): AppError {
  const error = new AppError(body.code, { key: body.key, params: body.params, fields: body.fields })
  said.set(error, body)
  return error
}

const pause = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))
const offline = (cause: unknown): AppError => new AppError('unavailable', { key: 'error.offline', cause })

async function send(path: string, ask: Ask): Promise<Response> {
  const form = ask.body instanceof FormData
  try {
    const response = await fetch(path, {
      method: ask.method ?? 'GET',
      body: ask.body === undefined ? undefined : form ? ask.body as FormData : JSON.stringify(ask.body),
      headers: {
        ...(ask.body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(ask.once ? { 'idempotency-key': ask.once } : {}),
        ...ask.headers,
      },
      signal: ask.signal,
      credentials: 'same-origin',
    })
    setOnline(true)
    return response
  } catch (cause) {
    if (ask.signal?.aborted) throw cause
    setOnline(false)
    throw offline(cause)
  }
}

async function refused(response: Response): Promise<AppError> {
  const body = await response.json().catch(() => null) as { error?: ErrorBody } | null
  if (response.status === 401) for (const listener of signedOut) listener()
  if (body?.error?.code) return rebuildError(body.error)
  // A proxy in between answers without our body when the server is away.
  return new AppError(response.status >= 502 ? 'unavailable' : 'internal')
}

async function once<T>(path: string, ask: Ask): Promise<T> {
  const response = await send(path, ask)
  if (!response.ok) throw await refused(response)
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

/** Asks the server. A read that meets a closed door is tried twice more; a write is for its caller to repeat. */
export async function api<T>(path: string, ask: Ask = {}): Promise<T> {
  const tries = (ask.method ?? 'GET') === 'GET' ? 3 : 1
  for (let i = 1; ; i++) {
    try {
      return await once<T>(path, ask)
    } catch (error) {
      const again = error instanceof AppError && error.code === 'unavailable' && i < tries
      if (!again) throw error
      await pause(300 * 2 ** i * (0.5 + Math.random()))
    }
  }
}

export const post = <T>(path: string, body: unknown = {}, ask: Ask = {}): Promise<T> => api<T>(path, { ...ask, method: 'POST', body })
export const newKey = (): string => crypto.randomUUID()

/** A query string out of what is set. */
export function query(params: Record<string, string | number | undefined>): string {
  const set = Object.entries(params).filter(([, value]) => value !== undefined && value !== '')
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString()}`
}

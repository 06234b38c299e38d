// Live updates: the server tells which records changed, the page asks again. Reconnects with growing, jittered pauses.
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sessionQuery } from './session.ts'

export type LiveEvent =
  | { type: 'changed'; object: string; ids?: string[]; batch?: string; actor?: string; version?: number }
  | { type: 'flow'; run?: string; object?: string; ids?: string[] }
  | { type: 'catalog' } | { type: 'notification' } | { type: 'signedOut' }

const listeners = new Set<(event: LiveEvent) => void>()

/** For what is not a query: the grid's pages. */
export function onLive(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells this page of its own change at once, without waiting for the server's echo. */
export const tellLive = (event: LiveEvent): void => { for (const listener of listeners) listener(event) }

/** A case on the screen whose record changed: what is decided on is no longer what it was. */
function isAbout(data: unknown, event: { object: string; ids?: string[] }): boolean {
  const run = data as { object?: string; record?: string } | undefined
  return run?.object === event.object && (event.ids === undefined || event.ids.includes(run.record ?? ''))
}

function refresh(queries: QueryClient, event: LiveEvent): void {
  if (event.type === 'changed') void queries.invalidateQueries({ queryKey: ['records', event.object] })
  if (event.type === 'changed') void queries.invalidateQueries({ queryKey: ['undo'] })
  if (event.type === 'changed') void queries.invalidateQueries({ queryKey: ['flow', 'run'], predicate: query => isAbout(query.state.data, event) })
  if (event.type === 'flow') void queries.invalidateQueries({ queryKey: ['flow'] })
  if (event.type === 'catalog') void queries.invalidateQueries({ queryKey: ['catalog'] })
  if (event.type === 'notification') void queries.invalidateQueries({ queryKey: ['notifications'] })
  if (event.type === 'signedOut') void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
}

const TYPES = ['changed', 'flow', 'catalog', 'notification', 'signedOut'] as const

function listen(source: EventSource): void {
  const take = (type?: string) => (message: MessageEvent<string>): void => {
    try {
      tellLive({ ...(type ? { type } : {}), ...JSON.parse(message.data || '{}') as object } as LiveEvent)
    } catch { /* A heartbeat or a half-written line tells nothing. */ }
  }
  source.onmessage = take()
  for (const type of TYPES) source.addEventListener(type, take(type))
}

/** Keeps one connection while the shell is shown. */
export function useLive(queries: QueryClient): void {
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    const connect = (): void => {
      source = new EventSource('/api/events')
      listen(source)
      source.onopen = () => {
        // What happened while away is unknown: ask for everything that is on screen.
        if (failures > 0) void queries.invalidateQueries()
        failures = 0
      }
      source.onerror = () => {
        source?.close()
        failures += 1
        timer = setTimeout(connect, Math.min(60_000, 1000 * 2 ** failures) * (0.5 + Math.random()))
      }
    }
    const stop = onLive(event => refresh(queries, event))
    connect()
    return () => {
      stop()
      clearTimeout(timer)
      source?.close()
    }
  }, [queries])
}

// Whether the server can be reached: told by failed and successful requests as well as by the browser.
import { useSyncExternalStore } from 'react'

let online = typeof navigator === 'undefined' || navigator.onLine
const listeners = new Set<() => void>()

export function setOnline(now: boolean): void {
  if (now === online) return
  online = now
  for (const listener of listeners) listener()
}

export function watchOnline(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => setOnline(true))
  window.addEventListener('offline', () => setOnline(false))
}

export const useOnline = (): boolean => useSyncExternalStore(watchOnline, () => online)

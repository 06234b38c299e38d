// What the screen is like: narrow as a phone, dark by the system's wish.
import { useSyncExternalStore } from 'react'
import { useSettings } from './settings.ts'

function useMedia(text: string): boolean {
  return useSyncExternalStore(listener => {
    const list = window.matchMedia(text)
    list.addEventListener('change', listener)
    return () => list.removeEventListener('change', listener)
  }, () => window.matchMedia(text).matches)
}

export const useNarrow = (): boolean => useMedia('(max-width: 767px)')

export function useDark(): boolean {
  const system = useMedia('(prefers-color-scheme: dark)')
  const { theme } = useSettings()
  return theme === 'system' ? system : theme === 'dark'
}

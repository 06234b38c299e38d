// Settings of this browser: language, theme, folded navigation, forms opened last. The account's own settings overwrite them at sign-in.
import { useSyncExternalStore } from 'react'
import type { Lang } from '#core/lib/text.ts'
import type { ThemeName } from './api-types.ts'

export interface Settings {
  lang: Lang
  theme: ThemeName
  navFolded: boolean
  /** Headings of the navigation that are folded. */
  navClosed: string[]
  /** Ids of the forms opened last, newest first. */
  recentForms: string[]
}

const KEY = 'guanxi.settings'
const BASE: Settings = { lang: 'zh', theme: 'system', navFolded: false, navClosed: [], recentForms: [] }
const listeners = new Set<() => void>()

function load(): Settings {
  try {
    return { ...BASE, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings> }
  } catch {
    return BASE
  }
}

let settings = load()

export const currentSettings = (): Settings => settings

export function setSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
  } catch { /* Storage refused: the setting lasts as long as the page. */ }
  for (const listener of listeners) listener()
}

export function watchSettings(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSettings = (): Settings => useSyncExternalStore(watchSettings, currentSettings)

// The product's words in the browser: typed keys, Chinese first. `useT` gives the translator and the language.
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Lang, Text } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import { currentSettings, watchSettings } from './settings.ts'
import { en } from './texts-en.ts'
import { zh } from './texts-zh.ts'

export type TextKey = keyof typeof zh
export type T = (key: TextKey, params?: Record<string, string | number>) => string

const HTML_LANG: Record<Lang, string> = { zh: 'zh-CN', en: 'en' }

function setLanguage(): void {
  const { lang } = currentSettings()
  document.documentElement.lang = HTML_LANG[lang]
  if (i18next.language !== lang) void i18next.changeLanguage(lang)
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: currentSettings().lang, fallbackLng: 'zh', keySeparator: false, nsSeparator: false,
    // React escapes; our places look like {name}, the same as in the server's messages.
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  })
  setLanguage()
  watchSettings(setLanguage)
}

export interface Words { t: T; lang: Lang; say(text: Text): string }

export function useT(): Words {
  const { t, i18n } = useTranslation()
  const lang: Lang = i18n.language === 'en' ? 'en' : 'zh'
  return { t: t as unknown as T, lang, say: text => inLang(text, lang) }
}

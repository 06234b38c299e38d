// A text in the product's two languages. Declarations carry these; nothing else does.

export type Lang = 'zh' | 'en'

export interface Text {
  zh: string
  en: string
}

/** Short enough for declarations that are mostly words: paper forms. */
export const text = (zh: string, en: string): Text => ({ zh, en })

/** The text in a language; a run-time text that has only one language falls back to it. */
export const inLang = (text: Text, lang: Lang): string => text[lang] || text.zh || text.en

/** Fills `{name}` places in a message. Unknown places stay, so that a fault is seen. */
export function fillPlaces(template: string, params: Record<string, string | number> = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place)
}

// Choices of a field written in one line each: value, Chinese, English and, where it helps the eye, a colour.
import type { Option } from './field.ts'

export const options = (...lines: [value: string, zh: string, en: string, color?: string][]): Option[] =>
  lines.map(([value, zh, en, color]) => ({ value, label: { zh, en }, ...(color ? { color } : {}) }))

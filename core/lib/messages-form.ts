// What is said around paper forms: rows left out, parameters and values that make no sense, forms that cannot be published.
import type { Text } from './text.ts'

export const formMessages: Record<string, Text> = {
  'form.rowsLeft': { zh: '另有 {count} 行未列出', en: '{count} more rows are not listed' },
}

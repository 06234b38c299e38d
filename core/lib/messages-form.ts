// What is said around paper forms: rows left out, parameters that make no sense, forms that cannot be published.
import type { Text } from './text.ts'

export const formMessages: Record<string, Text> = {
  'form.rowsLeft': { zh: '另有 {count} 行未列出', en: '{count} more rows are not listed' },
  'form.notAYear': { zh: '“{text}”不是年份，请填写四位数字，例如 2026', en: '“{text}” is not a year: give four digits such as 2026' },
  'form.period': { zh: '结束日期（{to}）早于开始日期（{from}），请调换', en: 'The period ends ({to}) before it begins ({from}): change the dates round' },
  'form.oneTick': { zh: '这里只能选一项，请只勾选其中之一：{options}', en: 'Tick only one of these: {options}' },
}

// Phone, e-mail and web address: text in one agreed form.
import { z } from 'zod'
import type { FieldKind } from '../kind.ts'
import { formatPhone, parsePhone } from '../../lib/phone.ts'
import { one, own, refuse, TEXT_OPS } from './shared.ts'

const line = {
  columns: () => [{ suffix: '', type: 'text' as const, collateC: true }],
  store: one, read: own, order: own, ops: TEXT_OPS, words: String,
  ruleType: 'text', align: 'left', typed: true, numeric: false,
} as const

export const phone: FieldKind<'phone'> = {
  ...line,
  label: { zh: '电话', en: 'Phone' },
  schema: () => z.string().max(40).refine(value => {
    const answer = parsePhone(value)
    return 'value' in answer && answer.value === value
  }, { error: 'phone.invalid' }),
  parse: typed => {
    const answer = parsePhone(typed)
    return 'value' in answer ? { value: answer.value } : { refusal: answer }
  },
  format: value => formatPhone(String(value)),
  excel: () => ({ format: '@', cell: 's', width: 16 }),
  width: 130,
}

/** One plain address: no display names, groups or line breaks that a mail server could take for several. */
const EMAIL = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]{1,190}\.[^\s@<>(),;:"\\[\].]{2,63}$/u

export const email: FieldKind<'email'> = {
  ...line,
  label: { zh: '电子邮件', en: 'E-mail' },
  schema: () => z.string().max(254).regex(EMAIL, { error: 'email.invalid' }),
  parse: typed => {
    const value = typed.trim().replaceAll('＠', '@').replace(/^mailto:/i, '').toLowerCase()
    return EMAIL.test(value) ? { value } : refuse('email.invalid')
  },
  format: String,
  excel: () => ({ format: '@', cell: 's', width: 24 }),
  width: 180,
}

/** Only http and https: a javascript: link would run in the reader's browser. */
const isWeb = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value)

export const url: FieldKind<'url'> = {
  ...line,
  label: { zh: '网址', en: 'Web address' },
  schema: () => z.string().max(2000).refine(isWeb, { error: 'url.invalid' }),
  parse: typed => {
    const value = /^[a-z]+:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
    return isWeb(value) && /\./.test(value) ? { value } : refuse('url.invalid')
  },
  format: String,
  excel: () => ({ format: '@', cell: 's', width: 28 }),
  width: 180,
}

// Entries of the audit log as sentences.
import { messageOf } from '#core/lib/messages.ts'
import type { Lang, Text } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import type { T } from '../lib/texts.ts'

export interface AuditRow {
  seq: string | number
  at: string
  actor: string | null
  actorName: string | null
  via: string
  ip: string | null
  what: string
  object: string | null
  record: string | null
  detail: Record<string, unknown> | null
}

export const AUDIT_KINDS = [
  'record.create', 'record.update', 'record.save', 'record.delete', 'record.restore', 'record.erase', 'record.bulk', 'record.merge', 'record.share', 'record.reveal', 'reveal', 'viewed', 'share', 'erase', 'comment.add', 'file.keep',
  'undo', 'redo', 'import', 'export', 'signIn', 'signIn.failed', 'signOut', 'denied', 'rights', 'user.invite', 'user.relink', 'user.setActive', 'user.activate', 'user.deactivate',
  'catalog', 'catalog.addObject', 'catalog.changeObject', 'catalog.addField', 'catalog.changeField', 'catalog.orderFields', 'catalog.revert', 'setup', 'company.setUp',
] as const
type Kind = (typeof AUDIT_KINDS)[number]

const isKind = (what: string): what is Kind => (AUDIT_KINDS as readonly string[]).includes(what)

/** Labels of objects and fields as far as the reader may know them. */
export interface Names { object(name: string): string; field(object: string, key: string): string }

export interface AuditWords { t: T; lang: Lang; names: Names }

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter(item => typeof item === 'string') : [])
const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

export const kindText = (what: string, t: T): string => (isKind(what) ? t(`audit.${what}`) : what)

/** What was done, without who and when. */
export function sentence(row: AuditRow, { t, lang, names }: AuditWords): string {
  const detail = row.detail ?? {}
  const head = kindText(row.what, t)
  const tail = aboutIt(row, detail, { t, lang, names })
  return tail === '' ? head : t('audit.with', { head, tail })
}

function aboutIt(row: AuditRow, detail: Record<string, unknown>, { t, lang, names }: AuditWords): string {
  if (row.what === 'denied') return deniedText(detail, t, lang)
  if (row.what === 'catalog') return catalogText(detail, lang, names)
  const fields = strings(detail['fields']).map(key => names.field(row.object ?? '', key))
  if (fields.length > 0) return t('audit.fields', { object: names.object(row.object ?? ''), fields: fields.join(t('word.and')) })
  const field = plain(detail['field'])
  if (row.object) return field === '' ? names.object(row.object) : `${names.object(row.object)} · ${names.field(row.object, field)}`
  const objects = strings(detail['objects']).map(names.object).join(t('word.and'))
  const count = Number(detail['count'] ?? 0)
  return count > 0 && objects !== '' ? t('audit.count', { objects, n: count }) : objects
}

function deniedText({ action, key, ...params }: Record<string, unknown>, t: T, lang: Lang): string {
  const why = typeof key === 'string' ? messageOf({ key, params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, plain(value)])) }, lang) : ''
  return [kindText(plain(action), t), why].filter(Boolean).join(' · ')
}

function catalogText(detail: Record<string, unknown>, lang: Lang, names: Names): string {
  const rows = [...asRows(detail['objects']), ...asRows(detail['fields'])].slice(0, 3)
  return rows.map(row => {
    const label = (row['definition'] as { label?: Text } | undefined)?.label
    const object = plain(row['object']) || plain(row['name'])
    const key = plain(row['key'])
    const own = label ? inLang({ zh: label.zh ?? '', en: label.en ?? '' }, lang) : key ? names.field(object, key) : ''
    return key ? `${names.object(object)} · ${own}` : own || names.object(object)
  }).join('；')
}

const asRows = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(item => typeof item === 'object' && item !== null) : [])

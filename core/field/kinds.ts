// The table of kinds: one entry each, complete by type. Use kindOf(field) everywhere; never branch on a kind.
import type { Field, FieldOf, KindName } from './field.ts'
import type { FieldKind } from './kind.ts'
import { address } from './kinds/address.ts'
import { choice, choices, tags, yesNo } from './kinds/choice.ts'
import { email, phone, url } from './kinds/contact.ts'
import { birthday, date, datetime, time } from './kinds/date.ts'
import { computed, rollup } from './kinds/derived.ts'
import { json } from './kinds/json.ts'
import { integer, money, number, percent } from './kinds/number.ts'
import { attachment, department, lines, reference, references, user } from './kinds/reference.ts'
import { longText, serial, text } from './kinds/text.ts'

export const kinds: { [K in KindName]: FieldKind<K> } = {
  text, longText, number, integer, percent, money, date, datetime, time, birthday, choice, choices, tags, yesNo,
  phone, email, url, address, reference, references, user, department, lines, attachment, serial,
  computed, rollup, json,
}

/** The kind of a field, ready to be asked about that very field. */
export const kindOf = (field: Field): FieldKind<KindName> => kinds[field.kind] as unknown as FieldKind<KindName>

/** Narrows a field to one kind, for the few places that own it (serial numbering, rollups, lines). */
export const isKind = <K extends KindName>(field: Field, kind: K): field is Field & FieldOf<K> => field.kind === kind

/** Column name in the database: snake case, parts after two underscores. */
export const columnName = (field: Field, suffix = ''): string =>
  field.key.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`) + (suffix ? `__${suffix}` : '')

// Numbers such as KH-{yyyy}-{0000}. The counter's row is locked until the transaction ends, so numbers of refused saves
// are given again; in a save that keeps the good records, a refused one may leave a gap. A code that was typed or
// imported pushes the counter past it.
import type { Field, FieldOf } from '#core/field/field.ts'
import { isKind } from '#core/field/kinds.ts'
import { today } from '#core/lib/date.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Ctx } from './context.ts'
import type { Draft } from './draft.ts'
import { isRefused } from './draft.ts'

type SerialField = Field & FieldOf<'serial'>

interface Numbering {
  head: string
  digits: number
  tail: string
}

/** The rule with its date filled in, cut at the counter. */
export function numbering(rule: string, date: string): Numbering {
  const [yyyy, mm, dd] = date.split('-') as [string, string, string]
  const dated = rule.replaceAll('{yyyy}', yyyy).replaceAll('{yy}', yyyy.slice(2)).replaceAll('{mm}', mm).replaceAll('{dd}', dd)
  const place = /\{(0+)\}/.exec(dated)
  if (!place) return { head: dated, digits: 1, tail: '' }
  return { head: dated.slice(0, place.index), digits: place[1]!.length, tail: dated.slice(place.index + place[0].length) }
}

export const serialText = (at: Numbering, value: number): string => `${at.head}${String(value).padStart(at.digits, '0')}${at.tail}`

export const counterName = (object: ObjectDef, field: Field, at: Numbering): string => `serial:${object.name}.${field.key}:${at.head}#${at.tail}`

export async function giveSerials(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<void> {
  for (const field of Object.values(object.fields)) {
    if (field.retired || !isKind(field, 'serial')) continue
    await passTyped(ctx, object, field, drafts)
    const open = drafts.filter(draft => draft.fresh && !isRefused(draft) && (draft.values[field.key] ?? null) === null)
    if (open.length === 0) continue
    const at = numbering(field.rule, today(ctx.actor.zone))
    const last = await take(ctx, counterName(object, field, at), open.length)
    open.forEach((draft, index) => {
      draft.values[field.key] = serialText(at, last - open.length + 1 + index)
      draft.changed.add(field.key)
    })
  }
}

async function take(ctx: Ctx, name: string, count: number): Promise<number> {
  const { rows } = await ctx.tx.query<{ value: string }>(
    `insert into counter as c (org, name, value) values ($1, $2, $3)
     on conflict (org, name) do update set value = c.value + excluded.value returning value`, [ctx.org, name, count])
  return Number(rows[0]!.value)
}

/** Any date may stand in a typed code: the counter of that very period moves. */
function ruleAsPattern(rule: string): RegExp {
  const escaped = rule.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
  const dated = escaped.replaceAll('{yyyy}', '\\d{4}').replaceAll(/\{(?:yy|mm|dd)\}/g, '\\d{2}')
  const places = /^(.*?)\{(0+)\}(.*)$/.exec(dated)
  return places ? new RegExp(`^(${places[1]})(\\d{${places[2]!.length},15})(${places[3]})$`) : new RegExp(`^(${dated})(\\d{1,15})()$`)
}

async function passTyped(ctx: Ctx, object: ObjectDef, field: SerialField, drafts: Draft[]): Promise<void> {
  const pattern = ruleAsPattern(field.rule)
  const highest = new Map<string, number>()
  for (const draft of drafts) {
    const code = draft.values[field.key]
    if (isRefused(draft) || !draft.changed.has(field.key) || typeof code !== 'string') continue
    const [, head, digits, tail] = pattern.exec(code) ?? []
    if (head === undefined || digits === undefined) continue
    const name = counterName(object, field, { head, digits: digits.length, tail: tail ?? '' })
    highest.set(name, Math.max(highest.get(name) ?? 0, Number(digits)))
  }
  for (const [name, value] of [...highest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await ctx.tx.query(
      `insert into counter as c (org, name, value) values ($1, $2, $3)
       on conflict (org, name) do update set value = greatest(c.value, excluded.value)`, [ctx.org, name, value])
  }
}

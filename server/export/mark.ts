// What a file with restricted values says of itself: who took it out, when, why, and how much.
import { formatDateTime } from '#core/lib/date-time.ts'
import { messages } from '#core/lib/messages.ts'
import { fillPlaces, inLang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import type { SheetSpec } from '#server/sheet/book-spec.ts'
import { delicateTitles } from './plan.ts'
import type { ExportAsk, ExportPlan } from './plan.ts'

const word = (key: string, actor: Actor): string => inLang(messages[`export.mark.${key}`]!, actor.lang)

/** Undefined when nothing in the file is restricted. */
function facts(actor: Actor, ask: ExportAsk, plan: ExportPlan): Record<string, string> | undefined {
  const delicate = delicateTitles(plan)
  if (delicate.length === 0) return undefined
  return {
    object: inLang(plan.object.label, actor.lang), who: actor.name, when: formatDateTime(new Date().toISOString(), { zone: actor.zone, seconds: true }),
    count: String(plan.count), reason: ask.reason || '—', fields: delicate.join('、'),
  }
}

export function markSheet(actor: Actor, ask: ExportAsk, plan: ExportPlan): SheetSpec | undefined {
  const known = facts(actor, ask, plan)
  return known && {
    name: word('sheet', actor), filter: false, freeze: false,
    columns: [{ title: word('sheet', actor), kind: 'text', width: 16 }, { title: word('warning', actor), kind: 'text', width: 80 }],
    rows: Object.entries(known).map(([key, value]) => [word(key, actor), value]),
  }
}

export function markLine(actor: Actor, ask: ExportAsk, plan: ExportPlan): string | undefined {
  const known = facts(actor, ask, plan)
  return known && fillPlaces(word('line', actor), known)
}

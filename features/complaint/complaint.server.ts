// A complaint that is closed was closed today unless somebody says when; one that is taken up again is not closed.
import { today } from '#core/lib/date.ts'
import { defineEffect, give } from '#server/action/effects.ts'

defineEffect({
  object: 'complaint', keys: ['status'],
  async before(ctx, drafts) {
    for (const draft of drafts) {
      const closed = draft.values.status === 'closed'
      const dated = (draft.values.closedOn ?? null) !== null
      if (closed && !dated) give(draft, 'closedOn', today(ctx.actor.zone))
      if (!closed && dated && !draft.fresh && !draft.changed.has('closedOn')) give(draft, 'closedOn', null)
    }
  },
})

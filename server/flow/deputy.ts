// A deputy is named by the person himself, or by whoever looks after the users, but never by that one for himself:
// it would be a way to others' decisions.
import { hasPower } from '#core/object/rights.ts'
import { defineEffect } from '#server/action/effects.ts'
import { refuse } from '#server/action/draft.ts'

export const deputyEffect = defineEffect({
  object: 'deputy', keys: ['owner', 'deputy', 'begins', 'ends'],
  async before(ctx, drafts) {
    const me = ctx.actor.userId
    for (const draft of drafts) {
      const { owner, deputy } = draft.values
      const others = owner !== me || (draft.before !== undefined && draft.before.values['owner'] !== me)
      if (owner === deputy) refuse(draft, 'deputy', { key: 'flow.deputySelf' })
      else if (others && (!hasPower(ctx.actor, 'users') || deputy === me)) refuse(draft, 'owner', { key: 'flow.deputyOwn' })
    }
  },
})

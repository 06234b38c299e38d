// The record of a file whose content has been stored.
import { z } from 'zod'
import { defineAction } from '#server/action/define.ts'
import { saveRecords } from '#server/action/save.ts'
import { savedIds } from '#server/user/saved.ts'

export const keepFile = defineAction({
  name: 'file.keep', undoable: false, label: { zh: '上传 {title}', en: 'Upload {title}' },
  input: z.strictObject({ name: z.string().min(1).max(255), type: z.string().max(127), size: z.int().min(0), sha256: z.string().length(64) }),
  async run(ctx, input) {
    ctx.journal.title = input.name
    const [id] = savedIds(await saveRecords(ctx, 'file', [{ values: input }], { trusted: true }))
    return { id: id! }
  },
})

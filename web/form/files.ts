// Files of a form: PDF and .xlsx of one or several records, and the blank form for handwriting.
import { useState } from 'react'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { FormSearch } from './address.ts'
import { download, filePath } from './queries.ts'

export type FileKind = 'xlsx' | 'pdf'

export interface Files { busy: FileKind | undefined; get(id: string, kind: FileKind, search: FormSearch): Promise<void> }

export function useFiles(): Files {
  const { lang } = useT()
  const say = useSay()
  const [busy, setBusy] = useState<FileKind>()
  return {
    busy,
    async get(id, kind, search) {
      setBusy(kind)
      try {
        await download(filePath(id, kind, search), lang, `${id}.${kind}`)
      } catch (error) {
        say.fail(error)
      }
      setBusy(undefined)
    },
  }
}

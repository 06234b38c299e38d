// The form designer: parts of the form at the left, the chosen one beside them, the paper at the right.
import { Form } from 'antd'
import { useParams } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useKey } from '../lib/keys.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import type { WebCatalog } from '../lib/catalog.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import type { Kept } from './design.ts'
import { forgetKept, useBoard, useKeptDraft } from './design.ts'
import { PartEditor } from './part-editor.tsx'
import { PartsList } from './parts-list.tsx'
import { Preview } from './preview.tsx'
import type { FormDesign } from './queries.ts'
import { useDesignCatalog, useFormDesign } from './queries.ts'
import { KeptNotice, Toolbar } from './toolbar.tsx'
import './form-designer.css'

export function DesignerPage(): ReactNode {
  const { id } = useParams({ from: '/shell/forms/$id/design' })
  const catalog = useDesignCatalog()
  const design = useFormDesign(id)
  const kept = useKeptDraft(id)
  const queries = useQueryClient()
  const [round, setRound] = useState(0)
  const renew = (): void => void forgetKept(id).then(() => setRound(round + 1)).then(() => queries.invalidateQueries({ queryKey: ['form-preview'] }))
  const error = design.error ?? catalog.error
  if (error) return <Failed error={error} again={() => { void design.refetch(); void catalog.refetch() }} />
  if (!design.data || !catalog.data || !kept) return <Loading />
  return <DrawingBoard key={`${id} ${round}`} design={design.data} catalog={catalog.data} kept={round === 0 ? kept.kept : undefined} renew={renew} />
}

/** The inputs here are steps of the draft; those of dialogs are not. */
const OWN_KEYS = { whileTyping: true, within: '.gu-design' }

interface BoardProps { design: FormDesign; catalog: WebCatalog; kept: Kept | undefined; renew(): void }

function DrawingBoard({ design, catalog, kept, renew }: BoardProps): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const board = useBoard(design, catalog, kept)
  // Before the product's own Ctrl+Z, and also while typing.
  useKey('mod+z', board.undo, OWN_KEYS)
  useKey('mod+y', board.redo, OWN_KEYS)
  useKey('mod+shift+z', board.redo, OWN_KEYS)
  return (
    <div className={`gu-design${narrow ? ' narrow' : ''}`}>
      <Toolbar board={board} design={design} narrow={narrow} renew={renew} />
      <KeptNotice board={board} />
      {narrow && <div className="gu-design-kept" role="note">{t('design.narrow')}</div>}
      <div className="gu-design-panes">
        {!narrow && <PartsList design={board} />}
        {!narrow && <Form layout="vertical" component={false}><PartEditor design={board} /></Form>}
        <Preview design={board} />
      </div>
    </div>
  )
}

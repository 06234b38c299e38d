// The editor of what is chosen: the form's settings or one of its parts.
import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Block } from '#core/form/form.ts'
import { removeBlock, setBlock } from '#core/form/edit.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { Design } from './design.ts'
import { FormSettings } from './form-settings.tsx'
import { GridEditor } from './grid-editor.tsx'
import { ItemsEditor } from './items-editor.tsx'
import { NoteEditor } from './note-editor.tsx'
import { partName } from './part-words.ts'
import { FORM, keyOf } from './problems.ts'
import { TextInput } from './text-input.tsx'
import { TitleInput } from './title-input.tsx'

/** What every editor of a part is given. */
export interface PartProps<K extends Block['kind'] = Block['kind']> { design: Design; block: Extract<Block, { kind: K }>; at: number }

export function PartEditor({ design }: { design: Design }): ReactNode {
  const { chosen, form } = design
  const block = chosen.block === undefined ? undefined : form.blocks[chosen.block]
  if (!block) return <FormSettings design={design} />
  return <Part key={chosen.block} design={design} block={block} at={chosen.block!} />
}

function Part({ design, block, at }: PartProps): ReactNode {
  const { t } = useT()
  const say = useSay()
  const remove = (): void => {
    design.edit(removeBlock(design.form, at))
    design.choose(FORM)
    say.ok(t('design.removed'))
  }
  return (
    <div className="gu-design-editor">
      <div className="gu-row gu-design-heading">
        <h2 className="gu-grow">{partName(block, design.said)}</h2>
        {/* Every form has its title; it may stand elsewhere. */}
        {block.kind !== 'title' && <Button size="small" type="text" danger icon={<DeleteOutlined />} onClick={remove}>{t('design.removePart')}</Button>}
      </div>
      <p className="gu-dim gu-small">{t(`design.part.${block.kind}.hint`)}</p>
      <Problems design={design} />
      <Body design={design} block={block} at={at} />
    </div>
  )
}

function Problems({ design }: { design: Design }): ReactNode {
  const here = design.problems.filter(problem => problem.at.block === design.chosen.block)
  return here.length === 0 ? null : <ul className="gu-design-faults">{here.map(problem => <li key={keyOf(problem)}>{problem.what}</li>)}</ul>
}

function Body({ design, block, at }: PartProps): ReactNode {
  if (block.kind === 'title') return <TitleEditor design={design} block={block} at={at} />
  if (block.kind === 'note') return <NoteEditor design={design} block={block} at={at} />
  if (block.kind === 'grid') return <GridEditor design={design} block={block} at={at} />
  return <ItemsEditor design={design} block={block} at={at} />
}

function TitleEditor({ design, block, at }: PartProps<'title'>): ReactNode {
  const { t } = useT()
  const { form, edit, english } = design
  return (
    <>
      <TitleInput design={design} />
      <TextInput label={t('design.below')} value={block.below} english={english} onChange={below => edit(setBlock(form, at, 'title', { below }), `below ${at}`)} />
    </>
  )
}

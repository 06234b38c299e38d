// The parts of the form from top to bottom: chosen, dragged into order, added, put back.
import { ArrowDownOutlined, ArrowUpOutlined, EditOutlined, FileTextOutlined, FontSizeOutlined, FormOutlined, HolderOutlined, MinusOutlined, PlusOutlined, SettingOutlined, TableOutlined, WarningOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import type { Block } from '#core/form/form.ts'
import { addBlock, moveBlock } from '#core/form/edit.ts'
import { useReorder } from '../admin/reorder.ts'
import { useT } from '../lib/texts.ts'
import type { Design } from './design.ts'
import { addable } from './new-parts.ts'
import { partHint, partKeys, partName } from './part-words.ts'
import { FORM } from './problems.ts'

const ICON: Record<Block['kind'], ReactNode> = {
  title: <FontSizeOutlined />, line: <MinusOutlined />, fields: <FormOutlined />, grid: <TableOutlined />, signatures: <EditOutlined />, note: <FileTextOutlined />,
}

export function PartsList({ design }: { design: Design }): ReactNode {
  const { t } = useT()
  const { form, chosen, choose, edit } = design
  const move = (from: number, to: number): void => { edit(moveBlock(form, from, to)); choose({ block: to }) }
  const drag = useReorder(move)
  const keys = partKeys(form.blocks)
  return (
    <nav className="gu-design-parts" aria-label={t('design.parts')}>
      <div className="gu-row gu-design-heading"><h2 className="gu-grow">{t('design.parts')}</h2><AddPart design={design} /></div>
      <button type="button" className={`gu-plain gu-design-part settings${chosen.block === undefined ? ' chosen' : ''}`} aria-current={chosen.block === undefined} onClick={() => choose(FORM)}>
        <span className="gu-design-icon" aria-hidden><SettingOutlined /></span><span className="gu-grow">{t('design.settings')}</span><Faulty design={design} />
      </button>
      <ol>
        {form.blocks.map((block, at) => {
          const { className, ...props } = drag(at)
          return <li key={keys[at]} {...props} className={className}><PartRow design={design} block={block} at={at} move={move} /></li>
        })}
      </ol>
      <p className="gu-faint gu-small">{t('design.partsHint')}</p>
    </nav>
  )
}

function PartRow({ design, block, at, move }: { design: Design; block: Block; at: number; move(from: number, to: number): void }): ReactNode {
  const { t } = useT()
  const { form, chosen, choose, said } = design
  const hint = partHint(form, block, said)
  const name = partName(block, said)
  return (
    <div className={`gu-design-part${chosen.block === at ? ' chosen' : ''}`}>
      <HolderOutlined className="gu-holder" aria-hidden />
      <button type="button" className="gu-plain gu-row gu-grow" aria-current={chosen.block === at} onClick={() => choose({ block: at })}>
        <span className="gu-design-icon" aria-hidden>{ICON[block.kind]}</span>
        <span className="gu-grow"><span className="gu-design-part-name">{name}</span><span className="gu-faint gu-small gu-cut">{hint || t('design.unnamed')}</span></span>
        <Faulty design={design} at={at} />
      </button>
      <span className="gu-design-steps">
        <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={at === 0} aria-label={`${name} ${t('design.up')}`} onClick={() => move(at, at - 1)} />
        <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={at === form.blocks.length - 1} aria-label={`${name} ${t('design.down')}`} onClick={() => move(at, at + 1)} />
      </span>
    </div>
  )
}

function Faulty({ design, at }: { design: Design; at?: number }): ReactNode {
  const { t } = useT()
  const here = design.problems.filter(problem => problem.at.block === at)
  return here.length === 0 ? null : <WarningOutlined className="gu-design-faulty" title={here.map(problem => problem.what).join('\n')} aria-label={t('design.problems', { n: here.length })} />
}

/** New parts stand below the chosen one. */
function AddPart({ design }: { design: Design }): ReactNode {
  const { t } = useT()
  const { form, chosen, choose, edit } = design
  const add = (block: Block): void => {
    const at = chosen.block === undefined ? form.blocks.length : chosen.block + 1
    edit(addBlock(form, at, block))
    choose({ block: at })
  }
  const items = addable(design).map(({ label, block }, key) => ({ key, label, icon: ICON[block.kind], onClick: () => add(block) }))
  return <Dropdown menu={{ items, style: { maxHeight: 420, overflow: 'auto' } }} trigger={['click']}><Button size="small" icon={<PlusOutlined />}>{t('design.addPart')}</Button></Dropdown>
}

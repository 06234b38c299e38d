// The processes there are: a list, and one with its diagram, steps and versions.
import type { FlowNode } from '#core/flow/flow.ts'
import { AppError } from '#core/lib/error.ts'
import { versionAt, versionsOf } from '#server/schema/flow-rows.ts'
import type { VersionRow } from '#server/schema/flow-rows.ts'
import type { Asking } from './asking.ts'
import type { OpenFlow } from './book.ts'

export interface FlowEntry {
  id: string
  name: string
  version: number
  /** Kinds of record that a case may be about. */
  objects: string[]
  lanes: string[]
  steps: number
  shipped: boolean
  at: string
  by: string
  note: string | null
}

const entry = ({ row, flow }: OpenFlow): FlowEntry => ({
  id: row.flow, name: flow.name, version: row.version, objects: flow.objects, lanes: flow.lanes.map(lane => lane.name),
  steps: [...flow.nodes.values()].filter(node => node.kind === 'user').length, shipped: row.shipped, at: row.at, by: row.by, note: row.note,
})

export async function flowList(asking: Asking): Promise<FlowEntry[]> {
  return [...(await asking.flows.current(asking.reader)).values()].map(entry)
}

export interface FlowDetail extends FlowEntry {
  xml: string
  nodes: FlowNode[]
  covers: string[]
  versions: Omit<VersionRow, 'xml' | 'hash' | 'flow'>[]
}

/** Without a version: what a new case begins with. */
export async function flowDetail(asking: Asking, id: string, version: number | undefined): Promise<FlowDetail> {
  const current = (await asking.flows.current(asking.reader)).get(id)
  const row = version === undefined ? current?.row : await versionAt(asking.reader, asking.org, id, version)
  if (!row) throw new AppError('not_found', { key: 'flow.unknown' })
  const flow = await asking.flows.at(asking.reader, id, row.version)
  const versions = await versionsOf(asking.reader, asking.org, id)
  return {
    ...entry({ row, flow }), xml: row.xml, nodes: [...flow.nodes.values()], covers: flow.covers,
    versions: versions.map(({ version: number, name, shipped, at, by, note }) => ({ version: number, name, shipped, at, by, note })),
  }
}

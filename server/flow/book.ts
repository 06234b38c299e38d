// The processes of the company: those shipped, and what the business adds to them (limits, amounts). Their diagrams are rows,
// so that a case stays on its version whatever the product or an administrator does to the diagram later.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Flow } from '#core/flow/flow.ts'
import { readBpmn } from '#core/flow/read-bpmn.ts'
import { AppError } from '#core/lib/error.ts'
import type { Ctx } from '#server/action/context.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Reader } from '#server/database/transaction.ts'
import { addVersion, currentVersions, lockVersions, versionAt, versionsOf } from '#server/schema/flow-rows.ts'
import type { RunRow, VersionRow } from '#server/schema/flow-rows.ts'

export interface FlowBook {
  flows: readonly { id: string; xml: string }[]
  /** What a record costs, by object: the kind of expense, and fields of which the largest counts. */
  amounts: Readonly<Record<string, { kind: string; fields: readonly string[] }>>
  /** How much a role may approve, by kind of expense; null: any amount. The company's settings come first. */
  limits: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  /** Roles that take a step which nobody else can, in this order. Holders of the last need not see the record: they hand over. */
  escalate: readonly string[]
  /** What service steps run. */
  services: Readonly<Record<string, (ctx: Ctx, run: RunRow) => Promise<void>>>
}

export interface OpenFlow {
  row: VersionRow
  flow: Flow
}

export interface FlowStore {
  book: FlowBook
  /** What a new case begins with. */
  current(reader: Reader): Promise<ReadonlyMap<string, OpenFlow>>
  /** A version that a case is on. */
  at(reader: Reader, flow: string, version: number): Promise<Flow>
  /** The next to ask looks anew. */
  forget(): void
}

const FRESH_MS = 1000

export const hashOfXml = (xml: string): string => createHash('sha256').update(xml).digest('hex')

export async function parsedFlow(xml: string): Promise<Flow> {
  const { flow, problems } = await readBpmn(xml)
  if (!flow || problems.length > 0) throw new Error(`a published diagram cannot be read: ${problems.map(problem => problem.key).join(', ')}`)
  return flow
}

export async function openFlows(pool: pg.Pool, org: number, book: FlowBook): Promise<FlowStore> {
  await keepShipped(pool, org, book)
  // Versions never change, so what was read once is kept.
  const parsed = new Map<string, Flow>()
  let known: { at: number; now: ReadonlyMap<string, OpenFlow> } | undefined
  const flowOf = async (row: VersionRow): Promise<Flow> => {
    const key = `${row.flow}:${row.version}`
    const flow = parsed.get(key) ?? await parsedFlow(row.xml)
    parsed.set(key, flow)
    return flow
  }
  return {
    book,
    async current(reader) {
      if (known && Date.now() - known.at < FRESH_MS) return known.now
      const rows = await currentVersions(reader, org)
      const now = new Map<string, OpenFlow>()
      for (const row of rows) now.set(row.flow, { row, flow: await flowOf(row) })
      known = { at: Date.now(), now }
      return now
    },
    async at(reader, flow, version) {
      const hit = parsed.get(`${flow}:${version}`)
      if (hit) return hit
      const row = await versionAt(reader, org, flow, version)
      if (!row) throw new AppError('not_found', { key: 'flow.unknown' })
      return flowOf(row)
    },
    forget: () => { known = undefined },
  }
}

/** A diagram that the product brings anew becomes the next version; one that was brought before does not come back. */
async function keepShipped(pool: pg.Pool, org: number, book: FlowBook): Promise<void> {
  await transaction(pool, async tx => {
    await lockVersions(tx, org)
    for (const { id, xml } of book.flows) {
      const rows = await versionsOf(tx, org, id)
      const hash = hashOfXml(xml)
      if (rows.some(row => row.shipped && row.hash === hash)) continue
      const { name } = await parsedFlow(xml)
      await addVersion(tx, org, { flow: id, version: (rows[0]?.version ?? 0) + 1, name, xml, hash, shipped: true, at: new Date().toISOString(), by: 'Guanxi', note: null, actor: null })
    }
  })
}

export function flowsIn(env: Ctx['env']): FlowStore {
  if (!env.flows) throw new AppError('not_found', { key: 'flow.unknown' })
  return env.flows
}

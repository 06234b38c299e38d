// A new version of a diagram: read, checked by name against roles, objects, rules and services, and added. Cases under way
// keep their own.
import type { Flow, FlowNode } from '#core/flow/flow.ts'
import type { FlowProblem } from '#core/flow/check-flow.ts'
import { readBpmn } from '#core/flow/read-bpmn.ts'
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import { messageOf } from '#core/lib/messages.ts'
import { RuleError } from '#core/rule/rule.ts'
import type { Ctx } from '#server/action/context.ts'
import { addVersion, lockVersions, versionsOf } from '#server/schema/flow-rows.ts'
import { knownRoles } from '#server/schema/people-rows.ts'
import { flowsIn, hashOfXml } from './book.ts'
import { checkedCondition } from './facts.ts'

export interface Published {
  id: string
  version: number
}

export async function publish(ctx: Ctx, input: { flow: string; xml: string; note?: string | undefined; seen: number }): Promise<Published> {
  const { flow, problems } = await readBpmn(input.xml)
  const wrong = flow && problems.length === 0 ? await businessProblems(ctx, flow, input.flow) : problems
  if (!flow || wrong.length > 0) throw new AppError('invalid', { fields: asFields(wrong) })
  await lockVersions(ctx.tx, ctx.org)
  const [newest] = await versionsOf(ctx.tx, ctx.org, input.flow)
  if ((newest?.version ?? 0) !== input.seen) throw new AppError('conflict', { key: 'flow.newer', params: { who: newest?.by ?? '' } })
  const version = (newest?.version ?? 0) + 1
  await addVersion(ctx.tx, ctx.org, {
    flow: input.flow, version, name: flow.name, xml: input.xml, hash: hashOfXml(input.xml), shipped: false, at: ctx.now, by: ctx.actor.name, actor: ctx.actor.userId, note: input.note ?? null,
  })
  ctx.journal.audit.push({ what: 'flow.publish', detail: { flow: input.flow, version } })
  ctx.journal.events.push({ kind: 'flow', payload: { flow: input.flow } })
  ctx.journal.after.push(async () => flowsIn(ctx.env).forget())
  ctx.journal.title = flow.name
  return { id: input.flow, version }
}

/** By the step or arrow meant, so that the designer can show it in the diagram. */
function asFields(problems: readonly FlowProblem[]): FieldErrors {
  const fields = Object.create(null) as FieldErrors
  for (const [at, { key, params, at: place }] of problems.entries()) fields[place ?? String(at)] ??= { key, ...(params ? { params } : {}) }
  return fields
}

async function businessProblems(ctx: Ctx, flow: Flow, id: string): Promise<FlowProblem[]> {
  if (flow.id !== id) return [{ key: 'flow.otherId', params: { id } }]
  if (flow.objects.length === 0) return [{ key: 'flow.noObject' }]
  const unknown = [...flow.objects, ...flow.covers].filter(name => !ctx.catalog.objects.has(name))
  if (unknown.length > 0) return unknown.map(object => ({ key: 'flow.unknownObject', params: { object } }))
  const roles = new Set(await knownRoles(ctx.tx, ctx.org))
  return [...[...flow.nodes.values()].flatMap(node => nodeProblems(ctx, node, roles)), ...ruleProblems(ctx, flow)]
}

function nodeProblems(ctx: Ctx, node: FlowNode, roles: ReadonlySet<string>): FlowProblem[] {
  const step = node.name || node.id
  const role = node.who?.role
  return [
    ...(role !== undefined && !roles.has(role) ? [{ key: 'flow.unknownRole', params: { step, role }, at: node.id }] : []),
    ...(node.action !== undefined && !Object.hasOwn(flowsIn(ctx.env).book.services, node.action) ? [{ key: 'flow.unknownService', params: { step, action: node.action }, at: node.id }] : []),
  ]
}

/** A condition must hold for every kind of record that a case may be about. */
function ruleProblems(ctx: Ctx, flow: Flow): FlowProblem[] {
  return [...flow.edges.values()].flatMap(edge => flow.objects.flatMap(object => {
    if (edge.when === undefined) return []
    try {
      checkedCondition(ctx.catalog, object, edge.when)
      return []
    } catch (fault) {
      if (!(fault instanceof RuleError)) throw fault
      return [{ key: 'flow.badRule', params: { arrow: edge.name || edge.id, text: messageOf({ key: fault.key, params: fault.params }, ctx.actor.lang) }, at: edge.id }]
    }
  }))
}

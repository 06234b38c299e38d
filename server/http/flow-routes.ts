// Processes: the diagrams, their cases, and the steps that wait for people. Reading changes nothing; every decision is an action.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Actor } from '#core/object/access.ts'
import { perform } from '#server/action/perform.ts'
import type { PerformOptions } from '#server/action/perform.ts'
import { DECISIONS, decideAction, decisionBody, publishAction, publishBody, startAction } from '#server/flow/actions.ts'
import type { MovedAnswer } from '#server/flow/actions.ts'
import { lookAtFlows } from '#server/flow/asking.ts'
import { inbox } from '#server/flow/inbox.ts'
import { flowDetail, flowList } from '#server/flow/list.ts'
import type { Published } from '#server/flow/publish.ts'
import { runsOfRecord, viewRun } from '#server/flow/view.ts'
import type { RunView } from '#server/flow/view.ts'
import { performOptions } from './record-routes.ts'
import { parse, route } from './route.ts'
import type { Site } from './site.ts'

const id = z.string().max(36)
const boxQuery = z.strictObject({
  box: z.enum(['todo', 'waiting', 'done', 'mine']).default('todo'), after: z.string().max(100).optional(), size: z.coerce.number().int().min(1).max(100).default(50),
})

const runNow = (site: Site, actor: Actor, run: string): Promise<RunView> => lookAtFlows(site.env, actor.org, asking => viewRun(asking, actor, run))

export function flowRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'GET', url: '/api/flows', summary: 'Processes: what a new case would begin with',
    run: async ({ actor }) => ({ flows: await lookAtFlows(site.env, actor.org, flowList) }),
  })
  route(app, site, {
    method: 'GET', url: '/api/flows/:id', summary: 'A process with its BPMN diagram, steps and versions', query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    run: ({ actor, params, query }) => lookAtFlows(site.env, actor.org, asking => flowDetail(asking, params['id']!, query.version)),
  })
  route(app, site, {
    method: 'POST', url: '/api/flows/:id/versions', summary: 'Publish a new version of the diagram; cases under way keep theirs. `seen`: the newest version known', body: publishBody,
    run: ({ actor, params, body, request }) => perform<Published>(site.env, actor, publishAction.name, { ...body, flow: params['id'] }, performOptions(request)),
  })
  caseRoutes(app, site)
  taskRoutes(app, site)
}

function caseRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'POST', url: '/api/flows/:id/runs', summary: 'Begin a case about a record', body: z.strictObject({ object: z.string().max(63), record: id }),
    async run({ actor, params, body, request, reply }) {
      const { run } = await perform<MovedAnswer>(site.env, actor, startAction.name, { ...body, flow: params['id'] }, performOptions(request))
      void reply.status(201)
      return runNow(site, actor, run)
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/runs/:id', summary: 'A case: its diagram, where it stands, whose turn it is, its history, and what the caller may do',
    run: ({ actor, params }) => runNow(site, actor, params['id']!),
  })
  route(app, site, {
    method: 'GET', url: '/api/records/:object/:id/runs', summary: 'Cases of a record, and those that the caller may begin with it',
    run: ({ actor, params }) => lookAtFlows(site.env, actor.org, asking => runsOfRecord(asking, actor, params['object']!, params['id']!)),
  })
}

function taskRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'GET', url: '/api/tasks', summary: 'Steps that wait for the caller (todo), those that he waits for (waiting), his decisions (done), his cases (mine)', query: boxQuery,
    run: ({ actor, query }) => lookAtFlows(site.env, actor.org, asking => inbox(asking, actor, query.box, query.after, query.size)),
  })
  for (const on of ['task', 'run'] as const) {
    route(app, site, {
      method: 'POST', url: `/api/${on}s/:id/:decision`, summary: `Decide on a ${on === 'task' ? 'step' : 'case'}: ${DECISIONS.join(', ')}. \`seen\`: the hash that came with what was seen`, body: decisionBody,
      run: ({ actor, params, body, request }) => decide(site, actor, { ...body, [on]: params['id'], decision: parse(z.enum(DECISIONS), params['decision']) }, performOptions(request)),
    })
  }
}

/** The case as it is for him now: whoever handed a step on may see less of it than before. */
async function decide(site: Site, actor: Actor, input: object, options: PerformOptions): Promise<MovedAnswer> {
  const { run, state } = await perform<MovedAnswer>(site.env, actor, decideAction.name, input, options)
  return { run, state }
}

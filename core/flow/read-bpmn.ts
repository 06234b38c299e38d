// From BPMN 2.0 XML to a Flow. What lies outside of our subset is told by name, never passed over.
import { BpmnModdle } from 'bpmn-moddle'
import type { ModdleElement } from 'bpmn-moddle'
import { flowProblems } from './check-flow.ts'
import type { FlowProblem } from './check-flow.ts'
import { flowExtension } from './extension.ts'
import type { Flow, FlowEdge, FlowNode, Limit, Many, NodeKind, Who } from './flow.ts'

/** Several kinds of BPMN tasks are one to us: something that a person does and confirms. */
const KINDS: Record<string, NodeKind> = {
  'bpmn:StartEvent': 'start', 'bpmn:EndEvent': 'end', 'bpmn:ExclusiveGateway': 'exclusive', 'bpmn:ParallelGateway': 'parallel', 'bpmn:ServiceTask': 'service',
  'bpmn:UserTask': 'user', 'bpmn:ManualTask': 'user', 'bpmn:Task': 'user', 'bpmn:SendTask': 'user', 'bpmn:ReceiveTask': 'user',
}

/** Drawn, but without meaning for the case. */
const MUTE = new Set(['bpmn:DataObjectReference', 'bpmn:DataObject', 'bpmn:DataStoreReference', 'bpmn:TextAnnotation', 'bpmn:Association'])

/** Bytes of a diagram; ours are about 20 KB. */
const MOST = 2_000_000

export interface ReadFlow {
  flow: Flow | null
  problems: FlowProblem[]
}

const list = (element: ModdleElement, name: string): ModdleElement[] => (element.get(name) as ModdleElement[] | undefined) ?? []
const word = (element: ModdleElement, name: string): string | undefined => {
  const value = element.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
const called = (element: ModdleElement): string => (word(element, 'name') ?? '').replaceAll(/\s+/g, ' ')
const idOf = (element: unknown): string => (element as ModdleElement | undefined)?.id ?? ''

export async function readBpmn(xml: string): Promise<ReadFlow> {
  if (xml.length > MOST) return { flow: null, problems: [{ key: 'flow.tooBig' }] }
  const moddle = new BpmnModdle({ guanxi: flowExtension })
  let root: ModdleElement
  try {
    root = (await moddle.fromXML(xml)).rootElement
  } catch {
    return { flow: null, problems: [{ key: 'flow.notBpmn' }] }
  }
  const processes = list(root, 'rootElements').filter(element => element.$type === 'bpmn:Process')
  if (processes.length !== 1) return { flow: null, problems: [{ key: processes.length === 0 ? 'flow.noProcess' : 'flow.manyProcesses' }] }
  return readProcess(processes[0]!)
}

function readProcess(process: ModdleElement): ReadFlow {
  const lanes = list(process, 'laneSets').flatMap(set => list(set, 'lanes'))
  const laneOf = new Map(lanes.flatMap(lane => list(lane, 'flowNodeRef').map(node => [idOf(node), idOf(lane)] as const)))
  const elements = list(process, 'flowElements')
  const limits = elements.filter(element => element.$type === 'bpmn:BoundaryEvent')
  const edges = elements.filter(element => element.$type === 'bpmn:SequenceFlow').map(edgeOf)
  const nodes = elements.filter(element => KINDS[element.$type]).map(element => nodeOf(element, laneOf, limits, edges))
  const boundary = new Map(limits.map(limit => [idOf(limit), idOf(limit.get('attachedToRef'))]))
  const flow: Flow = {
    id: idOf(process), name: called(process), objects: words(word(process, 'guanxi:object')), covers: words(word(process, 'guanxi:covers')), lanes: lanes.map(lane => ({ id: idOf(lane), name: called(lane) })),
    nodes: new Map(nodes.map(node => [node.id, node])),
    // An arrow out of a time limit is one out of the step that it is on.
    edges: new Map(edges.map(edge => [edge.id, { ...edge, from: boundary.get(edge.from) ?? edge.from }])),
  }
  const foreign = elements.filter(element => !KINDS[element.$type] && element.$type !== 'bpmn:SequenceFlow' && element.$type !== 'bpmn:BoundaryEvent' && !MUTE.has(element.$type))
  const problems = [...foreign.map(unsupported), ...elements.filter(loaded).map(unsupported), ...limits.filter(limit => !durationOf(limit)).map(limit => at('badLimit', limit))]
  return { flow, problems: problems.length > 0 ? problems : flowProblems(flow) }
}

const at = (key: string, element: ModdleElement): FlowProblem =>
  ({ key: `flow.${key}`, params: { step: called(element) || idOf(element), type: element.$type.replace('bpmn:', '') }, at: idOf(element) })
const unsupported = (element: ModdleElement): FlowProblem => at('notSupported', element)

/** Starts and ends that wait for or send something, and loops, would be drawn but not done. */
const loaded = (element: ModdleElement): boolean =>
  ((element.$type === 'bpmn:StartEvent' || element.$type === 'bpmn:EndEvent') && list(element, 'eventDefinitions').length > 0)
  || (KINDS[element.$type] !== undefined && (element.get('loopCharacteristics') as ModdleElement | undefined)?.$type === 'bpmn:StandardLoopCharacteristics')

function edgeOf(element: ModdleElement): FlowEdge {
  const when = word((element.get('conditionExpression') as ModdleElement | undefined) ?? element, 'body')
  return { id: idOf(element), from: idOf(element.get('sourceRef')), to: idOf(element.get('targetRef')), name: called(element), ...(when === undefined ? {} : { when }) }
}

function nodeOf(element: ModdleElement, laneOf: Map<string, string>, limits: ModdleElement[], edges: FlowEdge[]): FlowNode {
  const id = idOf(element)
  const who = whoOf(word(element, 'guanxi:who'))
  const many = manyOf(word(element, 'guanxi:many'))
  const own = limits.filter(limit => idOf(limit.get('attachedToRef')) === id).map(limit => limitOf(limit, edges))
  return {
    id, kind: KINDS[element.$type]!, name: called(element),
    ...optional('lane', laneOf.get(id)), ...optional('who', who), ...optional('many', many), ...optional('form', word(element, 'guanxi:form')),
    ...optional('review', flag(element, 'review')), ...optional('apart', flag(element, 'apart')), ...optional('edits', editsOf(word(element, 'guanxi:edits'))),
    ...optional('action', word(element, 'guanxi:action')), ...optional('otherwise', idOf(element.get('default')) || undefined), ...optional('limits', own.length > 0 ? own : undefined),
  }
}

const optional = <K extends keyof FlowNode>(key: K, value: FlowNode[K] | undefined): Partial<FlowNode> => (value === undefined ? {} : { [key]: value })

const words = (text: string | undefined): string[] => text?.split(/[\s,]+/).filter(Boolean) ?? []
const flag = (element: ModdleElement, name: string): true | undefined => (word(element, `guanxi:${name}`) === 'true' ? true : undefined)
const editsOf = (text: string | undefined): FlowNode['edits'] | undefined => (text === undefined || text === '*' ? text : words(text))

function whoOf(text: string | undefined): Who | undefined {
  if (text === undefined) return undefined
  if (text === 'starter') return { starter: true }
  if (text === 'superior') return { superior: true }
  return text.startsWith('field:') ? { field: text.slice(6) } : { role: text }
}

const manyOf = (text: string | undefined): Many | undefined => (text === undefined ? undefined : text === 'all' || text === 'any' ? text : Number(text))

/** ISO 8601 duration of days and hours. */
function durationOf(limit: ModdleElement): string | undefined {
  const [timer] = list(limit, 'eventDefinitions')
  const text = timer?.$type === 'bpmn:TimerEventDefinition' ? word((timer.get('timeDuration') as ModdleElement | undefined) ?? timer, 'body') : undefined
  return text !== undefined && /^P(?=\d|T\d)(\d{1,3}D)?(T\d{1,3}H)?$/.test(text) ? text : undefined
}

function limitOf(limit: ModdleElement, edges: FlowEdge[]): Limit {
  const edge = edges.find(one => one.from === idOf(limit))
  return { id: idOf(limit), after: durationOf(limit) ?? '', ...(edge ? { edge: edge.id } : {}) }
}

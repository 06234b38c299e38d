// What a flow is once its diagram has been read: steps, arrows, lanes. A subset of BPMN 2.0 (OMG formal/2013-12-09)
// whose parallel parts are nested blocks, so that a case can never lose a token or wait for one that will not come.

/** How many of several people must have decided before a step is done. */
export type Many = 'all' | 'any' | number

/** Waiting: user and service. Passed through at once: the others. */
export type NodeKind = 'start' | 'end' | 'user' | 'service' | 'exclusive' | 'parallel'

/** Who has a step: holders of a role, the one who began, his superior, or whom a rule over the record names. */
export interface Who {
  role?: string
  starter?: true
  superior?: true
  /** Path of a user field of the record. */
  field?: string
}

/** A time limit on a step. With `edge` the case leaves by that arrow when it is over; without it is escalated. */
export interface Limit {
  id: string
  /** ISO 8601, working days and hours of the company: P2D, PT4H. */
  after: string
  edge?: string
}

export interface FlowNode {
  id: string
  kind: NodeKind
  name: string
  /** Lane's id. */
  lane?: string
  who?: Who
  /** Id of the form that it opens. */
  form?: string
  /** A decision (审核, 审批): approved, sent back or rejected. */
  review?: true
  /** Not for those whose request it is (paying, say); a review never is. */
  apart?: true
  /** Fields that may be changed at this step, or '*'. By default all, until something has been approved. */
  edits?: '*' | string[]
  /** Action of a service step. */
  action?: string
  many?: Many
  limits?: Limit[]
  /** Arrow taken when no other one's condition holds. */
  otherwise?: string
}

export interface FlowEdge {
  id: string
  from: string
  to: string
  name: string
  /** A rule over the record and what the case knows. */
  when?: string
}

export interface Flow {
  id: string
  name: string
  /** Kinds of record that a case is about. */
  objects: string[]
  /** Records that belong to it (the report of an application): locked and signed with it. */
  covers: string[]
  lanes: { id: string; name: string }[]
  nodes: ReadonlyMap<string, FlowNode>
  edges: ReadonlyMap<string, FlowEdge>
}

/** BPMN leaves `incoming` and `outgoing` out of many files: the arrows alone tell. */
export const outOf = (flow: Flow, node: string): FlowEdge[] => [...flow.edges.values()].filter(edge => edge.from === node)
export const into = (flow: Flow, node: string): FlowEdge[] => [...flow.edges.values()].filter(edge => edge.to === node)

export const waits = (node: FlowNode): boolean => node.kind === 'user' || node.kind === 'service'

/** Arrows taken by the clock are no choice of the step itself. */
export const timed = (node: FlowNode): Set<string> => new Set(node.limits?.flatMap(limit => limit.edge ?? []))

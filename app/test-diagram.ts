// Small diagrams for tests: steps in a row, written as people would draw them in an editor.
const HEAD = '<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:guanxi="urn:guanxi:flow" targetNamespace="urn:t" id="d">'

export interface DrawnStep {
  name: string
  /** Attributes of the step: guanxi:who="…" and the like. */
  with: string
  /** A time limit; with `to` the case goes to that step when it is over. */
  limit?: { after: string; to?: string }
}

const arrow = (id: string, from: string, to: string): string => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`

/** Steps s0, s1 … of a case about applications for hospitality, by default. */
export function rowOf(id: string, steps: readonly DrawnStep[], object = 'hospitality'): string {
  const idOf = (name: string): string => `s${steps.findIndex(step => step.name === name)}`
  const limitOf = ({ name, limit }: DrawnStep): string => (limit
    ? `<bpmn:boundaryEvent id="${idOf(name)}_limit" attachedToRef="${idOf(name)}"><bpmn:timerEventDefinition id="${idOf(name)}_timer"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${limit.after}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>${limit.to ? arrow(`${idOf(name)}_late`, `${idOf(name)}_limit`, idOf(limit.to)) : ''}`
    : '')
  const drawn = steps.map(step => `<bpmn:userTask id="${idOf(step.name)}" name="${step.name}" ${step.with} />${limitOf(step)}`).join('')
  const places = ['start', ...steps.map(step => idOf(step.name)), 'end']
  return `${HEAD}<bpmn:process id="${id}" name="${id}" guanxi:object="${object}" isExecutable="true"><bpmn:startEvent id="start" />${drawn}<bpmn:endEvent id="end" />${
    places.slice(1).map((to, at) => arrow(`a${at}`, places[at]!, to)).join('')}</bpmn:process></bpmn:definitions>`
}

// What our diagrams say beyond BPMN: who has a step, which form it opens, which action it runs. One description for
// reading (bpmn-moddle) and for the editor in the browser (bpmn-js).

/** A name, not an address: nothing is fetched from it. */
export const FLOW_NAMESPACE = 'urn:guanxi:flow'

const text = (name: string) => ({ name, type: 'String', isAttr: true })

export const flowExtension = {
  name: 'Guanxi flow', prefix: 'guanxi', uri: FLOW_NAMESPACE, xml: { tagAlias: 'lowerCase' }, associations: [],
  types: [{
    name: 'Step', extends: ['bpmn:FlowNode'],
    properties: [
      // Key of a role; 'starter' and 'superior' stand for persons of the case; 'field:owner' for a user field of the record.
      text('who'), text('form'), text('action'),
      // all, any or a number: how many of the holders must have decided.
      text('many'),
      // 'true': a decision; a step not for those whose request it is.
      text('review'), text('apart'),
      // Keys of fields that may be changed at the step, or '*'.
      text('edits'),
    ],
  }, {
    name: 'Case', extends: ['bpmn:Process'],
    // Keys of objects, with blanks between: what a case is about, and what belongs to it.
    properties: [text('object'), text('covers')],
  }],
}

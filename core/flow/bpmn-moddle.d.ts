// The package carries its element types apart from its entry: only what we call is named here.
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    $type: string
    id?: string
    get(name: string): unknown
  }
  export interface Parsed {
    rootElement: ModdleElement
    warnings: { message: string }[]
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<Parsed>
  }
}

// The processes that are shipped (P1-P5), with what the business says of amounts and authority.
import { readFileSync } from 'node:fs'
import type { FlowBook } from '#server/flow/book.ts'
import { amounts, escalate, limits } from '#features/company/authority.ts'

const diagram = (id: string, file: string): FlowBook['flows'][number] => ({ id, xml: readFileSync(new URL(`../features/${file}.bpmn`, import.meta.url), 'utf8') })

export const flowBook: FlowBook = {
  flows: [
    diagram('P1', 'visit/visit-region'), diagram('P2', 'visit/visit'), diagram('P3', 'hospitality/reception'),
    diagram('P4', 'hospitality/meal'), diagram('P5', 'customer/maintenance'),
  ],
  amounts, limits, escalate, services: {},
}

// What people do in scenario tests: write records down, change them, open and save paper forms; and what they are told when refused.
import { expect } from 'vitest'
import type { CellBind, Sheet } from '#core/form/sheet.ts'
import type { Person, TestSite } from './test-site.ts'
import { testSite } from './test-site.ts'

export type Row = Record<string, unknown> & { id: string }

export interface Refused {
  key: string
  params?: { text?: string }
  message?: string
}

export const make = (who: Person, object: string, values: object): Promise<Row> => who.ok<Row>('POST', `/api/records/${object}`, values)
export const change = (who: Person, object: string, id: string, values: object): ReturnType<Person['call']> => who.call('PATCH', `/api/records/${object}/${id}`, { values })
export const get = (who: Person, object: string, id: string): Promise<Row> => who.ok<Row>('GET', `/api/records/${object}/${id}`)

export async function list(who: Person, object: string, columns: string[], filter?: unknown): Promise<Row[]> {
  return (await who.ok<{ rows: Row[] }>('POST', `/api/records/${object}/query`, { columns, size: 100, ...(filter ? { filter } : {}) })).rows
}

/** What is said at each place of a refused request. */
export async function refusal(answer: ReturnType<Person['call']>): Promise<Record<string, Refused>> {
  const { statusCode, body } = await answer
  expect(statusCode, body).toBeGreaterThanOrEqual(400)
  return (JSON.parse(body) as { error: { fields: Record<string, Refused> } }).error.fields
}

export const openForm = (who: Person, id: string, query = ''): Promise<Sheet> => who.ok<Sheet>('GET', `/api/forms/${id}${query}`)

export const saveForm = (who: Person, id: string, changes: [bind: CellBind, value: unknown][], about: { params?: object; record?: string | null } = {}): ReturnType<Person['call']> =>
  who.call('POST', `/api/forms/${id}/save`, { params: {}, ...about, changes: changes.map(([bind, value]) => ({ bind, value })) })

export const clickAct = (who: Person, id: string, key: string, about: { params?: object; record?: string } = {}): ReturnType<Person['call']> =>
  who.call('POST', `/api/forms/${id}/acts/${key}`, { params: {}, ...about })

export const textsOf = (sheet: Sheet): string[] => sheet.cells.map(cell => cell.text).filter(Boolean)

/** The cell bound to the field: of the record, or of the row. */
export const cellAt = (sheet: Sheet, path: string, row?: string): Sheet['cells'][number] | undefined =>
  sheet.cells.find(cell => cell.bind?.path === path && (row === undefined ? cell.bind.on !== 'row' : cell.bind.row === row))

export const rowBind = (block: string, row: string, path: string): CellBind => ({ on: 'row', block, row, path })

export interface Team {
  it: TestSite
  specialist: Person
  colleague: Person
  supervisor: Person
  manager: Person
  manager2: Person
  finance: Person
  seller: Person
  /** A customer of the specialist. */
  customer: string
}

/** A small service department at work. */
export async function openTeam(): Promise<Team> {
  const it = await testSite()
  const [head] = await list(it.boss, 'department', ['name'])
  const east = (await make(it.boss, 'department', { name: '华东组', parent: head!.id })).id
  const [specialist, colleague, supervisor, manager, manager2, finance, seller] = [
    await it.person('张专员', ['客户关系专员'], east), await it.person('李专员', ['客户关系专员'], east), await it.person('陈主管', ['客户关系主管'], east),
    await it.person('钱经理', ['客户服务部经理'], head!.id), await it.person('周经理', ['客户服务部经理'], head!.id), await it.person('孙会计', ['财务部'], head!.id), await it.person('何销售', ['销售人员'], east),
  ]
  const customer = (await make(specialist, 'customer', { name: '杭州西湖陶瓷经营部', grade: 'A', creditLimit: '1000' })).id
  return { it, specialist, colleague, supervisor, manager, manager2, finance, seller, customer }
}

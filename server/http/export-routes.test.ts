// Exports over HTTP: asked for, fetched as a file with its name, refused in words.
import cookie from '@fastify/cookie'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declared } from '#app/catalog.ts'
import type { Actor } from '#core/object/access.ts'
import { boss, openKit, salesman } from '#server/export/test-kit.ts'
import type { Kit } from '#server/export/test-kit.ts'
import { actor, grant, putRows } from '#server/record/test-shop.ts'
import { readBytes, values } from '#server/sheet/reading-kit.ts'
import { mapErrors } from './errors.ts'
import { exportRoutes } from './export-routes.ts'
import type { Site } from './site.ts'

let kit: Kit
let app: FastifyInstance
const people = new Map<string, Actor>()
const king = boss()
const li = salesman()
const nobody = actor([grant('*', { export: false, import: false })])

beforeAll(async () => {
  kit = await openKit(declared)
  for (const who of [king, li, nobody]) people.set(who.userId, who)
  await putRows(kit.db.pool, kit.object('region'), ['华北', '华南'].map(name => ({ values: { name } })))
  await putRows(kit.db.pool, kit.object('customer'), [{ values: { code: 'K1', name: '林记', grade: 'A', owner: king.userId } }, { values: { code: 'K2', name: '小店', owner: li.userId } }])
  app = fastify()
  app.setValidatorCompiler(() => () => true)
  mapErrors(app)
  await app.register(cookie)
  // Who asks is all that these routes take from sign-in.
  const site = { org: 1, env: kit.env, database: { pool: kit.db.pool }, auth: { cookieName: 'who' }, sessions: { userOf: async (id: string) => id }, actors: { get: async (_org: number, id: string) => people.get(id) ?? null } } as unknown as Site
  exportRoutes(app, site)
})
afterAll(async () => {
  await app.close()
  await kit.db.drop()
})

const as = (who: Actor) => ({ headers: { cookie: `who=${who.userId}` } })
const asked = { object: 'customer', query: { sort: [{ field: 'code', dir: 'asc' }] }, columns: ['code', 'name'], format: 'xlsx' }

describe('an export', () => {
  it('is asked for and fetched as a file with a Chinese name', async () => {
    const made = await app.inject({ method: 'POST', url: '/api/exports', payload: asked, ...as(king) })
    expect([made.statusCode, made.json()]).toMatchObject([201, { count: 2 }])
    const { id } = made.json<{ id: string }>()
    const file = await app.inject({ url: `/api/exports/${id}`, ...as(king) })
    expect(file.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toMatch(/^attachment; filename=".*\.xlsx"; filename\*=UTF-8''客户_\d{4}-\d\d-\d\d\.xlsx$/)
    expect(values((await readBytes(file.rawPayload)).rows[0])).toEqual([['客户编号', '客户名称'], ['K1', '林记'], ['K2', '小店']])
    expect((await app.inject({ url: `/api/exports/${id}`, ...as(li) })).statusCode).toBe(404)
  })

  it('as .csv is UTF-8 with a mark at its start', async () => {
    const { id } = (await app.inject({ method: 'POST', url: '/api/exports', payload: { ...asked, format: 'csv' }, ...as(li) })).json<{ id: string }>()
    const file = await app.inject({ url: `/api/exports/${id}`, ...as(li) })
    expect([file.headers['content-type'], file.payload]).toEqual(['text/csv; charset=utf-8', '\uFEFF客户编号,客户名称\r\nK2,小店\r\n'])
  })

  it('is refused in words: without the right, of unknown columns, with nonsense, to strangers', async () => {
    const ask = (payload: object, who?: Actor) => app.inject({ method: 'POST', url: '/api/exports', payload, ...(who ? as(who) : {}) })
    const refused = await ask(asked, nobody)
    expect([refused.statusCode, refused.json<{ error: { message: string } }>().error.message]).toEqual([403, '您没有导出客户的权限。如果工作需要，请联系系统管理员。'])
    expect((await ask({ ...asked, columns: ['name', 'nothing'] }, king)).statusCode).toBe(400)
    expect((await ask({ ...asked, format: 'exe' }, king)).statusCode).toBe(400)
    expect((await ask({ ...asked, query: { filter: { field: 'name', op: 'drop', value: 1 } } }, king)).statusCode).toBe(400)
    expect((await ask({ ...asked, object: 'audit' }, king)).statusCode).toBe(404)
    expect((await ask(asked)).statusCode).toBe(401)
  })
})

describe('an import template', () => {
  it('offers the columns that can be given, with comments and lists', async () => {
    const file = await app.inject({ url: '/api/exports/template/customer.xlsx', ...as(king) })
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('客户导入模板.xlsx')
    const { readXlsx } = await import('hucre/xlsx')
    const [sheet] = (await readXlsx(file.rawPayload)).sheets
    const titles = sheet?.rows[0] as string[]
    expect(titles).toEqual(expect.arrayContaining(['客户名称', '联系电话', '地址', '客户等级', '负责人']))
    for (const absent of ['消费金额', '应收款', '附件', '进货对象', '创建日期']) expect(titles).not.toContain(absent)
    expect(sheet?.rows.length).toBe(1)
    expect(sheet?.cells?.get(`0,${titles.indexOf('客户名称')}`)?.comment?.text).toContain('必填')
    expect(sheet?.cells?.get(`0,${titles.indexOf('客户等级')}`)?.comment?.text).toContain('A级、B级')
    const lists = sheet?.dataValidations?.map(item => item.values)
    expect(lists).toContainEqual(['华北', '华南'])
    expect((await readBytes(file.rawPayload)).rows[0]?.length).toBe(1)
  })

  it('is for those who may import', async () => {
    expect((await app.inject({ url: '/api/exports/template/customer.xlsx', ...as(nobody) })).statusCode).toBe(403)
    expect((await app.inject({ url: '/api/exports/template/nothing.xlsx', ...as(king) })).statusCode).toBe(404)
  })
})

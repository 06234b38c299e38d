// Malformed and hostile requests built from the product's own OpenAPI text: never a fault of ours, never a change.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stateHash, testSite } from './test-site.ts'
import type { TestSite } from './test-site.ts'

let it: TestSite
let customer: string
beforeAll(async () => {
  it = await testSite()
  customer = (await it.boss.ok<{ id: string }>('POST', '/api/records/customer', { name: '杭州西湖建材有限公司', phone: '13800138000' })).id
})
afterAll(() => it?.close())

const STRANGE: unknown[] = [null, '', 'x'.repeat(100_000), '\u0000', '\ud800', "'; drop table customer; --", '__proto__', 'constructor', -1, 1e308, 9_007_199_254_740_992, true, [], {},
  [[[[[[]]]]]], { __proto__: { admin: true } }, '9999-99-99', '0000-00-00', 'NaN', { $gt: '' }, ['a', 1, null], '%', '\\', '＇ or 1=1', 'pg_sleep(3)', { rule: '1 = 1 or pg_sleep(3)' }]

const strange = fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue({ maxDepth: 4 }), fc.string(), fc.integer(), fc.double({ noNaN: true }))

interface OpenApi {
  paths: Record<string, Record<string, { requestBody?: { content: { 'application/json'?: { schema: { properties?: Record<string, unknown> } } } } }>>
}

/** Routes that sign out or change the caller himself would end the run, not show a fault. */
const LEFT_OUT = /sign-out|password|totp|\/api\/me$|\/api\/events|setup|invitations|verify/

test('5,000 malformed requests bring no fault of ours and a refused one changes nothing', async () => {
  const spec = (await it.boss.call('GET', '/api/openapi.json')).json<OpenApi>()
  const routes = Object.entries(spec.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, detail]) => ({
    path, method: method.toUpperCase() as 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    fields: Object.keys(detail.requestBody?.content['application/json']?.schema.properties ?? {}),
  }))).filter(route => !LEFT_OUT.test(route.path))
  expect(routes.length).toBeGreaterThan(25)

  const request = fc.record({
    route: fc.constantFrom(...routes),
    path: fc.array(fc.oneof(fc.constantFrom('customer', 'user', 'role', 'x', '..', '%00', '%2e%2e%2f', customer), fc.string({ minLength: 1, maxLength: 20 })), { minLength: 3, maxLength: 3 }),
    known: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), strange), extra: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'id', 'org', 'deletedAt', 'version', 'createdBy')), strange, { maxKeys: 2 }),
    values: fc.array(strange, { minLength: 8, maxLength: 8 }), whole: fc.option(strange, { freq: 10 }),
  })
  let refused = 0
  let before = await stateHash(it)
  let sinceHash = 0
  await fc.assert(fc.asyncProperty(request, async ({ route, path, extra, values, whole }) => {
    let part = 0
    const url = route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(path[part++ % path.length]!.toWellFormed()))
    const body = whole ?? { ...Object.fromEntries(route.fields.map((name, at) => [name, values[at % values.length]])), ...extra }
    const answer = await it.app.inject({
      method: route.method, url,
      headers: { cookie: it.boss.cookie, origin: 'http://127.0.0.1:3000', 'content-type': 'application/json' },
      ...(route.method === 'GET' ? {} : { payload: JSON.stringify(body) ?? 'null' }),
    })
    expect(answer.statusCode, `${route.method} ${url} ${JSON.stringify(body)?.slice(0, 500)} → ${answer.body.slice(0, 300)}`).toBeLessThan(500)
    if (answer.statusCode < 400) {
      before = ''
      return
    }
    refused++
    expect(answer.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
    expect(answer.body).not.toMatch(/select |insert into|\.ts:\d|node_modules/i)
    if (before === '') before = await stateHash(it)
    else if (++sinceHash % 250 === 0) expect(await stateHash(it)).toBe(before)
  }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 5000) })
  expect(refused).toBeGreaterThan(1000)
  const after = await it.boss.call('POST', '/api/records/customer', { name: '仍可新建的客户' })
  expect(after.statusCode).toBe(201)
}, 280_000)

test('a truncated, wrongly typed or oversized body is refused in our own words', async () => {
  const send = (payload: string, type = 'application/json') => it.app.inject({
    method: 'POST', url: '/api/records/customer', payload,
    headers: { cookie: it.boss.cookie, origin: 'http://127.0.0.1:3000', 'content-type': type },
  })
  for (const payload of ['{"name":', '[', 'null', '"x"', '{"name":"a","name":"b"}extra', '{"__proto__":{"x":1}}']) expect((await send(payload)).statusCode, payload).toBe(400)
  expect((await send('name=x', 'application/x-www-form-urlencoded')).statusCode).toBe(400)
  expect((await send('name=x', 'text/plain')).statusCode).toBeLessThan(500)
  expect((await send(JSON.stringify({ name: 'x'.repeat(21 * 1024 * 1024) }))).statusCode).toBe(413)
  expect(({} as { x?: number }).x).toBeUndefined()
})

// Signing in as people do it: set-up, invitations, wrong passwords, leaving the company, keys.
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLink } from '#server/user/links.ts'
import { PASSWORD, testSite } from './test-site.ts'
import type { TestSite } from './test-site.ts'

let it: TestSite
beforeAll(async () => { it = await testSite() })
afterAll(() => it?.close())

describe('first start', () => {
  test('the company exists with its roles, and a second set-up is refused', async () => {
    const session = (await it.boss.call('GET', '/api/session')).json()
    expect(session).toMatchObject({ setup: false, company: { name: '测试公司' }, user: { email: 'boss@example.cn' } })
    const roles = await it.boss.ok<{ total: number }>('POST', '/api/records/role/query', { columns: ['name'], total: 'capped' })
    expect(roles.total).toBe(11)
    const token = await makeLink(it.site.db, 1, 'setup', null)
    const again = await it.anybody('POST', '/api/setup', { token, company: 'X', name: 'Mallory', email: 'm@example.cn', password: PASSWORD })
    expect(again.statusCode).toBe(409)
    expect(again.json().error.key).toBe('setup.done')
  })

  test('a stranger learns no more than whether the product is set up', async () => {
    expect((await it.anybody('GET', '/api/session')).json()).toMatchObject({ user: null, powers: [], catalogVersion: 0 })
    expect((await it.anybody('GET', '/api/catalog')).statusCode).toBe(401)
  })
})

describe('passwords', () => {
  test('a wrong password and an unknown address get the same answer', async () => {
    const wrong = await it.anybody('POST', '/api/sign-in', { email: 'boss@example.cn', password: 'not-the-password' })
    const unknown = await it.anybody('POST', '/api/sign-in', { email: 'nobody@example.cn', password: 'not-the-password' })
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body])
    expect(wrong.statusCode).toBe(401)
  })

  test('after ten tries in a row the account is slowed, others are not', async () => {
    const victim = await it.person('被猜的人', ['销售人员'])
    const answers = []
    for (let i = 0; i < 11; i++) answers.push((await it.anybody('POST', '/api/sign-in', { email: victim.email, password: 'guess-number-x' })).statusCode)
    expect(answers.at(-1)).toBe(429)
    await expect(it.signIn('boss@example.cn')).resolves.toBeTruthy()
  })

  test.each([['short', 'password.short'], ['password123456', 'password.common'], ['1111111111111', 'password.common'], ['boss@example.cn', 'password.own']])(
    'the password %s is refused with its reason', async (password, key) => {
      const answer = await it.boss.call('POST', '/api/password/change', { current: PASSWORD, next: password })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().error.fields.password.key).toBe(key)
    })

  test('a changed password ends all other sessions', async () => {
    const person = await it.person('换密码', ['销售人员'])
    const other = await it.signIn(person.email)
    expect((await person.call('POST', '/api/password/change', { current: PASSWORD, next: 'Bamboo-forest-12' })).statusCode).toBe(200)
    expect((await other.call('GET', '/api/catalog')).statusCode).toBe(401)
    await expect(it.signIn(person.email, 'Bamboo-forest-12')).resolves.toBeTruthy()
  })

  test('a reset link works once and only for its time', async () => {
    const person = await it.person('忘密码', ['销售人员'])
    const token = await makeLink(it.site.db, 1, 'reset', person.id)
    expect((await it.anybody('POST', '/api/password/reset', { token, password: 'Mountain-lake-7' })).statusCode).toBe(200)
    const second = await it.anybody('POST', '/api/password/reset', { token, password: 'Mountain-lake-8' })
    expect(second.json().error.key).toBe('link.dead')
    await expect(it.signIn(person.email, 'Mountain-lake-7')).resolves.toBeTruthy()
  })
})

describe('people', () => {
  test('who is deactivated is out at once, with session and key', async () => {
    const person = await it.person('离职的人', ['销售人员'])
    const { key } = await person.ok<{ key: string }>('POST', '/api/keys', { name: 'script', scopes: [{ object: 'customer', verbs: ['read'] }] })
    const byKey = () => it.app.inject({ method: 'GET', url: '/api/records/customer', headers: { authorization: `Bearer ${key}` } })
    expect((await byKey()).statusCode).toBe(200)
    await it.boss.ok('POST', `/api/users/${person.id}/deactivate`)
    expect((await person.call('GET', '/api/catalog')).statusCode).toBe(401)
    expect((await byKey()).statusCode).toBe(401)
    await expect(it.signIn(person.email)).rejects.toThrow('signIn.wrong')
  })

  test('nobody deactivates himself or invites without the right', async () => {
    expect((await it.boss.call('POST', `/api/users/${it.boss.id}/deactivate`)).statusCode).toBe(403)
    const sales = await it.person('普通销售', ['销售人员'])
    const answer = await sales.call('POST', '/api/users/invite', { name: 'X', email: 'x@example.cn', roles: [it.boss.id] })
    expect(answer.statusCode).toBe(403)
  })

  test('a person whose address changes signs in with the new one', async () => {
    const person = await it.person('改邮箱', ['销售人员'])
    await it.boss.ok('PATCH', `/api/records/user/${person.id}`, { values: { email: 'new-address@example.cn' } })
    await expect(it.signIn('new-address@example.cn')).resolves.toMatchObject({ id: person.id })
  })
})

/** RFC 6238 with SHA-1 and 30 s, from the secret of an otpauth address. */
function totp(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret')!
  const bits = [...secret.replace(/=+$/, '')].map(char => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = mac.at(-1)! & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('with two-step sign-in a password alone is not enough; a recovery code helps once', async () => {
  const person = await it.person('两步登录', ['财务部'])
  const { uri, recovery } = await person.ok<{ uri: string; recovery: string[] }>('POST', '/api/me/totp/start', { password: PASSWORD })
  await person.ok('POST', '/api/me/totp/confirm', { code: totp(uri) })
  const first = await it.anybody('POST', '/api/sign-in', { email: person.email, password: PASSWORD })
  expect(first.json()).toEqual({ totp: true })
  expect(first.headers['set-cookie']).toBeUndefined()
  const wrong = await it.anybody('POST', '/api/sign-in', { email: person.email, password: PASSWORD, totp: '000000' })
  expect(wrong.json().error.key).toBe('signIn.wrongCode')
  expect((await it.anybody('POST', '/api/sign-in', { email: person.email, password: PASSWORD, totp: totp(uri) })).json()).toEqual({ ok: true })
  const withRecovery = () => it.anybody('POST', '/api/sign-in', { email: person.email, password: PASSWORD, totp: recovery[0] })
  expect((await withRecovery()).statusCode).toBe(200)
  expect((await withRecovery()).statusCode).toBe(401)
})

test('the auditor sees who came, who failed and who left', async () => {
  const person = await it.person('来去的人', ['财务部'])
  await it.anybody('POST', '/api/sign-in', { email: person.email, password: 'not-the-password' })
  await person.ok('POST', '/api/sign-out', {})
  expect((await person.call('GET', '/api/catalog')).statusCode).toBe(401)
  const { rows } = await it.site.db.query<{ what: string }>('select what from audit where actor = $1 order by at, id', [person.id])
  expect(rows.map(row => row.what)).toEqual(['signIn', 'signOut'])
  const failed = await it.site.db.query(`select 1 from audit where what = 'signIn.failed' and actor is null`)
  expect(failed.rowCount).toBeGreaterThan(0)
})

describe('requests from elsewhere', () => {
  test.each([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])('%j is refused before anything happens', async headers => {
    const answer = await it.app.inject({ method: 'POST', url: '/api/records/customer', headers: { cookie: it.boss.cookie, ...headers }, payload: { name: '伪造' } })
    expect(answer.statusCode).toBe(403)
    const found = await it.boss.ok<{ total: number }>('POST', '/api/records/customer/query', { search: '伪造', total: 'capped' })
    expect(found.total).toBe(0)
  })

  test('a key reads what its scope names and nothing else', async () => {
    const { key } = await it.boss.ok<{ key: string }>('POST', '/api/keys', { name: 'read customers', scopes: [{ object: 'customer', verbs: ['read'] }] })
    const call = (method: 'GET' | 'POST', url: string, payload?: object) =>
      it.app.inject({ method, url, headers: { authorization: `Bearer ${key}` }, ...(payload ? { payload } : {}) })
    expect((await call('GET', '/api/records/customer')).statusCode).toBe(200)
    expect((await call('GET', '/api/records/order')).statusCode).toBe(404)
    expect((await call('POST', '/api/records/customer', { name: '不行' })).statusCode).toBe(403)
    expect((await call('POST', '/api/keys', { name: 'wider', scopes: [{ object: '*', verbs: ['write'] }] })).statusCode).toBe(403)
    expect((await call('GET', '/api/status')).statusCode).toBe(403)
  })
})

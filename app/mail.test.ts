// Invitations and forgotten passwords through a real mail server on this machine.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMail } from '#server/job/mail.ts'
import { PASSWORD, testSite } from './test-site.ts'
import type { TestSite } from './test-site.ts'

let it: TestSite
const received: { to: string[]; mail: ParsedMail }[] = []
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  async onData(stream, session, done) {
    const mail = await simpleParser(stream)
    received.push({ to: session.envelope.rcptTo.map(recipient => recipient.address), mail })
    done()
  },
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  it = await testSite()
  it.site.mail = openMail(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, 'crm@example.cn')
})
afterAll(async () => {
  it?.site.mail.close()
  await it?.close()
  await new Promise<void>(resolve => server.close(resolve))
})

const role = async (): Promise<string> =>
  (await it.boss.ok<{ rows: { id: string; name: string }[] }>('POST', '/api/records/role/query', { columns: ['name'] })).rows.find(row => row.name === '销售人员')!.id

test('an invited person gets the link by mail and signs in with it', async () => {
  const answer = await it.boss.ok<{ mailed: boolean }>('POST', '/api/users/invite', { name: '新同事', email: 'new@example.cn', roles: [await role()] })
  expect(answer.mailed).toBe(true)
  const letter = received.at(-1)!
  expect(letter.to).toEqual(['new@example.cn'])
  expect(letter.mail.subject).toBe('邀请您使用关系簿')
  const token = new URL(/http\S+/.exec(letter.mail.text ?? '')![0]).searchParams.get('token')
  expect((await it.anybody('POST', '/api/invitations/accept', { token, password: PASSWORD })).statusCode).toBe(200)
  await expect(it.signIn('new@example.cn')).resolves.toBeTruthy()
})

test('a forgotten password is mailed to whom it belongs, and an unknown address gets the same answer', async () => {
  const before = received.length
  const known = await it.anybody('POST', '/api/password/forgot', { email: 'boss@example.cn' })
  const unknown = await it.anybody('POST', '/api/password/forgot', { email: 'nobody@example.cn' })
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
  await expect.poll(() => received.length).toBe(before + 1)
  expect(received.at(-1)!.to).toEqual(['boss@example.cn'])
})

test('a name with line breaks adds no recipient', async () => {
  await it.boss.ok('POST', '/api/users/invite', { name: '张三\r\nBcc: thief@example.cn', email: 'zhang@example.cn', roles: [await role()] }).catch(() => undefined)
  expect(received.flatMap(item => item.to)).not.toContain('thief@example.cn')
})

test('with a mail server that is away the invitation is made all the same and its link is shown', async () => {
  const away = it.site.mail
  it.site.mail = openMail('smtp://127.0.0.1:1', 'crm@example.cn')
  const answer = await it.boss.ok<{ mailed: boolean; link: string }>('POST', '/api/users/invite', { name: '另一位', email: 'other@example.cn', roles: [await role()] })
  expect(answer).toMatchObject({ mailed: false, link: expect.stringContaining('/invitation?token=') })
  it.site.mail = away
})

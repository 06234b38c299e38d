// People leave pages before they have loaded: what they dropped must not count against them.
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSite } from './test-site.ts'
import type { TestSite } from './test-site.ts'

let site: TestSite
let base: string

beforeAll(async () => {
  site = await testSite()
  base = await site.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => site.close())

/** Sends the request and hangs up at once, or a moment later. */
function drop(pause: number): Promise<void> {
  return new Promise(done => {
    const sent = request(`${base}/api/records/customer?size=100`, { headers: { cookie: site.boss.cookie, 'sec-fetch-site': 'same-origin' } })
    sent.on('error', () => undefined)
    sent.on('close', done)
    sent.on('socket', socket => socket.once('connect', () => setTimeout(() => sent.destroy(), pause)))
    sent.end()
  })
}

test('a person who hangs up a hundred times is still served', async () => {
  for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 10 }, (_, at) => drop(at % 5)))
  await expect.poll(async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => fetch(`${base}/api/catalog`, { headers: { cookie: site.boss.cookie, 'sec-fetch-site': 'same-origin' } })))
    return answers.map(answer => answer.status)
  }, { timeout: 10_000 }).toEqual(Array.from({ length: 15 }, () => 200))
})

// A journey: the whole product on a free port with its built pages, and people's browsers in front of it.
import { buildWeb, WEB_DIR } from '#app/build-web.ts'
import { testSite } from '#app/test-site.ts'
import type { TestSite } from '#app/test-site.ts'
import { startJobs } from '#server/job/jobs.ts'
import { openWindows } from './windows.ts'
import type { Windows } from './windows.ts'

export type Journey = TestSite & Windows

export async function journey(): Promise<Journey> {
  await buildWeb(() => undefined)
  const site = await testSite(WEB_DIR)
  const jobs = startJobs(site.site)
  const windows = await openWindows(await site.app.listen({ port: 0, host: '127.0.0.1' }))
  return {
    ...site, ...windows,
    async close() {
      await windows.close()
      jobs.stop()
      await site.close()
    },
  }
}

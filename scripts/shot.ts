// npm run shot [-- name]: the demo company looked at by people of several roles; pictures go to ./shots.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '#server/http/site.ts'
import { DESK, PHONE } from '../e2e/windows.ts'
import type { Windows } from '../e2e/windows.ts'
import { inStudio, settle, SHOTS } from './shot-kit.ts'
import { SCENES } from './shot-scenes.ts'
import type { Scene } from './shot-scenes.ts'

/** The language belongs to the person, not to the browser. */
async function speak(base: string, cookie: string, lang: 'zh' | 'en'): Promise<void> {
  await fetch(`${base}/api/me`, { method: 'PUT', headers: { cookie, 'content-type': 'application/json', origin: base, 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ lang }) })
}

/** The biggest records of the lists, so that scenes can name them in addresses. */
async function biggestIds({ db, org, env }: Site): Promise<Record<string, string>> {
  const order = { customer: 'sales_total desc nulls last', order: 'total desc nulls last', role: 'id' }
  const ids = Object.entries(order).map(async ([name, by]) => {
    const table = env.catalog.current().objects.get(name)!.table
    const { rows } = await db.query<{ id: string }>(`select id from "${table}" where org = $1 order by ${by} limit 1`, [org])
    return [name, rows[0]!.id] as const
  })
  return Object.fromEntries(await Promise.all(ids))
}

async function take(windows: Windows, scene: Scene, cookie: string | undefined, ids: Record<string, string>): Promise<void> {
  if (cookie) await speak(windows.base, cookie, scene.english ? 'en' : 'zh')
  const page = await windows.page(cookie ? { cookie } : undefined, scene.phone ? PHONE : DESK, scene.dark ? 'dark' : 'light')
  await page.goto(windows.base + scene.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? ''))
  await settle(page)
  if (scene.act) {
    await scene.act(page)
    await settle(page)
  }
  await page.screenshot({ path: join(SHOTS, `${scene.name}.png`) })
  await page.context().close()
  process.stdout.write(`shots/${scene.name}.png\n`)
}

const only = process.argv[2]
mkdirSync(SHOTS, { recursive: true })
await inStudio(async ({ site, windows, cookie }) => {
  const ids = await biggestIds(site)
  for (const scene of SCENES.filter(one => !only || one.name.includes(only))) {
    const seen = scene.role === undefined ? undefined : await cookie(scene.role)
    await take(windows, scene, seen, ids).catch((error: unknown) => process.stderr.write(`${scene.name}: ${String(error)}\n`))
  }
})

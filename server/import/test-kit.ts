// For tests: the given business on a database of its own, and imports taken through all their steps.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import '#server/action/actions.ts'
import type { Env } from '#server/action/context.ts'
import { testDatabase } from '#server/database/test-database.ts'
import { actor, grant } from '#server/record/test-shop.ts'
import { openCatalog } from '#server/schema/catalog-store.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import { ident } from '#server/schema/ident.ts'
import type { ImportHome } from './job.ts'
import type { MappingInput } from './mapping.ts'
import { mappingSchema, setMapping } from './mapping.ts'
import type { JobView, PreviewRow } from './preview.ts'
import { previewRows, viewJob } from './preview.ts'
import { writeProblems } from './problems.ts'
import { finished, startImport } from './run.ts'
import { upload } from './upload.ts'

type MappingPart = Partial<Omit<MappingInput, 'columns'>> & { change?: (columns: MappingInput['columns'], job: JobView) => MappingInput['columns'] }

export interface Imports {
  home: ImportHome
  boss: Actor
  /** Makes the person known, as a signed-in one is. */
  known(person: Actor): Actor
  bring(person: Actor, bytes: Buffer | string, fileName?: string, object?: string): Promise<JobView>
  /** Takes the guessed columns as they are. */
  map(person: Actor, job: JobView, input?: MappingPart): Promise<JobView>
  run(person: Actor, job: JobView, dryRun?: boolean): Promise<JobView>
  all(person: Actor, bytes: Buffer | string, input?: MappingPart & { fileName?: string; object?: string }): Promise<JobView>
  problems(person: Actor, job: JobView): Promise<Buffer>
  preview(person: Actor, job: JobView, only?: 'problems' | 'duplicates'): Promise<PreviewRow[]>
  living(object: string): Promise<Record<string, unknown>[]>
  /** Everything but the bookkeeping of changes. */
  hash(...objects: string[]): Promise<string>
  close(): Promise<void>
}

export const makeBoss = (): Actor => actor([grant('*'), grant('user')], { name: '王老板', powers: ['catalog', 'bin', 'merge'] })

interface Base {
  home: ImportHome
  people: Map<string, Actor>
  close(): Promise<void>
}

async function openBase(declared: readonly ObjectDef[], template: string): Promise<Base> {
  const database = await testDatabase({ template: `import-${template}`, prepare: pool => prepareTestDatabase(pool, declared) })
  const catalog = await openCatalog(database.pool, declared, { every: 0 })
  const dir = await mkdtemp(join(tmpdir(), 'import-test-'))
  const people = new Map<string, Actor>()
  const log = { info: () => undefined, warn: () => undefined, error: (detail: object) => { throw (detail as { err?: unknown }).err } }
  const env: Env = { pool: database.pool, declared, catalog, log }
  return {
    home: { env, org: 1, dir, person: async id => people.get(id) ?? null }, people,
    async close() {
      catalog.close()
      await database.drop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const steps = (home: ImportHome): Pick<Imports, 'bring' | 'map' | 'run' | 'problems' | 'preview'> => ({
  async bring(person, bytes, fileName = '客户台账.xlsx', object = 'customer') {
    return viewJob(home, person, (await upload(home, person, object, { name: fileName, content: Readable.from([Buffer.from(bytes)]) })).id)
  },
  async map(person, job, { change, ...input } = {}) {
    const columns = job.sheets[input.sheet ?? 0]!.guess.map(({ index, field, factor, dateOrder }) => ({ index, field, factor, dateOrder }))
    await setMapping(home, person, job.id, mappingSchema.parse({ ...input, columns: change ? change(columns, job) : columns }))
    return viewJob(home, person, job.id)
  },
  async run(person, job, dryRun = false) {
    await startImport(home, person, job.id, dryRun)
    await finished(job.id)
    return viewJob(home, person, job.id)
  },
  async problems(person, job) {
    const target = new PassThrough()
    const [bytes] = await Promise.all([buffer(target), writeProblems(home, person, job.id, target)])
    return bytes
  },
  preview: async (person, job, only) => (await previewRows(home, person, job.id, { from: 0, size: 500, only })).rows,
})

export async function openImports(declared: readonly ObjectDef[], template: string): Promise<Imports> {
  const { home, people, close } = await openBase(declared, template)
  const { pool, catalog } = home.env
  const table = (name: string): string => ident(objectOf(catalog.current(), name).table)
  const known = (person: Actor): Actor => {
    people.set(person.userId, person)
    return person
  }
  const kit: Imports = {
    home, boss: known(makeBoss()), known, close, ...steps(home),
    living: async name => (await pool.query(`select * from ${table(name)} where org = 1 and deleted_at is null order by created_at, id`)).rows as Record<string, unknown>[],
    async all(person, bytes, { fileName, object, ...input } = {}) {
      const job = await kit.bring(person, bytes, fileName, object)
      await kit.map(person, job, input)
      return kit.run(person, job)
    },
    async hash(...objects) {
      const parts: unknown[] = []
      for (const name of objects) {
        const { rows } = await pool.query<{ h: string }>(`select md5(coalesce(string_agg((to_jsonb(t) - 'version' - 'updated_at' - 'updated_by')::text, '|' order by id), '')) as h
          from ${table(name)} t where org = 1 and deleted_at is null`)
        parts.push(rows[0]!.h)
      }
      return parts.join(':')
    },
  }
  return kit
}

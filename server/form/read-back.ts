// A workbook that was filled in by hand: what it changes in the form as it stands now. Nothing is saved; the page shows it first.
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { kindOf } from '#core/field/kinds.ts'
import type { Field } from '#core/field/field.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import type { Refusal } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { inLang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Env } from '#server/action/context.ts'
import { contextOf } from '#server/action/perform.ts'
import { findNames } from '#server/action/links.ts'
import { isNamed } from '#server/action/parse.ts'
import { changesOf } from '#server/paper/changes.ts'
import type { ReadChanges, ReadForm, Resolve } from '#server/paper/paper.ts'
import { checkBook, readFormBook } from '#server/paper/xlsx-in.ts'
import { visibleIds } from '#server/record/visible.ts'
import { formOf } from './book.ts'
import type { FillEnv } from './fill.ts'
import { labelsOf } from './labels.ts'
import { openForm, textsOf } from './open.ts'
import { formsOf, readForms } from './site.ts'

export interface ReadBack extends ReadChanges {
  params: Record<string, unknown>
  record?: string | null
  versions: ReadForm['versions']
  sheet: Sheet
}

type Upload = Readable & { truncated?: boolean }

/** Reads the file in a child process: it may be anything. */
export async function readUpload(dataDir: string, file: { name: string; content: Upload }): Promise<ReadForm[]> {
  const folder = join(dataDir, 'form-uploads')
  const path = join(folder, `${newId()}.upload`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await pipeline(file.content, createWriteStream(path, { mode: 0o600 }))
    if (file.content.truncated) throw new AppError('too_large', { key: 'file.tooLarge' })
    return await readFormBook(path, { fileName: file.name })
  } finally {
    await rm(path, { force: true })
  }
}

/** One answer for each form of the file; all are of the form asked for. */
export async function readBack(env: Env, actor: Actor, id: string, forms: readonly ReadForm[]): Promise<ReadBack[]> {
  const { form, version } = formOf(await formsOf(env).now(), id)
  for (const read of forms) checkBook(read, { form: id, title: inLang(form.title, actor.lang), version })
  return readForms(env, actor, async fill => {
    const answers: ReadBack[] = []
    for (const read of forms) answers.push(await oneBack(fill, env, read))
    return answers
  })
}

async function oneBack(fill: FillEnv, env: Env, read: ReadForm): Promise<ReadBack> {
  const { sheet, record, params } = await openForm(fill, read.form, { ...textsOf(read.params), ...(read.record ? { record: read.record } : {}) })
  const changes = await changesOf(read, sheet, resolver(fill, env), fill.actor.lang)
  return { params, ...(sheet.record ? { record: record ?? null } : {}), ...changes, versions: read.versions, sheet }
}

/** Exactly the title or the code of a record that the person may see; as a save would understand it. */
function resolver(fill: FillEnv, env: Env): Resolve {
  return async (field, named) => {
    const target = kindOf(field).target!(field)!
    const links: { id: string; label: string }[] = []
    for (const part of [named].flat()) {
      const link = await linkOf(fill, env, field, part)
      if ('refusal' in link) return link
      links.push(link)
    }
    return { value: target.many ? links : links[0], label: links.map(link => link.label).join('、') }
  }
}

async function linkOf(fill: FillEnv, env: Env, field: Field, part: unknown): Promise<{ id: string; label: string } | { refusal: Refusal }> {
  const target = objectOf(fill.catalog, kindOf(field).target!(field)!.object)
  if (!isNamed(part)) {
    const label = (await labelsOf(fill, target.name, [String(part)])).get(String(part))
    return label === undefined ? { refusal: { key: 'reference.unknown' } } : { id: String(part), label }
  }
  const ctx = contextOf(env, fill.actor, fill.reader, 'form.read')
  const ids = (await findNames(ctx, target, new Set([part.name]))).get(part.name) ?? []
  const seen = [...await visibleIds(fill.reader, fill.catalog, fill.actor, target, ids, 'read')]
  if (seen.length === 1) return { id: seen[0]!, label: part.name }
  return { refusal: { key: seen.length === 0 ? 'reference.notFound' : 'reference.ambiguous', params: { name: part.name, object: inLang(target.label, fill.actor.lang) } } }
}

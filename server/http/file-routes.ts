// Files up and down. A file belongs to the record it is attached to and is seen by who may see that record;
// until it is attached, by who brought it. It always leaves as an attachment of a type told by its content.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import { fieldOf, objectOf } from '#core/object/catalog.ts'
import { fieldRight } from '#core/object/rights.ts'
import { perform } from '#server/action/perform.ts'
import { read } from '#server/database/transaction.ts'
import { attachedAt } from '#server/file/attached.ts'
import { fileType } from '#server/file/file-type.ts'
import { keepFile } from '#server/file/keep.ts'
import { openFile, storeFile } from '#server/file/store.ts'
import { getRecord } from '#server/record/get-record.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

interface FileRow {
  name: string
  type: string
  size: string
  sha256: string
  created_by: string
}

/** Letters of a name that could break a header or a path are replaced; people see their own name again. */
const plainName = (name: string): string => name.replaceAll(/[\\/\u0000-\u001f\u007f"<>|:*?]+/g, '_').slice(-200) || 'file'

export const disposition = (name: string): string =>
  `attachment; filename="${name.replaceAll(/[^\x20-\x7e]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

export function fileRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'POST', url: '/api/files', summary: 'Bring a file (multipart, field "file"); attach it by saving its id in a record',
    async run({ actor, request }) {
      const part = await request.file()
      if (!part) throw new AppError('invalid', { key: 'file.missing' })
      const stored = await storeFile(site.config.DATA_DIR, part.file)
      const name = plainName(part.filename)
      const made = await perform<{ id: string }>(site.env, actor, keepFile.name,
        { name, type: fileType(stored.head, name), size: stored.size, sha256: stored.sha256 })
      return { id: made.id, name, type: fileType(stored.head, name), size: stored.size }
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/files/:id', summary: 'The content of a file', query: z.strictObject({ show: z.enum(['1']).optional() }),
    async run({ actor, params, query, reply }) {
      const file = await visibleFile(site, actor, params['id']!)
      const picture = query.show === '1' && /^image\/(png|jpeg|gif|webp)$/.test(file.type)
      const content = await openFile(site.config.DATA_DIR, file.sha256, Number(file.size))
      return reply.type(picture ? file.type : 'application/octet-stream')
        .header('content-disposition', picture ? 'inline' : disposition(file.name))
        .header('content-security-policy', "default-src 'none'; sandbox").header('content-length', file.size).send(content)
    },
  })
}

async function visibleFile(site: Site, actor: Actor, id: string): Promise<FileRow> {
  const refused = new AppError('not_found')
  if (!isId(id)) throw refused
  const { rows } = await site.db.query<FileRow>(
    'select name, type, size, sha256, created_by from stored_file where org = $1 and id = $2 and deleted_at is null', [actor.org, id])
  const file = rows[0]
  if (!file) throw refused
  const catalog = site.env.catalog.current()
  const places = await read(site.database.pool, reader => attachedAt(reader, catalog, actor.org, id))
  if (places.length === 0 && file.created_by === actor.userId) return file
  for (const place of places) {
    const object = objectOf(catalog, place.object)
    const field = fieldOf(object, place.field)
    if (!field || !['read', 'write'].includes(fieldRight(actor, object, field))) continue
    const seen = await read(site.database.pool, reader => getRecord(reader, catalog, actor, place.object, place.record, { columns: [] })).catch(() => null)
    if (seen) return file
  }
  throw refused
}

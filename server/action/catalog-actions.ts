// Objects and fields added, changed, ordered and retired at run time.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { inLang } from '#core/lib/text.ts'
import type { Text } from '#core/lib/text.ts'
import { CUSTOM_NAME } from '#core/object/build-catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { needPower } from '#core/object/rights.ts'
import { applyChange, lockCatalog } from './catalog-change.ts'
import type { CatalogChange, CatalogNow, FieldRow } from './catalog-change.ts'
import type { Ctx } from './context.ts'
import { defineAction } from './define.ts'

const FIELD_LIMIT = 300
const STEP = 100

const custom = z.string().regex(CUSTOM_NAME, { error: 'catalog.name' })
const name = z.string().min(1).max(63)
/** Looked at closely when the catalog is built from it. */
const definition = z.record(z.string().max(63), z.unknown())
const change = { power: 'catalog', timeoutMs: 300_000 } as const

/** A name nobody typed: short, and its own for ever. */
const freshName = (): string => `x_f${newId().replaceAll('-', '').slice(-10)}`

function known(catalog: Catalog, object: string): ObjectDef {
  const found = catalog.objects.get(object)
  if (!found) throw new AppError('not_found', { key: 'object.unknown' })
  return found
}

const titled = (ctx: Ctx, label: unknown): void => {
  const text = label as Partial<Text> | undefined
  ctx.journal.title = text ? inLang({ zh: text.zh ?? '', en: text.en ?? '' }, ctx.actor.lang) : ''
}

const answer = (ctx: Ctx, next: Catalog) => ({ version: next.version, batch: ctx.batch })

export const addObject = defineAction({
  ...change, name: 'catalog.addObject', label: { zh: '新增对象“{title}”', en: 'Add object “{title}”' },
  input: z.strictObject({
    name: custom.optional(), definition,
    fields: z.array(z.strictObject({ key: custom.optional(), definition })).min(1).max(FIELD_LIMIT),
  }),
  async run(ctx, input) {
    const now = await lockCatalog(ctx)
    const object = input.name ?? freshName()
    if (now.catalog.objects.has(object)) throw new AppError('conflict', { key: 'catalog.taken', params: { name: object } })
    const fields = input.fields.map((field, at): FieldRow => ({ object, key: field.key ?? freshName(), definition: field.definition, position: (at + 1) * STEP }))
    titled(ctx, input.definition.label)
    const title = input.definition.title ?? fields[0]!.key
    const next = await applyChange(ctx, now, { objects: [{ name: object, definition: { ...input.definition, title }, position: (now.rows.objects.length + 1) * STEP }], fields })
    return { ...answer(ctx, next), name: object, keys: fields.map(field => field.key) }
  },
})

export const changeObject = defineAction({
  ...change, name: 'catalog.changeObject', label: { zh: '修改对象“{title}”', en: 'Change object “{title}”' },
  input: z.strictObject({ object: name, change: definition }),
  async run(ctx, input) {
    const now = await lockCatalog(ctx)
    const object = known(now.catalog, input.object)
    const row = now.rows.objects.find(other => other.name === object.name)
    titled(ctx, object.label)
    const next = await applyChange(ctx, now, { objects: [{ name: object.name, position: row?.position ?? 0, definition: patched(row?.definition, input.change) }] })
    return answer(ctx, next)
  },
})

/** `null` takes a setting away. */
const patched = (before: unknown, patch: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries({ ...(before as object | undefined), ...patch }).filter(([, value]) => value !== null))

export const addField = defineAction({
  ...change, name: 'catalog.addField', label: { zh: '新增字段“{title}”', en: 'Add field “{title}”' },
  input: z.strictObject({ object: name, key: custom.optional(), definition }),
  async run(ctx, input) {
    const now = await lockCatalog(ctx)
    const object = known(now.catalog, input.object)
    const key = input.key ?? freshName()
    if (Object.hasOwn(object.fields, key)) throw new AppError('conflict', { key: 'catalog.taken', params: { name: key } })
    if (Object.keys(object.fields).length >= FIELD_LIMIT) throw new AppError('too_large', { key: 'catalog.tooMany', params: { max: FIELD_LIMIT } })
    titled(ctx, input.definition.label)
    const next = await applyChange(ctx, now, { fields: [{ object: object.name, key, definition: input.definition, position: lastPosition(now, object) + STEP }] })
    return { ...answer(ctx, next), key }
  },
})

const lastPosition = (now: CatalogNow, object: ObjectDef): number =>
  Math.max((Object.keys(object.fields).length + 1) * STEP, ...now.rows.fields.filter(row => row.object === object.name).map(row => row.position))

export const changeField = defineAction({
  ...change, name: 'catalog.changeField', label: { zh: '修改字段“{title}”', en: 'Change field “{title}”' },
  input: z.strictObject({ object: name, key: name, change: definition }),
  async run(ctx, input) {
    const now = await lockCatalog(ctx)
    const object = known(now.catalog, input.object)
    const field = Object.hasOwn(object.fields, input.key) ? object.fields[input.key] : undefined
    if (!field || field.system) throw new AppError('invalid', { key: 'field.unknown', params: { field: input.key } })
    if (Object.hasOwn(input.change, 'kind') && input.change.kind !== field.kind) {
      throw new AppError('invalid', { key: 'catalog.kind', params: { from: field.kind, to: String(input.change.kind) } })
    }
    const row = now.rows.fields.find(other => other.object === object.name && other.key === field.key)
    titled(ctx, field.label)
    const next = await applyChange(ctx, now, {
      fields: [{ object: object.name, key: field.key, position: row?.position ?? 0, definition: patched(row?.definition, input.change) }],
    })
    return answer(ctx, next)
  },
})

export const orderFields = defineAction({
  ...change, name: 'catalog.orderFields', label: { zh: '调整“{title}”的字段顺序', en: 'Order the fields of “{title}”' },
  input: z.strictObject({ object: name, keys: z.array(name).min(1).max(FIELD_LIMIT) }),
  async run(ctx, input) {
    const now = await lockCatalog(ctx)
    const object = known(now.catalog, input.object)
    const all = Object.values(object.fields).filter(field => !field.system && !field.retired).map(field => field.key)
    if (input.keys.length !== all.length || new Set(input.keys).size !== all.length || all.some(key => !input.keys.includes(key))) {
      throw new AppError('invalid', { key: 'catalog.order' })
    }
    titled(ctx, object.label)
    const fields = input.keys.map((key, at): FieldRow => ({
      object: object.name, key, position: (at + 1) * STEP,
      definition: now.rows.fields.find(row => row.object === object.name && row.key === key)?.definition ?? {},
    }))
    return answer(ctx, await applyChange(ctx, now, { fields }))
  },
})

const objectRow = z.strictObject({ name, definition: z.unknown(), position: z.int() })
const fieldRow = z.strictObject({ object: name, key: name, definition: z.unknown(), position: z.int() })

/** What undo calls: rows as they were. */
export const revertCatalog = defineAction({
  ...change, name: 'catalog.revert', label: { zh: '撤销字段修改', en: 'Take back a change of fields' },
  input: z.strictObject({ objects: z.array(objectRow).optional(), fields: z.array(fieldRow).optional() }),
  async run(ctx, input) {
    needPower(ctx.actor, 'catalog')
    return answer(ctx, await applyChange(ctx, await lockCatalog(ctx), input as CatalogChange))
  },
})

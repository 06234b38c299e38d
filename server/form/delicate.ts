// Restricted values in the sheets that are about to leave as a file: of which fields, and of how many records.
import { inLang } from '#core/lib/text.ts'
import { rowObject } from '#core/form/grid-columns.ts'
import type { Field } from '#core/field/field.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { resolvePath } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { isDelicate } from '#server/export/columns.ts'
import type { Opened } from './open.ts'
import { recordPaths } from './scope.ts'

/** Titles of restricted fields shown open, with how many records show each. */
export function delicateIn(catalog: Catalog, sheets: readonly Opened[], lang: 'zh' | 'en'): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (field: Field, records: number): void => {
    const title = inLang(field.label, lang)
    if (records > 0) counts.set(title, (counts.get(title) ?? 0) + records)
  }
  for (const opened of sheets) {
    if (opened.data) countLiving(catalog, opened, add)
    else for (const guard of opened.filled?.frozen?.guards ?? []) {
      const field = 'object' in guard ? delicateField(catalog, catalog.objects.get(guard.object), guard.path) : undefined
      if (field) add(field, guard.cells.length)
    }
  }
  return counts
}

type Add = (field: Field, records: number) => void

function delicateField(catalog: Catalog, object: ObjectDef | undefined, path: string): Field | undefined {
  const found = object && resolvePath(catalog, object, path)
  return found && [...found.hops, found].some(step => isDelicate(catalog, step.object, step.field)) ? found.field : undefined
}

function countLiving(catalog: Catalog, { open: { form }, data }: Opened, add: Add): void {
  const record = data!.record
  if (record?.id) {
    const object = catalog.objects.get(record.object)
    for (const path of new Set(recordPaths(form))) {
      const field = delicateField(catalog, object, path)
      if (field && !record.masked.includes(path)) add(field, 1)
    }
  }
  for (const block of form.blocks) {
    if (block.kind !== 'grid') continue
    const rows = data!.grids[block.key]?.rows ?? []
    const object = rowObject(catalog, form, block)
    for (const column of block.columns) {
      const field = column.as ? { ...column.as, key: column.key, label: column.label } as Field : delicateField(catalog, object, column.key)
      if (field && (!column.as || field.sensitivity)) add(field, rows.filter(row => !row.masked?.includes(column.key)).length)
    }
  }
}

// Makes a declared object whole: keys, system fields, table name, sections and lists.
import type { Field, FieldInput } from '../field/field.ts'
import type { ObjectDecl, ObjectDef } from './object.ts'

const SYSTEM: Record<string, FieldInput> = {
  createdAt: { kind: 'datetime', label: { zh: '创建日期', en: 'Created' }, synonyms: ['建档日期', '创建时间', '录入日期'] },
  createdBy: { kind: 'user', label: { zh: '创建人', en: 'Created by' }, synonyms: ['录入人', '建档人'] },
  updatedAt: { kind: 'datetime', label: { zh: '更新日期', en: 'Updated' }, synonyms: ['更新时间', '修改日期'] },
  updatedBy: { kind: 'user', label: { zh: '更新人', en: 'Updated by' } },
}

const OWNED: Record<string, FieldInput> = {
  owner: { kind: 'user', label: { zh: '负责人', en: 'Owner' }, fill: 'me', indexed: true, synonyms: ['客户经理', '业务员', '业务代表', '跟进人', '所属人员', '负责人员'] },
  department: { kind: 'department', label: { zh: '所属部门', en: 'Department' }, fill: 'myDepartment', indexed: true, synonyms: ['部门'] },
}

const withKey = (key: string, input: FieldInput, extra: Partial<Field> = {}): Field =>
  ({ ...input, ...extra, key }) as Field

/** `owned` adds 负责人 and 所属部门 after the declared fields unless they are declared. */
export function defineObject(decl: ObjectDecl): ObjectDef {
  const fields = Object.create(null) as Record<string, Field>
  for (const [key, input] of Object.entries(decl.fields)) fields[key] = withKey(key, input)
  if (decl.owned) for (const [key, input] of Object.entries(OWNED)) fields[key] ??= withKey(key, input)
  for (const [key, input] of Object.entries(SYSTEM)) fields[key] = withKey(key, input, { system: true, readOnly: true })
  const shown = Object.values(fields).filter(field => !field.system && field.kind !== 'json').map(field => field.key)
  return {
    ...decl,
    table: decl.table ?? decl.name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
    fields,
    checks: decl.checks ?? [],
    related: decl.related ?? [],
    sections: decl.sections ?? [{ label: { zh: '基本信息', en: 'Basics' }, fields: shown }],
    views: decl.views ?? [{ key: 'all', label: { zh: '全部', en: 'All' }, columns: shown.slice(0, 12) }],
  }
}

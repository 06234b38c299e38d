// What an object is: a named set of fields with checks and lists. Tables, API, grid, import,
// export, history and permissions are derived from it; see docs/architecture.md.
import type { Field, FieldInput } from '../field/field.ts'
import type { Filter, Sort } from '../report/query.ts'
import type { Text } from '../lib/text.ts'
import type { ObjectArea } from './areas.ts'
import type { Series } from './series.ts'

export interface Check {
  /** A rule that must not be false; null (unknown) passes. */
  rule: string
  message: Text
  /** The field at which the refusal is shown; the record as a whole when absent. */
  field?: string
}

/** A view shipped with the object; people save their own as records of `view`. */
export interface ListView {
  key: string
  label: Text
  columns: string[]
  filter?: Filter
  sort?: Sort[]
  /** 'grid' by default. */
  layout?: { kind: 'grid' } | { kind: 'kanban'; by: string } | { kind: 'calendar'; by: string }
}

/** A group of fields on the record page. */
export interface Section {
  label: Text
  fields: string[]
}

/** Lists of other objects' records shown on the record page. */
export interface Related {
  object: string
  by: string
  label?: Text
}

export interface ObjectDecl {
  name: string
  /** Table name when it differs (`user` and `order` are words of SQL). */
  table?: string
  label: Text
  /** Name of an @ant-design icon, without the suffix 'Outlined'. */
  icon?: string
  /** Its heading in the navigation. */
  area?: ObjectArea
  /** The field shown wherever the record is named. */
  title: string
  /** The human code beside the id. */
  code?: string
  fields: Record<string, FieldInput>
  /** Child lines: they live, are seen and are deleted with the parent that this field refers to. */
  parent?: string
  /** Records with an owner and a department: the record permissions own and department apply. */
  owned?: boolean
  checks?: Check[]
  /** Sets of fields that are unique together among records not in the bin. */
  unique?: string[][]
  /** Further indexes over fields. */
  indexes?: string[][]
  views?: ListView[]
  sections?: Section[]
  related?: Related[]
  /** Monthly sums kept beside the object. */
  series?: Series[]
  /** Fields (or rules over them) by which an import finds the record to update. */
  matchKeys?: string[][]
  /** Kept out of navigation and of the grants' '*': settings, views, users. */
  internal?: boolean
  custom?: boolean
  retired?: boolean
}

/** A declared object made whole: keys filled in, system fields added. */
export interface ObjectDef extends Omit<ObjectDecl, 'fields' | 'table'> {
  table: string
  /** All fields by key, in order, system fields last. Own keys only: made without a prototype. */
  fields: Record<string, Field>
  views: ListView[]
  sections: Section[]
  related: Related[]
  checks: Check[]
}

// What the server answers about forms, as the browser reads it.
import type { FormAct, FormArea, Param } from '#core/form/form.ts'
import type { CellBind, CellChange, Sheet } from '#core/form/sheet.ts'
import type { Field } from '#core/field/field.ts'
import type { Text } from '#core/lib/text.ts'

export interface FormInfo {
  id: string
  title: Text
  area: FormArea
  about: Text
  filledBy: string[]
  processes?: string[]
  record?: string
  params?: Record<string, Param>
  values?: Record<string, Field>
  acts?: Pick<FormAct, 'key' | 'label' | 'help'>[]
  page: 'portrait' | 'landscape'
  can: { open: boolean; design: boolean }
}

export interface FormList {
  forms: FormInfo[]
  set: string | null
  sets: { key: string; label: Text }[]
  /** Names of shipped roles by their keys in `filledBy`; others stand there by name. */
  roles?: Record<string, Text>
}

/** One difference between what is stored and what a workbook says. */
export interface Difference {
  bind: CellBind
  label: string
  before: string
  after: string
  /** Somebody changed it after the file was made: what it said then. */
  was?: string
}

export interface ReadProblem { cell: string; label: string; text: string; message: string }

export interface ReadBack {
  params: Record<string, unknown>
  record?: string | null
  changes: CellChange[]
  shown: Difference[]
  problems: ReadProblem[]
  sheet: Sheet
  /** Of a workbook with several forms: every one of them. */
  all?: ReadBack[]
}

export interface Saved { record?: string; batch: string; sheet: Sheet }

export interface ActAnswer { form?: string; record?: string; params?: Record<string, unknown>; message?: string | Text }

// A parameter of a form as a field: what its input and its kind want to know.
import type { Param } from '#core/form/form.ts'
import type { WebField } from '../lib/api-types.ts'

export const paramField = (key: string, { preset: _preset, ...input }: Param): WebField => ({ ...input, key, required: false, right: 'write' } as unknown as WebField)

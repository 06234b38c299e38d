// Refusals of all parts of a save, gathered under the places of the form, so that a person sees every one of them at once.
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors, Refusal } from '#core/lib/error.ts'

export interface Refusals {
  fields: FieldErrors
  faults: AppError[]
}

export const noRefusals = (): Refusals => ({ fields: Object.create(null) as FieldErrors, faults: [] })

/** Runs one part; `place` says where a field of it stands on the form. Whatever is no refusal of fields ends the save at once. */
export async function gathering<T>(refusals: Refusals, place: (key: string) => string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof AppError) || !fault.fields) throw fault
    refusals.faults.push(fault)
    for (const [key, refusal] of Object.entries(fault.fields)) note(refusals, place(key), refusal)
    return undefined
  }
}

export function note(refusals: Refusals, key: string, refusal: Refusal): void {
  if (!Object.hasOwn(refusals.fields, key)) refusals.fields[key] = refusal
}

/** One conflict makes it a conflict: reading anew comes before mending. */
export function throwRefusals({ fields, faults }: Refusals): void {
  if (Object.keys(fields).length === 0) return
  const worst = faults.find(fault => fault.code === 'conflict') ?? (faults.length > 0 && faults.every(fault => fault.code === faults[0]!.code) ? faults[0] : undefined)
  throw worst ? new AppError(worst.code, { key: worst.key, params: worst.params, fields }) : new AppError('invalid', { fields })
}

// Choices of a value typed on the form, as lines of text. Pure.
import type { Option } from '#core/field/field.ts'
import { patched } from '#core/form/edit.ts'

export const linesOf = (options: readonly Option[]): string => livingOf(options).map(option => option.label.zh).join('\n')

export const livingOf = (options: readonly Option[]): Option[] => options.filter(option => !option.retired)

/**
 * A line that is known stays the choice it was; a line changed in its place is that choice renamed; a choice without a line is out
 * of use, not deleted: filled forms keep what they say. The value of a choice is its first name.
 */
export function optionsFrom(text: string, before: readonly Option[] = []): Option[] {
  const lines = [...new Set(text.split('\n').map(line => line.trim()).filter(Boolean))]
  const living = livingOf(before)
  const known = new Set(lines)
  const taken = new Set(before.map(option => option.value))
  const made = lines.map((line, at): Option => {
    const same = before.find(option => option.label.zh === line)
    if (same) return patched(same, { retired: undefined })
    const here = living.length === lines.length ? living[at] : undefined
    return here && !known.has(here.label.zh) ? { ...here, label: { zh: line, en: '' } } : { value: freshValue(line, taken), label: { zh: line, en: '' } }
  })
  const kept = new Set(made.map(option => option.value))
  return [...made, ...before.filter(option => !kept.has(option.value)).map(option => ({ ...option, retired: true }))]
}

function freshValue(line: string, taken: Set<string>): string {
  let value = line
  for (let n = 2; taken.has(value); n++) value = `${line} ${n}`
  taken.add(value)
  return value
}

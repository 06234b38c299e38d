// Choices printed with boxes: □闹市 ☑商业街, or □1.闹市 ☑2.商业街. How they are read back is in read-boxes.ts.
import type { Option } from '../field/field.ts'
import type { Lang } from '../lib/text.ts'
import { inLang } from '../lib/text.ts'

export type Boxes = true | 'numbered'

const EMPTY = '□'
const TICKED = '☑'

/** Retired choices are printed only where they are the value; the numbers of the others stay. */
export function boxesText(options: readonly Option[], chosen: readonly string[], boxes: Boxes, lang: Lang): string {
  return options.flatMap((option, index) => {
    const ticked = chosen.includes(option.value)
    if (option.retired && !ticked) return []
    return [`${ticked ? TICKED : EMPTY}${boxes === 'numbered' ? `${index + 1}.` : ''}${inLang(option.label, lang)}`]
  }).join(' ')
}

// The web half of every kind of field, complete by type: a kind added to the core must be added here before the page compiles.
import type { Field, FieldOf, KindName, ResultName } from '#core/field/field.ts'
import { AddressInput } from './address-input.tsx'
import { AttachmentInput } from './attachment-input.tsx'
import { BirthdayInput } from './birthday-input.tsx'
import type { AskKind, WebKind } from './kind.ts'
import { LinesInput, ShowLines } from './lines-input.tsx'
import { ReferenceInput, TagsInput } from './reference-input.tsx'
import { ShowAddress, ShowChoice, ShowChoices, ShowEmail, ShowFiles, ShowLinks, ShowLong, ShowPhone, ShowTags, ShowUrl, ShowUser } from './show.tsx'
import { ChoiceInput, ChoicesInput, DateInput, DateTimeInput, LongTextInput, MoneyInput, NoInput, NumberInput, PercentInput, TextInput, YesNoInput } from './simple-inputs.tsx'
import { TypedInput } from './typed-input.tsx'

const ask = (kind: AskKind) => (): AskKind => kind
const RESULT_ASK: Record<ResultName, AskKind> = { text: 'text', number: 'number', money: 'number', percent: 'number', integer: 'number', date: 'date', yesNo: 'yesNo' }
const resultAsk = (field: FieldOf<'computed'> | FieldOf<'rollup'>): AskKind => RESULT_ASK[field.result]

/** Inputs that serve several kinds alike. */
const Typed = TypedInput as unknown as WebKind<'phone'>['Input'] & WebKind<'email'>['Input'] & WebKind<'url'>['Input'] & WebKind<'serial'>['Input'] & WebKind<'time'>['Input']
const Reference = ReferenceInput as unknown as WebKind<'reference'>['Input'] & WebKind<'references'>['Input'] & WebKind<'user'>['Input'] & WebKind<'department'>['Input']
const Links = ShowLinks as unknown as NonNullable<WebKind<'reference'>['Show'] & WebKind<'references'>['Show'] & WebKind<'department'>['Show']>

const webKinds: { [K in KindName]: WebKind<K> } = {
  text: { Input: TextInput, editor: 'text', ask: ask('text') },
  longText: { Input: LongTextInput, Show: ShowLong, editor: 'longText', ask: ask('text'), wide: true },
  number: { Input: NumberInput, editor: 'number', ask: ask('number') },
  integer: { Input: NumberInput, editor: 'number', ask: ask('number') },
  percent: { Input: PercentInput, editor: 'number', ask: ask('number') },
  money: { Input: MoneyInput, editor: 'number', ask: ask('number') },
  date: { Input: DateInput, editor: 'date', ask: ask('date') },
  datetime: { Input: DateTimeInput, editor: 'text', ask: ask('date') },
  time: { Input: Typed, editor: 'text', ask: ask('text') },
  birthday: { Input: BirthdayInput, editor: 'text', ask: ask('date') },
  choice: { Input: ChoiceInput, Show: ShowChoice, editor: 'list', ask: ask('options') },
  choices: { Input: ChoicesInput, Show: ShowChoices, editor: 'text', ask: ask('options') },
  tags: { Input: TagsInput, Show: ShowTags, editor: 'text', ask: ask('options') },
  yesNo: { Input: YesNoInput, editor: 'yesNo', ask: ask('yesNo') },
  phone: { Input: Typed, Show: ShowPhone, editor: 'text', ask: ask('text') },
  email: { Input: Typed, Show: ShowEmail, editor: 'text', ask: ask('text') },
  url: { Input: Typed, Show: ShowUrl, editor: 'text', ask: ask('text') },
  address: { Input: AddressInput, Show: ShowAddress, editor: 'text', ask: ask('text'), wide: true },
  reference: { Input: Reference, Show: Links, editor: 'lookup', ask: ask('records') },
  references: { Input: Reference, Show: Links, editor: 'text', ask: ask('records') },
  user: { Input: Reference, Show: ShowUser, editor: 'lookup', ask: ask('records') },
  department: { Input: Reference, Show: Links, editor: 'lookup', ask: ask('records') },
  lines: { Input: props => <LinesInput {...props} webKindOf={webKindOf} />, Show: props => <ShowLines {...props} webKindOf={webKindOf} />, editor: null, ask: ask('none'), wide: true },
  attachment: { Input: AttachmentInput, Show: ShowFiles, editor: null, ask: ask('none'), wide: true },
  serial: { Input: Typed, hint: 'field.autoNumber', editor: 'text', ask: ask('text') },
  computed: { Input: NoInput, editor: null, ask: resultAsk },
  rollup: { Input: NoInput, editor: null, ask: resultAsk },
  json: { Input: NoInput, editor: null, ask: ask('none') },
}

/** The web half of a field's kind, ready to be asked about that very field. */
export const webKindOf = (field: Field): WebKind<KindName> => webKinds[field.kind] as unknown as WebKind<KindName>

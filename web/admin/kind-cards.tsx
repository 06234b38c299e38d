// The kinds of field to choose from: cards with a word of what each is for and an example.
import {
  CalendarOutlined, CheckSquareOutlined, ClockCircleOutlined, DollarOutlined, DownCircleOutlined, EnvironmentOutlined, FieldBinaryOutlined, FieldTimeOutlined, FileTextOutlined, FontSizeOutlined, FunctionOutlined, GiftOutlined, GlobalOutlined,
  LinkOutlined, MailOutlined, NumberOutlined, OrderedListOutlined, PaperClipOutlined, PercentageOutlined, PhoneOutlined, PlusSquareOutlined, ShareAltOutlined, TagsOutlined, TeamOutlined, UnorderedListOutlined, UserOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { kinds } from '#core/field/kinds.ts'
import { useT } from '../lib/texts.ts'

const ICONS = {
  text: <FontSizeOutlined />, longText: <FileTextOutlined />, choice: <DownCircleOutlined />, choices: <UnorderedListOutlined />, yesNo: <CheckSquareOutlined />, tags: <TagsOutlined />,
  number: <FieldBinaryOutlined />, integer: <NumberOutlined />, money: <DollarOutlined />, percent: <PercentageOutlined />, date: <CalendarOutlined />, datetime: <ClockCircleOutlined />, time: <FieldTimeOutlined />, birthday: <GiftOutlined />,
  phone: <PhoneOutlined />, email: <MailOutlined />, url: <GlobalOutlined />, address: <EnvironmentOutlined />, user: <UserOutlined />, department: <TeamOutlined />, reference: <LinkOutlined />, references: <ShareAltOutlined />, attachment: <PaperClipOutlined />,
  computed: <FunctionOutlined />, rollup: <PlusSquareOutlined />, serial: <OrderedListOutlined />,
} as const

export type OfferedKind = keyof typeof ICONS

const GROUPS: { key: 'text' | 'number' | 'date' | 'link' | 'auto'; kinds: OfferedKind[] }[] = [
  { key: 'text', kinds: ['text', 'longText', 'choice', 'choices', 'yesNo', 'tags'] },
  { key: 'number', kinds: ['number', 'integer', 'money', 'percent'] },
  { key: 'date', kinds: ['date', 'datetime', 'time', 'birthday'] },
  { key: 'link', kinds: ['phone', 'email', 'address', 'url', 'user', 'department', 'reference', 'references', 'attachment'] },
  { key: 'auto', kinds: ['computed', 'rollup', 'serial'] },
]

export const OFFERED = GROUPS.flatMap(group => group.kinds)

export const KindIcon = ({ kind }: { kind: string }): ReactNode => (Object.hasOwn(ICONS, kind) ? ICONS[kind as OfferedKind] : <FontSizeOutlined />)

export function KindCards({ choose }: { choose(kind: OfferedKind): void }): ReactNode {
  const { t, lang } = useT()
  return (
    <div className="gu-stack">
      {GROUPS.map(group => (
        <section key={group.key}>
          <h3 className="gu-kinds-title">{t(`kinds.${group.key}`)}</h3>
          <div className="gu-kinds">
            {group.kinds.map(kind => (
              <button key={kind} type="button" className="gu-plain gu-kind" onClick={() => choose(kind)}>
                <span className="gu-kind-icon" aria-hidden>{ICONS[kind]}</span>
                <span><strong>{kinds[kind].label[lang]}</strong><span className="gu-faint gu-small">{t(`kind.${kind}`)}</span></span>
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

// A birthday in the solar or the lunar calendar; the other calendar's day stands beside it.
import { DatePicker, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { formatBirthday, lunarDayName } from '#core/lib/birthday-text.ts'
import type { Birthday } from '#core/lib/lunar.ts'
import { birthDate, isBirthday, lunarOf, readBirthday, writeBirthday } from '#core/lib/lunar.ts'
import { useT } from '../lib/texts.ts'
import type { InputProps } from './kind.ts'

const YEARS = Array.from({ length: 130 }, (_, i) => new Date().getFullYear() - i)
const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']

export function BirthdayInput({ value, onChange, id, invalid, autoFocus }: InputProps<'birthday'>): ReactNode {
  const { t, lang } = useT()
  const text = typeof value === 'string' ? value : ''
  const [lunar, setLunar] = useState(text.startsWith('L'))
  const other = text === '' ? undefined : lunar ? birthDate(text) : lunarOf(text)
  const turn = (next: boolean): void => {
    setLunar(next)
    if (other) onChange(other)
  }
  return (
    <div>
      <div className="gu-row">
        <Segmented options={[{ value: 'solar', label: t('field.solar') }, { value: 'lunar', label: t('field.lunar') }]} value={lunar ? 'lunar' : 'solar'} onChange={next => turn(next === 'lunar')} />
        {lunar ? <LunarParts value={text} onChange={onChange} id={id} />
          : <DatePicker id={id} className="gu-grow" value={text && birthDate(text) ? dayjs(birthDate(text)) : null} status={invalid ? 'error' : undefined} autoFocus={autoFocus} onChange={date => onChange(date ? date.format('YYYY-MM-DD') : null)} />}
      </div>
      {other && <div className="gu-faint gu-small">{formatBirthday(other, lang)}</div>}
    </div>
  )
}

function LunarParts({ value, onChange, id }: { value: string; onChange(value: unknown): void; id: string }): ReactNode {
  const known = readBirthday(value)
  const [parts, setParts] = useState<Partial<Birthday>>(known ?? { lunar: true, leap: false })
  const set = (change: Partial<Birthday>): void => {
    const next = { ...parts, ...change }
    setParts(next)
    if (!next.month || !next.day) return
    const written = writeBirthday({ lunar: true, leap: next.leap ?? false, year: next.year, month: next.month, day: next.day })
    if (isBirthday(written)) onChange(written)
  }
  const months = MONTHS.flatMap((name, i) => [{ value: `${i + 1}`, label: `${name}月` }, { value: `+${i + 1}`, label: `闰${name}月` }])
  return (
    <span className="gu-row gu-grow" style={{ gap: 4 }}>
      <Select id={id} className="gu-grow" allowClear showSearch value={parts.year} options={YEARS.map(year => ({ value: year, label: String(year) }))} onChange={(year?: number) => set({ year })} />
      <Select className="gu-grow" value={parts.month ? `${parts.leap ? '+' : ''}${parts.month}` : undefined} options={months} onChange={month => set({ leap: month.startsWith('+'), month: Math.abs(Number(month)) })} />
      <Select className="gu-grow" value={parts.day} options={Array.from({ length: 30 }, (_, i) => ({ value: i + 1, label: lunarDayName(i + 1) }))} onChange={day => set({ day })} />
    </span>
  )
}

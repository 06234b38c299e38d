// An address: province, city and district from the list, the rest typed. A whole address pasted into the detail is taken apart.
import { Cascader, Input } from 'antd'
import type { ReactNode } from 'react'
import type { Address } from '#core/field/kinds/address.ts'
import { citiesOf, districtsOf, PROVINCES } from '#core/lib/divisions.ts'
import { kinds } from '#core/field/kinds.ts'
import { useT } from '../lib/texts.ts'
import type { InputProps } from './kind.ts'

interface Node { value: string; label: string; children?: Node[] }

function tree(): Node[] {
  return PROVINCES.map(province => ({
    value: province.name, label: province.name,
    children: citiesOf(province.name).map(city => ({
      value: city.name, label: city.name, children: districtsOf(city.name, province.name).map(district => ({ value: district.name, label: district.name })),
    })),
  }))
}

let nodes: Node[] | undefined
/** Three thousand districts, put together when an address is first typed. */
const allNodes = (): Node[] => (nodes ??= tree())

const tidy = (address: Address): Address | null => {
  const entries = Object.entries(address).filter(([, part]) => part !== undefined && part !== '')
  return entries.length === 0 ? null : Object.fromEntries(entries) as Address
}

export function AddressInput({ field, value, onChange, id, invalid, autoFocus }: InputProps<'address'>): ReactNode {
  const { t, lang } = useT()
  const options = allNodes()
  const address = (value ?? {}) as Address
  const chosen = [address.province, address.city, address.district].filter(part => part !== undefined && part !== '')
  const pick = (names: string[] | undefined): void => {
    const [province, city, district] = names ?? []
    // Another district has other coordinates.
    onChange(tidy({ detail: address.detail, province, city, district }))
  }
  const pasted = (text: string): boolean => {
    const parsed = kinds.address.parse(text, field, lang)
    const whole = 'value' in parsed ? parsed.value as Address : {}
    if (!whole.province || chosen.length > 0) return false
    onChange(tidy(whole))
    return true
  }
  return (
    <div className="gu-row wrap" style={{ gap: 6 }}>
      <Cascader id={id} options={options} value={chosen as string[]} changeOnSelect showSearch allowClear autoFocus={autoFocus} status={invalid ? 'error' : undefined} style={{ flex: '1 1 200px' }}
        placeholder={t('field.division')} onChange={names => pick(names as string[] | undefined)} displayRender={labels => [...new Set(labels)].join(' / ')} />
      <Input value={address.detail ?? ''} maxLength={300} placeholder={t('field.detail')} aria-label={t('field.detail')} style={{ flex: '2 1 220px' }} status={invalid ? 'error' : undefined}
        onPaste={event => { if (pasted(event.clipboardData.getData('text'))) event.preventDefault() }} onChange={event => onChange(tidy({ ...address, detail: event.target.value }))} />
    </div>
  )
}

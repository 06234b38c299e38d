// People at the customers: the main contact of the card, and one or two beside it.
import { fromDayNumber } from '#core/lib/date.ts'
import { lunarOf } from '#core/lib/lunar.ts'
import type { Calendar } from './calendar.ts'
import { careOf, hasCare } from './care.ts'
import type { Customer } from './customers.ts'
import type { Gender } from './names.ts'
import { latinName, mobilePhone, officePhone, personName } from './names.ts'
import { idAt, Random } from './random.ts'
import type { NewRow } from './world.ts'

const CONTACT = 8
const YEAR = 365.25

const HEADS = ['总经理', '店长', '采购经理', '老板', '项目经理']
const OTHERS = ['采购员', '财务', '仓库主管', '销售经理', '业务员', '设计师']

/** Older people keep the lunar birthday; a leap day or month comes along as it falls. */
function birthday(random: Random, calendar: Calendar, age: number): string | null {
  if (!random.chance(0.65)) return null
  const date = fromDayNumber(Math.floor(calendar.first - age * YEAR - random.int(0, 364)))
  return random.chance(age > 45 ? 0.6 : 0.25) ? lunarOf(date) ?? date : date
}

export function contactsOf(calendar: Calendar, customer: Customer): NewRow[] {
  const { profile, contact } = customer
  const random = new Random(CONTACT, profile.n)
  const more = profile.kind === 'person' ? 0 : random.weighted([[0, 45], [1, 40], [2, 15]])
  const main = oneOf(random, calendar, customer, contact, true)
  if (hasCare(customer)) Object.assign(main.values, careOf(calendar, customer))
  return [main, ...Array.from({ length: more }, () => {
    const gender: Gender = random.chance(0.55) ? 'male' : 'female'
    return oneOf(random, calendar, customer, { name: personName(random, gender), gender, phone: mobilePhone(random) }, false)
  })]
}

function oneOf(random: Random, calendar: Calendar, { profile, row }: Customer, person: Customer['contact'], primary: boolean): NewRow {
  const { createdAt, createdBy, updatedAt, values } = row
  const age = Math.round(40 + random.normal() * 9)
  const latin = latinName(person.name)
  return { id: idAt(Date.parse(createdAt), random), createdAt, createdBy, updatedAt, values: {
    name: person.name, customer: profile.id, gender: person.gender, position: profile.kind === 'person' ? null : random.pick(primary ? HEADS : OTHERS),
    mobile: person.phone, officePhone: random.chance(0.4) ? officePhone(random, profile.city.short) : null,
    email: random.chance(0.35) ? `${latin}${random.int(1, 99)}@mail.example` : null, wechat: random.chance(0.6) ? `wx_${latin}${random.int(10, 999)}` : null,
    birthday: birthday(random, calendar, age), decisionMaker: primary, primary, owner: values.owner, department: values.department,
  } }
}

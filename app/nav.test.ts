// What the navigation lists: every object under a heading, each with a picture of its own.
import { expect, test } from 'vitest'
import { byArea } from '#core/object/areas.ts'
import type { ObjectArea } from '#core/object/areas.ts'
import { ICONS } from '#web/ui/icons.tsx'
import { declared } from './catalog.ts'

const listed = declared.filter(object => !object.internal && !object.parent)

test('no two objects look alike, and none like home, one’s work, forms or administration', () => {
  const icons = listed.map(object => object.icon ?? '')
  expect(icons.filter(icon => !Object.hasOwn(ICONS, icon))).toEqual([])
  expect(icons.filter((icon, at) => icons.indexOf(icon) !== at || ['Home', 'Inbox', 'FileText', 'Setting', 'Appstore'].includes(icon))).toEqual([])
})

test('objects stand under headings of the trade, in the order of the catalog; own objects of a company come last', () => {
  const groups = byArea<{ name: string; area?: ObjectArea }>([{ name: 'greenhouse' }, ...listed])
  expect(groups.map(({ area, objects }) => `${area}: ${objects.map(object => object.name).join(' ')}`)).toEqual([
    'customer: customer contact keyCustomer',
    'contact: contactPlan appointment visit dailyReport',
    'hosting: hospitality hospitalityReport gift giftPlan giftApplication giftMove',
    'sales: order payment opportunity priceApplication pricePreference',
    'service: communication complaint countermeasure evaluation regionProblem repNote',
    'base: product category region tag',
    'other: greenhouse filledForm',
  ])
})

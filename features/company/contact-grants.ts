// What each role may do with contact plans, visits, hospitality and gifts. Whoever signs writes nothing but his own opinion.
import type { Grant } from '#core/object/access.ts'
import type { ObjectDecl } from '#core/object/object.ts'
import { giftApplication, giftApplicationLine } from '../gift/giving.ts'
import { hospitality } from '../hospitality/hospitality.ts'
import { SIGNERS } from '../hospitality/parts.ts'
import { hospitalityReport } from '../hospitality/report.ts'
import type { Wide } from './grant.ts'
import { below, every, grant, look, on, own } from './grant.ts'

const VISITS = ['contactPlan', 'appointment', 'visit', 'dailyReport', 'giftPlan']
const SIGNATURES = ['headSigned', 'giftManagerSigned', 'officeDirectorSigned', 'deputyManagerSigned']

/** All fields of the object but these may only be read. */
const only = (object: ObjectDecl, open: readonly string[]): Grant['fields'] =>
  Object.fromEntries(Object.keys({ ...object.fields, owner: 1, department: 1 }).map(key => [key, open.includes(key) ? 'write' : 'read']))

const allBut = (keys: readonly string[], open: readonly string[]): Grant['fields'] =>
  Object.fromEntries(keys.filter(key => !open.includes(key)).map(key => [key, 'read']))

const opinionKeys = (signer: string): string[] => [`${signer}Opinion`, `${signer}Date`]
const OPINIONS = SIGNERS.flatMap(([signer]) => opinionKeys(signer))

/** Applications and reports of hospitality; the opinion is that of `signer` alone. */
const hosting = (wide: Wide, signer?: string): Grant[] =>
  on(['hospitality', 'hospitalityReport'], { ...wide, fields: allBut(OPINIONS, signer === undefined ? [] : opinionKeys(signer)) })

const hostingSigner = (signer: string): Grant[] => [hospitality, hospitalityReport].map(object =>
  grant(object.name, { ...look, write: 'all', create: false, fields: only(object, opinionKeys(signer)) }))

const giving = (wide: Wide, signature?: string): Grant[] =>
  [grant('gift', look), grant('giftApplication', { ...wide, fields: allBut(SIGNATURES, signature === undefined ? [] : [signature]) })]

/** One of the chain of F24: reads all applications and signs them. */
const givingSigner = (signature: string): Grant[] => [
  grant('giftApplication', { ...look, write: 'all', create: false, fields: only(giftApplication, [signature]) }),
  grant('giftApplicationLine', { ...look, fields: only(giftApplicationLine, []) }),
]

export const contactGrants: Record<string, Grant[]> = {
  // The service department arranges the meals of all others.
  specialist: [...on(VISITS, own), ...hosting({ ...own, read: 'all' }), ...giving(own)],
  supervisor: [...on(VISITS, below), ...hosting(below), ...giving(below, 'headSigned')],
  serviceManager: [...on(VISITS, every), ...hosting(every, 'serviceManager'), ...giving(every, 'headSigned'), grant('giftMove', look)],
  generalManager: [...on(VISITS, every), ...hosting(every, 'generalManager'), ...giving(every, 'headSigned'), grant('giftMove', look)],
  finance: [...on(['visit', 'contactPlan', 'dailyReport', 'gift', 'giftMove', 'giftApplication', 'giftPlan'], look), ...hostingSigner('finance')],
  sales: [...on(VISITS, own), ...hosting(own), ...giving(own)],
  giftManager: [...on(['gift', 'giftMove'], every), grant('giftPlan', look), ...givingSigner('giftManagerSigned')],
  officeDirector: [...on(['gift', 'giftMove', 'giftPlan'], look), ...givingSigner('officeDirectorSigned')],
  deputyManager: [...on([...VISITS, 'gift', 'giftMove'], look), ...givingSigner('deputyManagerSigned')],
  staff: [...hosting(own), ...giving(own)],
}

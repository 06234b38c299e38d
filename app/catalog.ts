// All objects that are declared in code: the machine's own and those of the business.
import { builtin } from '#core/object/builtin.ts'
import { defineObject } from '#core/object/define.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { gradeChange, keyCustomer, repNote } from '#features/analysis/objects.ts'
import { communication } from '#features/communication/communication.ts'
import { company } from '#features/company/company.ts'
import { complaint } from '#features/complaint/complaint.ts'
import { contactChild, contactParent, contactRelation } from '#features/contact/care-lines.ts'
import { contact } from '#features/contact/contact.ts'
import { customer } from '#features/customer/customer.ts'
import { customerAssortment, customerSupplier } from '#features/customer/lists.ts'
import { gift, giftMove } from '#features/gift/gift.ts'
import { giftApplication, giftApplicationLine, giftPlan } from '#features/gift/giving.ts'
import { hospitality } from '#features/hospitality/hospitality.ts'
import { hospitalityReport } from '#features/hospitality/report.ts'
import { countermeasure } from '#features/measure/countermeasure.ts'
import { evaluation, evaluationItem } from '#features/measure/evaluation.ts'
import { opportunity } from '#features/opportunity/opportunity.ts'
import { order, orderLine, payment } from '#features/order/order.ts'
import { priceApplication, pricePreference } from '#features/price/price.ts'
import { category, product } from '#features/product/product.ts'
import { regionProblem } from '#features/region/problem.ts'
import { region, tag } from '#features/region/region.ts'
import { dailyExpense, dailyReport } from '#features/visit/daily-report.ts'
import { appointment, contactPlan } from '#features/visit/plan.ts'
import { visit } from '#features/visit/visit.ts'

export const declared: ObjectDef[] = [
  customer, contact, order, payment, product, category, region, tag,
  contactPlan, appointment, visit, dailyReport, hospitality, hospitalityReport, gift, giftPlan, giftApplication, giftMove,
  communication, opportunity, complaint, countermeasure, evaluation, evaluationItem, priceApplication, pricePreference, regionProblem,
  contactChild, contactParent, contactRelation,
  keyCustomer, repNote, gradeChange,
  customerSupplier, customerAssortment, orderLine, dailyExpense, giftApplicationLine, company, ...builtin,
].map(defineObject)

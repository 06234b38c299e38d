// All objects that are declared in code: the machine's own and those of the business.
import { builtin } from '#core/object/builtin.ts'
import { defineObject } from '#core/object/define.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { company } from '#features/company/company.ts'
import { contact } from '#features/contact/contact.ts'
import { customer } from '#features/customer/customer.ts'
import { customerAssortment, customerSupplier } from '#features/customer/lists.ts'
import { order, orderLine, payment } from '#features/order/order.ts'
import { category, product } from '#features/product/product.ts'
import { region, tag } from '#features/region/region.ts'

export const declared: ObjectDef[] = [
  customer, contact, order, payment, product, category, region, tag,
  customerSupplier, customerAssortment, orderLine, company, ...builtin,
].map(defineObject)
